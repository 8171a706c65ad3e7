"""A faultless WSGI gateway without a server: one request a line from standard input, one answer a line to standard output."""
import importlib.util
import io
import json
import sys
from wsgiref.util import FileWrapper

spec = importlib.util.spec_from_file_location("app", sys.argv[1])
app = importlib.util.module_from_spec(spec)
spec.loader.exec_module(app)


def serve(asked):
    content = bytes.fromhex(asked["content"])
    environ = {
        "REQUEST_METHOD": asked["method"], "SCRIPT_NAME": "", "PATH_INFO": asked["path"], "QUERY_STRING": asked["query"], "SERVER_NAME": "h",
        "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.version": (1, 0), "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(content),
        "wsgi.errors": io.StringIO(), "wsgi.multithread": False, "wsgi.multiprocess": False, "wsgi.run_once": False, "wsgi.file_wrapper": FileWrapper,
        "CONTENT_LENGTH": str(len(content)), **asked["env"],
    }
    environ = {key: value for key, value in environ.items() if value is not None}
    armed, committed, sent = [], [], []

    def write(block):
        if not isinstance(block, bytes):
            raise TypeError("a block is octets")
        if not armed:
            raise RuntimeError("no head yet")
        committed[:] = committed or armed
        sent.append(block)

    def start_response(status, fields, exc_info=None):
        if exc_info and committed:
            raise exc_info[1].with_traceback(exc_info[2])
        if armed and not exc_info:
            raise RuntimeError("started already")
        texts = [status] + [text for field in fields for text in field] if isinstance(fields, list) else [None]
        if not all(isinstance(text, str) and text.isprintable() and ord(max(text, default="a")) < 256 for text in texts):
            raise ValueError("no head of text")
        armed[:] = [status, fields]
        return write

    blocks = failed = None
    try:
        blocks = app.application(environ, start_response)
        for block in blocks:
            if block != b"":
                write(block)
        if not armed:
            raise RuntimeError("never started")
    except (Exception, SystemExit) as error:
        failed = type(error).__name__
    finally:
        if hasattr(blocks, "close"):
            blocks.close()
    status, fields = committed or (armed if not failed else ["500 Error", []])
    return {"status": status, "fields": fields, "content": b"".join(sent).hex(), "error": failed}


for line in sys.stdin:
    print(json.dumps(serve(json.loads(line))), flush=True)

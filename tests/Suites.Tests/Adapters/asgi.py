"""A faultless ASGI gateway without a server: one request a line from standard input, one answer a line to standard output."""
import asyncio
import importlib.util
import json
import sys

spec = importlib.util.spec_from_file_location("app", sys.argv[1])
app = importlib.util.module_from_spec(spec)
spec.loader.exec_module(app)


async def serve(asked):
    content = bytes.fromhex(asked["content"])
    # In two pieces, so that nobody takes the first for all.
    pieces = [{"type": "http.request", "body": content[:2], "more_body": True}, {"type": "http.request", "body": content[2:], "more_body": False}]
    fields = [(key.removeprefix("HTTP_").lower().replace("_", "-").encode(), value.encode("latin-1")) for key, value in asked["env"].items() if value is not None]
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": asked["method"], "scheme": "http", "path": asked["path"],
        "raw_path": asked["path"].encode(), "query_string": asked["query"].encode(), "root_path": "", "headers": fields,
    }
    for key, names in (("REQUEST_METHOD", ["method"]), ("PATH_INFO", ["path", "raw_path"]), ("QUERY_STRING", ["query_string"])):
        if asked["env"].get(key, "") is None:
            scope = {name: value for name, value in scope.items() if name not in names}
    started, sent, failed, ended = [], [], None, False

    async def receive():
        return pieces.pop(0) if pieces else {"type": "http.disconnect"}

    async def send(event):
        nonlocal ended
        if event["type"] == "http.response.start" and not started:
            started.append(event)
        elif event["type"] == "http.response.body" and started and not ended:
            sent.append(event.get("body", b""))
            ended = not event.get("more_body", False)
        else:
            raise RuntimeError("out of turn: " + event["type"])

    try:
        await app.application(scope, receive, send)
        if not ended:
            raise RuntimeError("never ended")
    except Exception as error:
        failed = type(error).__name__
    head = started[0] if started else {"status": 500, "headers": []}
    fields = [[name.decode("latin-1"), value.decode("latin-1")] for name, value in head["headers"]]
    return {"status": str(head["status"]), "fields": fields, "content": b"".join(sent).hex(), "error": failed}


for line in sys.stdin:
    print(json.dumps(asyncio.run(serve(json.loads(line)))), flush=True)

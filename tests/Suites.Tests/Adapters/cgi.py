"""A faultless CGI gateway without a server: one request a line from standard input, one answer a line to standard output."""
import json
import os
import subprocess
import sys


def serve(asked):
    content = bytes.fromhex(asked["content"])
    environ = {
        "REQUEST_METHOD": asked["method"], "SCRIPT_NAME": "", "PATH_INFO": asked["path"], "QUERY_STRING": asked["query"], "SERVER_NAME": "h",
        "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "GATEWAY_INTERFACE": "CGI/1.1", "CONTENT_LENGTH": str(len(content)), **asked["env"],
        **{name: os.environ[name] for name in ("PROBE_WITNESS", "PROBE_LEDGER", "PATH") if name in os.environ},
    }
    ran = subprocess.run([sys.executable, sys.argv[1]], input=content, env={name.encode(): value.encode("latin-1") for name, value in environ.items() if value is not None}, capture_output=True, timeout=30)
    head, empty, sent = ran.stdout.partition(b"\n\n")
    fields = [line.decode("latin-1").split(": ", 1) for line in head.split(b"\n")] if empty else []
    status = next((value for name, value in fields if name == "Status"), "500")
    failed = ran.stderr.decode("latin-1").strip().rpartition("\n")[2] if ran.returncode else None
    return {"status": status, "fields": [field for field in fields if field[0] != "Status"], "content": sent.hex(), "error": failed}


for line in sys.stdin:
    print(json.dumps(serve(json.loads(line))), flush=True)

"""The probe application for any ASGI server: hello, the fixed probes, programs, and a report of everything else.

Python 3.9 or later, standard library only. Where PROBE_WITNESS=host:port is in the environment, what a program does is told
there, and gates wait for an answer from there, without stopping the server's loop.
"""
import asyncio
import contextlib
import json
import os
import re
import threading
from datetime import datetime

WITNESS = os.environ.get("PROBE_WITNESS", "")
FIXED = b"".join(b"line %d of a page that stays as it is\n" % line for line in range(1, 21))
TAG, DATE = '"conform-1"', "Tue, 01 Jul 2025 12:00:00 GMT"
VALIDATORS = [("ETag", TAG), ("Last-Modified", DATE)]
DATES = ("%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %d %H:%M:%S %Y")
KNOWN = frozenset(("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"))
CAPS = "unbuffered path-as-sent duplicate-headers".split()


class Marker(Exception):
    """The error that programs raise."""


async def application(scope, receive, send):
    """Choose by path, or by the Probe-Case field where a test needs the path for itself; nobody gets a tunnel."""
    if scope["type"] == "lifespan":
        await lifespan(receive, send)
    if scope["type"] != "http":
        return
    environ, source = environ_of(scope), Content(receive)
    path, name = environ["PATH_INFO"], environ.get("HTTP_PROBE_CASE", "")
    name = name or (path[7:] if path.startswith("/probe/") else "hello" if path == "/" else "report")
    if name == "run" and scope["method"] != "CONNECT":
        pairs = dict(pair.partition("=")[::2] for pair in environ["QUERY_STRING"].split("&"))
        await Run(pairs.get("p", ""), source, send, pairs.get("id", "")).all()
        return
    received = await source.read() if name in ("content", "report") else b""
    status, fields, blocks = fixed("hello" if scope["method"] == "CONNECT" else name, environ, received)
    await send(head(status, fields))
    for block in blocks:
        await send({"type": "http.response.body", "body": block, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


async def lifespan(receive, send):
    while True:
        event = (await receive())["type"]
        await send({"type": event + ".complete"})
        if event == "lifespan.shutdown":
            return


def environ_of(scope):
    """The scope as CGI names it, each text one character an octet; a repeated field is joined."""
    path = scope["path"].encode("utf-8", "surrogateescape")
    if "\ufffd" in scope["path"]:
        path = re.sub(rb"%([0-9A-Fa-f]{2})", lambda escape: bytes.fromhex(escape[1].decode()), scope.get("raw_path") or path)
    environ = {
        "REQUEST_METHOD": scope["method"], "SCRIPT_NAME": scope.get("root_path", ""), "PATH_INFO": path.decode("latin-1"),
        "QUERY_STRING": scope.get("query_string", b"").decode("latin-1"), "SERVER_PROTOCOL": "HTTP/" + scope["http_version"],
    }
    for name, value in scope["headers"]:
        key = name.decode("latin-1").upper().replace("-", "_")
        key = key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else "HTTP_" + key
        joint = "; " if key == "HTTP_COOKIE" else ","
        # A name that had its underscore from the start is not the field that it would be folded into.
        if b"_" not in name:
            environ[key] = (environ[key] + joint if key in environ else "") + value.decode("latin-1")
    return environ


class Content:
    """The request's content, as far as it was asked for."""

    def __init__(self, receive):
        self.receive, self.held, self.more = receive, b"", True

    async def read(self, size=None):
        while self.more and (size is None or len(self.held) < size):
            event = await self.receive()
            if event["type"] == "http.disconnect":
                raise ConnectionError("the client went away")
            self.held, self.more = self.held + event.get("body", b""), event.get("more_body", False)
        size = len(self.held) if size is None else size
        got, self.held = self.held[:size], self.held[size:]
        return got


def fixed(name, environ, received):
    """What a probe that needs no program answers."""
    method, status = environ["REQUEST_METHOD"], conditions(environ)
    if name == "meta":
        return as_json({"contract": "asgi", "lang": "python", "caps": CAPS, "pid": os.getpid(), "tid": threading.get_ident()})
    if name == "report":
        env = {key: {"t": "string", "v": value.encode("latin-1").hex()} for key, value in environ.items()}
        return as_json({"content": {"hex": received.hex(), "length": len(received)}, "env": env})
    if name == "content":
        return answer("200 OK", environ.get("CONTENT_TYPE") or "application/octet-stream", received)
    if name == "stream":
        return "200 OK", [("Content-Type", "text/plain")], (b"one\n", b"two\n", b"three\n")
    if name not in ("hello", "static"):
        return answer("404 Not Found", "text/plain", b"no such probe\n")
    if method not in KNOWN:
        return answer("501 Not Implemented", "text/plain", b"no such method\n")
    if method not in ("GET", "HEAD"):
        return answer("405 Method Not Allowed", "text/plain", b"only GET and HEAD\n", ("Allow", "GET, HEAD"))
    if name == "hello":
        return answer("200 OK", "text/html", b"<h1>Hello, web!</h1>")
    if status == 412:
        return answer("412 Precondition Failed", "text/plain", b"no longer so\n")
    return ("304 Not Modified", list(VALIDATORS), []) if status == 304 else answer("200 OK", "text/plain", FIXED, *VALIDATORS)


def head(status, fields):
    octets = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in fields]
    return {"type": "http.response.start", "status": int(status[:3]), "headers": octets}


def answer(status, kind, content, *fields):
    return status, [("Content-Type", kind), ("Content-Length", str(len(content))), *fields], [content]


def as_json(value):
    return answer("200 OK", "application/json", json.dumps(value, sort_keys=True, separators=(",", ":")).encode())


def conditions(environ):
    """The status that the conditions of a GET or HEAD lead to, in the order of RFC 9110 section 13.2.2."""
    match, none_match = environ.get("HTTP_IF_MATCH"), environ.get("HTTP_IF_NONE_MATCH")
    since, unmodified = moment(environ.get("HTTP_IF_MODIFIED_SINCE", "")), moment(environ.get("HTTP_IF_UNMODIFIED_SINCE", ""))
    if match is not None and not named(match, "*", TAG) or match is None and unmodified and unmodified < moment(DATE):
        return 412
    if none_match is not None:
        return 304 if named(none_match, "*", TAG, "W/" + TAG) else 200
    return 304 if since and since >= moment(DATE) else 200


def named(tags, *ours):
    return any(tag in ours for tag in re.findall(r'(?:W/)?"[^"]*"|\*', tags))


def moment(text):
    """The time that a date names in any of its three forms; nothing where it is none, as a list of dates is."""
    for form in DATES:
        with contextlib.suppress(ValueError):
            return datetime.strptime(text, form)
    return None


def latin(operand):
    return bytes.fromhex(operand).decode("latin-1")


class Witness:
    """One connection a call, which is made when there is something to tell."""

    def __init__(self, ident):
        self.ident, self.count, self.streams = ident, 0, None

    async def tell(self, event, **more):
        if not (WITNESS and self.ident):
            return False
        self.count += 1
        line = {"v": 1, "id": self.ident, "n": self.count, "pid": os.getpid(), "ev": event, **more}
        try:
            if self.streams is None:
                host, _, port = WITNESS.rpartition(":")
                self.streams = await asyncio.open_connection(host.strip("[]"), int(port))
            self.streams[1].write(json.dumps(line).encode() + b"\n")
            await self.streams[1].drain()
            return True
        except OSError:
            self.end()
            return False

    async def hold(self, label):
        with contextlib.suppress(OSError, asyncio.TimeoutError):
            if await self.tell("gate", gate=label) and await asyncio.wait_for(self.streams[0].readline(), 10):
                return
        self.end()

    def end(self):
        if self.streams is not None:
            self.streams[1].close()
        self.streams = None


class Run:
    """One program within one call of the application. Nobody asks for its blocks: it sends them one after the other."""

    def __init__(self, text, source, send, ident):
        phases = (text.split("~") + ["", ""])[:3]
        self.steps = [[step.split(".") for step in phase.split("_") if step] for phase in phases]
        self.source, self.send, self.witness = source, send, Witness(ident)
        self.status, self.fields, self.times, self.pause, self.started = "200 OK", [], 1, 0.0, False

    async def all(self):
        await self.witness.tell("hello")
        try:
            for verb, *operands in self.steps[0] + self.steps[1]:
                await STEPS[verb](self, *operands)
            if self.started:
                await self.send({"type": "http.response.body", "body": b""})
            for verb, *operands in self.steps[2]:
                await STEPS[verb](self, *operands)
        finally:
            self.witness.end()

    async def state(self, status):
        self.status = latin(status)

    async def field(self, name, value):
        self.fields.append((latin(name), latin(value)))

    async def plain(self):
        self.fields.append(("Content-Type", "text/plain"))

    async def length(self, number):
        self.fields.append(("Content-Length", number))

    async def start(self):
        fields, self.fields, self.started = self.fields, [], True
        await self.send(head(self.status, fields))

    async def repeat(self, times, pause):
        self.times, self.pause = int(times), int(pause) / 1000

    async def block(self, operand):
        for number in range(self.times):
            await asyncio.sleep(self.pause if number else 0)
            await self.send({"type": "http.response.body", "body": bytes.fromhex(operand), "more_body": True})
        self.times, self.pause = 1, 0.0

    async def read(self, *operations):
        for size in re.findall(r"r(\d*)", "".join(operations)):
            got = await self.source.read(int(size) if size else None)
            await self.witness.tell("read", r="returned", d=got.hex())

    async def gate(self, label):
        await self.witness.hold(label)

    async def tell(self, label):
        await self.witness.tell("tell", d=label)

    async def fail(self, kind, *_):
        raise Marker(kind)

    async def nothing(self, *_):
        """How blocks are returned makes no difference where none are."""


STEPS = {
    "st": Run.state, "h": Run.field, "ct": Run.plain, "cl": Run.length, "sr": Run.start, "rep": Run.repeat, "y": Run.block, "rd": Run.read,
    "g": Run.gate, "t": Run.tell, "x": Run.fail, "ret": Run.nothing,
}

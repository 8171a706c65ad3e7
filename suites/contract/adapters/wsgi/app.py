"""The probe application for any WSGI server: hello, the fixed probes, programs, and a report of everything else.

Python 3.9 or later, standard library only. Where PROBE_WITNESS=host:port is in the environment, what a program does is told
there, and gates wait for an answer from there.
"""
import contextlib
import io
import json
import os
import re
import socket
import sys
import tempfile
import threading
import time
from datetime import datetime

WITNESS = os.environ.get("PROBE_WITNESS", "")
FIXED = b"".join(b"line %d of a page that stays as it is\n" % line for line in range(1, 21))
TAG, DATE = '"conform-1"', "Tue, 01 Jul 2025 12:00:00 GMT"
VALIDATORS = [("ETag", TAG), ("Last-Modified", DATE)]
DATES = ("%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %d %H:%M:%S %Y")
KNOWN = frozenset(("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"))
CAPS = ("start-response write exc-info late-start iterable-close lazy-body unbuffered sequences readline input-end errors exit violations "
        "typed-violations length-guard error-stream env-dict wsgi-keys cgi-vars status-reason duplicate-headers file-wrapper told").split()


class Marker(Exception):
    """The error that programs raise."""


def application(environ, start_response):
    """Choose by path, or by the Probe-Case field where a test needs the path for itself; nobody gets a tunnel."""
    path, name = environ.get("PATH_INFO", ""), environ.get("HTTP_PROBE_CASE", "")
    name = name or (path[7:] if path.startswith("/probe/") else "hello" if path == "/" else "report")
    if name == "run" and environ["REQUEST_METHOD"] != "CONNECT":
        pairs = dict(pair.partition("=")[::2] for pair in environ.get("QUERY_STRING", "").split("&"))
        return Run(pairs.get("p", ""), environ, start_response, pairs.get("id", "")).begin()
    status, fields, blocks = fixed("hello" if environ["REQUEST_METHOD"] == "CONNECT" else name, environ)
    start_response(status, fields)
    return blocks


def fixed(name, environ):
    """What a probe that needs no program answers."""
    method, status = environ["REQUEST_METHOD"], conditions(environ)
    if name == "meta":
        return as_json(meta(environ))
    if name == "report":
        return as_json(report(environ))
    if name == "content":
        return answer("200 OK", environ.get("CONTENT_TYPE") or "application/octet-stream", content_of(environ))
    if name == "stream":
        return "200 OK", [("Content-Type", "text/plain")], iter((b"one\n", b"two\n", b"three\n"))
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


def answer(status, kind, content, *fields):
    return status, [("Content-Type", kind), ("Content-Length", str(len(content))), *fields], [content]


def as_json(value):
    return answer("200 OK", "application/json", json.dumps(value, sort_keys=True, separators=(",", ":")).encode())


def content_of(environ):
    """All of the request's content: to the end where the server promises one, else as long as it is said to be."""
    if environ.get("wsgi.input_terminated"):
        return environ["wsgi.input"].read()
    length = environ.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit()):
        raise ValueError("the server passed on a Content-Length that is no number: " + ascii(length))
    return environ["wsgi.input"].read(int(length))


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


def meta(environ):
    flags = {name: environ.get("wsgi." + name) for name in ("multithread", "multiprocess", "run_once", "input_terminated")}
    return {"contract": "wsgi", "lang": "python", "caps": CAPS, "pid": os.getpid(), "tid": threading.get_ident(),
            "version": list(environ["wsgi.version"]), "environ-exact": type(environ) is dict, "flags": flags}


def report(environ):
    """Tell the environ of this call and the content, so that the harness can say what the server understood."""
    received = content_of(environ)
    # wsgiref hands on the process's own environment, secrets and all
    env = {key: told(value) for key, value in environ.items() if os.environ.get(key) != value}
    return {"content": {"hex": received.hex(), "length": len(received)}, "env": env}


def told(value):
    """A value of the environ as the report tells it: its kind, and its octets where it is text."""
    if isinstance(value, str):
        return {"t": "string", "v": value.encode("latin-1").hex() if all(ord(c) < 256 for c in value) else {"cp": [ord(c) for c in value]}}
    if isinstance(value, (bytes, bool, int, tuple)):
        return {"t": type(value).__name__, "v": value.hex() if isinstance(value, bytes) else str(value).lower().encode().hex()}
    kind = "stream" if hasattr(value, "read") or hasattr(value, "write") else "callable" if callable(value) else "other"
    return {"t": kind, "v": ""}


def latin(operand):
    return bytes.fromhex(operand).decode("latin-1")


ILL = {
    "int": 200, "bytes": b"200 OK", "none": None, "noreason": "200", "crlf": "200 OK\r\nX-Inj: 1", "lf": "200 OK\nX-Inj: 1",
    "ctl": "200 O\x01K", "nonlatin": "200 \u20ac", "word": "OK", "code99": "99 Low", "code4": "2000 OK",
}
ILL_NAMES = {"name-bytes": b"X-Bad", "name-colon": "X-Bad:", "name-space": "X Bad", "name-empty": "", "name-crlf": "X-Bad\r\nX-Inj"}
BAD_BLOCKS = {"text": "text", "int": 7, "none": None}
LISTS = {"dict": dict, "tuple": tuple, "itemlist": lambda fields: [list(field) for field in fields]}
BLOCKS = {
    "y": lambda run, block: bytes.fromhex(block), "yb": lambda run, kind: BAD_BLOCKS[kind], "yz": lambda run, size: b"x" * int(size),
    "yt": lambda run: "".join(run.record).encode("latin-1"),
}
BARE = {"none": None, "text": "text", "bytes": b"bytes"}


class Witness:
    """One connection a call; what is told after its end, such as a second close, goes over one of its own."""

    def __init__(self, ident):
        self.ident, self.count, self.socket = ident, 0, None

    def tell(self, event, **more):
        if not (WITNESS and self.ident):
            return False
        self.count += 1
        line = {"v": 1, "id": self.ident, "n": self.count, "pid": os.getpid(), "ev": event, **more}
        try:
            if self.socket is None:
                host, _, port = WITNESS.rpartition(":")
                self.socket = socket.create_connection((host.strip("[]"), int(port)), 10)
            self.socket.sendall(json.dumps(line).encode() + b"\n")
            return True
        except OSError:
            self.end()
            return False

    def hold(self, label):
        with contextlib.suppress(OSError):
            if self.tell("gate", gate=label) and self.socket.recv(3):
                return
        self.end()

    def end(self):
        if self.socket is not None:
            self.socket.close()
        self.socket = None


class Blocks:
    """Blocks without a length, whose close can be seen."""

    def __init__(self, blocks, close, fails=False):
        self.blocks, self.close, self.fails = blocks, close, fails

    def __iter__(self):
        if self.fails:
            raise Marker("iter")
        return iter(self.blocks)


class Source:
    """Thirty octets for the server's file wrapper, whose close can be seen."""

    def __init__(self, kind, position, close):
        self.file = tempfile.TemporaryFile(buffering=0) if kind == "disk" else io.BytesIO()
        self.file.write(b"0123456789" * 3)
        self.file.seek(position)
        self.read = self.file.read
        if kind == "disk":
            self.fileno, self.tell, self.seek = self.file.fileno, self.file.tell, self.file.seek
        if kind != "noclose":
            self.close = close


class Run:
    """One program within one call of the application."""

    def __init__(self, text, environ, start, ident):
        self.witness = Witness(ident)
        self.witness.tell("hello")
        phases = (text.split("~") + ["", ""])[:3]
        self.call, self.body, self.last = [[step.split(".") for step in phase.split("_") if step] for phase in phases]
        self.environ, self.start = environ, start
        self.status, self.fields, self.write, self.fails = "200 OK", [], None, False
        self.given, self.wrapped, self.record = [], None, []

    def begin(self):
        returned = None
        try:
            returned = self.returned()
        finally:
            if not hasattr(returned, "close"):
                self.witness.end()
        return returned

    def returned(self):
        kind = next((step[1:] for step in reversed(self.call) if step[0] == "ret"), ["gen"])
        if any(step[0] == "fw" for step in self.call) and "wsgi.file_wrapper" not in self.environ:
            status, fields, blocks = as_json({"cap-missing": "file-wrapper"})
            self.start(status, fields)
            return blocks
        if kind[0] == "lazy":
            return Blocks(self.blocks(self.call), self.close)
        self.steps(self.call)
        if kind[0] in BARE:
            return BARE[kind[0]]
        if kind[0] in ("list", "tuple"):
            return (list if kind[0] == "list" else tuple)(self.blocks())
        if kind[0].startswith("wrapped"):
            return self.wrapped if kind[0] == "wrapped" else (block for block in self.wrapped)
        if kind[0] == "generator":
            return self.generator()
        if kind[0] == "index":
            blocks = list(self.blocks())
            return type("Indexed", (), {"close": lambda _: self.close(), "__getitem__": lambda _, index: blocks[index]})()
        also = {"lie": {"__len__": lambda _: int(kind[1])}, "shy": {"__getattr__": lambda _, name: self.touched(name)}}.get(kind[0])
        made = type("Also", (Blocks,), also) if also else Blocks
        return made(self.blocks(), self.close, self.fails)

    def touched(self, name):
        if not name.startswith("__"):
            self.witness.tell("touched", kind=name)
        raise AttributeError(name)

    def generator(self):
        try:
            yield from self.blocks()
        finally:
            self.close()

    def blocks(self, first=()):
        self.steps(first)
        times, pause = 1, 0.0
        for step in self.body:
            if step[0] == "rep":
                times, pause = int(step[1]), int(step[2]) / 1000
            elif step[0] not in BLOCKS:
                self.steps([step])
            else:
                for number in range(times):
                    time.sleep(pause if number else 0)
                    block = BLOCKS[step[0]](self, *step[1:])
                    shown = "no octets" if step[0] == "yb" else block.hex() if len(block) <= 64 else "%d octets" % len(block)
                    self.witness.tell("next", d=shown)
                    yield block
                times, pause = 1, 0.0
        self.witness.tell("next", d="end")

    def close(self):
        self.witness.tell("close")
        try:
            self.steps(self.last)
        finally:
            self.witness.end()

    def steps(self, steps):
        for verb, *operands in steps:
            if verb in ("sr", "sr?", "srx", "srx?"):
                self.respond(verb)
            elif verb != "ret":
                STEPS[verb](self, *operands)

    def tell(self, event, **more):
        """Tell the witness, and keep it for a program that hands out what was told."""
        self.witness.tell(event, **more)
        if event in ("start", "restart", "write") and more["r"] == "returned":
            return
        text = more.get("d") if event == "tell" else latin(more["d"]) if "d" in more else None
        parts = [event, more.get("r") if event != "read" or "d" not in more else None,
                 more.get("kind") if event == "environ" or more.get("kind") == "same" else None, text]
        self.record.append(" ".join(part for part in parts if part is not None) + "\n")

    def look(self, what, name, value=""):
        name = latin(name)
        if what == "set":
            self.environ[name] = latin(value)
        elif what == "del":
            self.environ.pop(name, None)
        elif name in self.environ:
            shown = told(self.environ[name])
            self.tell("environ", r=name, kind=shown["t"], d=shown["v"] if isinstance(shown["v"], str) else "")
        else:
            self.tell("environ", r=name, kind="none")

    def log(self, method, *texts):
        self.told("errors", lambda: getattr(self.environ["wsgi.errors"], method)(*texts))

    def wrap(self, kind, position, size):
        self.wrapped = self.environ["wsgi.file_wrapper"](Source(kind, int(position), self.close), *([int(size)] if int(size) else []))

    def start_oddly(self, kind):
        arguments, self.fields = [self.status, self.fields, None, None], []
        self.write = self.told("start", lambda: self.start(*arguments[:{"few": 1, "null": 3, "many": 4}[kind]]))

    def change(self):
        self.given[0] = (self.given[0][0], "changed")
        self.given.append(("X-Late", "1"))

    def told(self, event, call, swallows=False, given=None):
        """Tell what a call into the server gave, before the program goes on or fails."""
        try:
            result = call()
        except Exception as error:
            self.tell(event, r="raised", kind="same" if error is given else type(error).__name__)
            if not swallows:
                raise
            return None
        octets = result if isinstance(result, bytes) else b"".join(result) if event == "read" else b""
        self.tell(event, r="returned", **({"d": octets.hex()} if event == "read" else {}))
        return result

    def respond(self, verb):
        fields, self.fields, swallows = self.fields, [], verb.endswith("?")
        self.given = fields
        if not verb.startswith("srx"):
            self.write = self.told("start", lambda: self.start(self.status, fields), swallows) or self.write
            return
        try:
            raise Marker("app")
        except Marker as error:
            given = sys.exc_info()
            self.write = self.told("restart", lambda: self.start(self.status, fields, given), swallows, error) or self.write

    def read(self, *operations):
        stream = self.environ["wsgi.input"]
        calls = {"r": stream.read, "l": stream.readline, "L": stream.readlines,
                 "i": lambda *_: next(iter(stream), b""), "I": lambda *_: list(stream)}
        for operation, size in re.findall(r"([rlLiI])(-?\d*)", "".join(operations)):
            self.told("read", lambda: calls[operation](*([int(size)] if size else [])))

    def bad_field(self, kind):
        field = (ILL_NAMES[kind], "1") if kind in ILL_NAMES else ("X-Bad", ILL.get(kind))
        self.fields = LISTS[kind](self.fields) if kind in LISTS else self.fields + [field]

    def fail(self, kind, code=""):
        self.fails = kind == "iter"
        if not self.fails:
            raise SystemExit(int(code)) if kind == "exit" else Marker(kind)


STEPS = {
    "st": lambda run, text: setattr(run, "status", latin(text)), "sb": lambda run, kind: setattr(run, "status", ILL[kind]),
    "h": lambda run, name, value: run.fields.append((latin(name), latin(value))), "hb": Run.bad_field,
    "ct": lambda run: run.fields.append(("Content-Type", "text/plain")), "cl": lambda run, n: run.fields.append(("Content-Length", n)),
    "w": lambda run, block: run.told("write", lambda: run.write(bytes.fromhex(block))), "wb": lambda run, _: run.told("write", lambda: run.write("text")),
    "g": lambda run, label: run.witness.hold(label), "t": lambda run, label: run.tell("tell", d=label), "x": Run.fail, "rd": Run.read,
    "sra": Run.start_oddly, "lm": Run.change, "e": Run.look, "fw": Run.wrap, "er": lambda run, text: run.log("write", latin(text) + "\n"),
    "el": lambda run, *texts: run.log("writelines", [latin(text) + "\n" for text in texts]), "ef": lambda run: run.log("flush"),
    "eu": lambda run: run.log("write", "\u20ac \U0001f600\n"),
}

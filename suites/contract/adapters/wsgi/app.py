"""The probe application for any WSGI server: hello, the fixed probes, programs, and a report of everything else.

Python 3.9 or later, standard library only. Where PROBE_WITNESS=host:port is in the environment, what a program does is told
there, and gates wait for an answer from there.
"""
import json
import os
import re
import socket
import sys
import threading
import time
from datetime import datetime

WITNESS = os.environ.get("PROBE_WITNESS", "")
HELLO = b"<h1>Hello, web!</h1>"
FIXED = b"".join(b"line %d of a page that stays as it is\n" % line for line in range(1, 21))
TAG, DATE = '"conform-1"', "Tue, 01 Jul 2025 12:00:00 GMT"
VALIDATORS = [("ETag", TAG), ("Last-Modified", DATE)]
DATES = ("%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %d %H:%M:%S %Y")
KNOWN = frozenset(("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"))
CAPS = ("write exc-info late-start iterable-close lazy-body readline error-stream typed-violations "
        "env-dict status-reason duplicate-headers").split()


class Marker(Exception):
    """The error that programs raise."""


def application(environ, start_response):
    """Choose by path, or by the Probe-Case field where a test needs the path for itself; nobody gets a tunnel."""
    if environ["REQUEST_METHOD"] == "CONNECT":
        return only_get(start_response, "CONNECT")
    path, name = environ.get("PATH_INFO", ""), environ.get("HTTP_PROBE_CASE", "")
    if not name:
        name = path[7:] if path.startswith("/probe/") else "hello" if path == "/" else "report"
    return PROBES.get(name, unknown)(environ, start_response)


def answer(start, status, kind, content, *fields):
    start(status, [("Content-Type", kind), ("Content-Length", str(len(content))), *fields])
    return [content]


def as_json(start, value):
    return answer(start, "200 OK", "application/json", json.dumps(value, sort_keys=True, separators=(",", ":")).encode())


def content_of(environ):
    """All of the request's content: to the end where the server promises one, else as long as it is said to be."""
    if environ.get("wsgi.input_terminated"):
        return environ["wsgi.input"].read()
    length = environ.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit()):
        raise ValueError("the server passed on a Content-Length that is no number: " + ascii(length))
    return environ["wsgi.input"].read(int(length))


def only_get(start, method):
    if method in KNOWN:
        return answer(start, "405 Method Not Allowed", "text/plain", b"only GET and HEAD\n", ("Allow", "GET, HEAD"))
    return answer(start, "501 Not Implemented", "text/plain", b"no such method\n")


def unknown(environ, start):
    return answer(start, "404 Not Found", "text/plain", b"no such probe\n")


def hello(environ, start):
    method = environ["REQUEST_METHOD"]
    return answer(start, "200 OK", "text/html", HELLO) if method in ("GET", "HEAD") else only_get(start, method)


def content(environ, start):
    return answer(start, "200 OK", environ.get("CONTENT_TYPE") or "application/octet-stream", content_of(environ))


def named(tags, weak):
    return any(tag in ("*", TAG) or weak and tag == "W/" + TAG for tag in re.findall(r'(?:W/)?"[^"]*"|\*', tags))


def moment(text):
    """The time that a date names in any of its three forms; nothing where it is none, as a list of dates is."""
    for form in DATES:
        try:
            return datetime.strptime(text, form)
        except ValueError:
            pass
    return None


def conditions(environ):
    """The status that the conditions of a GET or HEAD lead to, in the order of RFC 9110 section 13.2.2."""
    modified, unmodified = moment(DATE), moment(environ.get("HTTP_IF_UNMODIFIED_SINCE", ""))
    if "HTTP_IF_MATCH" in environ:
        if not named(environ["HTTP_IF_MATCH"], False):
            return 412
    elif unmodified and unmodified < modified:
        return 412
    if "HTTP_IF_NONE_MATCH" in environ:
        return 304 if named(environ["HTTP_IF_NONE_MATCH"], True) else 200
    since = moment(environ.get("HTTP_IF_MODIFIED_SINCE", ""))
    return 304 if since and since >= modified else 200


def static(environ, start):
    method = environ["REQUEST_METHOD"]
    if method not in ("GET", "HEAD"):
        return only_get(start, method)
    status = conditions(environ)
    if status == 412:
        return answer(start, "412 Precondition Failed", "text/plain", b"no longer so\n")
    if status == 304:
        start("304 Not Modified", list(VALIDATORS))
        return []
    return answer(start, "200 OK", "text/plain", FIXED, *VALIDATORS)


def stream(environ, start):
    start("200 OK", [("Content-Type", "text/plain")])
    return iter((b"one\n", b"two\n", b"three\n"))


def meta(environ, start):
    flags = {name: environ.get("wsgi." + name) for name in ("multithread", "multiprocess", "run_once", "input_terminated")}
    return as_json(start, {
        "contract": "wsgi", "lang": "python", "caps": CAPS, "pid": os.getpid(), "tid": threading.get_ident(),
        "version": list(environ["wsgi.version"]), "environ-exact": type(environ) is dict, "flags": flags,
    })


def told(value):
    """A value of the environ as the report tells it: its kind, and its octets where it is text."""
    if isinstance(value, str):
        return {"t": "string", "v": value.encode("latin-1").hex() if all(ord(c) < 256 for c in value) else {"cp": [ord(c) for c in value]}}
    if isinstance(value, (bytes, bool, int, tuple)):
        return {"t": type(value).__name__, "v": value.hex() if isinstance(value, bytes) else str(value).lower().encode().hex()}
    kind = "stream" if hasattr(value, "read") or hasattr(value, "write") else "callable" if callable(value) else "other"
    return {"t": kind, "v": ""}


def report(environ, start):
    """Tell the environ of this call and the content, so that the harness can say what the server understood."""
    received = content_of(environ)
    # wsgiref hands on the process's own environment, secrets and all
    env = {key: told(value) for key, value in environ.items() if os.environ.get(key) != value}
    return as_json(start, {"content": {"hex": received.hex(), "length": len(received)}, "env": env})


def latin(operand):
    return bytes.fromhex(operand).decode("latin-1")


STATUSES = {
    "int": 200, "bytes": b"200 OK", "none": None, "noreason": "200", "crlf": "200 OK\r\nX-Inj: 1", "lf": "200 OK\nX-Inj: 1",
    "ctl": "200 O\x01K", "nonlatin": "200 \u20ac", "word": "OK", "code99": "99 Low", "code4": "2000 OK",
}
FIELDS = {
    "int": ("X-Bad", 1), "bytes": ("X-Bad", b"1"), "none": ("X-Bad", None), "crlf": ("X-Bad", "1\r\nX-Inj: 1"),
    "lf": ("X-Bad", "1\nX-Inj: 1"), "ctl": ("X-Bad", "a\x01b"), "nonlatin": ("X-Bad", "\u20ac"), "itemlist": ["X-Bad", "1"],
    "name-colon": ("X-Bad:", "1"), "name-space": ("X Bad", "1"), "name-empty": ("", "1"), "name-crlf": ("X-Bad\r\nX-Inj", "1"),
}
FIELD_STEPS = {
    "h": lambda o: (latin(o[0]), latin(o[1])), "ct": lambda o: ("Content-Type", "text/plain"), "cl": lambda o: ("Content-Length", o[0]),
}
BAD_BLOCKS = {"text": "text", "int": 7, "none": None}
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
        try:
            if self.tell("gate", gate=label) and not self.socket.recv(3):
                self.end()
        except OSError:
            self.end()

    def end(self):
        if self.socket is not None:
            self.socket.close()
        self.socket = None


class Blocks:
    """Blocks without a length, whose close can be seen."""

    def __init__(self, blocks, close, more=None):
        self.blocks, self.close, self.more = blocks, close, more

    def __iter__(self):
        if self.more == "fails":
            raise Marker("iter")
        return iter(self.blocks)


class Lying(Blocks):
    """Blocks that state a length, true or not."""

    def __len__(self):
        return int(self.more)


class Indexed:
    """Blocks by the old sequence protocol only."""

    def __init__(self, blocks, close):
        self.blocks, self.close = list(blocks), close

    def __getitem__(self, index):
        return self.blocks[index]


class Run:
    """One program within one call of the application."""

    def __init__(self, text, environ, start, ident):
        self.witness = Witness(ident)
        self.witness.tell("hello")
        phases = (text.split("~") + ["", ""])[:3]
        self.call, self.body, self.last = [[step.split(".") for step in phase.split("_") if step] for phase in phases]
        self.environ, self.start = environ, start
        self.status, self.fields, self.write, self.fails = "200 OK", [], None, None

    def begin(self):
        try:
            returned = self.returned()
        except BaseException:
            self.witness.end()
            raise
        if not hasattr(returned, "close"):
            self.witness.end()
        return returned

    def returned(self):
        kind = next((step[1:] for step in reversed(self.call) if step[0] == "ret"), ["gen"])
        if kind[0] == "lazy":
            return Blocks(self.lazily(), self.close)
        self.steps(self.call)
        if kind[0] in BARE:
            return BARE[kind[0]]
        made = {"list": lambda: list(self.blocks()), "tuple": lambda: tuple(self.blocks()),
                "lie": lambda: Lying(self.blocks(), self.close, kind[1]), "index": lambda: Indexed(self.blocks(), self.close)}
        return made.get(kind[0], lambda: Blocks(self.blocks(), self.close, self.fails))()

    def lazily(self):
        self.steps(self.call)
        yield from self.blocks()

    def blocks(self):
        times, pause = 1, 0.0
        for step in self.body:
            if step[0] == "rep":
                times, pause = int(step[1]), int(step[2]) / 1000
            elif step[0] not in ("y", "yb"):
                self.step(step)
            else:
                block = bytes.fromhex(step[1]) if step[0] == "y" else BAD_BLOCKS[step[1]]
                shown = "no octets" if step[0] == "yb" else block.hex() if len(block) <= 64 else "%d octets" % len(block)
                for number in range(times):
                    time.sleep(pause if number else 0)
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
        for step in steps:
            self.step(step)

    def step(self, step):
        verb, operands = step[0], step[1:]
        if verb in ("st", "sb"):
            self.status = latin(operands[0]) if verb == "st" else STATUSES[operands[0]]
        elif verb in FIELD_STEPS:
            self.fields.append(FIELD_STEPS[verb](operands))
        elif verb == "hb":
            self.fields = dict(self.fields) if operands[0] == "dict" else self.fields + [FIELDS[operands[0]]]
        elif verb in ("sr", "sr?", "srx", "srx?"):
            self.respond(verb)
        elif verb in ("w", "wb"):
            self.told("write", lambda: self.write(bytes.fromhex(operands[0]) if verb == "w" else "text"))
        elif verb == "g":
            self.witness.hold(operands[0])
        elif verb == "t":
            self.witness.tell("tell", d=operands[0])
        elif verb == "rd":
            self.read("".join(operands))
        elif verb == "x" and operands[0] == "exit":
            raise SystemExit(int(operands[1]))
        elif verb == "x" and operands[0] != "iter":
            raise Marker(operands[0])
        elif verb == "x":
            self.fails = "fails"

    def told(self, event, call, swallows=False, given=None):
        """Tell what a call into the server gave, before the program goes on or fails."""
        try:
            result = call()
        except Exception as error:
            self.witness.tell(event, r="raised", kind="same" if error is given else type(error).__name__)
            if not swallows:
                raise
            return None
        self.witness.tell(event, r="returned", **({"d": octets(result).hex()} if event == "read" else {}))
        return result

    def respond(self, verb):
        fields, self.fields, swallows = self.fields, [], verb.endswith("?")
        if not verb.startswith("srx"):
            self.write = self.told("start", lambda: self.start(self.status, fields), swallows) or self.write
            return
        try:
            raise Marker("app")
        except Marker as error:
            given = sys.exc_info()
            self.write = self.told("restart", lambda: self.start(self.status, fields, given), swallows, error) or self.write

    def read(self, operations):
        stream = self.environ["wsgi.input"]
        calls = {"r": stream.read, "l": stream.readline, "L": stream.readlines,
                 "i": lambda *_: next(iter(stream), b""), "I": lambda *_: list(stream)}
        for operation, size in re.findall(r"([rlLiI])(\d*)", operations):
            self.told("read", lambda: calls[operation](*([int(size)] if size else [])))


def octets(read):
    return read if isinstance(read, bytes) else b"".join(read)


def run(environ, start):
    pairs = dict(pair.partition("=")[::2] for pair in environ.get("QUERY_STRING", "").split("&"))
    return Run(pairs.get("p", ""), environ, start, pairs.get("id", "")).begin()


PROBES = {"hello": hello, "report": report, "content": content, "static": static, "stream": stream, "meta": meta, "run": run}

"""The probe application for any WSGI server: hello, the fixed probes, programs, and a report of everything else.

Python 3.9 or later, standard library only. Where PROBE_WITNESS=host:port is in the environment, what a program does is told
there, and gates wait for an answer from there.
"""
import calendar
import json
import os
import re
import socket
import sys
import threading
import time

WITNESS = os.environ.get("PROBE_WITNESS", "")

HELLO = b"<h1>Hello, web!</h1>"
FIXED = b"A fixed representation: it has a tag and a date.\n"
TAG = '"conform-1"'
VALIDATORS = [("ETag", TAG), ("Last-Modified", "Tue, 01 Jul 2025 12:00:00 GMT")]
MODIFIED = 1751371200
TAGS = re.compile(r'(W/)?("[^"]*")')
DATES = ("%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %d %H:%M:%S %Y")
BLOCKS = (b"one\n", b"two\n", b"three\n")
KNOWN = frozenset(("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"))
CAPS = ("write exc-info late-start iterable-close lazy-body readline error-stream typed-violations "
        "env-dict status-reason duplicate-headers").split()


class Marker(Exception):
    """The error that programs raise."""


def application(environ, start_response):
    """Choose by path, or by the Probe-Case field where a test needs the path for itself; nobody gets a tunnel."""
    if environ["REQUEST_METHOD"] == "CONNECT":
        return only_get(start_response, "CONNECT")
    path = environ.get("PATH_INFO", "")
    name = environ.get("HTTP_PROBE_CASE", "")
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
    known = method in KNOWN
    status = "405 Method Not Allowed" if known else "501 Not Implemented"
    fields = [("Allow", "GET, HEAD")] if known else []
    return answer(start, status, "text/plain", b"only GET and HEAD\n", *fields)


def unknown(environ, start):
    return answer(start, "404 Not Found", "text/plain", b"no such probe\n")


def hello(environ, start):
    method = environ["REQUEST_METHOD"]
    if method not in ("GET", "HEAD"):
        return only_get(start, method)
    return answer(start, "200 OK", "text/html", HELLO)


def content(environ, start):
    kind = environ.get("CONTENT_TYPE") or "application/octet-stream"
    return answer(start, "200 OK", kind, content_of(environ))


def matches(field, weakly):
    """Whether a list of entity tags has the current one, RFC 9110 section 8.8.3.2."""
    return field.strip() == "*" or any(tag == TAG and (weakly or not weak) for weak, tag in TAGS.findall(field))


def moment(field):
    """Seconds since 1970 of an HTTP-date in one of its three forms; None of anything else."""
    for form in DATES:
        try:
            return calendar.timegm(time.strptime(field, form))
        except ValueError:
            pass
    return None


def condition(field):
    """The conditions of a GET or HEAD in the order of RFC 9110 section 13.2.2."""
    match, none = field("HTTP_IF_MATCH"), field("HTTP_IF_NONE_MATCH")
    unmodified, modified = moment(field("HTTP_IF_UNMODIFIED_SINCE", "")), moment(field("HTTP_IF_MODIFIED_SINCE", ""))
    if not matches(match, False) if match is not None else unmodified is not None and unmodified < MODIFIED:
        return 412
    if matches(none, True) if none is not None else modified is not None and modified >= MODIFIED:
        return 304
    return 200


def static(environ, start):
    method = environ["REQUEST_METHOD"]
    if method not in ("GET", "HEAD"):
        return only_get(start, method)
    status = condition(environ.get)
    if status == 412:
        return answer(start, "412 Precondition Failed", "text/plain", b"precondition failed\n")
    if status == 304:
        start("304 Not Modified", list(VALIDATORS))
        return []
    content = answer(start, "200 OK", "text/plain", FIXED, *VALIDATORS)
    return content if method == "GET" else []


def stream(environ, start):
    start("200 OK", [("Content-Type", "text/plain")])
    return iter(BLOCKS)


def meta(environ, start):
    flags = {name: environ.get("wsgi." + name) for name in ("multithread", "multiprocess", "run_once", "input_terminated")}
    return as_json(start, {
        "contract": "wsgi", "lang": "python", "caps": CAPS, "pid": os.getpid(), "tid": threading.get_ident(),
        "version": list(environ["wsgi.version"]), "environ-exact": type(environ) is dict, "flags": flags,
    })


def kind_of(value):
    if isinstance(value, str):
        return "string", value
    if isinstance(value, bytes):
        return "bytes", value.decode("latin-1")
    if isinstance(value, bool):
        return "bool", "true" if value else "false"
    if isinstance(value, (int, tuple)):
        return type(value).__name__, str(value)
    if hasattr(value, "read") or hasattr(value, "write"):
        return "stream", ""
    return ("callable" if callable(value) else "other"), ""


def octets_of(text):
    try:
        return text.encode("latin-1").hex()
    except UnicodeEncodeError:
        return {"cp": [ord(character) for character in text]}


def report(environ, start):
    """Tell the environ of this call and the content, so that the harness can say what the server understood."""
    received = content_of(environ)
    env = {}
    for key, value in environ.items():
        if os.environ.get(key) == value:  # wsgiref hands on the process's own environment, secrets and all
            continue
        kind, text = kind_of(value)
        env[key] = {"t": kind, "v": octets_of(text)}
    return as_json(start, {"content": {"hex": received.hex(), "length": len(received)}, "env": env})


STATUSES = {
    "int": 200, "bytes": b"200 OK", "none": None, "noreason": "200", "crlf": "200 OK\r\nX-Inj: 1", "lf": "200 OK\nX-Inj: 1",
    "ctl": "200 O\x01K", "nonlatin": "200 \u20ac", "word": "OK", "code99": "99 Low", "code4": "2000 OK",
}
FIELDS = {
    "int": ("X-Bad", 1), "bytes": ("X-Bad", b"1"), "none": ("X-Bad", None), "crlf": ("X-Bad", "1\r\nX-Inj: 1"),
    "lf": ("X-Bad", "1\nX-Inj: 1"), "ctl": ("X-Bad", "a\x01b"), "nonlatin": ("X-Bad", "\u20ac"), "itemlist": ["X-Bad", "1"],
    "name-colon": ("X-Bad:", "1"), "name-space": ("X Bad", "1"), "name-empty": ("", "1"), "name-crlf": ("X-Bad\r\nX-Inj", "1"),
}
BAD_BLOCKS = {"text": "text", "int": 7, "none": None}


def latin(operand):
    return bytes.fromhex(operand).decode("latin-1")


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
        if self.tell("gate", gate=label):
            try:
                while self.socket.recv(1) not in (b"\n", b""):
                    pass
            except OSError:
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


class Lying(Blocks):
    """Blocks that state a length, true or not."""

    def __len__(self):
        return self.fails


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
        self.status, self.fields, self.write, self.fails = "200 OK", [], None, False

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
        if kind[0] in ("list", "tuple"):
            return (list if kind[0] == "list" else tuple)(self.blocks())
        if kind[0] == "lie":
            return Lying(self.blocks(), self.close, int(kind[1]))
        if kind[0] == "index":
            return Indexed(self.blocks(), self.close)
        if kind[0] in ("none", "text", "bytes"):
            return {"none": None, "text": "text", "bytes": b"bytes"}[kind[0]]
        return Blocks(self.blocks(), self.close, self.fails)

    def lazily(self):
        self.steps(self.call)
        yield from self.blocks()

    def blocks(self):
        times, pause = 1, 0.0
        for step in self.body:
            if step[0] == "rep":
                times, pause = int(step[1]), int(step[2]) / 1000
                continue
            if step[0] not in ("y", "yb"):
                self.step(step)
                continue
            block = bytes.fromhex(step[1]) if step[0] == "y" else BAD_BLOCKS[step[1]]
            for number in range(times):
                if number and pause:
                    time.sleep(pause)
                self.witness.tell("next", d=block.hex() if isinstance(block, bytes) and len(block) <= 64 else "block")
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
        if verb == "st":
            self.status = latin(operands[0])
        elif verb == "sb":
            self.status = STATUSES[operands[0]]
        elif verb == "h":
            self.fields.append((latin(operands[0]), latin(operands[1])))
        elif verb == "hb":
            self.fields = dict(self.fields) if operands[0] == "dict" else self.fields + [FIELDS[operands[0]]]
        elif verb == "ct":
            self.fields.append(("Content-Type", "text/plain"))
        elif verb == "cl":
            self.fields.append(("Content-Length", operands[0]))
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
        elif verb == "x":
            self.fail(operands)

    def told(self, event, call, swallows=False, given=None):
        """Tell what a call into the server gave, before the program goes on or fails."""
        try:
            result = call()
        except Exception as error:
            self.witness.tell(event, r="raised", kind="same" if error is given else type(error).__name__)
            if not swallows:
                raise
            return None
        self.witness.tell(event, r="returned")
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

    def fail(self, operands):
        if operands[0] == "exit":
            raise SystemExit(int(operands[1]))
        if operands[0] != "iter":
            raise Marker(operands[0])
        self.fails = True

    def read(self, operations):
        stream, at = self.environ["wsgi.input"], 0
        while at < len(operations):
            operation, at, digits = operations[at], at + 1, ""
            while at < len(operations) and operations[at].isdigit():
                digits, at = digits + operations[at], at + 1
            size = [int(digits)] if digits else []
            calls = {"r": stream.read, "l": stream.readline, "L": stream.readlines, "i": lambda *_: next(iter(stream), b""),
                     "I": lambda *_: list(stream)}
            try:
                got = calls[operation](*size)
            except Exception as error:
                self.witness.tell("read", r="raised", kind=type(error).__name__)
                raise
            self.witness.tell("read", r="returned", d=(got if isinstance(got, bytes) else b"".join(got)).hex())


def run(environ, start):
    pairs = dict(pair.partition("=")[::2] for pair in environ.get("QUERY_STRING", "").split("&"))
    return Run(pairs.get("p", ""), environ, start, pairs.get("id", "")).begin()


PROBES = {"hello": hello, "report": report, "content": content, "static": static, "stream": stream, "meta": meta, "run": run}

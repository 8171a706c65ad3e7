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
CAPS = ("start-response write exc-info late-start iterable-close lazy-body unbuffered sequences readline input-end errors exit violations "
        "typed-violations length-guard error-stream env-dict wsgi-keys cgi-vars path-as-sent status-reason duplicate-headers file-wrapper told").split()


# include: probes.py


def application(environ, start_response, /):
    name = chosen(environ)
    if name == "run":
        return Run(parameters(environ), environ, start_response).begin()
    # wsgiref hands on the process's own environment, secrets and all
    shown = {key: value for key, value in environ.items() if key not in os.environ or os.environ[key] != value}
    return sent(start_response, *fixed(name, environ, shown, lambda: content_of(environ), facts(environ)))


def sent(start_response, status, fields, blocks):
    start_response(status, fields)
    return blocks


def facts(environ):
    flags = {name: environ.get("wsgi." + name) for name in ("multithread", "multiprocess", "run_once", "input_terminated")}
    return {"contract": "wsgi", "caps": CAPS, "version": list(environ.get("wsgi.version", ())), "environ-exact": type(environ) is dict, "flags": flags}


def content_of(environ):
    """All of the request's content: to the end where the server promises one, else as long as it is said to be."""
    if environ.get("wsgi.input_terminated"):
        return environ["wsgi.input"].read()
    length = environ.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit()):
        raise ValueError("the server passed on a Content-Length that is no number: " + ascii(length))
    return environ["wsgi.input"].read(int(length))


ILL = {
    "int": 200, "bytes": b"200 OK", "none": None, "noreason": "200", "crlf": "200 OK\r\nX-Inj: 1", "lf": "200 OK\nX-Inj: 1",
    "ctl": "200 O\x01K", "nonlatin": "200 \u20ac", "word": "OK", "code99": "99 Low", "code4": "2000 OK",
}
ILL_NAMES = {"name-bytes": b"X-Bad", "name-colon": "X-Bad:", "name-space": "X Bad", "name-empty": "", "name-crlf": "X-Bad\r\nX-Inj"}
BAD_BLOCKS = {"text": "text", "int": 7, "none": None}
LISTS = {"dict": dict, "tuple": tuple, "itemlist": lambda fields: [list(field) for field in fields]}
BLOCKS = {
    "y": lambda run, block: bytes.fromhex(block), "yb": lambda run, kind: BAD_BLOCKS[kind], "yz": lambda run, size: b"x" * int(size),
    "yt": lambda run: "".join(run.witness.record).encode("latin-1"),
}
BARE = {"none": None, "text": "text", "bytes": b"bytes"}


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

    def __init__(self, asked, environ, start):
        self.witness = Witness(asked[1])
        self.witness.tell("hello")
        self.call, self.body, self.last = steps_of(asked[0])
        self.environ, self.start = environ, start
        self.status, self.fields, self.write, self.fails = "200 OK", [], None, False
        self.given, self.wrapped = [], None

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
            return sent(self.start, status, [*fields, ("Cap-Missing", "file-wrapper")], blocks)
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

    def look(self, what, name, value=""):
        name = latin(name)
        if what == "set":
            self.environ[name] = latin(value)
        elif what == "del":
            self.environ.pop(name, None)
        elif name in self.environ:
            shown = described(self.environ[name])
            self.witness.tell("environ", r=name, kind=shown["t"], d=shown["v"] if isinstance(shown["v"], str) else "")
        else:
            self.witness.tell("environ", r=name, kind="none")

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
            self.witness.tell(event, r="raised", kind="same" if error is given else type(error).__name__)
            if not swallows:
                raise
            return None
        octets = result if isinstance(result, bytes) else b"".join(result) if event == "read" else b""
        self.witness.tell(event, r="returned", **({"d": octets.hex()} if event == "read" else {}))
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
    "g": lambda run, label: run.witness.hold(label), "t": lambda run, label: run.witness.tell("tell", d=label), "x": Run.fail, "rd": Run.read,
    "sra": Run.start_oddly, "lm": Run.change, "e": Run.look, "fw": Run.wrap, "er": lambda run, text: run.log("write", latin(text) + "\n"),
    "el": lambda run, *texts: run.log("writelines", [latin(text) + "\n" for text in texts]), "ef": lambda run: run.log("flush"),
    "eu": lambda run: run.log("write", "\u20ac \U0001f600\n"),
}

"""The probe application for any WSGI server: hello, the fixed probes, programs, and a report of everything else.

Python 3.9 or later, standard library only. Where PROBE_WITNESS=host:port is in the environment, what a program does is told there,
and gates wait for an answer from there; where PROBE_LEDGER=folder is, it is written there, and a file opens a gate."""
import contextlib
import json
import os
import re
import socket
import tempfile
import threading
import time

CAPS = """start-response write exc-info kept-error late-start iterable-close lazy-body unbuffered sequences readline input-end errors exit violations
typed-violations length-guard error-stream env-dict wsgi-keys cgi-vars request-version path-as-sent status-reason duplicate-headers file-wrapper told""".split()
# include: probes.py

def application(*given, **named):
    environ, start_response = [*given, *named.values()][:2]
    texts = {key: value.decode("latin-1") if isinstance(value, bytes) else value if isinstance(value, str) else "" for key, value in environ.items()}
    name, program, ident = asked(texts)
    if name == "run" and ("fw." not in program or "wsgi.file_wrapper" in environ):
        return Run(program, ident, environ=environ, start=start_response, write=None, given=[], wrapped=None).begin()
    more = [("probe.arguments", a) for a in [*named, *given[2:]]] + [("probe.environ", "no dict")] * (type(environ) is not dict)
    # wsgiref hands on the process's own environment, secrets and all. A key that is no text is shown as what it is, with a value of no kind.
    shown = {key if isinstance(key, str) else ascii(key): value if isinstance(key, str) else [value]
             for key, value in [*environ.items(), *more] if not isinstance(key, str) or os.environ.get(key, environ) != value}
    status, fields, blocks = answer("200 OK", {"cap-missing": "file-wrapper"}, "", ("Cap-Missing", "file-wrapper")) if name == "run" else fixed(
        name, texts, shown, lambda: content_of(environ, texts), {"contract": "wsgi", "caps": CAPS, "environ-exact": type(environ) is dict})
    start_response(status, fields)
    return blocks


def content_of(environ, texts):
    """All of the request's content: to the end where the server promises one, else as long as it is said to be; none where there is no stream."""
    length = "" if environ.get("wsgi.input_terminated") else str(texts.get("CONTENT_LENGTH") or "0")
    if re.search("[^0-9]", length):
        raise ValueError("the server passed on a Content-Length that is no number: " + ascii(length))
    return environ["wsgi.input"].read(*([int(length)] if length else [])) if "wsgi.input" in environ else b""


class Run(Program):
    """One program within one call of the application."""

    def begin(self):
        self.tell("hello", tid=threading.get_native_id())
        returned, (kind, *operands) = None, next((step[1:] for step in reversed(self.call) if step[0] == "ret"), ["gen"])
        try:
            self.steps(self.call if kind != "lazy" else [])
            returned = ODD[kind] if kind in ODD else RETURNED.get(kind, Run.iterable)(self, *operands)
        finally:
            if not hasattr(returned, "close"):
                self.end()
        return returned

    def iterable(self, first=(), **more):
        """Blocks without a length, whose close can be seen; more is what an odd kind of them has besides."""
        iterator = (lambda _: self.fail("iterator")) if self.fails else (lambda _, blocks=self.blocks(first): blocks)
        return type("Blocks", (), {"__iter__": iterator, "close": lambda _: self.close(), **more})()

    def blocks(self, first=(), last=lambda: None):
        try:
            for verb, *operands in [*first, *self.body]:
                if verb not in BLOCKS:
                    self.steps([[verb, *operands]])
                for number in range(self.times if verb in BLOCKS else 0):
                    time.sleep(self.pause if number else 0)
                    block, self.times = BLOCKS[verb](self, *operands), 1
                    self.tell("next", d="no octets" if verb == "yb" else block.hex() if len(block) <= 64 else "%d octets" % len(block))
                    yield block
            self.tell("next", d="end")
        finally:
            last()

    def close(self):
        self.tell("close")
        try:
            self.steps(self.last)
        finally:
            self.end()

    def steps(self, steps):
        for verb, *operands in steps:
            STEPS[verb](self, *operands)

    def told(self, event, call, swallows=False, given=None):
        """Tell what a call into the server gave, before the program goes on or fails."""
        try:
            result = call()
            octets = bytes.fromhex(bytes.hex(result)) if event == "read" else b""
        except Exception as error:
            self.tell(event, event + " raised" + " same" * (error is given), r="raised", kind="same" if error is given else type(error).__name__)
            if not swallows:
                raise
            return None
        kind = "nothing" if "start" in event and not callable(result) else ""
        self.tell(event, {"read": "read " + octets.decode("latin-1"), "errors": "errors returned"}.get(event, ""), r="returned", kind=kind, d=octets.hex())
        return result

    def respond(self, count=2, swallows=False, error=None):
        self.given, self.fields = self.fields, []
        arguments = [self.status, self.given, error and (type(error), error, error.__traceback__), None][:count]
        self.write = self.told("restart" if error else "start", lambda: self.start(*arguments), swallows, error) or self.write

    def restart(self, swallows=False):
        try:
            raise Marker("app")
        except Marker as error:
            self.respond(3, swallows, error)

    def bad_field(self, kind):
        field = (ILL_NAMES[kind], "1") if kind in ILL_NAMES else ("X-Bad", ILL.get(kind))
        self.fields = LISTS[kind](self.fields) if kind in LISTS else self.fields + [field]

    def read(self, *operations):
        stream, line = self.environ["wsgi.input"], re.compile(b"[^\n]+\n?|\n")
        # What is no list of single lines stays as it is, and is no octets.
        whole = lambda given: b"".join(given) if line.findall(b"".join(given)) == given else given
        calls = {"r": stream.read, "l": stream.readline, "i": lambda *_: next(iter(stream), b""),
                 "L": lambda *hint: whole(stream.readlines(*hint)), "I": lambda *_: whole(list(stream))}
        for operation, size in re.findall(r"([rlLiI])(-?\d*)", "".join(operations)):
            self.told("read", lambda: calls[operation](*([int(size)] if size else [])))

    def look(self, name):
        shown = described(self.environ[name]) if name in self.environ else {"t": "none"}
        octets = shown["v"] if isinstance(shown.get("v"), str) else ""
        self.tell("environ", "environ " + name + " " + shown["t"] + (" " + latin(octets) if "v" in shown else ""), r=name, kind=shown["t"], d=octets)

    def wrap(self, kind, position, size):
        file = tempfile.TemporaryFile(buffering=-1 if kind == "read" else 0)
        file.seek(0 * file.write(b"0123456789" * 3))
        (file.read if kind == "read" else file.seek)(int(position))
        members = {name: getattr(file, name) for name in (("read", "fileno", "tell", "seek") if kind in ("disk", "read") else ("read",))}
        if kind in ("short", "broken"):
            most, begins = 3 if kind == "short" else 30, int(position)
            members["read"] = lambda _, size=30: self.fail("app") if kind == "broken" and file.tell() > begins else file.read(min(size, most))
        source = type("Source", (), members if kind == "noclose" else {**members, "close": self.close})()
        self.wrapped = self.environ["wsgi.file_wrapper"](source, *([int(size)] if int(size) else []))

    def touched(self, name):
        _ = name.startswith("__") or self.tell("touched", kind=name)
        raise AttributeError(name)


ILL = {"int": 200, "bytes": b"200 OK", "none": None, "noreason": "200", "crlf": "200 OK\r\nX-Inj: 1", "lf": "200 OK\nX-Inj: 1",
       "ctl": "200 O\x01K", "nonlatin": "200 \u20ac", "word": "OK", "code99": "99 Low", "code4": "2000 OK"}
ILL_NAMES = {"name-bytes": b"X-Bad", "name-colon": "X-Bad:", "name-space": "X Bad", "name-empty": "", "name-crlf": "X-Bad\r\nX-Inj"}
LISTS = {"dict": dict, "tuple": tuple, "itemlist": lambda fields: [list(field) for field in fields]}
LOOKS = {"get": Run.look, "del": lambda run, name: run.environ.pop(name, None), "set": lambda run, name, value: run.environ.update({name: value})}
RETURNED = {
    "list": lambda run: list(run.blocks()), "tuple": lambda run: tuple(run.blocks()), "generator": lambda run: run.blocks(last=run.close),
    "closing-list": lambda run: type("Blocks", (list,), {"close": lambda _: run.close()})(run.blocks()),
    "index": lambda run: type("Indexed", (), {"close": lambda _: run.close(), "__getitem__": list(run.blocks()).__getitem__})(),
    "lazy": lambda run: run.iterable(run.call), "lie": lambda run, length: run.iterable(__len__=lambda _: int(length)), "wrapped": lambda run: run.wrapped,
    "shy": lambda run: run.iterable(__getattr__=lambda _, name: run.touched(name)), "wrapped-again": lambda run: (block for block in run.wrapped),
}
STEPS.update({
    "sr": Run.respond, "sr?": lambda run: run.respond(swallows=True), "srx": Run.restart, "srx?": lambda run: run.restart(swallows=True),
    "sra": lambda run, kind: run.respond({"few": 1, "null": 3, "many": 4}[kind]), "srl": lambda run: run.respond(3, False, Marker("app")),
    "lm": lambda run: run.given.__setitem__(slice(None), [(run.given[0][0], "changed"), *run.given[1:], ("X-Late", "1")]),
    "sb": lambda run, kind: setattr(run, "status", ILL[kind]), "hb": Run.bad_field, "rd": Run.read, "fw": Run.wrap,
    "w": lambda run, block: run.told("write", lambda: run.write(bytes.fromhex(block))), "wb": lambda run, _: run.told("write", lambda: run.write("text")),
    "wz": lambda run, size: run.told("write", lambda: run.write(b"x" * int(size))),
    "er": lambda run, text: run.told("errors", lambda: run.environ["wsgi.errors"].write(latin(text) + "\n")),
    "el": lambda run, *texts: run.told("errors", lambda: run.environ["wsgi.errors"].writelines([latin(text) + "\n" for text in texts])),
    "eg": lambda run, *texts: run.told("errors", lambda: run.environ["wsgi.errors"].writelines(latin(text) + "\n" for text in texts)),
    "e": lambda run, what, *texts: LOOKS[what](run, *map(latin, texts)), "ef": lambda run: run.told("errors", lambda: run.environ["wsgi.errors"].flush()),
    "eu": lambda run: run.told("errors", lambda: run.environ["wsgi.errors"].write("\u20ac \U0001f600 log-wide\n")),
})

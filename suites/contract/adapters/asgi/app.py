"""The probe application for any ASGI server: hello, the fixed probes, programs, and a report of everything else.

Python 3.9 or later, standard library only. Where PROBE_WITNESS=host:port is in the environment, what a program does is told
there, and gates wait for an answer from there, without stopping the server's loop.
"""
import asyncio
import contextlib
import json
import os
import re
import socket
import threading
from datetime import datetime

WITNESS = os.environ.get("PROBE_WITNESS", "")
CAPS = "told unbuffered path-as-sent duplicate-headers".split()


# include: probes.py


async def application(scope, receive, send):
    """Answer one request, or the server's question whether we are ready."""
    if scope["type"] == "lifespan":
        await lifespan(receive, send)
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close"})
    if scope["type"] != "http":
        return
    environ, source = environ_of(scope), Content(receive)
    name = chosen(environ)
    if name == "run":
        await Run(parameters(environ), source, send).all()
        return
    received = await source.read() if name in ("content", "report") else b""
    status, fields, blocks = fixed(name, environ, environ, lambda: received, {"contract": "asgi", "caps": CAPS})
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


def head(status, fields):
    octets = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in fields]
    return {"type": "http.response.start", "status": int(status[:3]), "headers": octets}


class AwaitedWitness(Witness):
    """The same without stopping the server's loop."""

    async def tell(self, event, **more):
        self.keep(event, more)
        if not (WITNESS and self.ident):
            return False
        try:
            self.socket = self.socket or await asyncio.open_connection(*self.address())
            self.socket[1].write(self.line(event, more))
            await self.socket[1].drain()
            return True
        except OSError:
            self.end()
            return False

    async def hold(self, label):
        with contextlib.suppress(OSError, asyncio.TimeoutError):
            if await self.tell("gate", gate=label) and await asyncio.wait_for(self.socket[0].readline(), 10):
                return
        self.end()

    def end(self):
        if self.socket is not None:
            self.socket[1].close()
        self.socket = None


class Run:
    """One program within one call of the application. Nobody asks for its blocks: it sends them one after the other."""

    def __init__(self, asked, source, send):
        self.steps, self.witness = steps_of(asked[0]), AwaitedWitness(asked[1])
        self.source, self.send = source, send
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

    async def block(self, octets):
        for number in range(self.times):
            await asyncio.sleep(self.pause if number else 0)
            await self.send({"type": "http.response.body", "body": octets, "more_body": True})
        self.times, self.pause = 1, 0.0

    async def read(self, *operations):
        for size in re.findall(r"r(-?\d*)", "".join(operations)):
            got = await self.source.read(int(size) if size and int(size) >= 0 else None)
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
    "st": Run.state, "h": Run.field, "ct": Run.plain, "cl": Run.length, "sr": Run.start, "rep": Run.repeat, "rd": Run.read,
    "y": lambda run, block: run.block(bytes.fromhex(block)), "yz": lambda run, size: run.block(b"x" * int(size)),
    "yt": lambda run: run.block("".join(run.witness.record).encode("latin-1")), "g": Run.gate, "t": Run.tell, "x": Run.fail, "ret": Run.nothing,
}

"""The probe application for any ASGI server: hello, the fixed probes, programs, and a report of everything else.

Python 3.9 or later, standard library only. Where PROBE_WITNESS=host:port is in the environment, what a program does is told there,
and gates wait for an answer from there; where PROBE_LEDGER=folder is, it is written there, and a file opens a gate.
"""
import asyncio
import concurrent.futures
import contextlib
import json
import os
import re
import socket
import time

CAPS = "told unbuffered path-as-sent duplicate-headers".split()
# Whoever is told stops a thread of these and never the server's loop; each call that stands at a gate has one.
THREADS = concurrent.futures.ThreadPoolExecutor(64)
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
    name, program, ident = asked(environ)
    if name == "run":
        await Run(program, ident, source=source, send=send, started=False).all()
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
    path = scope.get("path", "").encode("utf-8", "surrogateescape")
    if b"\xef\xbf\xbd" in path:
        path = re.sub(rb"%([0-9A-Fa-f]{2})", lambda escape: bytes.fromhex(escape[1].decode()), scope.get("raw_path") or path)
    environ = {
        "REQUEST_METHOD": scope.get("method", ""), "SCRIPT_NAME": scope.get("root_path", ""), "PATH_INFO": path.decode("latin-1"),
        "QUERY_STRING": scope.get("query_string", b"").decode("latin-1"), "SERVER_PROTOCOL": "HTTP/" + scope.get("http_version", ""),
    }
    for name, value in scope.get("headers", ()):
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


class Run(Program):
    """One program within one call of the application. Nobody asks for its blocks: it sends them one after the other."""

    async def all(self):
        try:
            await self.apart(lambda: self.tell("hello"))
            await self.steps(self.call + self.body)
            if self.started:
                await self.send({"type": "http.response.body", "body": b""})
            await self.steps(self.last)
        finally:
            self.end()

    async def steps(self, steps):
        for verb, *operands in steps:
            if verb in BLOCKS:
                await self.block(BLOCKS[verb](self, *operands))
            elif verb in AWAITED:
                await AWAITED[verb](self, *operands)
            else:
                await self.apart(lambda: STEPS[verb](self, *operands))

    async def apart(self, step):
        await asyncio.get_running_loop().run_in_executor(THREADS, step)

    def end(self):
        # The thread of a call that the server gave up at a gate waits no longer.
        with contextlib.suppress(AttributeError, OSError):
            self.channel.shutdown(socket.SHUT_RDWR)
        super().end()

    def fail(self, kind, *_):
        # Who ends the process ends the server.
        raise Marker(kind)

    async def start(self):
        fields, self.fields, self.started = self.fields, [], True
        await self.send(head(self.status, fields))

    async def block(self, octets):
        times, self.times = self.times, 1
        for number in range(times):
            await asyncio.sleep(self.pause if number else 0)
            await self.send({"type": "http.response.body", "body": octets, "more_body": True})

    async def read(self, *operations):
        for size in re.findall(r"r(-?\d*)", "".join(operations)):
            got = await self.source.read(int(size) if size and int(size) >= 0 else None)
            await self.apart(lambda: self.tell("read", "read " + got.decode("latin-1"), r="returned", d=got.hex()))


AWAITED = {"sr": Run.start, "rd": Run.read}

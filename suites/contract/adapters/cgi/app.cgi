#!/usr/bin/env python3
"""The probe application for any server of CGI (RFC 3875): hello, the fixed probes, programs, and a report of everything else.

Python 3.9 or later, standard library only. Where PROBE_WITNESS=host:port is in the script's environment, what a program does is
told there, and gates wait for an answer from there; where PROBE_LEDGER=folder is, it is written there, and a file opens a gate.
"""
import contextlib
import json
import os
import re
import socket
import sys
import time

CAPS = "told cgi-vars request-version duplicate-headers".split()
VARIABLES = frozenset((
    "AUTH_TYPE", "CONTENT_LENGTH", "CONTENT_TYPE", "GATEWAY_INTERFACE", "PATH_INFO", "PATH_TRANSLATED", "QUERY_STRING", "REMOTE_ADDR", "REMOTE_HOST",
    "REMOTE_USER", "REQUEST_METHOD", "REQUEST_URI", "SCRIPT_NAME", "SERVER_NAME", "SERVER_PORT", "SERVER_PROTOCOL", "SERVER_SOFTWARE"))
# include: probes.py


def main():
    """Answer the one request that this process is for."""
    environ = {key.decode("latin-1"): value.decode("latin-1") for key, value in os.environb.items()}
    name, program, ident = asked(environ)
    if name == "run":
        Run(program, ident, content=Content(environ)).all()
        return
    shown = {key: value for key, value in environ.items() if key in VARIABLES or key.startswith("HTTP_")}
    status, fields, blocks = fixed(name, environ, shown, lambda: Content(environ).read(), {"contract": "cgi", "caps": CAPS})
    head(status, fields)
    for block in blocks:
        put(block)


def head(status, fields):
    """A response of a script has a type where it has content."""
    if not any(name.lower() == "content-type" for name, _ in fields) and not status.startswith(("204", "304")):
        fields = [*fields, ("Content-Type", "text/plain")]
    put("".join("%s: %s\n" % field for field in [("Status", status), *fields]).encode("latin-1") + b"\n")


def put(octets):
    sys.stdout.buffer.write(octets)
    sys.stdout.buffer.flush()


class Content:
    """The request's content: as long as it is said to be, or to the end where it came in chunks."""

    def __init__(self, environ):
        length = environ.get("CONTENT_LENGTH") or ("" if "HTTP_TRANSFER_ENCODING" in environ else "0")
        if re.search("[^0-9]", length):
            raise ValueError("the server passed on a Content-Length that is no number: " + ascii(length))
        self.left = int(length) if length else None

    def read(self, size=None):
        wanted = self.left if size is None else size if self.left is None else min(size, self.left)
        got = sys.stdin.buffer.read() if wanted is None else sys.stdin.buffer.read(wanted)
        self.left = None if self.left is None else self.left - len(got)
        return got


class Run(Program):
    """One program within one run of the script. Nobody asks for its blocks: it writes them one after the other."""

    def all(self):
        self.tell("hello")
        try:
            for verb, *operands in self.call + self.body + self.last:
                if verb in BLOCKS:
                    self.block(BLOCKS[verb](self, *operands))
                else:
                    STEPS[verb](self, *operands)
        finally:
            self.end()

    def start(self):
        fields, self.fields = self.fields, []
        head(self.status, fields)

    def block(self, octets):
        times, self.times = self.times, 1
        for number in range(times):
            time.sleep(self.pause if number else 0)
            put(octets)

    def read(self, *operations):
        for size in re.findall(r"r(-?\d*)", "".join(operations)):
            got = self.content.read(int(size) if size and int(size) >= 0 else None)
            self.tell("read", "read " + got.decode("latin-1"), r="returned", d=got.hex())


STEPS.update({"sr": Run.start, "rd": Run.read})
main()

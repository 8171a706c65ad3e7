#!/usr/bin/env python3
"""The probe application for any server of CGI (RFC 3875): hello, the fixed probes, programs, and a report of everything else.

Python 3.9 or later, standard library only. Where PROBE_WITNESS=host:port is in the script's environment, what a program does is
told there, and gates wait for an answer from there.
"""
import contextlib
import json
import os
import re
import socket
import sys
import threading
import time
from datetime import datetime

WITNESS = os.environ.get("PROBE_WITNESS", "")
FIXED = b"".join(b"line %d of a page that stays as it is\n" % line for line in range(1, 21))
TAG, DATE = '"conform-1"', "Tue, 01 Jul 2025 12:00:00 GMT"
VALIDATORS = [("ETag", TAG), ("Last-Modified", DATE)]
DATES = ("%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %d %H:%M:%S %Y")
KNOWN = frozenset(("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"))
CAPS = "cgi-vars duplicate-headers".split()
VARIABLES = frozenset((
    "AUTH_TYPE", "CONTENT_LENGTH", "CONTENT_TYPE", "GATEWAY_INTERFACE", "PATH_INFO", "PATH_TRANSLATED", "QUERY_STRING", "REMOTE_ADDR", "REMOTE_HOST",
    "REMOTE_USER", "REQUEST_METHOD", "REQUEST_URI", "SCRIPT_NAME", "SERVER_NAME", "SERVER_PORT", "SERVER_PROTOCOL", "SERVER_SOFTWARE"))


class Marker(Exception):
    """The error that programs raise."""


def main():
    """Choose by path, or by the Probe-Case field where a test needs the path for itself; nobody gets a tunnel."""
    environ = {key.decode("latin-1"): value.decode("latin-1") for key, value in os.environb.items()}
    path, name, method = environ.get("PATH_INFO", ""), environ.get("HTTP_PROBE_CASE", ""), environ.get("REQUEST_METHOD", "")
    name = name or (path[7:] if path.startswith("/probe/") else "hello" if path in ("", "/") else "report")
    if name == "run" and method != "CONNECT":
        pairs = dict(pair.partition("=")[::2] for pair in environ.get("QUERY_STRING", "").split("&"))
        Run(pairs.get("p", ""), environ, pairs.get("id", "")).all()
        return
    status, fields, blocks = fixed("hello" if method == "CONNECT" else name, environ)
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
        if length and not (length.isascii() and length.isdigit()):
            raise ValueError("the server passed on a Content-Length that is no number: " + ascii(length))
        self.left = int(length) if length else None

    def read(self, size=None):
        wanted = self.left if size is None else size if self.left is None else min(size, self.left)
        got = sys.stdin.buffer.read() if wanted is None else sys.stdin.buffer.read(wanted)
        self.left = None if self.left is None else self.left - len(got)
        return got


def fixed(name, environ):
    """What a probe that needs no program answers."""
    method, status = environ.get("REQUEST_METHOD", ""), conditions(environ)
    if name == "meta":
        return as_json({"contract": "cgi", "lang": "python", "caps": CAPS, "pid": os.getpid(), "tid": threading.get_ident()})
    if name == "report":
        received = Content(environ).read()
        env = {key: told(value) for key, value in environ.items() if key in VARIABLES or key.startswith("HTTP_")}
        return as_json({"content": {"hex": received.hex(), "length": len(received)}, "env": env})
    if name == "content":
        return answer("200 OK", environ.get("CONTENT_TYPE") or "application/octet-stream", Content(environ).read())
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


def told(value):
    return {"t": "string", "v": value.encode("latin-1").hex()}


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


class Run:
    """One program within one run of the script. Nobody asks for its blocks: it writes them one after the other."""

    def __init__(self, text, environ, ident):
        phases = (text.split("~") + ["", ""])[:3]
        self.steps = [step.split(".") for phase in phases for step in phase.split("_") if step]
        self.content, self.witness = Content(environ), Witness(ident)
        self.status, self.fields, self.times, self.pause = "200 OK", [], 1, 0.0

    def all(self):
        self.witness.tell("hello")
        for verb, *operands in self.steps:
            STEPS[verb](self, *operands)

    def start(self):
        fields, self.fields = self.fields, []
        head(self.status, fields)

    def repeat(self, times, pause):
        self.times, self.pause = int(times), int(pause) / 1000

    def block(self, operand):
        for number in range(self.times):
            time.sleep(self.pause if number else 0)
            put(bytes.fromhex(operand))
        self.times, self.pause = 1, 0.0

    def read(self, *operations):
        for size in re.findall(r"r(\d*)", "".join(operations)):
            self.witness.tell("read", r="returned", d=self.content.read(int(size) if size else None).hex())

    def fail(self, kind, *_):
        raise Marker(kind)


STEPS = {
    "st": lambda run, text: setattr(run, "status", latin(text)), "h": lambda run, name, value: run.fields.append((latin(name), latin(value))),
    "ct": lambda run: run.fields.append(("Content-Type", "text/plain")), "cl": lambda run, n: run.fields.append(("Content-Length", n)),
    "sr": Run.start, "rep": Run.repeat, "y": Run.block, "rd": Run.read, "x": Run.fail, "ret": lambda run, *_: None,
    "g": lambda run, label: run.witness.hold(label), "t": lambda run, label: run.witness.tell("tell", d=label),
}

main()

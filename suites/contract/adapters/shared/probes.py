WITNESS = os.environ.get("PROBE_WITNESS", "")
LEDGER = "" if WITNESS else os.environ.get("PROBE_LEDGER", "")
FIXED = b"".join(b"line %d of a page that stays as it is\n" % line for line in range(1, 21))
TAG, DATE, CHANGED = '"conform-1"', "Tue, 01 Jul 2025 12:00:00 GMT", (2025, 7, 1, 12, 0, 0)
VALIDATORS, DATES = [("ETag", TAG), ("Last-Modified", DATE)], ("%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %d %H:%M:%S %Y")
# The error that programs raise, and what an application's own work may raise; in a log each has this name.
Marker = type("Marker", (Exception,), {})
OWN = {"connection": OSError(104, ""), "pipe": OSError(32, ""), "timeout": TimeoutError("timed out"), "file": OSError(2, ""), "stop": StopIteration(),
       "lookup": KeyError("key"), "memory": MemoryError()}
ODD = {"text": "text", "int": 7, "none": None, "bytes": b"bytes"}


def asked(environ):
    """The probe that a request is for, by path, by a field, or where no path is told by the program itself; the program, and the conversation's id."""
    path, pairs = environ.get("PATH_INFO") or "", dict(pair.partition("=")[::2] for pair in (environ.get("QUERY_STRING") or "").split("&"))
    by_path = path.split("probe/", 1)[1] if re.match("/?probe/", path) else "run" if not path and "p" in pairs else "hello" if path in ("", "/") else "report"
    # Nobody gets a tunnel.
    name = "hello" if environ.get("REQUEST_METHOD") == "CONNECT" else environ.get("HTTP_PROBE_CASE") or by_path
    # The id may become the name of a file.
    is_fit = name != "run" or re.fullmatch("[A-Za-z0-9-]{0,64}", pairs.get("id", ""))
    return name if is_fit else "refused", pairs.get("p", ""), pairs.get("id", "")


def fixed(name, environ, shown, content, facts):
    """What a probe that needs no program answers: shown of the environ goes into the report, content() is the request's."""
    method, env = environ.get("REQUEST_METHOD") or "", {key: described(value) for key, value in shown.items()}
    # Conditions of a GET or HEAD, in the order of RFC 9110 section 13.2.2.
    match, none_match = (environ.get(key) and re.findall(r'(?:W/)?"[^"]*"|[*]', environ[key]) for key in ("HTTP_IF_MATCH", "HTTP_IF_NONE_MATCH"))
    since, unmodified = moment(environ.get("HTTP_IF_MODIFIED_SINCE")), moment(environ.get("HTTP_IF_UNMODIFIED_SINCE"))
    failed = unmodified and unmodified < CHANGED if match is None else not {"*", TAG}.intersection(match)
    unchanged = since and since >= CHANGED if none_match is None else {"*", TAG, "W/" + TAG}.intersection(none_match)
    answers = (
        (name == "meta", lambda: answer("200 OK", {"lang": "python", "pid": os.getpid(), **facts})),
        (name == "report", lambda: answer("200 OK", {"content": {"hex": (octets := content()).hex(), "length": len(octets)}, "env": env})),
        (name == "content", lambda: answer("200 OK", content(), environ.get("CONTENT_TYPE") or "application/octet-stream")),
        (name + method + environ.get("QUERY_STRING", "")[:5] == "streamHEADquiet", lambda: ("200 OK", [("Content-Type", "text/plain")], iter(()))),
        (name == "stream", lambda: ("200 OK", [("Content-Type", "text/plain")], iter((b"one\n", b"two\n", b"three\n")))),
        (name == "refused", lambda: answer("400 Bad Request", b"an id has letters, digits and dashes only, 64 at most\n")),
        (name not in ("hello", "static"), lambda: answer("404 Not Found", b"no such probe\n")),
        (not method, lambda: answer("200 OK", b"called without a method\n")),
        (method not in "GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH".split(), lambda: answer("501 Not Implemented", b"no such method\n")),
        (method not in ("GET", "HEAD"), lambda: answer("405 Method Not Allowed", b"only GET and HEAD\n", "text/plain", ("Allow", "GET, HEAD"))),
        (name == "hello", lambda: answer("200 OK", b"<h1>Hello, web!</h1>", "text/html")),
        (failed, lambda: answer("412 Precondition Failed", b"no longer so\n")),
        (unchanged, lambda: ("304 Not Modified", list(VALIDATORS), [])),
        (True, lambda: answer("200 OK", FIXED, "text/plain", *VALIDATORS)),
    )
    return next(made for holds, made in answers if holds)()


def answer(status, content, kind="text/plain", *fields):
    if isinstance(content, dict):
        kind, content = "application/json", json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
    return status, [("Content-Type", kind), ("Content-Length", str(len(content))), *fields], [content]


def moment(text):
    """The time that a date names in any of its three forms; nothing where it is none, as a list of dates is."""
    for form in DATES if text else ():
        with contextlib.suppress(ValueError):
            return time.strptime(text, form)[:6]


def described(value):
    """A value of the environ as the report tells it: its kind, and its octets where it is text."""
    if isinstance(value, str):
        points = [ord(character) for character in value]
        return {"t": "string", "v": bytes(points).hex() if max(points, default=0) < 256 else {"cp": points}}
    if isinstance(value, (bytes, bool, int, tuple)):
        return {"t": type(value).__name__, "v": value.hex() if isinstance(value, bytes) else str(value).lower().encode().hex()}
    return {"t": "stream" if hasattr(value, "read") or hasattr(value, "write") else "callable" if callable(value) else "other", "v": ""}


def latin(operand):
    return bytes.fromhex(operand).decode("latin-1")


class Program:
    """One program within one call, and who is told of it: a connection a call, or lines of a file where none can be made."""

    def __init__(self, text, ident, **more):
        self.call, self.body, self.last = ([step.split(".") for step in phase.split("_") if step] for phase in (text.split("~") + ["", ""])[:3])
        self.status, self.fields, self.times, self.pause, self.fails = "200 OK", [], 1, 0.0, False
        self.ident, self.count, self.channel, self.record = ident, 0, None, ""
        vars(self).update(more)

    def tell(self, event, kept="", **more):
        """Tell an event, and keep what a program may hand out of it."""
        self.record, self.count = self.record + (kept and kept + "\n"), self.count + 1
        line = {"v": 1, "id": self.ident, "call": id(self), "n": self.count, "pid": os.getpid(), "ev": event, **more}
        with contextlib.suppress(OSError):
            if self.ident and not self.channel:
                self.channel = (open(os.path.join(LEDGER, self.ident + ".jsonl"), "ab", buffering=0) if LEDGER
                                else WITNESS and socket.create_connection(WITNESS.replace("[", "").replace("]", "").rsplit(":", 1), 10))
            if self.channel:
                (self.channel.write if LEDGER else self.channel.sendall)(json.dumps(line).encode() + b"\n")
                return True
        self.channel = None
        return False

    def hold(self, label):
        """Wait at a gate, ten seconds at most: for an answer, or for a file that is made, and taken away by who goes on."""
        for _ in range(500 if (told := self.tell("gate", gate=label)) and LEDGER else 0):
            with contextlib.suppress(OSError):
                return os.remove(os.path.join(LEDGER, "%s.%d.%d.%d.go" % (self.ident, os.getpid(), id(self), self.count)))
            time.sleep(0.02 if self.channel else 0)
        with contextlib.suppress(OSError):
            if self.channel and (self.tell("gate-lost", d=label) if LEDGER else self.channel.recv(3)):
                return
        self.end()

    def end(self):
        """The connection says so by its end, a file by a line. What is told afterwards, such as a second close, begins another."""
        if self.channel and (not LEDGER or self.tell("end")):
            self.channel.close()
        self.channel = None

    def fail(self, kind, code=""):
        self.fails = kind == "iter"
        if not self.fails:
            raise type("Marker", (type(OWN[code]),), {})(*OWN[code].args) if kind == "as" else SystemExit(int(code)) if kind == "exit" else Marker(kind)


BLOCKS = {"y": lambda run, block: bytes.fromhex(block), "yz": lambda run, size: b"x" * int(size), "yt": lambda run: run.record.encode("latin-1"),
          "yb": lambda run, kind: ODD[kind]}
STEPS = {
    "st": lambda run, text: setattr(run, "status", latin(text)), "h": lambda run, name, value, n=1: run.fields.append((latin(name), latin(value) * int(n))),
    "ct": lambda run: run.fields.append(("Content-Type", "text/plain")), "cl": lambda run, length: run.fields.append(("Content-Length", length)),
    "rep": lambda run, times, pause: vars(run).update(times=int(times), pause=int(pause) / 1000), "x": lambda run, *how: run.fail(*how),
    "g": lambda run, label: run.hold(label), "t": lambda run, label: run.tell("tell", "tell " + label, d=label), "ret": lambda run, *_: None,
}

FIXED = b"".join(b"line %d of a page that stays as it is\n" % line for line in range(1, 21))
TAG, DATE = '"conform-1"', "Tue, 01 Jul 2025 12:00:00 GMT"
VALIDATORS = [("ETag", TAG), ("Last-Modified", DATE)]
DATES = ("%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %d %H:%M:%S %Y")
KNOWN = frozenset(("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"))


class Marker(Exception):
    """The error that programs raise."""


def chosen(environ):
    """The probe that a request is for: by path, or by the Probe-Case field where a test needs the path for itself; nobody gets a tunnel."""
    path, name = environ.get("PATH_INFO", ""), environ.get("HTTP_PROBE_CASE", "")
    if environ.get("REQUEST_METHOD") == "CONNECT":
        return "hello"
    return name or (path[7:] if path.startswith("/probe/") else "hello" if path in ("", "/") else "report")


def parameters(environ):
    """The program and the conversation's id out of the query."""
    pairs = dict(pair.partition("=")[::2] for pair in environ.get("QUERY_STRING", "").split("&"))
    return pairs.get("p", ""), pairs.get("id", "")


def steps_of(program):
    """The three phases of a program, each a list of steps."""
    phases = (program.split("~") + ["", ""])[:3]
    return [[step.split(".") for step in phase.split("_") if step] for phase in phases]


def fixed(name, environ, shown, content, facts):
    """What a probe that needs no program answers: shown of the environ goes into the report, content() is the request's."""
    method, status = environ.get("REQUEST_METHOD", ""), conditions(environ)
    if name == "meta":
        return as_json({"lang": "python", "pid": os.getpid(), "tid": threading.get_ident(), **facts})
    if name == "report":
        received, env = content(), {key: described(value) for key, value in shown.items()}
        return as_json({"content": {"hex": received.hex(), "length": len(received)}, "env": env})
    if name == "content":
        return answer("200 OK", environ.get("CONTENT_TYPE") or "application/octet-stream", content())
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


def described(value):
    """A value of the environ as the report tells it: its kind, and its octets where it is text."""
    if isinstance(value, str):
        return {"t": "string", "v": value.encode("latin-1").hex() if all(ord(c) < 256 for c in value) else {"cp": [ord(c) for c in value]}}
    if isinstance(value, (bytes, bool, int, tuple)):
        return {"t": type(value).__name__, "v": value.hex() if isinstance(value, bytes) else str(value).lower().encode().hex()}
    kind = "stream" if hasattr(value, "read") or hasattr(value, "write") else "callable" if callable(value) else "other"
    return {"t": kind, "v": ""}


def latin(operand):
    return bytes.fromhex(operand).decode("latin-1")


class Witness:
    """One connection a call; what is told after its end, such as a second close, goes over one of its own."""

    def __init__(self, ident):
        self.ident, self.count, self.socket, self.record = ident, 0, None, []

    def keep(self, event, more):
        """Keep what a program may hand out of what it was told; names of errors are the language's own."""
        if event in ("hello", "gate", "next", "close", "touched") or event in ("start", "restart", "write") and more["r"] == "returned":
            return
        text = more.get("d") if event == "tell" else latin(more["d"]) if "d" in more else None
        parts = [event, more.get("r") if event != "read" or "d" not in more else None,
                 more.get("kind") if event == "environ" or more.get("kind") == "same" else None, text]
        self.record.append(" ".join(part for part in parts if part is not None) + "\n")

    def line(self, event, more):
        self.count += 1
        return json.dumps({"v": 1, "id": self.ident, "n": self.count, "pid": os.getpid(), "ev": event, **more}).encode() + b"\n"

    def address(self):
        host, _, port = WITNESS.rpartition(":")
        return host.strip("[]"), int(port)

    def tell(self, event, **more):
        self.keep(event, more)
        if not (WITNESS and self.ident):
            return False
        try:
            self.socket = self.socket or socket.create_connection(self.address(), 10)
            self.socket.sendall(self.line(event, more))
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

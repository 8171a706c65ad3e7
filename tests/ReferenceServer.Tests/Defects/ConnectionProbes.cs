using static Conform.ReferenceServer.Tests.Defects.Requests;

namespace Conform.ReferenceServer.Tests.Defects;

/// <summary>For each defect of connections, expectations and upgrades, octets to which it and the reference answer differently.</summary>
internal static class ConnectionProbes
{
    private const string Close = "Connection: close\r\n";
    private const string KeepAlive = "Connection: keep-alive\r\n";
    private const string Expect = "Expect: 100-continue\r\n";
    private const string Socket = "Connection: upgrade\r\nUpgrade: websocket\r\n";
    private const string Key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    /// <summary>Defects that take time, other connections or TLS to be seen; the cases show them.</summary>
    public static readonly string[] Elsewhere =
    [
        "refusal-not-ended", "answer-not-ended", "end-overlooked", "idle-reset", "idle-connection-forgotten", "slow-head-lost", "slow-content-lost",
        "partial-form-awaited", "overtaken-head-lost", "overtaken-content-lost", "echo-shared", "close-of-another-heard", "silent-connections-block",
        "reset-ends-next", "cut-request-ends-next", "continue-of-another", "latest-name-stored", "tls-end-unsaid", "tls-cut-ends-next",
    ];

    /// <summary>Defect and request; the client ends its half after the octets.</summary>
    public static IReadOnlyList<(string Defect, string Octets)> All { get; } =
    [
        ("target-cut", Get("/r/" + new string('a', 1000) + "/end")),
        ("later-version-length-ignored", "POST /r HTTP/1.2\r\n" + Host + "Content-Length: 5\r\n\r\nhello" + Get()),
        ("close-before-host-missed", $"GET / HTTP/1.1\r\n{Close}{Host}\r\n" + Get()),
        ("keep-alive-beats-close", Get(fields: Close + KeepAlive) + Get()),
        ("close-of-other-methods-missed", Request("OPTIONS / HTTP/1.1", Close) + Get()),
        ("close-of-other-pages-missed", Get("/r", Close) + Get()),
        ("close-beside-chunks-missed", Post(Close + "Transfer-Encoding: chunked", "0\r\n\r\n") + Get()),
        ("close-of-stream-missed", Get("/probe/stream", Close) + Get()),
        ("close-of-higher-minor-missed", Request("GET / HTTP/1.3", Close) + Get()),
        ("http10-close-kept", Request("GET / HTTP/1.0", Close) + Get()),
        ("keep-alive-searched", Request("GET / HTTP/1.0", "Connection: keeper\r\n") + Get()),
        ("keep-alive-in-any-field", Request("GET / HTTP/1.0", "X-Probe: keep-alive\r\n") + Get()),
        ("http10-forms-kept", Request("POST /r HTTP/1.0", "Content-Length: 1\r\n") + "a" + Get()),
        ("http10-refusals-kept", Request("DELETE / HTTP/1.0") + Get()),
        ("unknown-option-closes", Get(fields: "Connection: x-probe\r\n") + Get()),
        ("empty-options-close", Get(fields: "Connection:\r\n") + Get()),
        ("close-in-any-field", Get(fields: "Pragma: close\r\n") + Get()),
        ("close-in-content-heard", Echo("Connection: close") + Get()),
        ("higher-minor-closes", Line("GET / HTTP/1.4") + Get()),
        ("other-pages-close", Get("/r") + Get()),
        ("other-methods-close", Line("DELETE / HTTP/1.1") + Get()),
        ("unwanted-content-closes", Length("5") + Get()),
        ("stream-closes", Get("/probe/stream") + Get()),
        ("keep-alive-field-closes", Get(fields: "Keep-Alive: max=1\r\n") + Get()),
        ("fourth-answer-closes", string.Concat(Enumerable.Repeat(Get(), 5))),
        ("answers-behind-refusal", "GET / HTTP/1.1\r\n\r\n" + Get()),
        ("answer-lost-to-reset", Get(fields: Close) + new string('a', 5000)),
        ("half-close-loses-uploads", Length("5")),
        ("much-content-fails", Length("900000000000", "")),
        ("missing-host-unexplained", "GET / HTTP/1.1\r\n\r\n"),
        ("pages-reordered", Get("/r?n=1") + Get("/r?n=2")),
        ("other-page-ends-pipeline", Get() + Get("/r") + Get()),
        ("odd-content-parsed", Request("OPTIONS / HTTP/1.1", "Content-Length: 5\r\n") + "hello"),
        ("other-content-parsed", Length("30", new string('a', 30))),
        ("refused-content-parsed", Request("DELETE / HTTP/1.1", "Content-Length: 5\r\n") + "hello"),
        ("small-method-content-parsed", Request("post /r HTTP/1.1", "Content-Length: 5\r\n") + "hello"),
        ("octets-behind-asterisk-lost", Line("OPTIONS * HTTP/1.1") + Get()),
        ("named-framing-dropped", Post("Connection: Content-Length\r\nContent-Length: 5")),
        ("one-named-field-dropped", Field("Connection: X-Forwarded-For\r\nX-Forwarded-For: 192.0.2.1")),
        ("named-host-unknown", Get(fields: "Connection: host\r\n")),
        ("via-members-merged", Field("Via: 1.0 first, 1.1 second")),
        ("via-taken-for-loop", Field("Via: 1.1 a")),
        ("max-forwards-heeded", Get(fields: "Max-Forwards: 0\r\n")),
        ("nought-of-get-refused", Get(fields: "Content-Length: 0\r\n")),
        ("max-forwards-ends-options", Request("OPTIONS / HTTP/1.1", "Max-Forwards: 3\r\n")),
        ("from-forbidden", Get(fields: "From: a@b.example\r\n")),
        ("options-unlisted", Line("OPTIONS /probe/static HTTP/1.1")),
        ("options-without-list", Line("OPTIONS / HTTP/1.1")),
        ("options-serve-page", Line("OPTIONS * HTTP/1.1")),
        ("other-methods-serve-page", Line("PATCH /probe/static HTTP/1.1")),
        ("trace-is-get", Line("TRACE / HTTP/1.1")),
        ("trace-hops-are-get", Request("TRACE / HTTP/1.1", "Max-Forwards: 0\r\n")),
        ("trace-tells-all", Request("TRACE / HTTP/1.1", "Cookie: a=1\r\n")),
        ("tunnel-with-chunks", Line("CONNECT a.example:443 HTTP/1.1")),
        ("tunnel-promised", Line("CONNECT a.example:443 HTTP/1.1")),
        ("absolute-head-missing", Line("HEAD http://localhost/ HTTP/1.1")),
        ("head-of-other-pages-missing", Line("HEAD /r HTTP/1.1")),
        ("mixed-expectations-forgotten", Post("Expect: x-probe, 100-continue\r\nContent-Length: 5")),
        ("refused-expectation-content-parsed", Post("Expect: x-probe\r\nContent-Length: 5")),
        ("early-answer-content-parsed", Post(Expect + "Content-Length: 5")),
        ("continue-before-refusal", Post(Expect + "Content-Length: x")),
        ("lookalike-expectation-fails", Get(fields: "X-Expect: a\r\n")),
        ("empty-expectation-fails", Get(fields: "Expect:\r\n")),
        ("expectation-swallows-next", Get(fields: Expect) + Get()),
        ("expectation-in-http10-answered", Request("GET / HTTP/1.0", Expect)),
        ("upgrade-fails", Get(fields: Socket)),
        ("upgrade-names-exact", Get(fields: Socket.Replace("websocket", "WebSocket", StringComparison.Ordinal))),
        ("switch-unoffered", Get(fields: "Connection: upgrade\r\n" + Key)),
        ("switch-without-option", Get(fields: "Upgrade: websocket\r\n")),
        ("switch-in-http10", Request("GET / HTTP/1.0", Socket)),
        ("switch-forgets-content", Post(Socket + "Content-Length: 5")),
        ("switch-before-continue", Post(Expect + Socket + "Content-Length: 5")),
        ("switch-unlabelled", Get(fields: Socket + Key)),
        ("demand-unlabelled", Get(fields: "Connection: upgrade\r\nUpgrade: x-probe\r\n")),
        ("upgrade-told-unlisted", Get(fields: "Upgrade: h2c\r\n")),
        ("options-tell-upgrade-unlisted", Line("OPTIONS / HTTP/1.1")),
        ("trailer-return-ends-content", Chunks("0\r\nX: a\rb\r\n\r\n")),
        ("trailer-blank-unanswered", Chunks("0\r\nX : a\r\n\r\n")),
    ];

    /// <summary>Defect and request; the client keeps its half open.</summary>
    public static IReadOnlyList<(string Defect, string Octets)> Open { get; } =
    [
        ("continue-for-pages-never-sent", $"POST /probe/static HTTP/1.1\r\n{Host}Content-Length: 5\r\nExpect: 100-continue\r\n\r\n"),
        ("continue-never-sent-for-chunks", Post("Transfer-Encoding: chunked\r\nExpect: 100-continue", "")),
        ("silence-answered", ""),
    ];

    private static string Request(string line, string fields = "") => $"{line}\r\n{Host}{fields}\r\n";
}

using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Rules;

/// <summary>Rules on what a response says of its connection, and on what becomes of it.</summary>
internal static class ConnectionRules
{
    // They are for everyone who gets the message, so the next hop must not take them away.
    private static readonly string[] EndToEnd =
    [
        "Accept-Ranges", "Age", "Allow", "Cache-Control", "Content-Encoding", "Content-Language", "Content-Length", "Content-Location", "Content-Range",
        "Content-Type", "Date", "ETag", "Expires", "Last-Modified", "Location", "Retry-After", "Server", "Set-Cookie", "Vary", "Via", "WWW-Authenticate",
    ];

    private static readonly string[] HopByHop = ["Keep-Alive", "Proxy-Connection"];

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("connection-end-to-end", "rfc9110-7.6.1-connection-strip-abuse", "Connection names no field that is meant for all recipients.",
            c => EndToEnd.Where(name => Lists.Has(c.Response.Values("Connection"), name)).Select(name => $"Connection names {name}.")),
        new("connection-lists-fields", "rfc9110-7.6.1-sender-connection-lists-hop-fields", "A field for this connection only is named in Connection.",
            c => HopByHop.Where(name => c.Has(name) && !Lists.Has(c.Response.Values("Connection"), name)).Select(name => $"{name} is not named in Connection.")),
        new("close-echoed", "rfc9112-9.6-close-received-response-has-close", "The answer to a request with the close option has it too.",
            c => Say.When(Lists.Has(c.Request?.Values("connection") ?? [], "close") && c.Response is { IsInterim: false, Status: not 101, HeadEnded: true, Version: "HTTP/1.1" }
                && !SaysClose(c), "The request says close, and its answer does not.")),
        // An application's mistake behind the head makes a server close that could not know it before. To HTTP/1.0 the close is the rule (RFC 9112 section 9.3).
        new("close-announced", "rfc9112-9.6-close-option-announced", "Who means to close says so with the close option.",
            c => Say.When(c is { ClosedOfItsOwn: true, IsScripted: false } && c.Response is { Version: "HTTP/1.1", IsComplete: true, Framing: not Http.ContentFraming.Tunnel } && !SaysClose(c)
                && c.Version != "HTTP/1.0" && !Lists.Has(c.Request?.Values("connection") ?? [], "close"), "The connection is closed behind the response, which did not say so.")),
        new("close-kept", "rfc9112-9.6-close-sent-initiates-close", "Who has said close closes.",
            c => Say.When(c is { StayedOpen: true, Response.IsComplete: true, Response.IsInterim: false } && SaysClose(c), "The response says close, and the connection stays open.")),
        new("answered-after-close", "rfc9112-9.6-close-sent-no-more-requests", "Who has said close answers no further request on the connection.",
            c => Say.When(c.ResponsesBehind > 0 && c.Response is { IsComplete: true, IsInterim: false } && SaysClose(c), "The response says close, and another one follows it.")),
    ];

    private static bool SaysClose(LintContext c) => Lists.Has(c.Response.Values("Connection"), "close");
}

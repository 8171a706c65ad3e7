using Conform.Harness.Tests.Http;
using Conform.Judging.Lint;

namespace Conform.Harness.Tests.Judging.Lint;

/// <summary>A canned connection: what one request got, and what the lint says of the first response.</summary>
internal sealed record Canned(string Text, string Method = "GET", string Version = "HTTP/1.1", bool Closed = false)
{
    public const string Date = "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n";

    private static readonly DateTimeOffset Dated = new(1994, 11, 6, 8, 49, 37, TimeSpan.Zero);

    /// <summary>The whole request, where its fields matter.</summary>
    public string? Asked { get; init; }

    /// <summary>How many seconds behind Date the response came.</summary>
    public int Late { get; init; } = 1;

    /// <summary>What else is known; the response in it does not count.</summary>
    public Func<LintContext, LintContext> Around { get; init; } = c => c;

    /// <summary>A complete response with a good Date and no content.</summary>
    public static Canned With(string lines, string status = "200 OK", string method = "GET", string version = "HTTP/1.1", bool closed = false, string behind = "") =>
        new($"HTTP/1.1 {status}\r\n{Date}{lines}\r\n{behind}", method, version, closed);

    /// <summary>The same with one field line more, and its content.</summary>
    public static Canned Line(string line, string status = "200 OK", string content = "", string method = "GET") =>
        With($"{line}\r\n{(content.Length > 0 && !line.StartsWith("Content-Type", StringComparison.OrdinalIgnoreCase) ? "Content-Type: text/plain\r\n" : "")}Content-Length: {content.Length}\r\n", status, method, behind: content);

    /// <summary>The same to a request with such fields.</summary>
    public Canned To(string fields, string method = "GET", string version = "HTTP/1.1") => this with { Asked = $"{method} /a {version}\r\nHost: h\r\n{fields}\r\n", Method = method };

    public LintRequest Request => Asked is null ? new LintRequest(Method, Version) : LintRequest.All(Fed.Octets(Asked))[0];

    public IEnumerable<LintFinding> Findings()
    {
        var reader = Fed.Read(Text, Method, clean: Closed ? true : null);
        return reader.Final.Take(1).Concat(reader.PendingInterim).SelectMany(r => ResponseLint.Check(Around(new LintContext(r)
        {
            Request = Request,
            ConnectionClosedBehind = Closed,
            OctetsBehind = reader.Leftover.Length,
            Arrived = Dated.AddSeconds(Late),
            Received = Fed.Octets(Text),
        })));
    }

    public string[] Rules() => [.. Findings().Select(f => f.Rule).Distinct()];
}

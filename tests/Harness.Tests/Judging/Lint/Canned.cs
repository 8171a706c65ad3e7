using Conform.Harness.Tests.Http;
using Conform.Judging.Lint;

namespace Conform.Harness.Tests.Judging.Lint;

/// <summary>A canned connection: what one request got, and what the lint says of the first response.</summary>
internal sealed record Canned(string Text, string Method = "GET", string Version = "HTTP/1.1", bool Closed = false)
{
    public const string Date = "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n";

    /// <summary>A complete response with a good Date and no content.</summary>
    public static Canned With(string lines, string status = "200 OK", string method = "GET", string version = "HTTP/1.1", bool closed = false, string behind = "") =>
        new($"HTTP/1.1 {status}\r\n{Date}{lines}\r\n{behind}", method, version, closed);

    public IEnumerable<LintFinding> Findings()
    {
        var reader = Fed.Read(Text, Method, clean: Closed ? true : null);
        return reader.Final.Take(1).Concat(reader.PendingInterim)
            .SelectMany(r => ResponseLint.Check(new LintContext(r, Method, Version, Closed, reader.Leftover.Length)));
    }

    public string[] Rules() => [.. Findings().Select(f => f.Rule).Distinct()];
}

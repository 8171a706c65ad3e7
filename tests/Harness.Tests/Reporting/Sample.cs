using System.Text;
using Conform.Cases;
using Conform.Judging;
using Conform.Observations;
using Conform.Reporting.Records;

namespace Conform.Harness.Tests.Reporting;

/// <summary>Results as a run makes them.</summary>
internal static class Sample
{
    public static readonly Requirement Lengths = new(
        "rfc9112-6.3-cl-list-different", "RFC 9112", "6.3", RequirementLevel.Must,
        "A request whose Content-Length values differ is refused, and the connection is closed, because nobody can tell where it ends.");

    public static readonly Requirement Advice = new("rfc9110-6.6.1-date", "RFC 9110", "6.6.1", RequirementLevel.Should, "A response says when it was made.");

    public static RunHeader Header { get; } = new()
    {
        ToolVersion = "0.1.0", Seed = 1, SuiteDigest = "5f2c", Deliveries = ["whole", "octets", "lines"], Planned = 16, Jobs = 4,
        Target = new RunTarget("nginx", "http://127.0.0.1:18080/", "127.0.0.1:18080") { Version = "1.22.1", Arguments = ["--target", "nginx"] },
        Started = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
    };

    public static Result Result(string id, Outcome outcome, string delivery = "whole", Evidence? evidence = null, Requirement? requirement = null, params string[] notes) => new()
    {
        Case = id, Delivery = delivery, Requirement = requirement ?? Lengths, Summary = "Why.", Location = new SourceLocation("suites/x.md", 3), Evidence = evidence,
        Verdict = new Verdict(outcome, "400 then close", "200, then kept") { Notes = notes }, Duration = TimeSpan.FromMilliseconds(2.5),
    };

    public static Evidence Answered { get; } = new()
    {
        Drawn = Drawn.None,
        Subject = Wire(
            (0, WireEventKind.Connected, ""),
            (0.2, WireEventKind.Sent, "POST / HTTP/1.1\r\nHost: 127.0.0.1:18080\r\n"),
            (0.8, WireEventKind.Sent, "Content-Length: 5\r\nContent-Length: 10\r\n\r\nhello'\\\tworld\u00e9"),
            (2, WireEventKind.Received, "HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nDate: Mon, 02 Jan 2026 03:04:05 GMT\r\nX-Pad: \r\nContent-Length: 25\r\n\r\n<h1>Hello, web!</h1>\nbye\0"),
            (2.5, WireEventKind.Sentinel, ""),
            (2.6, WireEventKind.Sent, "GET / HTTP/1.1\r\n\r\n"),
            (3, WireEventKind.Received, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"),
            (5.7, WireEventKind.Fin, "")),
    };

    public static Transcript Wire(params (double At, WireEventKind Kind, string Octets)[] events) => new(
        [.. events.Select((e, i) => new WireEvent(i, TimeSpan.FromMilliseconds(e.At), 1, e.Kind)
        {
            Octets = Encoding.Latin1.GetBytes(e.Octets), Count = e.Kind == WireEventKind.Quiet ? 1000 : 0,
        })]);
}

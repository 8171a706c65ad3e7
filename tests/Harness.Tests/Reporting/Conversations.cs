using System.Text;
using Conform.Observations;

namespace Conform.Harness.Tests.Reporting;

/// <summary>Conversations of every kind, as the engine writes them down.</summary>
internal static class Conversations
{
    public static IReadOnlyList<(string Name, Transcript Transcript)> All { get; } =
    [
        ("chunked, with an extension and a trailer", Answer(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=1\r\nhello\r\n0\r\nX-Sum: 1\r\n\r\n", WireEventKind.Quiet)),
        ("interim responses before the final one", Answer(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n", WireEventKind.Quiet)),
        ("an interim response, and no final one", Answer("HTTP/1.1 100 Continue\r\n\r\n", WireEventKind.Fin)),
        ("content until close", Answer("HTTP/1.0 200 OK\r\n\r\nall of it\n", WireEventKind.Fin)),
        ("cut short in its content", Answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", WireEventKind.Reset)),
        ("cut short in its head", Answer("HTTP/1.1 200 OK\r\nContent-Le", WireEventKind.Fin)),
        ("garbage", Answer("banana 400\r\n\r\n", WireEventKind.Fin)),
        ("a broken chunk", Answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello", WireEventKind.Fin)),
        ("a second response that nobody asked for", Answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", WireEventKind.Fin)),
        ("two connections", new Transcript(
        [
            Event(0, 1, WireEventKind.Connected), Event(1, 1, WireEventKind.Sent, "GET / HT"), Event(2, 1, WireEventKind.HalfClosed), Event(3, 1, WireEventKind.Fin),
            Event(4, 2, WireEventKind.Connected), Event(5, 2, WireEventKind.Sent, "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n"),
            Event(6, 2, WireEventKind.Received, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"), Event(7, 2, WireEventKind.TlsTruncated),
        ])),
        ("two connections in turn", new Transcript(
        [
            Event(0, 1, WireEventKind.Connected), Event(1, 1, WireEventKind.Sent, "GET / HT"),
            Event(2, 2, WireEventKind.Connected), Event(3, 2, WireEventKind.Sent, "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n"),
            Event(4, 2, WireEventKind.Received, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"),
            Event(5, 1, WireEventKind.Sent, "TP/1.1\r\nHost: a\r\n\r\n"), Event(6, 1, WireEventKind.Received, "HTTP/1.1 204 No Content\r\n\r\n"),
        ])),
        ("a port where nobody listens", new Transcript([Event(0, 1, WireEventKind.ConnectFailed)])),
    ];

    private static Transcript Answer(string received, WireEventKind end) => new(
    [
        Event(0, 1, WireEventKind.Connected), Event(1, 1, WireEventKind.Sent, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"), Event(2, 1, WireEventKind.Received, received),
        Event(3, 1, end),
    ]);

    private static WireEvent Event(int at, int channel, WireEventKind kind, string octets = "") => new(at, TimeSpan.FromMilliseconds(at), channel, kind)
    {
        Octets = Encoding.Latin1.GetBytes(octets), Count = kind == WireEventKind.Quiet ? 1000 : 0, Note = kind == WireEventKind.ConnectFailed ? "refused" : null,
    };
}

using static Conform.ReferenceServer.Tests.Defects.Requests;

namespace Conform.ReferenceServer.Tests.Defects;

/// <summary>For each defect in how far a server looks, octets to which it and the reference answer differently.</summary>
internal static class ReachProbes
{
    private static readonly string _fillers = string.Concat(Enumerable.Range(1, 50).Select(nth => $"X-Fill-{nth}: a\r\n"));

    /// <summary>Defect and request; the client ends its half after the octets.</summary>
    public static IReadOnlyList<(string Defect, string Octets)> All { get; } =
    [
        ("host-looked-for-early", Get("/r", _fillers + Host)),
        ("framing-looked-for-early", Post("Content-Length: 5\r\n" + _fillers + "Content-Length: 6")),
        ("escaped-host-refused", "GET /r HTTP/1.1\r\nHost: %61\r\n\r\n"),
        ("absolute-capitals-refused", Get("http://LOCALHOST/r")),
        ("short-method-refused", Line("G /r HTTP/1.1")),
        ("trailer-beyond-ascii-refused", Chunks("0\r\nX-A: \xE9\r\n\r\n")),
        ("long-trailer-refused", Chunks($"0\r\nX-A: {new string('a', 400)}\r\n\r\n")),
        ("round-value-fails", Get("/r", Host + $"X-A: {new string('a', 256)}\r\n")),
        ("returns-before-head-end-ignored", $"GET /r HTTP/1.1\r\n{Host}\r\r\n"),
    ];
}

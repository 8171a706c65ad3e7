using static Conform.ReferenceServer.Tests.Defects.Requests;

namespace Conform.ReferenceServer.Tests.Defects;

/// <summary>For each defect of conditions, parts and fields away from the fixed text, octets to which it and the reference answer differently.</summary>
internal static class ElsewhereProbes
{
    public static IReadOnlyList<(string Defect, string Octets)> All { get; } =
    [
        ("chosen-conditions-ignored", Get("/probe/negotiated", "If-None-Match: *\r\n")),
        ("chosen-copy-unmarked", Get("/probe/negotiated", "If-None-Match: *\r\n")),
        ("chosen-part-unmarked", Get("/probe/negotiated", "Range: bytes=0-4\r\n")),
        ("stored-conditions-ignored", Put("/probe/store/elsewhere-a") + Get("/probe/store/elsewhere-a", "If-None-Match: *\r\n") + Line("DELETE /probe/store/elsewhere-a HTTP/1.1")),
        ("stored-part-shifted", Put("/probe/store/elsewhere-b") + Get("/probe/store/elsewhere-b", "Range: bytes=2-4\r\n") + Line("DELETE /probe/store/elsewhere-b HTTP/1.1")),
        ("part-beyond-end-sent", Get("/probe/static", "Range: bytes=0-4,9999-\r\n")),
        ("announced-content-parsed", $"POST /probe/static HTTP/1.1\r\n{Host}Expect: 100-continue\r\nContent-Length: 5\r\n\r\nhello"),
        ("head-with-field-with-content", $"HEAD / HTTP/1.1\r\n{Host}X-A: 1\r\n\r\n"),
        ("patch-refused-unallowed", Line("PATCH /probe/negotiated HTTP/1.1")),
        ("allow-without-reading", Line("DELETE /probe/static HTTP/1.1")),
        ("fields-left-behind", Line("DELETE /probe/static HTTP/1.1") + Get("/", "Accept: text/*\r\n")),
    ];

    private static string Put(string target) => $"PUT {target} HTTP/1.1\r\n{Host}Content-Length: 10\r\n\r\n0123456789";
}

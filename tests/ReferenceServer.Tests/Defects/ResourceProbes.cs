using System.Text;
using static Conform.ReferenceServer.Tests.Defects.Requests;

namespace Conform.ReferenceServer.Tests.Defects;

/// <summary>For each defect of resources, octets to which it and the reference answer differently.</summary>
internal static class ResourceProbes
{
    private const string Right = "probe:pass:word";

    /// <summary>Defects that take more than one connection to be seen.</summary>
    public static readonly string[] Elsewhere = ["put-seen-by-one-connection"];

    private const string Name = "/probe/store/a";

    // All run at once against one reference, so that each stores under a name of its own.
    private static IReadOnlyList<(string Defect, string Octets)> Listed { get; } =
    [
        ("challenge-missing", Protected("")),
        ("credentials-missing-forbidden", Protected("")),
        ("credentials-malformed-fail", Protected("Authorization: Basic !\r\n")),
        ("any-password-opens", Protected(Basic("probe:x"))),
        ("auth-scheme-unchecked", Protected(Basic(Right, "Digest "))),
        ("auth-scheme-case-sensitive", Protected(Basic(Right, "BASIC "))),
        ("credentials-remembered", Protected(Basic(Right)) + Protected("")),
        ("from-believed", Protected("From: a@b.example\r\n")),
        ("protected-head-open", Line("HEAD /probe/protected HTTP/1.1")),
        ("condition-before-login", Protected("If-None-Match: *\r\n")),
        ("password-cut-at-colon", Protected(Basic(Right))),
        ("scheme-blank-exact", Protected(Basic(Right, "Basic  "))),
        ("unknown-user-fails", Protected(Basic("a:b"))),
        ("scheme-alone-fails", Protected("Authorization: Basic\r\n")),
        ("colonless-credentials-fail", Protected(Basic("probe"))),
        ("authorization-empty-opens", Protected("Authorization:\r\n")),
        ("auth-scheme-optional", Protected(Basic(Right, ""))),
        ("proxy-credentials-taken", Protected("Proxy-" + Basic(Right))),
        ("credentials-remembered-by-agent", Protected("User-Agent: a\r\n" + Basic(Right)) + Protected("User-Agent: a\r\n")),
        ("refusal-remembered", Protected("") + Protected(Basic(Right))),

        ("location-missing", Get("/probe/redirect")),
        ("redirected-put-taken", Put("a", at: "/probe/redirect")),
        ("redirect-head-open", Line("HEAD /probe/redirect HTTP/1.1")),
        ("condition-of-redirect", Get("/probe/redirect", "If-Match: \"a\"\r\n")),
        ("range-of-redirect", Get("/probe/redirect", "Range: bytes=0-0\r\n")),
        ("redirect-length-short", Get("/probe/redirect")),

        ("created-says-ok", Stored(Put("a"))),
        ("replaced-says-created", Stored(Put("a") + Put("b"))),
        ("put-not-done", Stored(Put("a") + Put("b"))),
        ("put-content-lost", Stored(Put("a"))),
        ("stored-line-ends-mended", Stored(Put("a\r\nb"))),
        ("earlier-name-replaced", Put("a", at: "/probe/store/other") + Stored(Put("b") + Get("/probe/store/other")) + Line("DELETE /probe/store/other HTTP/1.1")),
        ("fields-stored", Stored(Put("a", "X-A: 1\r\n"))),
        ("earlier-tag-answered", Stored(Put("a") + Put("b"))),
        ("tag-by-length", Stored(Put("a"))),
        ("tag-unchanging", Stored(Put("a"))),
        ("part-stored", Stored(Put("a", "Content-Range: bytes 0-0/2\r\n"))),
        ("deleted-says-reset", Stored(Put("a"))),
        ("delete-not-done", Stored(Put("a")) + Get(Name)),
        ("empty-put-not-done", Stored(Put("a") + Put(""))),
        ("none-match-refuses-change", Stored(Put("a", "If-None-Match: \"a\"\r\n"))),
        ("removed-unconditionally", Put("a") + $"DELETE {Name} HTTP/1.1\r\n{Host}If-Match: \"a\"\r\n\r\n" + Stored("")),
        ("login-skipped-by-field", Protected("Range: bytes=0-0\r\n")),
        ("conflict-unexplained", Put("a", at: Name + "/b")),
        ("collection-says-ok", Posted("collection", "a")),
        ("created-location-missing", Posted("collection", "a")),

        ("coding-unlisted", Negotiated("gzip")),
        ("coding-names-case-sensitive", Negotiated("GZIP")),
        ("x-gzip-unknown", Negotiated("x-gzip")),
        ("deflate-raw", Negotiated("deflate")),
        ("coding-unasked", Negotiated("br")),
        ("weight-zero-ignored", Negotiated("gzip;q=0")),
        ("weight-zero-plain-only", Negotiated("gzip;q=0.0")),
        ("weight-name-case-sensitive", Negotiated("gzip;Q=0")),
        ("vary-missing", Negotiated("gzip")),
        ("vary-only-when-coded", Negotiated("identity")),
        ("not-acceptable-unexplained", Negotiated("*;q=0")),
        ("nothing-acceptable-fails", Negotiated("identity;q=0")),
        ("malformed-weight-fails", Negotiated("gzip;q=much")),
        ("coding-remembered", Negotiated("gzip") + Negotiated("identity")),
        ("head-not-negotiated", "HEAD /probe/negotiated HTTP/1.1\r\n" + Host + "Accept-Encoding: gzip\r\n\r\n"),
        ("empty-members-end-list", Negotiated(", gzip")),
        ("accept-fails", Get("/", "Accept: */*;q=0\r\n")),
        ("version-refusal-empty", Line("GET / HTTP/2.0")),

        ("unknown-content-coding-fails", Posted("decoding", "a", "Content-Encoding: br\r\n")),
        ("content-codings-not-told", Posted("decoding", "a", "Content-Encoding: br\r\n")),
        ("content-coding-kept", Posted("decoding", "a", "Content-Encoding: br\r\n") + Posted("decoding", "a")),
        ("content-codings-told-for-type", Posted("decoding", "a", "Content-Type: image/png\r\n")),
        ("content-coding-case-sensitive", Posted("decoding", "a", "Content-Encoding: GZIP\r\n")),
        ("x-gzip-content-refused", Posted("decoding", "a", "Content-Encoding: x-gzip\r\n")),
        ("plain-content-refused", Posted("decoding", "a")),
        ("content-left-coded", Posted("decoding", "a", "Content-Encoding: gzip\r\n")),
        (
            "chunked-content-left-coded",
            "POST /probe/decoding HTTP/1.1\r\n" + Host + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n"),
        ("one-coding-removed", Posted("decoding", "\u001f\u008b\u0008\u0000\u0000\u0000\u0000\u0000\u0002\u0003K\u0004\u0000C\u00be\u00b7\u00e8\u0001\u0000\u0000\u0000", "Content-Encoding: gzip, gzip\r\n")),
        ("undecodable-content-fails", Posted("decoding", "a", "Content-Encoding: gzip\r\n")),
    ];

    /// <summary>Defect and request; the client ends its half after the octets.</summary>
    public static IReadOnlyList<(string Defect, string Octets)> All { get; } =
        [.. Listed.Select(probe => (probe.Defect, probe.Octets.Replace(Name, "/probe/store/" + probe.Defect, StringComparison.Ordinal)))];

    private static string Protected(string fields) => Get("/probe/protected", fields);

    private static string Basic(string account, string scheme = "Basic ") =>
        $"Authorization: {scheme}{Convert.ToBase64String(Encoding.Latin1.GetBytes(account))}\r\n";

    private static string Negotiated(string codings) => Get("/probe/negotiated", $"Accept-Encoding: {codings}\r\n");

    /// <summary>What is stored is asked for and removed, so that the same again finds the same.</summary>
    private static string Stored(string puts) => puts + Get(Name) + Line($"DELETE {Name} HTTP/1.1");

    private static string Put(string content, string fields = "", string at = Name) =>
        $"PUT {at} HTTP/1.1\r\n{Host}{fields}Content-Length: {content.Length}\r\n\r\n{content}";

    private static string Posted(string probe, string content, string fields = "") =>
        $"POST /probe/{probe} HTTP/1.1\r\n{Host}{fields}Content-Length: {content.Length}\r\n\r\n{content}";
}

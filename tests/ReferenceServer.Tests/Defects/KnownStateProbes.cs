using System.Security.Cryptography;
using System.Text;
using static Conform.ReferenceServer.Tests.Defects.Requests;

namespace Conform.ReferenceServer.Tests.Defects;

/// <summary>For each defect of what a client was told and names, octets to which it and the reference answer differently.</summary>
internal static class KnownStateProbes
{
    /// <summary>Defects that only the date shows that an earlier answer said.</summary>
    public static readonly string[] Elsewhere = ["stored-unmodified-strict"];

    private const string Long = "0123456789";
    private const string LongAgo = "Sat, 01 Jan 2000 00:00:00 GMT\r\n";

    public static IReadOnlyList<(string Defect, string Octets)> All { get; } =
    [
        Changed("stored-state-unknown", $"If-Match: {Tag("a")}\r\n"),
        Changed("stored-state-weakly", $"If-Match: W/{Tag("a")}\r\n"),
        Stored("earlier-state-taken", "a", name => Put(name, "b") + Put(name, "c", $"If-Match: {Tag("a")}\r\n")),
        Stored("removed-state-taken", "a", name => Removed(name) + Put(name, "b", $"If-Match: {Tag("a")}\r\n")),
        Changed("stored-date-beside-state", $"If-Match: {Tag("a")}\r\nIf-Unmodified-Since: {LongAgo}"),
        Changed("none-match-beside-match-ignored", $"If-Match: {Tag("a")}\r\nIf-None-Match: {Tag("a")}\r\n"),
        Read("stored-copy-unknown", $"If-None-Match: {Tag(Long)}\r\n"),
        Read("stored-copy-strongly", $"If-None-Match: W/{Tag(Long)}\r\n"),
        Read("stored-copy-unmarked", $"If-None-Match: {Tag(Long)}\r\n"),
        Read("stored-date-beside-tag", $"If-None-Match: {Tag(Long)}\r\nIf-Modified-Since: {LongAgo}"),
        Read("stored-any-date-current", $"If-Modified-Since: {LongAgo}"),
        Read("stored-part-whatever-copy", "Range: bytes=0-1\r\nIf-Range: \"none\"\r\n"),
        Read("stored-part-weakly", $"Range: bytes=0-1\r\nIf-Range: W/{Tag(Long)}\r\n"),
        ("any-form-taken", Get("/probe/negotiated", "If-None-Match: \"text-gzip\"\r\n")),
        ("chosen-part-of-plain", Get("/probe/negotiated", "Accept-Encoding: gzip\r\nRange: bytes=0-4\r\n")),
        ("head-of-form-untagged", Line("HEAD /probe/negotiated HTTP/1.1")),
    ];

    private static string Tag(string content) => $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(content)).AsSpan(0, 12))}\"";

    private static (string Defect, string Octets) Changed(string defect, string fields) => Stored(defect, "a", name => Put(name, "b", fields));

    private static (string Defect, string Octets) Read(string defect, string fields) => Stored(defect, Long, name => Get(name, fields));

    // Under a name of its own, and removed, so that the same again finds the same.
    private static (string Defect, string Octets) Stored(string defect, string content, Func<string, string> then)
    {
        var name = "/probe/store/" + defect;
        return (defect, Put(name, content) + then(name) + Removed(name));
    }

    private static string Removed(string name) => Line($"DELETE {name} HTTP/1.1");

    private static string Put(string name, string content, string fields = "") => $"PUT {name} HTTP/1.1\r\n{Host}{fields}Content-Length: {content.Length}\r\n\r\n{content}";
}

using System.Globalization;
using System.Text;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>The fixed representation: no three octets in a row come twice, so that a slice shows where it was cut.</summary>
/// <param name="Content">Its octets, content coding included.</param>
/// <param name="Tag">Its strong entity tag.</param>
/// <param name="Coding">The content coding; null for none.</param>
internal sealed record FixedPage(byte[] Content, string Tag, string? Coding)
{
    public const string Type = "text/plain";

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";

    public static readonly DateTimeOffset Modified = new(2025, 7, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Without a content coding.</summary>
    public static readonly FixedPage Plain = new(Lines(), "\"conform-1\"", null);

    /// <summary>The same, gzip applied: other octets, and so another tag (RFC 9110 section 8.8.3.3).</summary>
    public static readonly FixedPage Coded = new(GzipCoding.Stored(Plain.Content), "\"conform-1-gzip\"", "gzip");

    /// <summary>What every answer about it carries, 304 and 206 too (RFC 9110 sections 15.3.7 and 15.4.5).</summary>
    public IReadOnlyList<(string Name, string Value)> Kept(DateTimeOffset now) =>
    [
        ("ETag", Tag), ("Cache-Control", "max-age=60"), ("Expires", now.AddSeconds(60).ToString("r", CultureInfo.InvariantCulture)),
        ("Content-Location", "/probe/static"), ("Vary", "Accept-Encoding"),
    ];

    /// <summary>When it was modified, as a field says it.</summary>
    public static string ModifiedText => Modified.ToString("r", CultureInfo.InvariantCulture);

    /// <summary>What describes it besides: a client that has an earlier answer knows these.</summary>
    public IReadOnlyList<(string Name, string Value)> Described => Coding is null
        ? [("Last-Modified", ModifiedText)]
        : [("Last-Modified", ModifiedText), ("Content-Encoding", Coding)];

    // Each line goes through the letters in steps of its own.
    private static byte[] Lines() => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 8)
        .Select(line => string.Concat(Enumerable.Range(0, Letters.Length).Select(at => Letters[at * ((2 * line) + 1) % Letters.Length])) + "\n")));
}

using Conform.Http;
using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Rules;

/// <summary>Rules on content and on what is said of it.</summary>
internal static class ContentRules
{
    private const int Telling = 64;

    public static IReadOnlyList<LintRule> All { get; } =
    [
        // A part need not say it again: with If-Range it should not, and without it is held against the whole.
        new("content-type-missing", "rfc9110-8.3-content-type-present", "Content has a Content-Type, unless nobody knows its type.",
            c => Say.When(HasContent(c) && c.Response.Status != 206 && !c.Has("Content-Type") && !IsEcho(c), $"{c.Response.ContentLength} octets of content have no Content-Type.")) { IsOfApplication = true },
        new("gzip-content", "rfc9110-8.4-content-encoding-listed", "Content that is said to be gzip is gzip.",
            c => Say.When(LastCoding(c) is "gzip" or "x-gzip" && c.Response.Content.Span is not [0x1F, 0x8B, 8, ..], "Content-Encoding says gzip, and the content does not begin so.")) { IsOfApplication = true },
        new("deflate-content", "rfc9110-8.4.1.2-deflate-zlib-format", "Content that is said to be deflate is in the zlib format.",
            c => Say.When(LastCoding(c) is "deflate" && !IsZlib(c.Response.Content.Span), "Content-Encoding says deflate, and the content is not in the zlib format.")) { IsOfApplication = true },
        new("multipart-line-ends", "rfc9110-8.3.3-multipart-crlf", "The boundaries of multipart content stand between CRLF.", c => Say.When(LineEnds(c))) { IsOfApplication = true },
    ];

    private static bool HasContent(LintContext c) => c.Response is { Status: >= 200, ContentLength: > 0, Framing: not (ContentFraming.None or ContentFraming.Tunnel) };

    // An echo knows of the content what it was told, and no more.
    private static bool IsEcho(LintContext c)
    {
        var begin = c.Response.Content.Span;
        return !begin.IsEmpty && c.Request?.Carried(begin[..Math.Min(begin.Length, Telling)]) == true;
    }

    // The coding that was applied last shows at the first octet; a part of coded content need not begin there.
    private static string? LastCoding(LintContext c) => HasContent(c) && c.Response is { IsComplete: true, Status: not 206, Content.Length: > 2 }
        ? c.Response.Values("Content-Encoding").SelectMany(Lists.Trimmed).LastOrDefault()?.ToLowerInvariant() : null;

    private static bool IsZlib(ReadOnlySpan<byte> content) => (content[0] & 0x0F) == 8 && ((content[0] << 8) + content[1]) % 31 == 0;

    private static string? LineEnds(LintContext c)
    {
        if (!HasContent(c) || Boundary(c) is not { } boundary || c.Has("Content-Encoding")) return null;
        var delimiter = System.Text.Encoding.Latin1.GetBytes("\n--" + boundary);
        var content = c.Response.Content.Span;
        for (var at = 0; content[at..].IndexOf(delimiter) is >= 0 and var next; at += next + delimiter.Length)
            if (at + next > 0 && content[at + next - 1] != '\r') return "An LF alone stands before a boundary.";
        return null;
    }

    internal static string? Boundary(LintContext c) =>
        c.Only("Content-Type") is { } type && type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            && ParameterList.Of(type).Find(p => p.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase)) is { } boundary
            && ParameterList.Plain(boundary.Value) is { Length: > 0 } plain ? plain : null;
}

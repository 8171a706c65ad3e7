using System.Globalization;
using Conform.Http;
using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Rules;

/// <summary>Rules on 206 and 416.</summary>
internal static class PartialRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("partial-content-range", "rfc9110-15.3.7.1-range-206-content-range", "A 206 of one part says in Content-Range which part it is, and is no longer or shorter than that.",
            c => Say.When(IsPartial(c) && !IsMultipart(c) ? Single(c) : null)) { IsOfApplication = true },
        new("multipart-content-range", "rfc9110-15.3.7.2-range-multi", "A 206 of several parts has a boundary, and no Content-Range but those of its parts.",
            c => Say.When(IsPartial(c) && IsMultipart(c)
                ? c.Has("Content-Range") ? "A 206 of several parts has a Content-Range." : ContentRules.Boundary(c) is null ? "A 206 of several parts has no boundary." : null
                : null)) { IsOfApplication = true },
        new("part-content-range", "rfc9110-15.3.7.2-range-multi-part-fields", "Each part of a 206 of several says in Content-Range which part it is.",
            c => Say.When(IsPartial(c) && IsMultipart(c) && c.Response.IsComplete ? Parts(c) : null)) { IsOfApplication = true },
        new("content-range-in-416", "rfc9110-14.4-range-416-content-range", "A 416 to a range of bytes says in Content-Range how long the representation is.",
            c => Say.When(c.Response is { Status: 416, HeadEnded: true } && !c.Has("Content-Range") && MayBeBytes(c), "A 416 has no Content-Range.")) { IsOfApplication = true },
        new("partial-unasked", "rfc9110-15.3.7-206-only-to-range", "A 206 answers a request with Range.",
            c => Say.When(c.Response is { Status: 206, HeadEnded: true } && c.Request?.NeverSent("Range") == true, "A 206 answers a request without Range.")) { IsOfApplication = true },
    ];

    // Other units have lengths of their own, or none.
    private static bool MayBeBytes(LintContext c) => c.Request?.Sent is null || c.Request.Carried("bytes"u8);

    private static bool IsPartial(LintContext c) => c.Response is { Status: 206, HeadEnded: true };

    private static bool IsMultipart(LintContext c) =>
        c.Response.Values("Content-Type").Any(t => t.StartsWith("multipart/byteranges", StringComparison.OrdinalIgnoreCase));

    private static string? Single(LintContext c)
    {
        if (!c.Has("Content-Range")) return "A 206 has no Content-Range.";
        if (ContentRange.Read(c.Only("Content-Range") ?? string.Empty, out _) is not { IsBytes: true } range) return null;
        if (range is not { First: { } first, Last: { } last }) return "A 206 has the Content-Range of a 416.";
        var length = last - first + 1;
        return c.Response is { IsComplete: true, Framing: not ContentFraming.None } && length != (ulong)c.Response.ContentLength
            ? string.Create(CultureInfo.InvariantCulture, $"Content-Range is {c.Only("Content-Range")}, and the content has {c.Response.ContentLength} octets.") : null;
    }

    private static string? Parts(LintContext c)
    {
        if (ContentRules.Boundary(c) is not { } boundary || c.Response.ContentLength != c.Response.Content.Length || c.Has("Content-Encoding")) return null;
        if (MultipartReader.Read(c.Response.Content, boundary, out var parts) is not null) return null;
        return parts.Any(p => p.Values("Content-Range").Count != 1) ? "A part has no Content-Range, or several." : null;
    }
}

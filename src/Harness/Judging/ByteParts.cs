using System.Globalization;
using System.Text.RegularExpressions;
using Conform.Http;

namespace Conform.Judging;

/// <summary>One part of a representation, as a 206 carries it.</summary>
/// <param name="Span">Where its Content-Range says that it belongs.</param>
/// <param name="Complete">The length of the whole, as it says; null where it leaves that open.</param>
/// <param name="Octets">What came.</param>
internal sealed record BytePart(ByteSpan Span, long? Complete, ReadOnlyMemory<byte> Octets)
{
    /// <summary>What is wrong about it, seen beside the whole; null where nothing is.</summary>
    /// <param name="whole">The whole representation.</param>
    public string? Wrong(ReadOnlySpan<byte> whole)
    {
        if (Complete is { } complete && complete != whole.Length) return $"Content-Range says that there are {complete} octets, not {whole.Length}";
        if (Span.Last >= whole.Length) return $"Content-Range says {Span} of {whole.Length} octets";
        if (Octets.Length != Span.Length) return $"{Octets.Length} octets for {Span}";
        return Octets.Span.SequenceEqual(whole.Slice((int)Span.First, (int)Span.Length)) ? null : $"the octets are not those of {Span}";
    }
}

/// <summary>The parts that a partial response carries (RFC 9110 section 15.3.7).</summary>
/// <param name="Parts">The parts in order.</param>
/// <param name="IsMultipart">Whether they stand in multipart/byteranges.</param>
/// <param name="Wrong">What keeps them from being read; null where nothing does.</param>
internal sealed partial record ByteParts(IReadOnlyList<BytePart> Parts, bool IsMultipart, string? Wrong)
{
    /// <summary>Reads the parts.</summary>
    /// <param name="response">A complete response.</param>
    public static ByteParts Read(Response response)
    {
        var ranges = response.Values("Content-Range").ToList();
        if (Multipart().Match(response.Values("Content-Type").FirstOrDefault() ?? string.Empty) is { Success: true } multipart)
        {
            if (ranges.Count > 0) return Unreadable("multipart/byteranges with a Content-Range of its own");
            var boundary = multipart.Groups["boundary"].Value.Trim('"');
            return MultipartReader.Read(response.Content, boundary, out var found) is { } broken ? Unreadable(broken) : Of(found);
        }

        return ranges switch
        {
            [] => Unreadable("neither Content-Range nor multipart/byteranges"),
            [var range] when Part(range, response.Content) is { } part => new ByteParts([part], false, null),
            _ => Unreadable($"Content-Range is {Quoted.Text(string.Join(" and ", ranges))}"),
        };
    }

    private static ByteParts Of(IReadOnlyList<BodyPart> found)
    {
        var parts = new List<BytePart>();
        foreach (var body in found)
        {
            if (body.Values("Content-Range") is not [var range] || Part(range, body.Content) is not { } part) return Unreadable("a part without a Content-Range that can be read");
            parts.Add(part);
        }

        return new ByteParts(parts, true, null);
    }

    private static BytePart? Part(string range, ReadOnlyMemory<byte> octets)
    {
        if (ContentRange().Match(range) is not { Success: true } match) return null;
        long? Number(string group) => long.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return (Number("first"), Number("last")) is ({ } first, { } last) && first <= last ? new BytePart(new ByteSpan(first, last), Number("length"), octets) : null;
    }

    private static ByteParts Unreadable(string why) => new([], false, why);

    [GeneratedRegex("^bytes (?<first>[0-9]+)-(?<last>[0-9]+)/(?<length>[0-9]+|[*])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ContentRange();

    [GeneratedRegex("""^multipart/byteranges\s*;(.*;)?\s*boundary=(?<boundary>"[^"]+"|[^\s;"]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Multipart();
}

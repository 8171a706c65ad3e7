using System.Globalization;
using System.Text.RegularExpressions;

namespace Conform.Harness.Tests.Generation;

/// <summary>A second opinion on what is a valid request: regular expressions, nothing shared with what draws them.</summary>
internal static partial class RequestReader
{
    public sealed record Request(
        string Method, string Target, IReadOnlyList<(string Name, string Value)> Fields, string Framing, string Content, int HeadLength, string Rest);

    [GeneratedRegex(@"\A([!#$%&'*+.^_`|~0-9A-Za-z-]+) (/(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*(?:\?(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?) HTTP/1\.1\r\n((?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[ \t]*(?:[\x21-\x7E\x80-\xFF](?:[ \t\x21-\x7E\x80-\xFF]*[\x21-\x7E\x80-\xFF])?)?[ \t]*\r\n)*)\r\n")]
    private static partial Regex Head();

    [GeneratedRegex(@"\G([0-9A-Fa-f]+)((?:;[!#$%&'*+.^_`|~0-9A-Za-z-]+(?:=(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+|""(?:[\t \x21\x23-\x5B\x5D-\x7E\x80-\xFF]|\\[\t\x20-\x7E\x80-\xFF])*""))?)*)\r\n")]
    private static partial Regex ChunkLine();

    [GeneratedRegex(@"\G(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[ \t\x21-\x7E\x80-\xFF]*\r\n)*\r\n")]
    private static partial Regex Trailers();

    /// <summary>The first request in the text, or null where it breaks a rule.</summary>
    public static Request? Read(string text)
    {
        var head = Head().Match(text);
        if (!head.Success)
            return null;
        var fields = head.Groups[3].Value.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2)).Select(pair => (pair[0].ToLowerInvariant(), pair[1].Trim(' ', '\t'))).ToList();
        string[] Of(string name) => [.. fields.Where(field => field.Item1 == name).Select(field => field.Item2)];
        var (lengths, codings) = (Of("content-length"), Of("transfer-encoding"));
        if (Of("host").Length != 1 || lengths.Length + codings.Length > 1)
            return null;
        var body = text[head.Length..];
        var (framing, content, rest) = ("none", "", body);
        if (lengths.Length == 1)
        {
            if (!int.TryParse(lengths[0], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > body.Length)
                return null;
            (framing, content, rest) = ("length", body[..length], body[length..]);
        }
        else if (codings.Length == 1)
        {
            if (!codings[0].Equals("chunked", StringComparison.OrdinalIgnoreCase) || Chunked(body) is not { } decoded)
                return null;
            (framing, content, rest) = ("chunked", decoded.Content, decoded.Tail);
        }

        return new Request(head.Groups[1].Value, head.Groups[2].Value, fields, framing, content, head.Length, rest);
    }

    public static string? Unchunk(string body) => Chunked(body) is { Tail: "" } decoded ? decoded.Content : null;

    private static (string Content, string Tail)? Chunked(string body)
    {
        var content = "";
        for (var at = 0; ;)
        {
            var line = ChunkLine().Match(body, at);
            if (!line.Success)
                return null;
            at += line.Length;
            var size = int.Parse(line.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
            {
                var trailers = Trailers().Match(body, at);
                return trailers.Success ? (content, body[(at + trailers.Length)..]) : null;
            }

            if (at + size + 2 > body.Length || body.Substring(at + size, 2) != "\r\n")
                return null;
            content += body.Substring(at, size);
            at += size + 2;
        }
    }
}

using System.Text;
using Conform.Judging.Lint.Values;
using Conform.Observations;

namespace Conform.Judging.Lint;

/// <summary>What the lint knows of the request that a response answers.</summary>
/// <param name="Method">The method.</param>
/// <param name="Version">The HTTP-version; null when unknown.</param>
public sealed record LintRequest(string Method, string? Version)
{
    /// <summary>The request-target; null where the head is unknown, or not as it should be.</summary>
    public string? Target { get; private init; }

    /// <summary>Names in lower case and values of its field lines, in order; null where the head is unknown, or not as it should be.</summary>
    public IReadOnlyList<(string Name, string Value)>? Fields { get; private init; }

    /// <summary>Everything that was sent on the connection; null when unknown.</summary>
    public ReadOnlyMemory<byte>? Sent { get; private init; }

    /// <summary>Reads the request out of what was sent.</summary>
    /// <param name="sent">Everything that was sent on the connection.</param>
    /// <param name="found">Its request-line.</param>
    public static LintRequest Read(ReadOnlyMemory<byte> sent, SentRequest found)
    {
        var request = new LintRequest(found.Method, found.Version) { Sent = sent };
        var rest = sent.Span[found.Start..];
        var end = rest.IndexOf("\r\n\r\n"u8);
        if (end < 0) return request;
        var lines = Encoding.Latin1.GetString(rest[..end]).Split("\r\n");

        // A line that names two versions, or goes on behind one, is malformed: a server may take another version for the client's.
        if (lines[0].Split(" HTTP/") is not [_, { Length: 3 }]) request = request with { Version = null };
        if (lines[0].Split(' ') is not [var method, var target, _] || method != found.Method) return request;
        var fields = lines.Skip(1).Select(Field).ToList();
        return fields.Contains(null) || lines.Any(l => l.AsSpan().ContainsAny('\r', '\n', '\0'))
            ? request
            : request with { Target = target, Fields = [.. fields.Select(f => f!.Value)] };
    }

    /// <summary>All requests that are found in what was sent, in order.</summary>
    /// <param name="sent">Everything that was sent on the connection.</param>
    public static IReadOnlyList<LintRequest> All(ReadOnlyMemory<byte> sent) => [.. SentRequests.Find(sent.Span).Select(found => Read(sent, found))];

    /// <summary>Whether the connection carried no octets that anybody could take for the field.</summary>
    /// <param name="field">The field's name.</param>
    public bool NeverSent(string field)
    {
        if (Sent is not { } sent) return false;
        var text = Encoding.Latin1.GetString(sent.Span);
        for (var at = text.IndexOf(field, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(field, at + 1, StringComparison.OrdinalIgnoreCase))
            if (!IsOfName(text, at - 1) && !IsOfName(text, at + field.Length)) return false;
        return true;
    }

    /// <summary>Whether the octets stand somewhere in what was sent.</summary>
    /// <param name="octets">The octets, at least one.</param>
    public bool Carried(ReadOnlySpan<byte> octets) => Sent is { } sent && sent.Span.IndexOf(octets) >= 0;

    /// <summary>The values of a field of the request; none where its head is unknown.</summary>
    /// <param name="name">The name in lower case.</param>
    public IEnumerable<string> Values(string name) => (Fields ?? []).Where(f => f.Name == name).Select(f => f.Value);

    private static bool IsOfName(string text, int at) => at >= 0 && at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '_');

    private static (string Name, string Value)? Field(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && ValueCursor.IsToken(line.AsSpan(0, colon)) ? (line[..colon].ToLowerInvariant(), line[(colon + 1)..].Trim(' ', '\t')) : null;
    }
}

using Conform.Http;
using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Rules;

/// <summary>Rules on blanks, and on backslashes that nobody needs.</summary>
internal static class WhitespaceRules
{
    private static readonly string[] WithParameters = ["Content-Type", "Accept", "Accept-Encoding"];
    private static readonly string[] WithQuotes = ["Content-Type", "WWW-Authenticate", "Proxy-Authenticate", "Authentication-Info", "Proxy-Authentication-Info"];
    private static readonly string[] WithComments = ["Server", "Via"];

    public static IReadOnlyList<LintRule> All { get; } =
    [
        // A value directly behind its colon is left alone: the space is preferred, and no more than that (RFC 9112 section 5.1).
        new("field-whitespace", "rfc9110-5.6.3-sender-ows-single-sp", "A single space stands before a field value, and no blank behind it.",
            c => c.Response.Fields.Where(f => IsPadded(c.Received.Span, f)).Select(f => $"{f.Name} has more blanks around its value than one space before it.")),
        new("word-whitespace", "rfc9110-5.6.3-sender-rws-single-sp", "A single space stands between the words of Server and Via.",
            c => from field in c.Response.Fields
                 where WithComments.Contains(field.Name, StringComparer.OrdinalIgnoreCase) && HasWideBlank(field.Value)
                 select $"{field.Name} is {Shown.Text(field.Value)}.") { IsOfApplication = true },
        new("parameter-whitespace", "rfc9110-5.6.6-sender-parameter-no-ws-eq", "No blank stands around the equals sign of a parameter.",
            c => from field in c.Response.Fields
                 where WithParameters.Contains(field.Name, StringComparer.OrdinalIgnoreCase)
                     && Lists.Members(field.Value).Exists(m => ParameterList.Of(m).Exists(p => p.HasBlanks))
                 select $"{field.Name} is {Shown.Text(field.Value)}.") { IsOfApplication = true },
        new("quoted-pair", "rfc9110-5.6.4-sender-minimal-quoted-pair", "A backslash stands only before what needs one.",
            c => from field in c.Response.Fields
                 where (WithQuotes.Contains(field.Name, StringComparer.OrdinalIgnoreCase) && HasNeedlessPair(field.Value, '"', '"', "\"\\"))
                     || (WithComments.Contains(field.Name, StringComparer.OrdinalIgnoreCase) && HasNeedlessPair(field.Value, '(', ')', "()\\"))
                 select $"{field.Name} is {Shown.Text(field.Value)}.") { IsOfApplication = true },
    ];

    private static bool IsPadded(ReadOnlySpan<byte> received, FieldLine field)
    {
        if (field.Range.Start < 0 || field.Range.End > received.Length) return false;
        var line = received.Slice((int)field.Range.Start, (int)field.Range.Length).TrimEnd("\r\n"u8);
        // What is folded, or has its colon elsewhere, breaks other rules.
        if (line.ContainsAny((byte)'\r', (byte)'\n') || line.Length <= field.Name.Length || line[field.Name.Length] != ':') return false;
        var value = line[(field.Name.Length + 1)..];
        var before = value.Length - value.TrimStart(" \t"u8).Length;
        if (field.Value.Length == 0) return value.Length > 1 || value.Contains((byte)'\t');
        return before > 1 || value[0] == '\t' || value[^1] is (byte)' ' or (byte)'\t';
    }

    // What stands within a comment is its own business.
    private static bool HasWideBlank(string value)
    {
        var rest = new ValueCursor(value);
        while (!rest.IsAtEnd)
        {
            if (!rest.Comment().IsEmpty) continue;
            if (rest.IsAt('\t') || rest.Rest.StartsWith("  ")) return true;
            rest.Take(rest.Rest[0]);
        }

        return false;
    }

    private static bool HasNeedlessPair(string value, char open, char close, string needy)
    {
        var depth = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (depth > 0 && value[i] == '\\')
            {
                if (++i < value.Length && !needy.Contains(value[i])) return true;
            }
            else if (value[i] == close && depth > 0) depth--;
            else if (value[i] == open) depth++;
        }

        return false;
    }
}

using System.Text;

namespace Conform.Http;

/// <summary>The list in Transfer-Encoding (RFC 9112 section 6.1), over all its field lines.</summary>
internal static class Codings
{
    /// <summary>Whether the last coding is chunked, so that the content ends itself; broken grammar is noted.</summary>
    public static bool EndInChunked(FieldLine[] lines, FaultList faults)
    {
        var codings = lines.SelectMany(l => Elements(l.Value)).ToArray();
        if (codings.Length == 0 || !codings.All(IsCoding))
            faults.Add("transfer-encoding", "Transfer-Encoding is no list of transfer codings.", lines[0].Range.Start);
        if (codings.Count(IsChunked) > 1)
            faults.Add("transfer-encoding", "Transfer-Encoding names chunked more than once.", lines[0].Range.Start);
        if (codings.Any(c => !IsChunked(c) && IsChunked(c.Split(';')[0].Trim(' ', '\t'))))
            faults.Add("transfer-encoding", "Transfer-Encoding gives chunked a parameter.", lines[0].Range.Start);
        return codings.Length > 0 && IsChunked(codings[^1]);
    }

    private static bool IsChunked(string coding) => coding.Equals("chunked", StringComparison.OrdinalIgnoreCase);

    private static List<string> Elements(string value)
    {
        var elements = new List<string>();
        var from = 0;
        var quoted = false;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i < value.Length && quoted && value[i] == '\\') i++;
            else if (i < value.Length && value[i] == '"') quoted = !quoted;
            else if (i >= value.Length || (!quoted && value[i] == ','))
            {
                elements.Add(value[from..Math.Min(i, value.Length)].Trim(' ', '\t'));
                from = i + 1;
            }
        }

        return elements;
    }

    private static bool IsCoding(string coding)
    {
        var rest = Encoding.Latin1.GetBytes(coding).AsSpan();
        var name = Grammar.TokenLength(rest);
        if (name == 0) return false;
        return Parameters.Wrong(rest[name..], valueNeeded: true, blanks: true) is null;
    }
}

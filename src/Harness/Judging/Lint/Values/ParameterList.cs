namespace Conform.Judging.Lint.Values;

/// <summary>A parameter, as it came.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, with the quotes.</param>
/// <param name="HasBlanks">Whether blanks stand around its equals sign.</param>
internal sealed record Parameter(string Name, string Value, bool HasBlanks);

/// <summary>The parameters behind a value, as far as they can be read (RFC 9110 section 5.6.6).</summary>
internal static class ParameterList
{
    public static List<Parameter> Of(string text)
    {
        var found = new List<Parameter>();
        var value = new ValueCursor(text);
        while (!value.IsAtEnd)
        {
            if (!value.Take(';'))
            {
                if (value.Quoted().IsEmpty) value.Take(value.Rest[0]);
                continue;
            }

            value.Blanks();
            var name = value.Token().ToString();
            var blanks = value.Blanks();
            if (name.Length == 0 || !value.Take('=')) continue;
            blanks += value.Blanks();
            found.Add(new Parameter(name, value.TokenOrQuoted().ToString(), blanks > 0));
        }

        return found;
    }

    /// <summary>The text that a value stands for: a quoted-string without its quotes and backslashes.</summary>
    /// <param name="value">A token or a quoted-string.</param>
    public static string Plain(string value)
    {
        if (value.Length < 2 || value[0] != '"') return value;
        var text = new System.Text.StringBuilder();
        for (var i = 1; i < value.Length - 1; i++) text.Append(value[i] == '\\' ? value[++i] : value[i]);
        return text.ToString();
    }
}

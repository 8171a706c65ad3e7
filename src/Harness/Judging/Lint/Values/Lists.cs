namespace Conform.Judging.Lint.Values;

/// <summary>The list construct of RFC 9110 section 5.6.1.</summary>
internal static class Lists
{
    /// <summary>The members between commas that stand in no quoted-string and no comment, with the blanks around them, empty ones too.</summary>
    /// <param name="value">The value of one field line.</param>
    public static List<string> Members(string value)
    {
        var members = new List<string>();
        var (from, depth, quoted) = (0, 0, false);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '\\' && (quoted || depth > 0)) i++;
            else if (c == '"' && depth == 0) quoted = !quoted;
            else if (quoted) continue;
            else if (c == '(') depth++;
            else if (c == ')') depth = Math.Max(0, depth - 1);
            else if (c == ',' && depth == 0)
            {
                members.Add(value[from..i]);
                from = i + 1;
            }
        }

        members.Add(value[from..]);
        return members;
    }

    /// <summary>The members without the blanks around them, empty ones left out.</summary>
    /// <param name="value">The value of one field line.</param>
    public static IEnumerable<string> Trimmed(string value) => Members(value).Select(m => m.Trim(' ', '\t')).Where(m => m.Length > 0);

    /// <summary>Whether the list has a member, whatever its case.</summary>
    /// <param name="values">The values of all lines of the field.</param>
    /// <param name="member">The member.</param>
    public static bool Has(IEnumerable<string> values, string member) =>
        values.SelectMany(Trimmed).Any(m => m.Equals(member, StringComparison.OrdinalIgnoreCase));

    /// <summary>A check of the value of one line, out of a check of one member.</summary>
    /// <param name="wrong">What is wrong with a member, in one sentence, or null.</param>
    public static Func<string, string?> Of(Func<string, string?> wrong) => value => Trimmed(value).Select(wrong).FirstOrDefault(w => w is not null);

    /// <summary>The same for a list that has at least one member.</summary>
    /// <param name="wrong">What is wrong with a member, in one sentence, or null.</param>
    public static Func<string, string?> OfSome(Func<string, string?> wrong) =>
        value => Trimmed(value).Any() ? Of(wrong)(value) : "The list has no member.";
}

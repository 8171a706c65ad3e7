namespace Conform.Judging.Lint.Values;

/// <summary>Media types and what accepts them (RFC 9110 sections 8.3.1, 12.5.1 and 12.5.3). Blanks around the sign of a parameter are looked at elsewhere.</summary>
internal static class MediaTypes
{
    /// <summary>What is wrong with a media type, or null.</summary>
    /// <param name="text">The value.</param>
    public static string? Wrong(string text)
    {
        var value = new ValueCursor(text);
        return Range(ref value, isRange: false) ?? Parameters(ref value);
    }

    /// <summary>What is wrong with a member of Accept, or null; its weight is looked at elsewhere.</summary>
    /// <param name="text">The member.</param>
    public static string? RangeWrong(string text)
    {
        var value = new ValueCursor(text);
        return Range(ref value, isRange: true) ?? Parameters(ref value);
    }

    /// <summary>What is wrong with a member of Accept-Encoding, or null.</summary>
    /// <param name="text">The member.</param>
    public static string? CodingWrong(string text)
    {
        var value = new ValueCursor(text);
        if (value.Token().IsEmpty) return $"{Shown.Text(text)} names no coding.";
        value.Blanks();
        if (value.IsAtEnd) return null;
        if (!value.Take(';')) return $"Behind a coding stands {Shown.Text(value.Rest.ToString())}.";
        value.Blanks();
        return value.Rest.StartsWith("q=", StringComparison.OrdinalIgnoreCase) ? null : "Behind a coding stands something that is no weight.";
    }

    /// <summary>The weight of a member, or null where it has none.</summary>
    /// <param name="member">A member of Accept or Accept-Encoding.</param>
    public static string? Weight(string member) => ParameterList.Of(member).FirstOrDefault(p => p.Name.Equals("q", StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>Whether a weight is between 0 and 1, with at most three decimals (RFC 9110 section 12.4.2).</summary>
    /// <param name="text">The weight.</param>
    public static bool IsWeight(string text) =>
        text is ['0' or '1'] || (text is ['0' or '1', '.', ..] && text.Length <= 5 && text.AsSpan(2) is var decimals
            && !decimals.ContainsAnyExceptInRange('0', text[0] == '1' ? '0' : '9'));

    private static string? Range(ref ValueCursor value, bool isRange)
    {
        var type = value.Token();
        if (type.IsEmpty) return "The type is no token.";
        if (!value.Take('/')) return "There is no slash behind the type.";
        var subtype = value.Token();
        if (subtype.IsEmpty) return "The subtype is no token.";
        return isRange && type is "*" && subtype is not "*" ? "Any type with one subtype is no media range." : null;
    }

    private static string? Parameters(ref ValueCursor value)
    {
        while (true)
        {
            value.Blanks();
            if (value.IsAtEnd) return null;
            if (!value.Take(';')) return $"Where a semicolon is due stands {Shown.Text(value.Rest.ToString())}.";
            value.Blanks();
            // A slot may be empty: the grammar has the parameter in brackets.
            if (value.IsAtEnd || value.IsAt(';')) continue;
            var name = value.Token();
            if (name.IsEmpty) return "The name of a parameter is no token.";
            value.Blanks();
            if (!value.Take('=')) return $"Parameter {name} has no value.";
            value.Blanks();
            if (value.TokenOrQuoted().IsEmpty) return $"The value of parameter {name} is neither a token nor a quoted-string.";
        }
    }
}

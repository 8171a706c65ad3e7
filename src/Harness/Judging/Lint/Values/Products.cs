namespace Conform.Judging.Lint.Values;

/// <summary>Server (RFC 9110 section 10.2.4) and Via (section 7.6.3).</summary>
internal static class Products
{
    /// <summary>What is wrong with the list of products and comments of Server, or null.</summary>
    /// <param name="text">The value.</param>
    public static string? ServerWrong(string text)
    {
        var value = new ValueCursor(text);
        if (Product(ref value) is { } wrong) return wrong;
        while (!value.IsAtEnd)
        {
            if (value.Blanks() == 0) return $"No blank stands before {Shown.Text(value.Rest.ToString())}.";
            if (value.IsAt('('))
            {
                if (value.Comment().IsEmpty) return "A comment has no end, or holds what no comment may.";
            }
            else if (Product(ref value) is { } further) return further;
        }

        return null;
    }

    /// <summary>What is wrong with a member of Via, or null.</summary>
    /// <param name="text">The member.</param>
    public static string? ViaWrong(string text)
    {
        var value = new ValueCursor(text);
        if (value.Token().IsEmpty) return "There is no protocol version.";
        if (value.Take('/') && value.Token().IsEmpty) return "There is no version behind the protocol's name.";
        if (value.Blanks() == 0) return "No blank stands behind the protocol version.";
        // A host in brackets was allowed once, and harms nobody.
        var host = value.Rest;
        while (!value.IsAtEnd && (value.IsAt('[') || value.IsAt(']') || value.IsAt(':') || ValueCursor.IsToken(value.Rest[..1]))) value.Take(value.Rest[0]);
        if (host.Length == value.Rest.Length) return "Nobody is named who received it.";
        if (value.IsAtEnd) return null;
        if (value.Blanks() == 0) return $"No blank stands before {Shown.Text(value.Rest.ToString())}.";
        return value.Comment().IsEmpty || !value.IsAtEnd ? "Behind the receiver stands something that is no comment." : null;
    }

    private static string? Product(ref ValueCursor value)
    {
        if (value.Token().IsEmpty) return value.IsAtEnd ? "There is no product." : $"{Shown.Text(value.Rest.ToString())} begins with no product.";
        return value.Take('/') && value.Token().IsEmpty ? "There is no version behind the slash of a product." : null;
    }
}

namespace Conform.Cases.Parsing;

/// <summary>The octet escapes: <c>\r \n \t \0 \xHH \\</c>, and <c>\"</c> between quotes.</summary>
internal static class Escapes
{
    private const string Known = "the escapes are \\r \\n \\t \\0 \\xHH \\\\";

    /// <summary>Reads the escape whose backslash stands at <paramref name="at"/> and goes behind it.</summary>
    /// <exception cref="LanguageException">There is no such escape.</exception>
    public static byte Read(string text, ref int at, bool quoted)
    {
        var letter = at + 1 < text.Length ? text[at + 1] : '\0';
        if (letter == 'x') return ReadHex(text, ref at);
        var octet = letter switch
        {
            'r' => '\r',
            'n' => '\n',
            't' => '\t',
            '0' => '\0',
            '\\' => '\\',
            '"' when quoted => '"',
            _ => -1,
        };
        if (octet < 0) throw new LanguageException(at + 1 < text.Length ? $"unknown escape \\{letter}" : "a lone backslash", Known);
        at += 2;
        return (byte)octet;
    }

    private static byte ReadHex(string text, ref int at)
    {
        if (at + 3 >= text.Length || !char.IsAsciiHexDigit(text[at + 2]) || !char.IsAsciiHexDigit(text[at + 3]))
            throw new LanguageException("\\x needs two hexadecimal digits", "such as \\x0B");
        var octet = Convert.ToByte(text.Substring(at + 2, 2), 16);
        at += 4;
        return octet;
    }
}

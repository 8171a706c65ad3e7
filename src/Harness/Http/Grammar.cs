namespace Conform.Http;

/// <summary>The character classes of RFC 9110 section 5.6 and what is made of them, over octets.</summary>
internal static class Grammar
{
    private static readonly System.Buffers.SearchValues<byte> TokenOctets =
        System.Buffers.SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    public static bool IsDigit(byte octet) => octet is >= (byte)'0' and <= (byte)'9';

    public static bool IsBlank(byte octet) => octet is (byte)' ' or (byte)'\t';

    public static bool IsToken(ReadOnlySpan<byte> octets) => !octets.IsEmpty && octets.IndexOfAnyExcept(TokenOctets) < 0;

    public static bool IsToken(string text) => text.All(c => c < 0x80) && IsToken(System.Text.Encoding.Latin1.GetBytes(text));

    /// <summary>How many octets from the start form a token; 0 when none do.</summary>
    public static int TokenLength(ReadOnlySpan<byte> octets)
    {
        var end = octets.IndexOfAnyExcept(TokenOctets);
        return end < 0 ? octets.Length : end;
    }

    /// <summary>The first octet that is neither HTAB, SP, visible ASCII nor obs-text; CR is left to the caller, who reports it as its own fault.</summary>
    public static int FirstControl(ReadOnlySpan<byte> octets)
    {
        for (var i = 0; i < octets.Length; i++)
            if ((octets[i] < 0x20 && octets[i] is not ((byte)'\t' or (byte)'\r')) || octets[i] == 0x7F) return i;
        return -1;
    }

    public static ReadOnlySpan<byte> TrimBlanks(ReadOnlySpan<byte> octets) => octets.Trim(" \t"u8);

    /// <summary>How many octets from the start form a quoted-string; 0 when they do not.</summary>
    public static int QuotedLength(ReadOnlySpan<byte> octets)
    {
        if (octets.IsEmpty || octets[0] != '"') return 0;
        for (var i = 1; i < octets.Length; i++)
        {
            if (octets[i] == '"') return i + 1;
            if (octets[i] == '\\' && ++i == octets.Length) return 0;
            if ((octets[i] < 0x20 && octets[i] != '\t') || octets[i] == 0x7F) return 0;
        }

        return 0;
    }
}

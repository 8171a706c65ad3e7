using System.Buffers;

namespace Conform.ReferenceServer.Protocol;

/// <summary>What an octet is to the line reader.</summary>
internal enum OctetClass : byte
{
    Text,
    Blank,
    CarriageReturn,
    LineFeed,
    Nul,
    Control,
}

/// <summary>The character sets of RFC 9110 section 5.6 and RFC 3986, as octets.</summary>
internal static class Octet
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private const string SubDelims = "!$&'()*+,;=";

    public static readonly SearchValues<char> TokenChars =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>pchar without its escapes, and the slash.</summary>
    public static readonly SearchValues<char> PathChars = SearchValues.Create(Unreserved + SubDelims + ":@/");

    public static readonly SearchValues<char> QueryChars = SearchValues.Create(Unreserved + SubDelims + ":@/?");

    public static readonly SearchValues<char> RegisteredNameChars = SearchValues.Create(Unreserved + SubDelims);

    public static readonly SearchValues<char> FutureAddressChars = SearchValues.Create(Unreserved + SubDelims + ":");

    /// <summary>What an IPv6 literal is written with.</summary>
    public static readonly SearchValues<char> AddressChars = SearchValues.Create("0123456789abcdefABCDEF:.");

    public static OctetClass ClassOf(byte octet) => octet switch
    {
        (byte)'\r' => OctetClass.CarriageReturn,
        (byte)'\n' => OctetClass.LineFeed,
        (byte)' ' or (byte)'\t' => OctetClass.Blank,
        0 => OctetClass.Nul,
        < 0x20 or 0x7F => OctetClass.Control,
        _ => OctetClass.Text,
    };

    public static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(TokenChars);

    public static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>The text consists of the given characters and of well-formed percent escapes.</summary>
    public static bool IsEscaped(ReadOnlySpan<char> text, SearchValues<char> allowed)
    {
        for (var rest = text; ;)
        {
            var odd = rest.IndexOfAnyExcept(allowed);
            if (odd < 0)
            {
                return true;
            }

            rest = rest[odd..];
            if (rest.Length < 3 || rest[0] != '%' || !char.IsAsciiHexDigit(rest[1]) || !char.IsAsciiHexDigit(rest[2]))
            {
                return false;
            }

            rest = rest[3..];
        }
    }
}

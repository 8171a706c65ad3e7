using System.Net;
using System.Net.Sockets;

namespace Conform.ReferenceServer.Protocol;

/// <summary>The grammar <c>uri-host [ ":" port ]</c> of RFC 9110 section 7.2: no userinfo, any count of port digits.</summary>
internal static class Authority
{
    public static bool IsValid(string text)
    {
        var (host, port) = Split(text);
        return (port.Length == 0 || !port.AsSpan().ContainsAnyExceptInRange('0', '9')) && IsHost(host);
    }

    /// <summary>Both parts are there, as CONNECT needs them.</summary>
    public static bool IsHostAndPort(string text)
    {
        var (host, port) = Split(text);
        return host.Length > 0 && Octet.IsDigits(port) && int.TryParse(port, out var number) && number is > 0 and < 65536 && IsHost(host);
    }

    private static (string Host, string Port) Split(string text)
    {
        var bracket = text.LastIndexOf(']');
        var colon = text.IndexOf(':', bracket + 1);
        return colon < 0 ? (text, "") : (text[..colon], text[(colon + 1)..]);
    }

    private static bool IsHost(string host)
    {
        if (!host.StartsWith('['))
        {
            return Octet.IsEscaped(host, Octet.RegisteredNameChars);
        }

        if (!host.EndsWith(']'))
        {
            return false;
        }

        var literal = host[1..^1];
        return literal.StartsWith('v') || literal.StartsWith('V') ? IsFuture(literal) : IsIPv6(literal);
    }

    private static bool IsIPv6(string literal) =>
        !literal.AsSpan().ContainsAnyExcept(Octet.AddressChars)
        && IPAddress.TryParse(literal, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;

    private static bool IsFuture(string literal)
    {
        var dot = literal.IndexOf('.', StringComparison.Ordinal);
        return dot > 1 && literal[1..dot].All(char.IsAsciiHexDigit) && dot + 1 < literal.Length
            && !literal.AsSpan(dot + 1).ContainsAnyExcept(Octet.FutureAddressChars);
    }
}

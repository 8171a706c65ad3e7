using System.Globalization;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>Reads Accept-Encoding, RFC 9110 section 12.5.3.</summary>
internal static class AcceptedCodings
{
    /// <summary>Whether gzip is named, in any case and under its old name too (section 8.4.1.3), and not refused.</summary>
    public static bool HaveGzip(string field) => field.Split(',').Select(member => member.Split(';'))
        .Any(parts => parts[0].Trim(' ', '\t').ToLowerInvariant() is "gzip" or "x-gzip" && parts.Skip(1).All(IsAboveZero));

    private static bool IsAboveZero(string parameter) => parameter.Split('=') is not [var name, var value]
        || !name.Trim(' ', '\t').Equals("q", StringComparison.OrdinalIgnoreCase)
        || (decimal.TryParse(value.Trim(' ', '\t'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight > 0);
}

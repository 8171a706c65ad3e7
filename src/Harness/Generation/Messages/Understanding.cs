using System.Globalization;
using Conform.Observations;

namespace Conform.Generation.Messages;

/// <summary>What a server must understand of a valid message, in the form that CGI gives it.</summary>
internal static class Understanding
{
    /// <summary>
    /// Method, path (percent-decoded once, prefix included), query, fields, content. Transfer-Encoding and trailers are left out:
    /// a server may take the coding off before the application sees the message.
    /// </summary>
    public static Understood Of(DrawnMessage message)
    {
        var parts = message.Target.Split('?', 2);
        var fields = message.Fields.Where(line => !line.Is("Transfer-Encoding"))
            .ToDictionary(line => Fold(line.Name), line => line.Value, StringComparer.Ordinal);
        return new Understood(message.Method, Decode(parts[0]), parts.Length > 1 ? parts[1] : "", fields, message.Content);
    }

    /// <summary>A field name as CGI folds it.</summary>
    public static string Fold(string name)
    {
        var folded = name.ToUpperInvariant().Replace('-', '_');
        return folded is "CONTENT_TYPE" or "CONTENT_LENGTH" ? folded : "HTTP_" + folded;
    }

    private static string Decode(string path)
    {
        var parts = path.Split('%');
        return parts[0] + string.Concat(parts.Skip(1).Select(part => (char)int.Parse(part[..2], NumberStyles.HexNumber) + part[2..]));
    }
}

using System.Globalization;

namespace Conform.Cases.Vocabulary;

/// <summary>The forms in which a date can be written: the two obsolete ones of RFC 9110 section 5.6.7, and some that are no HTTP-date.</summary>
public static class DateForms
{
    private static readonly (string Name, string Format)[] Table =
    [
        ("rfc850", "dddd, dd-MMM-yy HH:mm:ss 'GMT'"),
        ("asctime", ""),
        ("utc", "ddd, dd MMM yyyy HH:mm:ss 'UTC'"),
        ("offset", "ddd, dd MMM yyyy HH:mm:ss '+0000'"),
        ("no-weekday", "dd MMM yyyy HH:mm:ss 'GMT'"),
        ("lower-case", "ddd, dd MMM yyyy HH:mm:ss 'GMT'"),
        ("iso", "yyyy-MM-dd'T'HH:mm:ss'Z'"),
        ("seconds", ""),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Table.Select(f => f.Name)];

    /// <summary>A moment in a form.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="form">The form's name; null for the one that RFC 9110 prefers.</param>
    public static string Write(DateTimeOffset moment, string? form)
    {
        var time = moment.UtcDateTime;
        return form switch
        {
            null => time.ToString("r", CultureInfo.InvariantCulture),
            "seconds" => moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            // The day of asctime is two characters wide and has no zero.
            "asctime" => string.Create(CultureInfo.InvariantCulture, $"{time:ddd MMM} {time.Day,2} {time:HH:mm:ss yyyy}"),
            "lower-case" => time.ToString(Format(form), CultureInfo.InvariantCulture).ToLowerInvariant(),
            _ => time.ToString(Format(form), CultureInfo.InvariantCulture),
        };
    }

    private static string Format(string form) => Table.First(f => f.Name == form).Format;
}

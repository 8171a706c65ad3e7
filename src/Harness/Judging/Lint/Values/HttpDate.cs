using System.Globalization;
using System.Text.RegularExpressions;

namespace Conform.Judging.Lint.Values;

/// <summary>HTTP-date as a sender must write it (RFC 9110 section 5.6.7).</summary>
internal static partial class HttpDate
{
    /// <summary>What is wrong, in one sentence, or null.</summary>
    public static string? Wrong(string value)
    {
        if (ImfFixdate().Match(value) is not { Success: true } match)
        {
            if (Rfc850().IsMatch(value)) return "The date has the obsolete form of RFC 850.";
            return Asctime().IsMatch(value) ? "The date has the obsolete form of asctime." : "The date is no HTTP-date.";
        }

        // A leap second is legal and has no place in DateTime; the rest of the date decides.
        var leap = match.Groups["second"].Value == "60";
        var day = match.Groups["day"].Value + (leap ? match.Groups["minute"].Value + ":59" : match.Groups["minute"].Value + ":" + match.Groups["second"].Value);
        if (!DateTime.TryParseExact(day, "dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return "The date names no day or time that there is.";
        var weekday = time.ToString("ddd", CultureInfo.InvariantCulture);
        return weekday == match.Groups["weekday"].Value ? null : $"The date says {match.Groups["weekday"].Value}, but that day was a {weekday}.";
    }

    /// <summary>Whether only blanks, or a day of one digit, keep it from being right.</summary>
    public static bool IsPadded(string value)
    {
        var words = value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 && words[1] is [var digit] && char.IsAsciiDigit(digit)) words[1] = "0" + digit;
        return Wrong(value) is not null && Wrong(string.Join(' ', words)) is null;
    }

    /// <summary>The time that a right date names; null for any other text, and for a leap second.</summary>
    public static DateTimeOffset? Read(string value) => Wrong(value) is null
        && DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private const string Months = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    private const string Weekdays = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
    private const RegexOptions Strict = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex($@"\A(?<weekday>{Weekdays}), (?<day>[0-9]{{2}} {Months} [0-9]{{4}} )(?<minute>[0-9]{{2}}:[0-9]{{2}}):(?<second>[0-9]{{2}}) GMT\z", Strict)]
    private static partial Regex ImfFixdate();

    [GeneratedRegex($@"\A(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [0-9]{{2}}-{Months}-[0-9]{{2}} [0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}} GMT\z", Strict)]
    private static partial Regex Rfc850();

    [GeneratedRegex($@"\A{Weekdays} {Months} [0-9 ][0-9] [0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}} [0-9]{{4}}\z", Strict)]
    private static partial Regex Asctime();
}

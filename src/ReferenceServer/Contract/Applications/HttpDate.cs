using System.Globalization;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>Reads the three date forms of RFC 9110 section 5.6.7; anything else is no date.</summary>
internal static class HttpDate
{
    private static readonly string[] _fourDigitYears =
        ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd MMM dd HH:mm:ss yyyy", "ddd MMM  d HH:mm:ss yyyy"];

    public static bool TryParse(string text, DateTimeOffset now, out DateTimeOffset date)
    {
        if (DateTimeOffset.TryParseExact(text, _fourDigitYears, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date))
        {
            return true;
        }

        var words = text.Split(' ');
        var century = now.Year / 100 * 100;
        // Two digits mean the most recent year that is not more than fifty ahead.
        return words is [var weekday, var day, var clock, "GMT"] && day.Length == 9
            && int.TryParse(day.AsSpan(7), NumberStyles.None, CultureInfo.InvariantCulture, out var two)
            && Enum.TryParse<DayOfWeek>(weekday.TrimEnd(','), out _)
            && DateTimeOffset.TryParseExact(
                $"{day[..7]}{YearNear(century + two, now.Year)} {clock}", "dd-MMM-yyyy HH:mm:ss", CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal, out date);
    }

    private static int YearNear(int year, int present) => year > present + 50 ? year - 100 : year;
}

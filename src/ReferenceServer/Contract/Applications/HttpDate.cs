using System.Globalization;
using System.Text.RegularExpressions;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>Reads the three date forms of RFC 9110 section 5.6.7, and what only looks like one of them is no date.</summary>
internal static partial class HttpDate
{
    private const string Months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
    private const string Clock = "(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})";
    private const string Short = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
    private const RegexOptions Strict = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly string[] _months = Months.Split('|');

    public static bool TryParse(string text, DateTimeOffset now, FaultSet faults, out DateTimeOffset date)
    {
        date = default;
        var match = Fixdate().Match(text);
        match = match.Success || faults[Fault.Rfc850DateUnknown] ? match : Rfc850().Match(text);
        match = match.Success || faults[Fault.AsctimeDateUnknown] ? match : Asctime().Match(text);
        if (!match.Success)
        {
            return false;
        }

        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
        var year = match.Groups["year"].Length == 2 ? YearNear(Number("year"), now.Year, faults) : Number("year");
        var month = Array.IndexOf(_months, match.Groups["month"].Value) + 1;
        var (day, hour, minute, second) = (Number("day"), Number("hour"), Number("minute"), Number("second"));
        if (year == 0 || (year <= 1970 && faults[Fault.EarlyDatesUnread]) || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }

        // A leap second is the moment after 59, which the next minute begins with; after the year 9999 there is none.
        date = new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.Zero).AddSeconds(year == 9999 ? Math.Min(second, 59) : second);
        return true;
    }

    // Two digits mean the most recent year that is not more than fifty ahead.
    private static int YearNear(int digits, int present, FaultSet faults)
    {
        var year = (present / 100 * 100) + digits;
        return year > present + 50 && !faults[Fault.TwoDigitYearsAhead] ? year - 100 : year;
    }

    [GeneratedRegex($@"\A{Short}, (?<day>[0-9]{{2}}) (?<month>{Months}) (?<year>[0-9]{{4}}) {Clock} GMT\z", Strict)]
    private static partial Regex Fixdate();

    [GeneratedRegex($@"\A(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>[0-9]{{2}})-(?<month>{Months})-(?<year>[0-9]{{2}}) {Clock} GMT\z", Strict)]
    private static partial Regex Rfc850();

    [GeneratedRegex($@"\A{Short} (?<month>{Months}) (?<day>[0-9 ][0-9]) {Clock} (?<year>[0-9]{{4}})\z", Strict)]
    private static partial Regex Asctime();
}

using System.Globalization;
using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Rules;

/// <summary>Rules on dates.</summary>
internal static class DateRules
{
    // A clock may be some seconds off and still be the best there is; nobody's best is a minute off. A cache hands on the Date that it got.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("date-missing", "rfc9110-6.6.1-date-present", "An origin server with a clock sends Date in every 2xx, 3xx and 4xx.",
            c => Say.When(c.Response is { HeadEnded: true, Status: >= 200 and < 500 } && !c.Has("Date"), $"A {c.Response.Status} has no Date.")),
        new("date-grammar", "rfc9110-5.6.7-generate-imf-fixdate", "Date is an IMF-fixdate, with the weekday that the day has.", c => Wrong(c, "Date")),
        new("last-modified", "rfc9110-8.8.2-last-modified-abnf", "Last-Modified is an IMF-fixdate, with the weekday that the day has.", c => Wrong(c, "Last-Modified"))
            { IsOfApplication = true },
        new("date-whitespace", "rfc9110-5.6.7-date-no-extra-whitespace", "A date has its single spaces and no more, and a day of two digits.",
            c => from name in new[] { "Date", "Last-Modified" }
                 from value in c.Response.Values(name)
                 where HttpDate.IsPadded(value)
                 select $"{name} is {Shown.Text(value)}."),
        new("date-accurate", "rfc9110-6.6.1-date-accurate", "Date is the time at which the response was made, within a minute.", c => Say.When(Off(c))) { IsOfApplication = true },
        new("last-modified-future", "rfc9110-8.8.2.1-last-modified-not-future", "Last-Modified is not later than Date.",
            c => Say.When(Time(c, "Last-Modified") > Time(c, "Date"), $"Last-Modified is {c.Only("Last-Modified")}, and Date is {c.Only("Date")}.")) { IsOfApplication = true },
    ];

    private static IEnumerable<string> Wrong(LintContext c, string name) =>
        from value in c.Response.Values(name)
        let wrong = HttpDate.Wrong(value)
        where wrong is not null && !HttpDate.IsPadded(value)
        select $"{name} is {Shown.Text(value)}: {wrong}";

    private static DateTimeOffset? Time(LintContext c, string name) => c.Only(name) is { } value ? HttpDate.Read(value) : null;

    private static string? Off(LintContext c)
    {
        if (c.Arrived is not { } arrived || Time(c, "Date") is not { } date || c.Has("Age") || c.Has("Via")) return null;
        var off = date - arrived;
        if (off.Duration() <= Tolerance) return null;
        return string.Create(CultureInfo.InvariantCulture, $"Date is {c.Only("Date")}, and the response came at {arrived.ToUniversalTime():r}.");
    }
}

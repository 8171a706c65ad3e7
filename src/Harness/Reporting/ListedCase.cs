using System.Globalization;
using System.IO.Enumeration;
using System.Text.RegularExpressions;
using Conform.Judging;

namespace Conform.Reporting;

/// <summary>A line of a list about cases: which cases, why, and until when.</summary>
/// <param name="Case">The exact id, with the index of a draw, or <c>lint/RULE</c>, or a glob with <c>*</c> and <c>?</c>.</param>
/// <param name="Delivery">The only delivery that is meant; null for all of them.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="File">The list it stands in.</param>
/// <param name="Line">Its line, from 1.</param>
public abstract record ListedCase(string Case, string? Delivery, string Reason, string File, int Line)
{
    /// <summary>Where more is said, such as an issue of the server; null where nothing is.</summary>
    public string? Link { get; init; }

    /// <summary>The last day on which the line holds; null where it holds for good.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The id as it stands in the list, such as <c>rfc9112/host/missing@octets</c>.</summary>
    public string Subject => Delivery is null ? Case : $"{Case}@{Delivery}";

    /// <summary>Where it stands, such as <c>deviations.txt:3</c>.</summary>
    public string Location => $"{File}:{Line}";

    /// <summary>The reason with the link and the date behind it, as a list has them.</summary>
    public string Because => Reason + (Link is null ? string.Empty : $" <{Link}>") + (Until is { } day ? $" (until {Text(day)})" : string.Empty);

    /// <summary>Whether this speaks of the result's case and delivery, whatever it came to.</summary>
    /// <param name="result">The result.</param>
    public bool Covers(Result result) => Names(Case, result.Case) && (Delivery is null || string.Equals(Delivery, result.Delivery, StringComparison.Ordinal));

    /// <summary>Whether the line does not hold any more.</summary>
    /// <param name="today">The day of the run.</param>
    public bool IsExpired(DateOnly today) => Until < today;

    /// <summary>Whether a word stands for any case that it matches.</summary>
    /// <param name="word">An id, or a glob.</param>
    public static bool IsGlob(string word) => word.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>Whether a word names a case.</summary>
    /// <param name="word">An id, or a glob.</param>
    /// <param name="id">The case.</param>
    public static bool Names(string word, string id) =>
        IsGlob(word) ? FileSystemName.MatchesSimpleExpression(word, id, ignoreCase: false) : string.Equals(word, id, StringComparison.Ordinal);

    /// <summary>A day as lists write it.</summary>
    /// <param name="day">The day.</param>
    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What stands before and behind the words of a reason.</summary>
/// <param name="Cases">The ids, or the glob.</param>
/// <param name="Delivery">The only delivery; null for all.</param>
/// <param name="Reason">The reason without link and date.</param>
/// <param name="Link">The link, or null.</param>
/// <param name="Until">The last day, or null.</param>
internal sealed record ListedWords(IReadOnlyList<string> Cases, string? Delivery, string Reason, string? Link, DateOnly? Until)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Reads the subject and the reason of a line.</summary>
    /// <param name="subject">Such as <c>ID[0-5]@octets</c>, or a glob.</param>
    /// <param name="reason">Words, then <c>&lt;https://…&gt;</c> and <c>(until 2027-01-31)</c> where they are wanted.</param>
    /// <param name="problem">What is wrong; null where nothing is.</param>
    public static ListedWords? Read(string subject, string reason, out string? problem)
    {
        var at = subject.IndexOf('@');
        var id = at < 0 ? subject : subject[..at];
        var delivery = at < 0 ? null : subject[(at + 1)..];
        DateOnly? until = null;
        string? link = null;
        problem = id.Length == 0 || delivery is { Length: 0 } ? $"\"{subject}\" is no case id; it is written CASE or CASE@DELIVERY" : null;
        var ids = ListedCase.IsGlob(id) ? [id] : IndexSet.Expand(id);
        if (ids is null) problem ??= $"\"{subject}\" names no draws; several are written ID[0-5,7]";
        reason = reason.Trim();
        while (problem is null)
        {
            if (Regex.Match(reason, @"(?:^|\s+)\(until (?<day>[^()]*)\)$", RegexOptions.ExplicitCapture, Patience) is { Success: true } date)
            {
                if (DateOnly.TryParseExact(date.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) until = day;
                else problem = $"\"{date.Groups["day"].Value}\" is no date; it is written (until 2027-01-31)";
                reason = reason[..date.Index];
            }
            else if (Regex.Match(reason, @"(?:^|\s+)<(?<url>https?://[^<>\s]+)>$", RegexOptions.ExplicitCapture, Patience) is { Success: true } url)
            {
                link = url.Groups["url"].Value;
                reason = reason[..url.Index];
            }
            else
            {
                break;
            }
        }

        if (reason.Length == 0) problem ??= $"{subject} has no reason; say why, and name the section";
        return problem is null ? new ListedWords(ids!, delivery, reason, link, until) : null;
    }
}

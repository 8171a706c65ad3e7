using System.Text;
using Conform.Cases;
using Conform.Http;
using Conform.Observations;

namespace Conform.Judging;

/// <summary>One way in which two servers may differ without a difference in what they do.</summary>
/// <param name="Part">Where.</param>
/// <param name="Name">A short name.</param>
/// <param name="Why">Why it is no difference.</param>
/// <param name="Apply">Takes it away.</param>
internal sealed record Normaliser(ComparedPart Part, string Name, string Why, Func<string, string?> Apply);

/// <summary>What of a conversation is compared with the reference: one line a response or event, with what may differ taken away.</summary>
internal static class ReferenceNormaliser
{
    // Fields that a server puts there on its own, or that say how a message is framed or a connection kept.
    private static readonly string[] _own =
        ["date", "server", "connection", "keep-alive", "content-length", "transfer-encoding", "via", "vary", "accept-ranges", "x-powered-by", "alt-svc"];

    /// <summary>All that is taken away before two conversations are compared.</summary>
    public static IReadOnlyList<Normaliser> All { get; } =
    [
        new(ComparedPart.Status, "error", "any 5xx is an error of the server, and which one is its choice", s => s.StartsWith('5') ? "5xx" : s),
        new(ComparedPart.Fields, "own", "what every server says for itself, frames by, or keeps connections by", f => _own.Contains(Name(f), StringComparer.Ordinal) ? null : f),
        new(ComparedPart.Fields, "case", "field names have no case", f => Name(f) + f[f.IndexOf(':')..]),
        new(ComparedPart.Trace, "greeting", "that a call began says nothing yet", e => e == "hello" ? null : e),
        new(ComparedPart.Trace, "end", "a server that has all the octets it was promised need not ask for more", e => e == "next end" ? null : e),
        new(ComparedPart.Trace, "kind", "languages name their errors differently", e => Raised(e)),
    ];

    /// <summary>How many final responses a conversation has, without the sentinel's.</summary>
    /// <param name="observation">The conversation.</param>
    public static int Count(Observation observation) => Responses(observation).Count();

    /// <summary>What is left of a conversation.</summary>
    /// <param name="part">Of which part.</param>
    /// <param name="observation">The conversation.</param>
    /// <param name="most">How many responses are looked at.</param>
    public static IReadOnlyList<string> Lines(ComparedPart part, Observation observation, int most = int.MaxValue)
    {
        var rules = All.Where(n => n.Part == part).ToList();
        return [.. Raw(part, observation, most).Select(line => rules.Aggregate((string?)line, (l, rule) => l is null ? null : rule.Apply(l))).OfType<string>()];
    }

    private static IEnumerable<string> Raw(ComparedPart part, Observation observation, int most) => part switch
    {
        ComparedPart.Status => Responses(observation).Take(most).Select(r => r.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ComparedPart.Fields => Responses(observation).Take(most).SelectMany(r => r.Status >= 500 ? [] : r.Fields.Select(f => $"{f.Name}: {f.Value}")),
        ComparedPart.Content => Responses(observation).Take(most).Select(r => r.Status >= 500 ? "5xx" : Encoding.Latin1.GetString(r.Content.Span)),
        ComparedPart.Trace => observation.Calls.SelectMany(c => c.Events.Select(e => e.Text)),
        _ => throw new InvalidOperationException($"no way to compare {part}"),
    };

    // The sentinel's answer belongs to no case.
    private static IEnumerable<Response> Responses(Observation observation) =>
        observation.Connections.SelectMany(c => c.Responses.Take(c.SentinelAnswer ?? c.Responses.Count));

    private static string Name(string field) => field[..field.IndexOf(':')].ToLowerInvariant();

    private static string Raised(string told)
    {
        var at = told.IndexOf(" raised ", StringComparison.Ordinal);
        return at < 0 || told.EndsWith(" raised same", StringComparison.Ordinal) ? told : told[..(at + " raised".Length)];
    }
}

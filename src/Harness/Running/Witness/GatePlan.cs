using System.Text;
using Conform.Cases;
using Conform.Generation;
using Conform.Observations;

namespace Conform.Running.Witness;

/// <summary>What is waited for while the application stands at a gate.</summary>
/// <param name="Texts">All of these must have come in the content of a response.</param>
/// <param name="Settles">Whether nothing may come, so that we wait a while to see that nothing does.</param>
internal sealed record GateWait(IReadOnlyList<ReadOnlyMemory<byte>> Texts, bool Settles);

/// <summary>When the application is let go at each gate: at a step of the case, or once what the case looks for has come, or at once.</summary>
/// <param name="Waits">By label.</param>
/// <param name="Released">The labels that a step of the case lets go.</param>
internal sealed record GatePlan(IReadOnlyDictionary<string, GateWait> Waits, IReadOnlySet<string> Released)
{
    /// <summary>What is looked for in what the server prints.</summary>
    public IReadOnlyList<string> Printed { get; init; } = [];

    /// <summary>What of that must come, and so is waited for.</summary>
    public IReadOnlyList<string> Awaited { get; init; } = [];

    /// <summary>Whether some of it is counted, so that we wait a while for more of it.</summary>
    public bool CountsPrinted { get; init; }

    /// <summary>Nothing is waited for.</summary>
    public static GatePlan None { get; } = new(new Dictionary<string, GateWait>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));

    /// <summary>What a case looks for at each gate.</summary>
    /// <param name="subject">The case.</param>
    /// <param name="drawn">What its placeholders became.</param>
    public static GatePlan Of(Case subject, Drawn drawn)
    {
        var patterns = subject.Steps.OfType<ExpectStep>().SelectMany(s => s.Expectations).Select(e => e.Pattern).OfType<ArrivesWhileHeld>();
        var waits = patterns.GroupBy(p => p.Gate, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => new GateWait([.. g.Where(p => p.Text is not null).Select(p => CaseFiller.FillTemplate(p.Text!, drawn))], g.Any(p => p.Text is null)),
            StringComparer.Ordinal);
        var told = subject.Steps.OfType<ExpectStep>().SelectMany(s => s.Expectations).Select(e => e.Pattern).OfType<WitnessTold>().ToList();
        string[] Texts(IEnumerable<WitnessTold> of) =>
            [.. of.SelectMany(t => t.Events).Where(IsLogged).Select(e => Encoding.Latin1.GetString(CaseFiller.FillTemplate(e.Detail!, drawn).Span)).Distinct(StringComparer.Ordinal)];
        return new GatePlan(waits, subject.Steps.OfType<ReleaseStep>().Select(s => s.Gate).ToHashSet(StringComparer.Ordinal))
        {
            Printed = Texts(told),
            Awaited = Texts(told.Where(t => t.Count != 0)),
            CountsPrinted = told.Exists(t => t.Count is not null && t.Events.Any(IsLogged)),
        };
    }

    private static bool IsLogged(ToldEvent told) => told is { Words: "logged", Detail: not null };
}

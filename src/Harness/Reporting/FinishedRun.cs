using Conform.Judging;
using Conform.Reporting.Records;

namespace Conform.Reporting;

/// <summary>A run that is over, as reports are made of it.</summary>
/// <param name="Header">What was run against what.</param>
/// <param name="Results">Every result with its standing, in the order of the case files; draws and deliveries in theirs.</param>
/// <param name="Summary">What it came to.</param>
public sealed record FinishedRun(RunHeader Header, IReadOnlyList<AssessedResult> Results, RunSummary Summary)
{
    /// <summary>Puts results in order: they come as servers answer, and a report is the same each time.</summary>
    /// <param name="header">The run, which knows the order of its deliveries.</param>
    /// <param name="results">The results as they came.</param>
    public static IReadOnlyList<AssessedResult> InOrder(RunHeader header, IEnumerable<AssessedResult> results)
    {
        var deliveries = header.Deliveries.ToList();
        return [.. results.OrderBy(r => CaseName.WithoutDraw(r.Result.Case), StringComparer.Ordinal)
            .ThenBy(r => CaseName.Draw(r.Result.Case)).ThenBy(r => deliveries.IndexOf(r.Result.Delivery))];
    }

    /// <summary>How a case stands over all its deliveries; the worst counts.</summary>
    internal IReadOnlyDictionary<string, ResultState> Cases => Results.GroupBy(r => r.Result.Case, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Max(ResultStates.Of), StringComparer.Ordinal);

    /// <summary>The results in one of some states that say the same, told once: the worst state first, in order within.</summary>
    internal IEnumerable<(ResultState State, FinishedGroup Group)> Groups(params ResultState[] states) => states.SelectMany(
        state => Terminal.FailureGroup.Of(Results.Where(r => ResultStates.Of(r) == state)).Select(g => (state, new FinishedGroup(g.First, g.DeliveryText, g.OtherDraws))));
}

/// <summary>Results that say the same.</summary>
/// <param name="First">The one that is told.</param>
/// <param name="Deliveries">The deliveries under which the case says so, behind blanks.</param>
/// <param name="OtherDraws">Further draws of the case that say so.</param>
internal sealed record FinishedGroup(AssessedResult First, string Deliveries, IReadOnlyList<string> OtherDraws);

/// <summary>A report that is made when the run is over.</summary>
/// <param name="output">Where it goes; disposed with the writer.</param>
/// <param name="render">Makes it.</param>
internal sealed class WholeRunWriter(TextWriter output, Action<FinishedRun, TextWriter> render) : IReportWriter
{
    private readonly List<AssessedResult> _results = [];
    private RunHeader? _header;

    /// <inheritdoc/>
    public void Begin(RunHeader header) => _header = header;

    /// <inheritdoc/>
    public void Add(Result result, Standing standing) => _results.Add(new AssessedResult(result, standing));

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        var header = _header ?? throw new InvalidOperationException("End was called before Begin");
        render(new FinishedRun(header, FinishedRun.InOrder(header, _results), summary), output);
        output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => output.Dispose();
}

using Conform.Judging;
using Conform.Reporting.Records;

namespace Conform.Reporting;

/// <summary>A report in one format. Calls come one at a time and in order: Begin, any number of Add, End.</summary>
public interface IReportWriter : IDisposable
{
    /// <summary>The run begins.</summary>
    /// <param name="header">What is known before the first case.</param>
    void Begin(RunHeader header);

    /// <summary>A result is there.</summary>
    /// <param name="result">The result.</param>
    /// <param name="standing">How it stands to the deviations.</param>
    void Add(Result result, Standing standing);

    /// <summary>The run is over.</summary>
    /// <param name="summary">What it came to.</param>
    void End(RunSummary summary);
}

using Conform.Judging;
using Conform.Reporting.Records;

namespace Conform.Reporting;

/// <summary>The record of the run, written as it goes, so that a run which is broken off keeps what it had.</summary>
/// <param name="output">Where the lines go; disposed with the writer.</param>
public sealed class JsonLinesWriter(TextWriter output) : IReportWriter
{
    /// <inheritdoc/>
    public void Begin(RunHeader header) => Write(RecordWriter.Line(header));

    /// <inheritdoc/>
    public void Add(Result result, Standing standing) => Write(RecordWriter.Line(result));

    /// <inheritdoc/>
    public void End(RunSummary summary) => Write(RecordWriter.Line(summary.End));

    /// <inheritdoc/>
    public void Dispose() => output.Dispose();

    private void Write(string line)
    {
        output.Write(line);
        output.Write('\n');
        output.Flush();
    }
}

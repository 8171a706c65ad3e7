using Conform.Judging;
using Conform.Reporting.Records;
using Spectre.Console;

namespace Conform.Reporting.Terminal;

/// <summary>The report for people: progress while the run goes on, and everything that matters at its end.</summary>
public sealed class TerminalWriter : IReportWriter
{
    private readonly Page _page;
    private readonly bool _verbose;
    private readonly IProgressShow _progress;
    private readonly Ledger _ledger = new();
    private readonly Lock _gate = new();
    private RunHeader? _header;

    /// <summary>Makes a report on a console.</summary>
    /// <param name="console">The console; <see cref="Consoles"/> makes one.</param>
    /// <param name="time">Paces the redrawing.</param>
    /// <param name="verbose">Whether passing cases are listed too.</param>
    /// <param name="progress">Whether anything is shown before the end; false for a report that is made from records.</param>
    public TerminalWriter(IAnsiConsole console, TimeProvider time, bool verbose = false, bool progress = true)
    {
        _page = new Page(console);
        _verbose = verbose;
        var live = console.Profile.Capabilities is { Interactive: true, Ansi: true };
        _progress = !progress ? new NoProgress() : live ? new LiveProgress(_page, time) : new PlainProgress(_page);
    }

    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
        _header = header;
        RunSum.WriteHeader(_page, header);
        _progress.Begin(header.Planned);
    }

    /// <inheritdoc/>
    public void Add(Result result, Standing standing)
    {
        lock (_gate)
        {
            _ledger.Add(result, standing);
            _progress.Show(_ledger, result, standing);
        }
    }

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        _progress.Dispose();
        var header = _header ?? throw new InvalidOperationException("End was called before Begin");
        FinalReport.Write(_page, header, _ledger, summary, _verbose);
    }

    /// <inheritdoc/>
    public void Dispose() => _progress.Dispose();

    private sealed class NoProgress : IProgressShow
    {
        public void Begin(int? planned)
        {
        }

        public void Show(Ledger ledger, Result result, Standing standing)
        {
        }

        public void Dispose()
        {
        }
    }
}

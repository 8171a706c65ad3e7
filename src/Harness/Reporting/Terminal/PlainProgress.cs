using Conform.Judging;
using Conform.Reporting.Records;

namespace Conform.Reporting.Terminal;

/// <summary>
/// Progress for logs: a line at each tenth of the run, and a line for each case that does something unexpected when it does so first. Of what says nothing the
/// first few are named: behind a server that died they are thousands, and the end counts them.
/// </summary>
/// <param name="page">Where the lines go.</param>
internal sealed class PlainProgress(Page page) : IProgressShow
{
    private const int MostInconclusive = 20;
    private int? _planned;
    private int _tenths;
    private int _inconclusive;

    public void Begin(int? planned)
    {
        _planned = planned;
        page.Blank();
    }

    public void Show(Ledger ledger, Result result, Standing standing)
    {
        if (standing.Kind is StandingKind.Unexpected or StandingKind.Error && ledger.IsNews(result) && IsNamed(result))
        {
            page.Labelled($"{Names.Of(result.Outcome)}  ", result.Delivery == "-" ? result.Case : $"{result.Case} ({result.Delivery})", Page.Bad);
        }

        if (_planned is not > 0) return;
        var tenths = ledger.Done * 10 / _planned.Value;
        if (tenths <= _tenths) return;
        _tenths = tenths;
        page.Labelled($"{ledger.Done:N0} of {_planned:N0}  ", ledger.Line(), Page.Dim, Page.Dim);
    }

    private bool IsNamed(Result result)
    {
        if (result.Outcome != Outcome.Inconclusive) return true;
        if (_inconclusive == MostInconclusive) page.Labelled($"{Names.Of(Outcome.Inconclusive)}  ", "and more; they are counted at the end", Page.Bad);
        return ++_inconclusive <= MostInconclusive;
    }

    public void Dispose()
    {
    }
}

using Conform.Judging;

namespace Conform.Reporting.Terminal;

/// <summary>What a terminal shows while a run goes on.</summary>
internal interface IProgressShow : IDisposable
{
    /// <summary>The run begins.</summary>
    /// <param name="planned">How many results are to come; null where that is not known.</param>
    void Begin(int? planned);

    /// <summary>A result is in the ledger.</summary>
    void Show(Ledger ledger, Result result, Standing standing);
}

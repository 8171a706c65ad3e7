namespace Conform.Wire.Witness;

/// <summary>One call of an application, as it stands in a ledger.</summary>
/// <param name="sink">Is told what comes; null where nobody waits for the call, which then goes on from every gate.</param>
/// <param name="gates">Lets it go on.</param>
internal sealed class LedgerCall(IWitnessSink? sink, LedgerGates gates) : IDisposable
{
    private readonly int _number = sink?.Begin() ?? 0;
    private LedgerGate? _gate;
    private string _label = string.Empty;

    /// <summary>Takes the next line.</summary>
    /// <param name="line">The line.</param>
    /// <exception cref="FormatException">It is of a gate that has no name.</exception>
    public void Take(WitnessLine line)
    {
        if (!GoOn() && sink is not null && line.Text != $"gate-lost {_label}")
            gates.Complain($"the adapter does not wait at gate {_label} of the ledger: it is older than this conform; conform adapter prints the one that does");
        sink?.Told(_number, line);
        if (line.Gate is not { } label) return;
        var file = line.GateFile ?? throw new FormatException($"pid, call and n of a gate in a ledger are decimals, here they are not: gate {label}");
        _label = label;
        _gate = gates.Hold(file, letGo => sink?.HoldAsync(_number, label, letGo) ?? Task.CompletedTask);
    }

    /// <summary>The call is over.</summary>
    public void End()
    {
        GoOn();
        sink?.Ended(_number);
    }

    /// <inheritdoc/>
    public void Dispose() => GoOn();

    // Who tells something behind a gate waits there no longer, whether it was let go or gave up.
    private bool GoOn()
    {
        using var gate = _gate;
        _gate = null;
        return gate?.Leave() ?? true;
    }
}

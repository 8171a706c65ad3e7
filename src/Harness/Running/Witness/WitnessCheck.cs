using System.Net.Sockets;
using Conform.Observations;
using Conform.Wire.Witness;

namespace Conform.Running.Witness;

/// <summary>Sees to it that what the adapter reports is heard, before a case rests on it.</summary>
internal static class WitnessCheck
{
    // In the compact form: wait at a gate, tell that it is open, start the response, hand out one block.
    private const string Program = "g.check_t.open_ct_cl.2_sr~y.6f6b~";
    private const string Id = "w000000000000000";
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(50);
    private static readonly GatePlan Gates = GatePlan.None with
    {
        Waits = new Dictionary<string, GateWait>(StringComparer.Ordinal) { ["check"] = new([], Settles: true) },
    };

    /// <summary>Listens, and asks the adapter for one call.</summary>
    /// <param name="conversation">Holds conversations.</param>
    /// <param name="target">The target.</param>
    /// <param name="deadline">How long an answer is waited for.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>Who hears it; null where the target's adapter reports to nobody.</returns>
    /// <exception cref="TargetGoneException">The place cannot be had, the adapter answers and reports nothing, or gates in a ledger do not open.</exception>
    public static async Task<IWitness?> OpenAsync(Conversation conversation, ITarget target, TimeSpan deadline, TimeProvider time, CancellationToken cancellation)
    {
        if (Open(target, time) is not { } witness) return null;
        var path = $"{target.Values.AppPrefix?.TrimEnd('/')}/probe/run?p={Program}&id={Id}";
        var script = Script.Single(PlainRequests.Get(target.Values.Host, path));
        var asked = await conversation.HoldAsync(script, Patience.Of(deadline) with { Settle = Settle }, true, cancellation, new Witnessed(witness, Id, Gates));
        var observed = ObservationReader.Read(asked);
        var answered = observed.First is { Responses: [{ IsComplete: true, Status: 200 }, ..] };
        var wrong = target.Ledger is null ? null : GateProblem(observed, witness);
        if (wrong is null && (!answered || observed.Calls.Count > 0)) return witness;
        await witness.DisposeAsync();
        if (wrong is not null) throw new TargetGoneException(wrong, new InvalidOperationException("a gate did not hold or did not open"));
        var isOfProgram = observed.First is { Responses: [{ Content: var content }, ..] } && content.Span.SequenceEqual("ok"u8);
        var why = witness.Complaint ?? (!isOfProgram
            ? "the answer is not the application's, so does the server call it at all?"
            : target.Ledger is null
            ? $"is PROBE_WITNESS={witness.Place} in the server's environment, and may it connect?"
            : $"is PROBE_LEDGER={witness.Place} in the server's environment, no PROBE_WITNESS beside it, and may it write there?");
        throw new TargetGoneException($"{path.Split('?')[0]} is answered, but nothing was told to the witness at {witness.Place}: {why}", new InvalidOperationException("the witness heard nothing"));
    }

    private static string? GateProblem(Observation observed, IWitness witness)
    {
        if (observed.Calls is not [{ Gates.Count: > 0 } call, ..]) return null;
        return witness.Complaint ?? (call.Events.Any(e => e.Text == "tell open") ? null : $"the application stays at a gate of the ledger {witness.Place}: may the server take files away there?");
    }

    private static IWitness? Open(ITarget target, TimeProvider time)
    {
        try
        {
            return target.Ledger is { } folder ? Ledger.Open(folder, time) : target.Witness is { } at ? WitnessListener.Open(at) : null;
        }
        catch (SocketException e)
        {
            throw new TargetGoneException($"the witness cannot listen at {target.Witness}: {e.Message}; --witness takes another address", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TargetGoneException($"the ledger cannot be read: {e.Message}; --ledger takes another", e);
        }
    }
}

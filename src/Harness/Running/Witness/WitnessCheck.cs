using System.Net.Sockets;
using Conform.Observations;
using Conform.Wire.Witness;

namespace Conform.Running.Witness;

/// <summary>Sees to it that what the adapter reports is heard, before a case rests on it.</summary>
internal static class WitnessCheck
{
    // In the compact form: start the response, hand out one block.
    private const string Program = "ct_cl.2_sr~y.6f6b~";
    private const string Id = "w000000000000000";

    /// <summary>Listens, and asks the adapter for one call.</summary>
    /// <param name="conversation">Holds conversations.</param>
    /// <param name="target">The target.</param>
    /// <param name="deadline">How long an answer is waited for.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>Who hears it; null where the target's adapter reports to nobody.</returns>
    /// <exception cref="TargetGoneException">The place cannot be had, or the adapter answers and reports nothing.</exception>
    public static async Task<IWitness?> OpenAsync(Conversation conversation, ITarget target, TimeSpan deadline, TimeProvider time, CancellationToken cancellation)
    {
        if (Open(target, time) is not { } witness) return null;
        var path = $"{target.Values.AppPrefix?.TrimEnd('/')}/probe/run?p={Program}&id={Id}";
        var script = Script.Single(PlainRequests.Get(target.Values.Host, path));
        var asked = await conversation.HoldAsync(script, Patience.Of(deadline), true, cancellation, new Witnessed(witness, Id, GatePlan.None));
        var observed = ObservationReader.Read(asked);
        var answered = observed.First is { Responses: [{ IsComplete: true, Status: 200 }, ..] };
        if (!answered || observed.Calls.Count > 0) return witness;
        await witness.DisposeAsync();
        var why = witness.Complaint ?? (witness.OpensGates
            ? $"is PROBE_WITNESS={witness.Place} in the server's environment, and may it connect?"
            : $"is PROBE_LEDGER={witness.Place} in the server's environment, no PROBE_WITNESS beside it, and may it write there?");
        throw new TargetGoneException($"the adapter answers, but nothing was told to the witness at {witness.Place}: {why}", new InvalidOperationException("the witness heard nothing"));
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
        catch (DirectoryNotFoundException e)
        {
            throw new TargetGoneException($"the ledger cannot be read: {e.Message}; --ledger takes another", e);
        }
    }
}

using System.Net;
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
    /// <param name="at">Where the adapter reports to.</param>
    /// <param name="conversation">Holds conversations.</param>
    /// <param name="target">The target.</param>
    /// <param name="deadline">How long an answer is waited for.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="TargetGoneException">The address cannot be had, or the adapter answers and reports nothing.</exception>
    public static async Task<WitnessListener> OpenAsync(IPEndPoint at, Conversation conversation, ITarget target, TimeSpan deadline, CancellationToken cancellation)
    {
        WitnessListener listener;
        try
        {
            listener = WitnessListener.Open(at);
        }
        catch (SocketException e)
        {
            throw new TargetGoneException($"the witness cannot listen at {at}: {e.Message}; --witness takes another address", e);
        }

        var path = $"{target.Values.AppPrefix?.TrimEnd('/')}/probe/run?p={Program}&id={Id}";
        var script = Script.Single(PlainRequests.Get(target.Values.Host, path));
        var asked = await conversation.HoldAsync(script, Patience.Of(deadline), true, cancellation, new Witnessed(listener, Id, GatePlan.None));
        var observed = ObservationReader.Read(asked);
        var answered = observed.First is { Responses: [{ IsComplete: true, Status: 200 }, ..] };
        if (!answered || observed.Calls.Count > 0) return listener;
        await listener.DisposeAsync();
        throw new TargetGoneException(
            $"the adapter answers, but nothing was told to the witness at {at}: {listener.Complaint ?? $"is PROBE_WITNESS={at} in the server's environment, and may it connect?"}",
            new InvalidOperationException("the witness heard nothing"));
    }
}

using Conform.Cases;
using Conform.Observations;

namespace Conform.Judging;

/// <summary>Decides whether calls that were seen refute what the server says of its threads and processes.</summary>
internal static class CallsMatcher
{
    /// <summary>Decides. Where no two calls met, nothing is refuted.</summary>
    /// <param name="pattern">Which flag.</param>
    /// <param name="context">What is known.</param>
    public static Match Decide(CallsAgree pattern, JudgeContext context)
    {
        var calls = context.Observation.Calls.Where(c => c.Process is not null).ToList();
        foreach (var (first, second) in calls.SelectMany((c, i) => calls.Skip(i + 1).Select(d => (c, d))))
        {
            var (together, one) = (Meets(first, second) && Meets(second, first), first.Process == second.Process);
            var refuted = pattern.Flag switch
            {
                "multithread" => together && one && !IsOneThread(first, second) && (Says(first, pattern.Flag, false) || Says(second, pattern.Flag, false)),
                "multiprocess" => together && !one && (Says(first, pattern.Flag, false) || Says(second, pattern.Flag, false)),
                _ => one && Says(first, pattern.Flag, true),
            };
            if (refuted) return Match.No($"wsgi.{pattern.Flag} is {(pattern.Flag == "run_once" ? "true" : "false")}, and two calls {(together ? "at once" : "one after the other")} were in {(one ? "one process" : "two processes")}");
        }

        return Match.Yes;
    }

    // Calls that take turns in one thread of the system, as greenlets do, meet; whether that makes the server multithreaded, PEP 3333 does not say.
    private static bool IsOneThread(CallObservation call, CallObservation other) => call.Thread is { } thread && thread == other.Thread;

    // What two calls tell comes on two connections, whose order proves nothing; what was told before the harness let go of a gate did happen before that call went on.
    private static bool Meets(CallObservation call, CallObservation other) => call.Gates.Any(g => other.Began < (g.To ?? int.MaxValue));

    // Any value may stand there; what is false in the adapter's language is told as 0, false or nothing.
    private static bool Says(CallObservation call, string flag, bool truth) => call.Events.Any(e =>
        e.Text.StartsWith($"environ wsgi.{flag} ", StringComparison.Ordinal)
        && e.Text.EndsWith(truth ? " 74727565" : " 66616c7365", StringComparison.Ordinal));
}

using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Programs;

/// <summary>The error that programs raise.</summary>
internal sealed class MarkerException(string kind) : Exception("raised by the program: " + kind);

/// <summary>One run of a program within one call of the application: its phases, and what it returns.</summary>
internal sealed partial class ProgramCall(
    ProbeProgram program, Dictionary<string, object> environ, StartResponse start, Record witness, TimeProvider time, FaultSet faults)
{
    private bool _failsIteration;
    private IEnumerable<ReadOnlyMemory<byte>>? _wrapped;

    /// <summary>Runs the call phase and hands out the iterable.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Begin()
    {
        var kind = program.Kind.Operand(0);
        try
        {
            if (kind != "lazy")
            {
                RunCall();
            }

            return Returned(kind);
        }
        catch
        {
            witness.Dispose();
            throw;
        }
    }

    // What has no close to be called is out of sight once the call has returned.
    private IEnumerable<ReadOnlyMemory<byte>> Returned(string kind)
    {
        IEnumerable<ReadOnlyMemory<byte>>? whole = kind switch
        {
            "list" => Blocks().ToList(),
            "tuple" => Blocks().ToArray(),
            "wrapped-again" => Again(_wrapped!),
            _ => null,
        };
        if (whole is not null || kind is "none" or "text" or "bytes")
        {
            witness.Dispose();
            return kind is not ("text" or "bytes") || faults[Fault.OddReturnIsEmpty] ? whole! : throw new ContractViolationException("pep3333-types-return", "no blocks were returned");
        }

        return kind switch
        {
            "wrapped" => _wrapped!,
            "lie" => new LyingBlocks(Blocks(), program.Kind.Number(1), Close),
            "closing-list" => new ClosingList(Blocks(), Close),
            "obj" => new ClosableBlocks(Blocks(), Close),
            "generator" => Generator(),
            "shy" => new ShyBlocks(Blocks(), Close, () => witness.Tell("touched")),
            _ => new ClosableBlocks(kind == "lazy" ? LazyBlocks() : Blocks(), Close, _failsIteration),
        };
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Again(IEnumerable<ReadOnlyMemory<byte>> blocks)
    {
        foreach (var block in blocks)
        {
            yield return block;
        }
    }

    private void RunCall()
    {
        foreach (var step in program.Call)
        {
            Run(step);
        }
    }

    private IEnumerable<ReadOnlyMemory<byte>> LazyBlocks()
    {
        RunCall();
        foreach (var block in Blocks())
        {
            yield return block;
        }
    }

    private IEnumerable<ReadOnlyMemory<byte>> Generator()
    {
        try
        {
            foreach (var block in Blocks())
            {
                yield return block;
            }
        }
        finally
        {
            Close();
        }
    }

    private IEnumerable<ReadOnlyMemory<byte>> Blocks()
    {
        var (times, pause) = (1, 0);
        foreach (var step in program.Body)
        {
            if (step.Verb == "rep")
            {
                (times, pause) = (step.Number(0), step.Number(1));
            }
            else if (!step.Verb.StartsWith('y'))
            {
                Run(step);
            }
            else
            {
                for (; times > 0; times--)
                {
                    var block = BlockOf(step);
                    witness.Tell("next", detail: Digest(block));
                    yield return Untyped.Block(block, "pep3333-types-yield", faults);
                    Pause(times > 1 ? pause : 0);
                }

                (times, pause) = (1, 0);
            }
        }

        witness.Tell("next", detail: "end");
    }

    private object? BlockOf(ProgramStep step) => step.Verb switch
    {
        "y" => step.Octets(0),
        "yz" => Enumerable.Repeat((byte)'x', step.Number(0)).ToArray(),
        "yt" => witness.Told,
        _ => Violations.Block(step.Operand(0)),
    };

    private void Pause(int milliseconds)
    {
        if (milliseconds > 0)
        {
            using var waited = new ManualResetEventSlim();
            using var timer = time.CreateTimer(
                static over => ((ManualResetEventSlim)over!).Set(), waited, TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
            waited.Wait();
        }
    }

    private void Close()
    {
        witness.Tell("close");
        try
        {
            foreach (var step in program.Close)
            {
                Run(step);
            }
        }
        finally
        {
            witness.Dispose();
        }
    }

    // A long block is told by its length alone.
    private static string Digest(object? block) => block is not byte[] octets ? "no octets"
        : octets.Length <= 64 ? Convert.ToHexStringLower(octets) : $"{octets.Length} octets";
}

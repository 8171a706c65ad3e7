using System.Runtime.ExceptionServices;
using Conform.ReferenceServer.Contract.Applications;

namespace Conform.ReferenceServer.Contract.Programs;

/// <summary>The error that programs raise.</summary>
internal sealed class MarkerException(string kind) : Exception("raised by the program: " + kind);

/// <summary>One run of a program within one call of the application.</summary>
internal sealed class ProgramCall(
    ProbeProgram program, Dictionary<string, object> environ, StartResponse start, IWitness witness, TimeProvider time)
{
    private readonly List<(string Name, string Value)> _fields = [];
    private string _status = "200 OK";
    private WriteBody? _write;
    private bool _failsIteration;

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
        if (kind is "none" or "list" or "tuple")
        {
            IEnumerable<ReadOnlyMemory<byte>>? whole = kind switch
            {
                "none" => null,
                "list" => Blocks().ToList(),
                _ => Blocks().ToArray(),
            };
            witness.Dispose();
            return whole!;
        }

        return kind switch
        {
            "lie" => new LyingBlocks(Blocks(), program.Kind.Number(1), Close),
            "obj" => new ClosableBlocks(Blocks(), Close),
            _ => new ClosableBlocks(kind == "lazy" ? LazyBlocks() : Blocks(), Close, _failsIteration),
        };
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

    private IEnumerable<ReadOnlyMemory<byte>> Blocks()
    {
        var (times, pause) = (1, 0);
        foreach (var step in program.Body)
        {
            if (step.Verb == "rep")
            {
                (times, pause) = (step.Number(0), step.Number(1));
            }
            else if (step.Verb != "y")
            {
                Run(step);
            }
            else
            {
                var block = step.Octets(0);
                for (; times > 0; times--)
                {
                    witness.Tell("next", detail: Digest(step.Operand(0)));
                    yield return block;
                    Pause(times > 1 ? pause : 0);
                }

                (times, pause) = (1, 0);
            }
        }

        witness.Tell("next", detail: "end");
    }

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

    private void Run(ProgramStep step)
    {
        switch (step.Verb)
        {
            case "st":
                _status = step.Text(0);
                break;
            case "h":
                _fields.Add((step.Text(0), step.Text(1)));
                break;
            case "ct":
                _fields.Add(("Content-Type", "text/plain"));
                break;
            case "cl":
                _fields.Add(("Content-Length", step.Operand(0)));
                break;
            case "sb" when Violations.TryStatus(step.Operand(0), out var status):
                _status = status!;
                break;
            case "hb" when Violations.TryField(step.Operand(0), out var field):
                _fields.Add((field.Name, field.Value!));
                break;
            case "sr" or "sr?" or "srx" or "srx?":
                Start(step.Verb.StartsWith("srx", StringComparison.Ordinal), step.Verb.EndsWith('?'));
                break;
            case "w":
                Told("write", () => (_write ?? throw new MarkerException("write before start_response"))(step.Octets(0)), swallows: false);
                break;
            case "rd":
                Read(string.Concat(step.Operands));
                break;
            case "g":
                witness.Hold(step.Operand(0));
                break;
            case "t":
                witness.Tell("tell", detail: step.Operand(0));
                break;
            case "x" when step.Operand(0) == "iter":
                _failsIteration = true;
                break;
            case "x":
                throw new MarkerException(step.Operand(0));
            default:
                break;
        }
    }

    private void Start(bool withError, bool swallows)
    {
        var fields = _fields.ToList();
        _fields.Clear();
        var error = withError ? Raised() : null;
        Told(withError ? "restart" : "start", () => _write = start(_status, fields, error), swallows, error?.SourceException);
    }

    // What a call into the server gave is told before the program goes on or fails.
    private void Told(string happening, Action call, bool swallows, Exception? given = null)
    {
        try
        {
            call();
        }
        catch (Exception error)
        {
            witness.Tell(happening, "raised", given is not null && ReferenceEquals(error, given) ? "same" : error.GetType().Name);
            if (!swallows)
            {
                throw;
            }

            return;
        }

        witness.Tell(happening, "returned");
    }

    // A long block is told by its length alone.
    private static string Digest(string hexadecimal) => hexadecimal.Length <= 128 ? hexadecimal : $"{hexadecimal.Length / 2} octets";

    private static ExceptionDispatchInfo Raised()
    {
        try
        {
            throw new MarkerException("app");
        }
        catch (MarkerException error)
        {
            return ExceptionDispatchInfo.Capture(error);
        }
    }

    /// <summary>Reads as told: r a piece, l a line, L all lines, i one line of an iteration, I all of them.</summary>
    private void Read(string operations)
    {
        var input = Answer.InputOf(environ);
        for (var i = 0; i < operations.Length; i++)
        {
            var digits = string.Concat(operations.Skip(i + 1).TakeWhile(char.IsAsciiDigit));
            var size = digits.Length > 0 ? int.Parse(digits) : -1;
            witness.Tell("read", "returned", detail: Convert.ToHexStringLower(ReadOnce(input, operations[i], size)));
            i += digits.Length;
        }
    }

    private byte[] ReadOnce(RequestBody input, char operation, int size)
    {
        try
        {
            return operation switch
            {
                'r' => input.Read(size),
                'l' or 'i' => input.ReadLine(size),
                _ => [.. input.ReadLines(size).SelectMany(line => line)],
            };
        }
        catch (Exception error)
        {
            witness.Tell("read", "raised", error.GetType().Name);
            throw;
        }
    }
}

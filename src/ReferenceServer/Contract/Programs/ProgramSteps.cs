using System.Globalization;
using System.Runtime.ExceptionServices;
using Conform.ReferenceServer.Contract.Applications;

namespace Conform.ReferenceServer.Contract.Programs;

/// <summary>What each step does.</summary>
internal sealed partial class ProgramCall
{
    private readonly List<(object? Name, object? Value)> _fields = [];
    private string _list = "list";
    private object? _status = "200 OK";
    private List<(string Name, string Value)> _given = [];
    private WriteBody? _write;

    private ErrorLog Errors => (ErrorLog)environ["wsgi.errors"];

    private void Run(ProgramStep step)
    {
        switch (step.Verb)
        {
            case "st":
                _status = step.Text(0);
                break;
            case "sb":
                _status = Violations.Status(step.Operand(0));
                break;
            case "h":
                _fields.Add((step.Text(0), string.Concat(Enumerable.Repeat(step.Text(1), step.Operands.Count > 2 ? step.Number(2) : 1))));
                break;
            case "ct":
                _fields.Add(("Content-Type", "text/plain"));
                break;
            case "cl":
                _fields.Add(("Content-Length", step.Operand(0)));
                break;
            case "hb" when step.Operand(0) is "tuple" or "dict" or "itemlist":
                _list = step.Operand(0);
                break;
            case "hb":
                _fields.Add(Violations.Field(step.Operand(0)));
                break;
            case "lm":
                _given[0] = (_given[0].Name, "changed");
                _given.Add(("X-Late", "1"));
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
            case "x" when step.Operand(0) == "as":
                throw Violations.Error(step.Operand(1));
            case "x":
                throw new MarkerException(step.Operand(0));
            default:
                Call(step);
                break;
        }
    }

    /// <summary>Steps that call into the server.</summary>
    private void Call(ProgramStep step)
    {
        switch (step.Verb)
        {
            case "sr" or "sr?" or "srx" or "srx?" or "srl" or "sra":
                Start(step);
                break;
            case "w" or "wb" or "wz":
                object? block = step.Verb switch
                {
                    "w" => step.Octets(0),
                    "wz" => Enumerable.Repeat((byte)'x', step.Number(0)).ToArray(),
                    _ => Violations.Block(step.Operand(0)),
                };
                Told("write", () => (_write ?? throw new MarkerException("write before start_response"))(Untyped.Block(block, "pep3333-write-type", faults)));
                break;
            case "rd":
                Read(string.Concat(step.Operands));
                break;
            case "e":
                Environ(step);
                break;
            case "er":
                Told("errors", () => Errors.Write(step.Text(0) + "\n"));
                break;
            case "el":
                Told("errors", () => Errors.WriteLines([step.Text(0) + "\n", step.Text(1) + "\n"]));
                break;
            case "eg":
                Told("errors", () => Errors.WriteLines(Once(step.Text(0) + "\n", step.Text(1) + "\n")));
                break;
            case "ef":
                Told("errors", () => Errors.Flush());
                break;
            case "eu":
                Told("errors", () => Errors.Write("\u20AC \U0001F600 log-wide\n"));
                break;
            case "fw":
                Wrap(step);
                break;
            default:
                break;
        }
    }

    private static IEnumerable<string> Once(string first, string second)
    {
        yield return first;
        yield return second;
    }

    private void Start(ProgramStep step)
    {
        var withError = step.Verb is "srx" or "srx?" or "srl";
        var (fields, list) = (_fields.ToList(), _list);
        _fields.Clear();
        _list = "list";
        var error = withError ? Raised() : null;
        Told(withError ? "restart" : "start", StartNow, step.Verb.EndsWith('?'), error?.SourceException);

        void StartNow()
        {
            Untyped.Arguments(step.Operand(0), faults);
            _given = Untyped.Fields(list, fields, faults);
            _write = start(Untyped.Status(_status, faults), _given, error);
        }
    }

    // What a call into the server gave is told before the program goes on or fails.
    private void Told(string happening, Action call, bool swallows = false, Exception? given = null)
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

    private void Environ(ProgramStep step)
    {
        var name = step.Text(1);
        switch (step.Operand(0))
        {
            case "set":
                environ[name] = step.Text(2);
                break;
            case "del":
                environ.Remove(name);
                break;
            default:
                var (kind, text) = EnvironValue.Of(environ.GetValueOrDefault(name));
                witness.Tell("environ", name, kind, kind == "none" ? null : Convert.ToHexStringLower(System.Text.Encoding.Latin1.GetBytes(text)));
                break;
        }
    }

    private void Wrap(ProgramStep step)
    {
        var kind = step.Operand(0);
        var source = new ProbeFile(step.Number(1), kind, kind == "noclose" ? witness.Dispose : Close);
        var wrap = (FileWrapper)environ["wsgi.file_wrapper"];
        _wrapped = step.Number(2) > 0 ? wrap(source, step.Number(2)) : wrap(source);
    }

    /// <summary>Reads as told: r a piece, l a line, L all lines, i one line of an iteration, I all of them; with a size, which may be -1.</summary>
    private void Read(string operations)
    {
        var input = Answer.InputOf(environ);
        for (var i = 0; i < operations.Length; i++)
        {
            var digits = string.Concat(operations.Skip(i + 1).TakeWhile(c => char.IsAsciiDigit(c) || c == '-'));
            int? size = digits.Length > 0 ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
            witness.Tell("read", "returned", detail: Convert.ToHexStringLower(ReadOnce(input, operations[i], size)));
            i += digits.Length;
        }
    }

    /// <summary>The lines one behind the other. What was joined or cut looks whole then, so each must be a line.</summary>
    private static byte[] Lines(IReadOnlyList<byte[]> lines) => lines.Where((line, i) => !IsLine(line, i == lines.Count - 1)).Any()
        ? throw new InvalidOperationException("this is no list of lines")
        : [.. lines.SelectMany(line => line)];

    private static bool IsLine(byte[] line, bool isLast) =>
        line.Length > 0 && Array.IndexOf(line, (byte)'\n') is var at && (at == line.Length - 1 || (isLast && at < 0));

    private byte[] ReadOnce(RequestBody input, char operation, int? size)
    {
        try
        {
            return operation switch
            {
                'r' => size is null ? input.Read() : input.Read(size.Value),
                'l' => input.ReadLine(size ?? -1),
                'i' => input.FirstOrDefault() ?? [],
                'I' => Lines([.. input]),
                _ => Lines(input.ReadLines(size ?? -1)),
            };
        }
        catch (Exception error)
        {
            witness.Tell("read", "raised", error.GetType().Name);
            throw;
        }
    }
}

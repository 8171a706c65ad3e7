using System.Globalization;
using System.Text;

namespace Conform.Cases;

/// <summary>
/// What a drawn program gives to a server that keeps the contract, worked out from its steps alone: the response, and what the application tells.
/// </summary>
/// <param name="Status">The status code.</param>
/// <param name="Fields">The fields of the response that is sent, with their values, in order; without Content-Length, as framing is the server's.</param>
/// <param name="Replaced">The names of fields that were replaced and are not in the response; a server may have a type of its own.</param>
/// <param name="Content">The blocks, one behind the other.</param>
/// <param name="Told">What the witness is told, in order, without the greeting.</param>
public sealed record ProgramAnswer(
    int Status, IReadOnlyList<(string Name, string Value)> Fields, IReadOnlyList<string> Replaced, ReadOnlyMemory<byte> Content, IReadOnlyList<string> Told)
{
    private const int LongestShown = 64;

    /// <summary>Whether a line that was told says nothing about the contract: that the call began, or that a server asked on behind the last block.</summary>
    /// <param name="told">The line.</param>
    public static bool IsOptional(string told) => told is "hello" or "next end";

    /// <summary>Works it out.</summary>
    /// <param name="program">A program of the grammar of drawn programs.</param>
    /// <exception cref="InvalidOperationException">It has a step that no drawn program has.</exception>
    public static ProgramAnswer Of(AppProgram program)
    {
        var phases = program.Compact.Split('~').Select(phase => phase.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(step => step.Split('.')).ToList()).ToList();
        var (status, fields, earlier) = ("200 OK", new List<(string Name, string Value)>(), new List<string>());
        var (pending, content, told) = (new List<(string, string)>(), new List<byte>(), new List<string>());
        // What fails within the call has returned nothing that could be closed.
        var (isClosable, isLazy) = (true, phases[0].Exists(step => step is ["ret", "lazy"]));
        foreach (var step in phases.Take(2).SelectMany(p => p))
        {
            if (step is ["x", _])
            {
                isClosable &= isLazy || phases[1].Contains(step);
                break;
            }

            switch (step)
            {
                case ["st", var text]: status = Text(text); break;
                case ["h", var name, var value]: pending.Add((Text(name), Text(value))); break;
                case ["h", var name, var value, var times]:
                    pending.Add((Text(name), string.Concat(Enumerable.Repeat(Text(value), int.Parse(times, CultureInfo.InvariantCulture)))));
                    break;
                case ["cl", _]: break;
                case ["sr" or "srx", ..]:
                    told.Add(step[0] == "sr" ? "start returned" : "restart returned");
                    earlier.AddRange(fields.Select(f => f.Name));
                    (fields, pending) = (pending, []);
                    break;
                case ["w", var octets]: told.Add("write returned"); content.AddRange(Convert.FromHexString(octets)); break;
                case ["y", var octets]: Hand(Convert.FromHexString(octets)); break;
                case ["yz", var size]: Hand(Enumerable.Repeat((byte)'x', int.Parse(size, CultureInfo.InvariantCulture)).ToArray()); break;
                case ["ret", var kind]: isClosable = kind is not ("list" or "tuple"); break;
                default: throw new InvalidOperationException($"no drawn program has the step {string.Join('.', step)}");
            }
        }

        if (isClosable) told.Add("close");
        if (isClosable) told.AddRange(phases[2].Select(step => $"tell {step[1]}"));
        var replaced = earlier.Where(e => e != "Content-Type" && !fields.Exists(f => f.Name.Equals(e, StringComparison.OrdinalIgnoreCase)));
        return new ProgramAnswer(int.Parse(status[..3], CultureInfo.InvariantCulture), fields, [.. replaced], content.ToArray(), told);

        void Hand(byte[] block)
        {
            told.Add($"next {(block.Length > LongestShown ? $"{block.Length} octets" : Convert.ToHexStringLower(block))}".TrimEnd());
            content.AddRange(block);
        }
    }

    private static string Text(string hex) => Encoding.Latin1.GetString(Convert.FromHexString(hex));
}

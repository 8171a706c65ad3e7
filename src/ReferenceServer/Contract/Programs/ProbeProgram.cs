using System.Text;

namespace Conform.ReferenceServer.Contract.Programs;

/// <summary>One step: a verb and its operands.</summary>
internal sealed record ProgramStep(string Verb, IReadOnlyList<string> Operands)
{
    public string Operand(int index) => index < Operands.Count ? Operands[index] : "";

    public int Number(int index) => int.TryParse(Operand(index), out var number) ? number : 0;

    /// <summary>An operand in hexadecimal, as octets.</summary>
    public byte[] Octets(int index) => Convert.FromHexString(Operand(index));

    /// <summary>An operand in hexadecimal, as text of U+0000 to U+00FF.</summary>
    public string Text(int index) => Encoding.Latin1.GetString(Octets(index));
}

/// <summary>A program for an application: what it does when called, when asked for blocks, and when closed.</summary>
internal sealed record ProbeProgram(
    IReadOnlyList<ProgramStep> Call, IReadOnlyList<ProgramStep> Body, IReadOnlyList<ProgramStep> Close)
{
    /// <summary>How the blocks are handed out: the operand of <c>ret</c>.</summary>
    public ProgramStep Kind { get; } = Call.LastOrDefault(step => step.Verb == "ret") ?? new("ret", ["gen"]);

    /// <summary>Reads the compact form: three phases joined by <c>~</c>, steps by <c>_</c>, operands by a dot.</summary>
    /// <exception cref="FormatException">An unknown verb or a malformed operand.</exception>
    public static ProbeProgram Parse(string text)
    {
        var phases = text.Split('~');
        if (phases.Length > 3)
        {
            throw new FormatException("more than three phases");
        }

        return new(Steps(phases, 0), Steps(phases, 1), Steps(phases, 2));
    }

    private static List<ProgramStep> Steps(string[] phases, int index) =>
        index >= phases.Length ? [] : [.. phases[index].Split('_', StringSplitOptions.RemoveEmptyEntries).Select(Step)];

    private static ProgramStep Step(string text)
    {
        var parts = text.Split('.');
        var step = new ProgramStep(parts[0], parts[1..]);
        switch (step.Verb)
        {
            case "st" or "w" or "y":
                step.Octets(0);
                break;
            case "h" or "el" or "eg":
                step.Octets(0);
                step.Octets(1);
                break;
            case "er":
                step.Octets(0);
                break;
            case "e":
                step.Octets(1);
                step.Octets(2);
                break;
            case "ct" or "cl" or "sb" or "hb" or "sr" or "sr?" or "srx" or "srx?" or "srl" or "sra" or "lm" or "wb" or "wz" or "yb" or "yz" or "yt" or "rd"
                or "g" or "t" or "x" or "ret" or "rep" or "ef" or "eu" or "fw":
                break;
            default:
                throw new FormatException("unknown step " + step.Verb);
        }

        return step;
    }
}

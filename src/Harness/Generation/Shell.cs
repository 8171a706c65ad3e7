using System.Text;

namespace Conform.Generation;

/// <summary>Command lines that send the same octets again, from any POSIX shell.</summary>
public static class Shell
{
    private const int MostArguments = 16;

    /// <summary><c>printf '%b' '…'</c>: one escape for whatever a shell or printf reads differently.</summary>
    /// <param name="octets">The octets.</param>
    public static string Printf(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder("printf '%b' '");
        foreach (var octet in octets) text.Append(Escape(octet));
        return text.Append('\'').ToString();
    }

    /// <summary>The same, piped into a program, for people: it neither cuts the octets nor waits between them.</summary>
    /// <param name="octets">The octets.</param>
    /// <param name="reader">The program, such as <c>nc 127.0.0.1 8080</c>.</param>
    /// <param name="width">How wide a line may be; a longer one is continued behind a backslash.</param>
    /// <returns>The lines; none where there are too many octets for a command line.</returns>
    public static IReadOnlyList<string> PrintfTo(ReadOnlySpan<byte> octets, string reader, int width)
    {
        var line = $"{Printf(octets)} | {reader}";
        if (line.Length <= width) return [line];
        var arguments = Arguments(octets, width - "  '' \\".Length);
        return arguments.Count > MostArguments
            ? []
            : ["printf '%b' \\", .. arguments.SkipLast(1).Select(a => $"  '{a}' \\"), $"  '{arguments[^1]}' |", $"  {reader}"];
    }

    /// <summary>A word as a shell takes it, in quotes only where it needs them.</summary>
    /// <param name="word">The word.</param>
    public static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:@=,%+".Contains(c, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static List<string> Arguments(ReadOnlySpan<byte> octets, int width)
    {
        var arguments = new List<string>();
        var current = new StringBuilder();
        foreach (var octet in octets)
        {
            var piece = Escape(octet);
            if (current.Length + piece.Length > width) End();
            current.Append(piece);
            if (octet == '\n') End();
        }

        if (current.Length > 0) End();
        return arguments;

        void End()
        {
            arguments.Add(current.ToString());
            current.Clear();
        }
    }

    private static string Escape(byte octet) => octet switch
    {
        (byte)'\r' => "\\r",
        (byte)'\n' => "\\n",
        (byte)'\t' => "\\t",
        (byte)'\\' => "\\\\",
        (byte)'\'' => "\\0047",
        >= 0x20 and < 0x7F => ((char)octet).ToString(),
        _ => $"\\0{Convert.ToString(octet, 8).PadLeft(3, '0')}",
    };
}

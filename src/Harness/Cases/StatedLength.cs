using System.Globalization;
using System.Text;

namespace Conform.Cases;

/// <summary>Whether the blocks of a program have the length that its fields state.</summary>
internal static class StatedLength
{
    /// <summary>Whether a length is stated that is none, or another than that of the blocks.</summary>
    /// <param name="phases">The steps of the program's phases, each a verb and its operands.</param>
    public static bool IsWrong(IReadOnlyList<IReadOnlyList<string[]>> phases)
    {
        var stated = phases.SelectMany(p => p).Select(Length).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (stated.Count == 0 || Blocks(phases.ElementAtOrDefault(1) ?? []) is not { } octets) return false;
        return stated.Count > 1 || !long.TryParse(stated[0], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length != octets;
    }

    private static string? Length(string[] step) => step switch
    {
        ["cl", var length] => length,
        ["h", var name, var value] when Text(name).Equals("Content-Length", StringComparison.OrdinalIgnoreCase) => Text(value),
        _ => null,
    };

    // Null where what is handed out is known only when the program runs.
    private static long? Blocks(IReadOnlyList<string[]> body)
    {
        var (octets, times) = (0L, 1L);
        foreach (var step in body)
        {
            if (step[0] is "rep") times = long.Parse(step[1], CultureInfo.InvariantCulture);
            if (step[0] is "yt" or "w" or "wz") return null;
            if (step[0] is not ("y" or "yz")) continue;
            octets += times * (step[0] == "y" ? step[1].Length / 2 : long.Parse(step[1], CultureInfo.InvariantCulture));
            times = 1;
        }

        return octets;
    }

    private static string Text(string hex) => Encoding.Latin1.GetString(Convert.FromHexString(hex));
}

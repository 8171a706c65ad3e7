using System.Text;
using Conform.Observations;

namespace Conform.Judging;

/// <summary>Text that came off the wire, as it stands in a sentence.</summary>
internal static class Quoted
{
    private const int Longest = 120;

    /// <summary>The text in double quotes, with the case language's escapes, shortened with a count where it is long.</summary>
    /// <param name="text">One character an octet; what is beyond one octet is shown as a question mark.</param>
    public static string Text(string text) => text.Length <= Longest
        ? Octets.Quoted(Encoding.Latin1.GetBytes(text))
        : $"{Octets.Quoted(Encoding.Latin1.GetBytes(text[..Longest]))} and {text.Length - Longest} octets more";
}

using Conform.Observations;

namespace Conform.Judging.Lint.Values;

/// <summary>Values as findings show them: every octet visible, and no longer than a line.</summary>
internal static class Shown
{
    private const int Most = 100;

    public static string Text(string value)
    {
        var visible = Octets.Visible(value);
        return visible.Length <= Most ? $"\"{visible}\"" : $"\"{visible[..Most]}…\"";
    }
}

using System.Globalization;

namespace Conform.Judging.Lint.Values;

/// <summary>A Content-Range, read (RFC 9110 section 14.4).</summary>
/// <param name="Unit">The range unit.</param>
/// <param name="First">First position; null for an unsatisfied range.</param>
/// <param name="Last">Last position; null for an unsatisfied range.</param>
/// <param name="Complete">The complete length; null where it is an asterisk.</param>
internal sealed record ContentRange(string Unit, UInt128? First, UInt128? Last, UInt128? Complete)
{
    /// <summary>Whether the unit is bytes.</summary>
    public bool IsBytes => Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads one.</summary>
    /// <param name="text">The value.</param>
    /// <param name="wrong">What is wrong, in one sentence; null where nothing is.</param>
    public static ContentRange? Read(string text, out string? wrong)
    {
        var value = new ValueCursor(text);
        var unit = value.Token().ToString();
        UInt128? first = null, last = null, complete = null;
        wrong = unit.Length == 0 ? "There is no range unit." : !value.Take(' ') ? "A single space stands behind the unit." : null;
        if (wrong is null && !value.Take('*'))
        {
            first = Number(ref value);
            wrong = first is null || !value.Take('-') || (last = Number(ref value)) is null ? "There is no range of two positions." : null;
        }

        if (wrong is null && !value.Take('/')) wrong = "There is no slash before the complete length.";
        if (wrong is null && !(first is not null && value.Take('*')))
            wrong = (complete = Number(ref value)) is null ? "There is no complete length." : null;
        wrong ??= !value.IsAtEnd ? $"Behind the range stands {Shown.Text(value.Rest.ToString())}."
            : last < first ? "The last position lies before the first." : last >= complete ? "The last position lies beyond the complete length." : null;
        return wrong is null ? new ContentRange(unit, first, last, complete) : null;
    }

    // Longer numbers than any length are only compared, and any huge one serves.
    private static UInt128? Number(ref ValueCursor value)
    {
        var digits = value.Digits();
        if (digits.IsEmpty) return null;
        return UInt128.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : UInt128.MaxValue;
    }
}

using Conform.Cases;

namespace Conform.Judging.Defects;

/// <summary>
/// Gathers what the cases say to a server with one defect, and no evidence. A defect counts for a case only while it stays a single fault: what it breaks
/// outside the part of the specification that it is about must be few, and the control must be answered as ever. Not safe from several threads.
/// </summary>
/// <param name="family">The part of the specification that the defect is about, as <see cref="Requirement.Family"/> has it.</param>
/// <param name="controls">How the reference without the defect answers the controls.</param>
public sealed class DefectTally(string? family, ControlStatuses controls)
{
    /// <summary>How many cases of other parts of the specifications a defect may fail and still be narrow: seven or so in a thousand.</summary>
    public const int MostOutside = 20;

    private const string Lint = "lint/";
    private readonly SortedSet<string> _failed = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _intact = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _outside = new(StringComparer.Ordinal);

    /// <summary>Adds a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="catalogue">Knows what the case is about.</param>
    /// <param name="counts">False where the defect is shown by a delivery that it cannot but fail under: its cases are caught, and none counts.</param>
    public void Add(Result result, Catalogue catalogue, bool counts = true)
    {
        if (result.Outcome != Outcome.Fail) return;
        var id = result.Case.Split('[')[0];
        _failed.Add(id);
        if (!counts || id.StartsWith(Lint, StringComparison.Ordinal)) return;
        if (catalogue.FindCase(id)?.Requirement.Family != family) _outside.Add(id);
        if (controls.IsIntact(result)) _intact.Add(id);
    }

    /// <summary>What came of it.</summary>
    /// <param name="defect">The defect.</param>
    public DefectFinding Of(DefectFinding defect) => defect with
    {
        Caught = [.. _failed],
        Outside = [.. _outside],
        Tripped = _outside.Count > MostOutside ? [] : [.. _intact],
        Reservation = _outside.Count > MostOutside ? $"it fails {_outside.Count} cases that are not about {family}, and {MostOutside} are as many as a single fault may"
            : _intact.Count == 0 && _failed.Any(f => !f.StartsWith(Lint, StringComparison.Ordinal)) ? "wherever it fails, the control is answered in another way too" : null,
    };
}

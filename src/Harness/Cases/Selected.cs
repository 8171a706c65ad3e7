namespace Conform.Cases;

/// <summary>A case, or one draw of it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Index">Which draw; null for all.</param>
public sealed record SelectedCase(Case Case, int? Index);

/// <summary>What was selected.</summary>
/// <param name="Cases">In the order of the catalogue, each once.</param>
/// <param name="Unmatched">For each word that selects nothing: a sentence that names it and says what may have been meant.</param>
public sealed record Selected(IReadOnlyList<SelectedCase> Cases, IReadOnlyList<string> Unmatched);

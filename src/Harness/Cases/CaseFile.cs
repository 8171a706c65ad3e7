namespace Conform.Cases;

/// <summary>A case file, read.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Id">Folder and file, which begin the ids of its cases.</param>
/// <param name="Title">Its level-1 heading.</param>
/// <param name="Introduction">The prose before the first case.</param>
/// <param name="Cases">The cases that could be built, in order.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
public sealed record CaseFile(
    string Path, string Id, string Title, string Introduction, IReadOnlyList<Case> Cases, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Every id that a heading declares, with its place, also of cases that could not be built.</summary>
    internal IReadOnlyList<(string Id, int Line)> Declared { get; init; } = [];

    /// <summary>Every id that a <c>needs</c> names: the case that needs, the case needed, the line.</summary>
    internal IReadOnlyList<(string By, string Id, int Line)> Needed { get; init; } = [];

    /// <summary>Every mutator that is named.</summary>
    internal IReadOnlyList<(string Name, int Line)> Mutators { get; init; } = [];
}

using Conform.Cases;
using Conform.Reporting;

namespace Conform.Commands;

/// <summary>The file of the cases that never decide.</summary>
internal static class FlakyFile
{
    /// <summary>Reads it.</summary>
    /// <param name="path">Where it is; null for none.</param>
    /// <param name="catalogue">The cases that it may name.</param>
    /// <exception cref="UsageException">It cannot be read, or names what there is not; the message has file and line.</exception>
    public static FlakyList Read(string? path, Catalogue catalogue)
    {
        if (path is null) return FlakyList.Empty;
        var list = FlakyList.Parse(KnownCases.ReadText("--flaky", path), path);
        var known = new KnownCases(catalogue);
        var unknown = list.Entries.Where(e => !known.Has(e.Case)).ToList();
        return unknown.Count == 0 ? list : throw new UsageException(KnownCases.Missing(unknown));
    }
}

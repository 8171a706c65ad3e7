using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Conform.Cases.Parsing;

/// <summary>Makes a catalogue out of files: requirements first, then the cases, then what concerns several files.</summary>
internal static class CatalogueBuilder
{
    /// <summary>Builds a catalogue.</summary>
    /// <param name="files">The files in any order.</param>
    /// <param name="known">A catalogue whose requirements and cases may be named besides.</param>
    /// <param name="isMutator">Whether there is a mutator of a name; null leaves that open.</param>
    /// <param name="isWhole">Whether these are all files that belong together.</param>
    public static Catalogue Build(IReadOnlyList<SuiteFile> files, Catalogue? known, Func<string, bool>? isMutator, bool isWhole)
    {
        var ordered = files.OrderBy(f => f.Relative, StringComparer.Ordinal).ToList();
        var tables = ordered.Where(f => f.Kind == SuiteFileKind.Requirements).Select(f => RequirementFileParser.Parse(f.Path, f.Text)).ToList();
        var own = tables.SelectMany(t => t.Requirements).ToList();
        List<Requirement> requirements = [.. own.Select(r => r.Requirement), .. known?.Requirements ?? []];
        var index = new RequirementIndex(requirements);
        var read = ordered.Where(f => f.Kind == SuiteFileKind.Cases).AsParallel().AsOrdered()
            .Select(f => CaseFileParser.Parse(f.Path, f.Id, f.Text, index)).ToList();
        var diagnostics = ordered.Where(f => f.Kind == SuiteFileKind.Other).Select(NoCaseFile)
            .Concat(tables.SelectMany(t => t.Diagnostics))
            .Concat(read.SelectMany(f => f.Diagnostics))
            .Concat(Twice(own.Select(r => (r.Requirement.Id, r.Location)), "requirement"))
            .Concat(Twice(read.SelectMany(f => f.Declared.Select(d => (d.Id, new SourceLocation(f.Path, d.Line)))), "case"))
            .Concat(Needs(read, known))
            .Concat(Mutators(read, isMutator))
            .OrderBy(d => d.Location.File, StringComparer.Ordinal).ThenBy(d => d.Location.Line);
        return new Catalogue(read, tables.Count > 0 ? tables : known?.Tables ?? [], [.. requirements.DistinctBy(r => r.Id, StringComparer.Ordinal)], [.. diagnostics], Digest(ordered)) { IsWhole = isWhole };
    }

    private static Diagnostic NoCaseFile(SuiteFile file) =>
        new(new SourceLocation(file.Path, 1), "this is no case file", "case files end in .md, are not named README.md, and do not stand in targets");

    private static IEnumerable<Diagnostic> Twice(IEnumerable<(string Id, SourceLocation Location)> declared, string what) =>
        declared.GroupBy(d => d.Id, StringComparer.Ordinal).SelectMany(same => same.Skip(1)
            .Select(d => new Diagnostic(d.Location, $"the {what} {d.Id} is there twice", $"the first stands at {same.First().Location}")));

    private static IEnumerable<Diagnostic> Needs(IReadOnlyList<CaseFile> files, Catalogue? known)
    {
        var ids = files.SelectMany(f => f.Declared).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var (by, id, line) in file.Needed)
            {
                var at = new SourceLocation(file.Path, line);
                if (by == id) yield return new Diagnostic(at, "a case cannot need itself");
                else if (!ids.Contains(id) && known?.FindCase(id) is null)
                    yield return new Diagnostic(at, $"there is no case {id} to need", NearestWord.Hint(id, ids) ?? "a full id, or a heading of the same file");
            }
        }
    }

    private static IEnumerable<Diagnostic> Mutators(IEnumerable<CaseFile> files, Func<string, bool>? isMutator) => isMutator is null ? []
        : files.SelectMany(f => f.Mutators.Where(m => !isMutator(m.Name)).Select(m => new Diagnostic(new SourceLocation(f.Path, m.Line), $"there is no mutator {m.Name}")));

    // Line ends are not what a suite says: a checkout with other ones is the same suite.
    private static string Digest(IEnumerable<SuiteFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            var text = Encoding.UTF8.GetBytes(file.Text.Replace("\r\n", "\n", StringComparison.Ordinal));
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Relative}\n{text.Length}\n")));
            hash.AppendData(text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

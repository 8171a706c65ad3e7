namespace Conform.Snapshots;

/// <summary>One file of snapshots that is not what was verified.</summary>
/// <param name="Name">The file's name without its ends, such as <c>rfc9112.content-length</c>.</param>
/// <param name="IsNew">Whether nothing was verified there before.</param>
/// <param name="Diff">The difference; for a new one a line that says so.</param>
public sealed record SnapshotChange(string Name, bool IsNew, string Diff);

/// <summary>What verifying the snapshots of a run came to.</summary>
/// <param name="Same">How many files are what was verified.</param>
/// <param name="Changes">The files that are not, new ones included.</param>
/// <param name="Dangling">Cases with a verified section that exist no more; accepting takes the sections away.</param>
public sealed record SnapshotReport(int Same, IReadOnlyList<SnapshotChange> Changes, IReadOnlyList<string> Dangling);

/// <summary>The snapshots of one target: a file a case file, a section a case.</summary>
/// <param name="directory">Where they stand.</param>
public sealed class SnapshotStore(string directory)
{
    private readonly FileVerifier _files = new(directory);

    /// <summary>Compares the cases that ran. Sections of cases that did not run stay as they are.</summary>
    /// <param name="texts">Normalised observation by case id.</param>
    /// <param name="exists">Whether a case is still in the catalogue.</param>
    /// <exception cref="IOException">The directory cannot be read or written.</exception>
    public SnapshotReport Verify(IReadOnlyDictionary<string, string> texts, Func<string, bool> exists)
    {
        var same = 0;
        var changes = new List<SnapshotChange>();
        var dangling = new List<string>();
        var fresh = texts.ToLookup(t => NameOf(t.Key));
        foreach (var name in fresh.Select(g => g.Key).Union(_files.Names).Order(StringComparer.Ordinal))
        {
            var sections = SnapshotText.Sections(_files.Verified(name) ?? string.Empty);
            var gone = sections.Keys.Where(h => !exists($"{name.Replace('.', '/')}/{h}")).ToList();
            dangling.AddRange(gone.Select(h => $"{name.Replace('.', '/')}/{h}"));
            if (!fresh.Contains(name) && gone.Count == 0) continue;
            foreach (var heading in gone) sections.Remove(heading);
            foreach (var (id, text) in fresh[name])
            {
                var heading = id[(id.LastIndexOf('/') + 1)..];
                sections[heading] = Variation.Kept(sections.GetValueOrDefault(heading), text);
            }

            var joined = SnapshotText.Join(sections);
            switch (_files.Verify(name, joined))
            {
                case SnapshotVerdict.Same: same++; break;
                case SnapshotVerdict.Different different: changes.Add(new SnapshotChange(name, IsNew: false, different.Diff)); break;
                default: changes.Add(new SnapshotChange(name, IsNew: true, $"new: nothing was accepted yet for its {sections.Count} cases\n")); break;
            }
        }

        return new SnapshotReport(same, changes, dangling);
    }

    /// <summary>Takes differences over, whole files at a time.</summary>
    /// <param name="selection">Case ids or beginnings of them; a file is taken when it holds such cases. Empty for all.</param>
    /// <param name="varies">Whether what differs is marked as varying instead.</param>
    /// <returns>The names of the files.</returns>
    public IReadOnlyList<string> Accept(IReadOnlyCollection<string> selection, bool varies = false) =>
        _files.Accept(name => selection.Count == 0 || selection.Any(s => Holds(name, s.Trim('/').Replace('/', '.'))), varies ? Marked : null);

    private static string Marked(string verified, string received)
    {
        var before = SnapshotText.Sections(verified);
        var sections = SnapshotText.Sections(received);
        foreach (var heading in sections.Keys.Intersect(before.Keys).ToList()) sections[heading] = Variation.Merge(before[heading], sections[heading]);
        return SnapshotText.Join(sections);
    }

    private static bool Holds(string name, string selected) =>
        name == selected || name.StartsWith($"{selected}.", StringComparison.Ordinal) || selected.StartsWith($"{name}.", StringComparison.Ordinal);

    private static string NameOf(string id) => id[..id.LastIndexOf('/')].Replace('/', '.');
}

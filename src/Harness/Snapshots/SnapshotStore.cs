namespace Conform.Snapshots;

/// <summary>One file of snapshots that is not what was verified.</summary>
/// <param name="Name">The file's name without its ends, such as <c>rfc9112</c>.</param>
/// <param name="IsNew">Whether nothing was verified there before.</param>
/// <param name="Diff">The difference; for a new one a line that says so.</param>
public sealed record SnapshotChange(string Name, bool IsNew, string Diff);

/// <summary>What verifying the snapshots of a run came to.</summary>
/// <param name="Same">How many files are what was verified.</param>
/// <param name="Changes">The files that are not, new ones included.</param>
/// <param name="Dangling">Cases with a verified section that exist no more; accepting takes the sections away.</param>
public sealed record SnapshotReport(int Same, IReadOnlyList<SnapshotChange> Changes, IReadOnlyList<string> Dangling);

/// <summary>The snapshots of one target: a file for each top folder of the suites, a section a case, so that a server's whole behaviour is a handful of files.</summary>
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
            var verified = _files.Verified(name);
            var known = SnapshotText.Sections(verified ?? string.Empty);
            var gone = known.Keys.Where(h => !exists($"{name}/{h}")).ToList();
            dangling.AddRange(gone.Select(h => $"{name}/{h}"));
            if (!fresh.Contains(name) && gone.Count == 0) continue;
            foreach (var heading in gone) known.Remove(heading);
            var before = SnapshotText.Join(known);
            // What an earlier run left for accepting still waits, unless this one has looked at that case again.
            var waiting = SnapshotText.Sections(_files.Received(name) ?? verified ?? string.Empty);
            foreach (var heading in waiting.Keys.Where(h => !exists($"{name}/{h}")).ToList()) waiting.Remove(heading);
            foreach (var (id, text) in fresh[name])
            {
                var heading = id[(name.Length + 1)..];
                known[heading] = waiting[heading] = Variation.Kept(known.GetValueOrDefault(heading), text);
            }

            _files.Leave(name, SnapshotText.Join(waiting));
            var after = SnapshotText.Join(known);
            if (before == after) same++;
            else if (verified is null) changes.Add(new SnapshotChange(name, IsNew: true, $"new: nothing was accepted yet for its {known.Count} cases\n"));
            else changes.Add(new SnapshotChange(name, IsNew: false, SnapshotDiff.Render(before, after)));
        }

        return new SnapshotReport(same, changes, dangling);
    }

    /// <summary>Takes differences over, a case at a time.</summary>
    /// <param name="selection">Case ids or beginnings of them, such as <c>rfc9112/host</c>. Empty for all.</param>
    /// <param name="varies">Whether what differs is marked as varying instead.</param>
    /// <returns>The ids of the cases.</returns>
    /// <exception cref="IOException">The directory cannot be read or written.</exception>
    public IReadOnlyList<string> Accept(IReadOnlyCollection<string> selection, bool varies = false)
    {
        var accepted = new List<string>();
        foreach (var name in _files.ReceivedNames)
        {
            var verified = SnapshotText.Sections(_files.Verified(name) ?? string.Empty);
            var received = SnapshotText.Sections(_files.Received(name) ?? string.Empty);
            var differing = verified.Keys.Union(received.Keys).Where(h => verified.GetValueOrDefault(h) != received.GetValueOrDefault(h)).Order(StringComparer.Ordinal).ToList();
            var taken = differing.Where(h => selection.Count == 0 || selection.Any(s => Holds(s.Trim('/'), $"{name}/{h}"))).ToList();
            foreach (var heading in taken)
            {
                if (!received.TryGetValue(heading, out var text)) verified.Remove(heading);
                // What still waits in the received file must not undo the mark later.
                else verified[heading] = received[heading] = varies && verified.TryGetValue(heading, out var before) ? Variation.Merge(before, text) : text;
            }

            _files.Take(name, SnapshotText.Join(verified), taken.Count == differing.Count ? null : SnapshotText.Join(received));
            accepted.AddRange(taken.Select(h => $"{name}/{h}"));
        }

        return accepted;
    }

    private static bool Holds(string selected, string id) => id == selected || id.StartsWith($"{selected}/", StringComparison.Ordinal);

    private static string NameOf(string id) => id[..id.IndexOf('/')];
}

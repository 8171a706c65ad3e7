using Conform.ReferenceServer.Defects;
using Conform.Running;
using Conform.Running.Targets;
using Conform.Wire;

namespace Conform.Commands;

/// <summary>Finds the target that an option names.</summary>
internal static class Targets
{
    /// <summary>Makes the target, not started yet.</summary>
    /// <param name="argument">A URL, a name, a folder; null for the embedded reference.</param>
    /// <param name="defect">A fault of the embedded reference, or null.</param>
    /// <param name="given">What the user said of it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the preparation.</param>
    /// <exception cref="UsageException">It names nothing.</exception>
    public static async Task<ITarget> OpenAsync(string? argument, string? defect, TargetOptions given, TimeProvider time, CancellationToken cancellation)
    {
        if (argument is null) return new ReferenceTarget(Defects(defect), given, time);
        if (defect is not null) throw new UsageException("--defect is for the embedded reference server; leave --target out, or use conform serve --defect");
        if (argument.Contains("://", StringComparison.Ordinal) || argument.StartsWith("unix:", StringComparison.Ordinal))
        {
            if (given.Problem is { } lacking) throw new UsageException($"--protected: {lacking}; say --credentials USER:PASSWORD");
            return TargetUri.TryParse(argument, out var uri, out var problem)
                ? new UrlTarget(uri, given, time)
                : throw new UsageException($"--target {argument}: {problem}");
        }

        var source = TargetSource.Find(argument)
            ?? throw new UsageException($"--target {argument}: no URL, no folder with a target.yaml, and none of the targets {string.Join(", ", TargetSource.Names)}");
        return await StartedTarget.CreateAsync(source, given, time, cancellation);
    }

    /// <summary>Finds defects by name.</summary>
    /// <param name="names">Names behind commas, or null.</param>
    /// <exception cref="UsageException">There is no such defect.</exception>
    public static IReadOnlyList<Defect> Defects(string? names) => names is null ? [] : [.. names.Split(',').Select(name =>
        DefectCatalogue.TryFind(name, out var found) ? found : throw new UsageException($"--defect {name}: there is no such defect; see conform serve --defects"))];
}

using System.CommandLine;
using Conform.Running.Targets;

namespace Conform.Commands;

/// <summary><c>conform targets</c>: which servers can be started by name, and what is missing here.</summary>
internal static class TargetsCommand
{
    private const int Wide = 18;

    /// <summary>Makes the command.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var command = new Command("targets", "list the servers that --target starts by name");
        command.SetAction((_, cancellation) => Guard.ExecuteAsync(
            async () =>
            {
                var files = TargetSource.Names.Select(n => (Name: n, TargetSource.Find(n)!.File)).ToList();
                var states = await Task.WhenAll(files.Select(f => StateAsync(f.File, cancellation)));
                foreach (var ((name, file), state) in files.Zip(states)) output.WriteLine($"{name,-Wide} {file.Description}\n{string.Empty,-Wide} {state}");
                return 0;
            },
            errors));
        return command;
    }

    private static async Task<string> StateAsync(TargetFile file, CancellationToken cancellation)
    {
        var missing = file.Needs.Where(n => Executables.Find(n) is null).ToList();
        if (missing.Count > 0) return $"missing {string.Join(", ", missing)}" + Install(file);
        return await TargetVersion.AskAsync(file, cancellation) is { } version ? $"ready: {version}" : "ready";
    }

    private static string Install(TargetFile file) => file.Packages.Count == 0 ? string.Empty : $" (Debian: apt-get install {string.Join(' ', file.Packages)})";
}

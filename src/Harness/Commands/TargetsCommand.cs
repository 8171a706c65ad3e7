using System.CommandLine;
using Conform.Running.Targets;

namespace Conform.Commands;

/// <summary><c>conform targets</c>: which servers can be started by name, and what is missing here.</summary>
internal static class TargetsCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var command = new Command("targets", "list the servers that --target starts by name");
        command.SetAction((_, _) => Guard.ExecuteAsync(
            () =>
            {
                foreach (var name in TargetSource.Names)
                {
                    var file = TargetSource.Find(name)!.File;
                    var missing = file.Needs.Where(n => Executables.Find(n) is null).ToList();
                    var state = missing.Count == 0 ? "ready" : $"missing {string.Join(", ", missing)}" + Install(file);
                    output.WriteLine($"{name,-12} {file.Description}\n{string.Empty,-12} {state}");
                }

                return Task.FromResult(0);
            },
            errors));
        return command;
    }

    private static string Install(TargetFile file) => file.Packages.Count == 0 ? string.Empty : $" (Debian: apt-get install {string.Join(' ', file.Packages)})";
}

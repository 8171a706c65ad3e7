using System.CommandLine;
using Conform.Reporting;
using Conform.Snapshots;

namespace Conform.Commands;

/// <summary><c>conform accept</c>: what a server did last time is right from now on.</summary>
internal static class AcceptCommand
{
    private const int MostTold = 20;

    /// <summary>Makes the command.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var cases = new Argument<string[]>("CASES") { Description = "folders, files or ids; all where none is given", Arity = ArgumentArity.ZeroOrMore }.RefuseOptions().OfferCases();
        var snapshots = new Option<string>("--snapshots") { Description = "the folder that the run was given", HelpName = "DIR", Required = true };
        var varies = new Option<bool>("--varies") { Description = "mark what differs as (varies), so that it matches anything from then on, instead of taking it over" };
        var command = new Command("accept", "take over the snapshot differences of the last run") { cases, snapshots, varies };
        command.SetAction((parse, _) => Guard.ExecuteAsync(
            () =>
            {
                var directory = parse.GetValue(snapshots)!;
                if (!Directory.Exists(directory)) throw new UsageException($"--snapshots: there is no {directory}");
                var accepted = new SnapshotStore(directory).Accept(parse.GetValue(cases) ?? [], parse.GetValue(varies));
                foreach (var line in Told(accepted)) output.WriteLine($"accepted {line}");
                if (accepted.Count == 0) output.WriteLine("nothing to accept");
                return Task.FromResult(0);
            },
            errors));
        return command;
    }

    // Many are told by their case files, so that the list can be read.
    private static IEnumerable<string> Told(IReadOnlyList<string> accepted) => accepted.Count <= MostTold
        ? accepted
        : accepted.GroupBy(id => id[..id.LastIndexOf('/')], StringComparer.Ordinal).Select(g => $"{g.Key} ({Quantity.Count(g.Count(), "case")})");
}

using System.CommandLine;
using Conform.Cases;

namespace Conform.Commands;

/// <summary><c>conform report</c>: makes every report of a run from its record.</summary>
internal static class ReportCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var options = new ReportOptions();
        var command = new Command("report", "make reports of a run from the record that --report jsonl:FILE wrote");
        options.AddTo(command);
        command.SetAction((parse, _) => Guard.ExecuteAsync(() => Task.FromResult((int)new ReportWork(parse, options, output, errors).Execute()), errors));
        return command;
    }
}

/// <summary>The options of <c>conform report</c>.</summary>
internal sealed class ReportOptions
{
    /// <summary>The record.</summary>
    public Argument<string> File { get; } = new Argument<string>("FILE") { Description = "the record of a run, JSON lines; - for standard input" };

    /// <summary>What is made of it.</summary>
    public Option<string[]> Format { get; } = new("--format", "--report")
    {
        Description = $"{string.Join(", ", ReportTargets.Formats)}; to standard output without a FILE; terminal where nothing is said", HelpName = "FORMAT[:FILE]", DefaultValueFactory = _ => [],
    };

    /// <summary>Judge again.</summary>
    public Option<bool> Rejudge { get; } = new("--rejudge") { Description = "decide every verdict again from what was seen, with the cases of this program or of --suites, and say which ones change" };

    /// <summary>The cases to judge by.</summary>
    public Option<string?> Suites { get; } = CatalogueSource.Option();

    /// <summary>Known failures.</summary>
    public Option<string?> Deviations { get; } = new("--deviations") { Description = "the failures that are known, instead of those of the run", HelpName = "FILE" };

    /// <summary>Cases that never decide.</summary>
    public Option<string?> Flaky { get; } = new("--flaky") { Description = "the cases that never decide, instead of those of the run", HelpName = "FILE" };

    /// <summary>From which weight a failure counts.</summary>
    public Option<string?> FailOn { get; } = new("--fail-on") { Description = "the least failure that turns the exit code to 1, instead of what the run was told", HelpName = "violation|warning|note" };

    /// <summary>Show all.</summary>
    public Option<bool> Verbose { get; } = new("--verbose") { Description = "list the passing cases too" };

    /// <summary>No colours.</summary>
    public Option<bool> NoColor { get; } = new("--no-color") { Description = "no colours, whatever the terminal can do (NO_COLOR does the same)" };

    /// <summary>All of them on a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        FailOn.AcceptOnlyFromAmong("violation", "warning", "note");
        command.Arguments.Add(File.RefuseOptions());
        foreach (var option in (Option[])[Format, Rejudge, Suites, Deviations, Flaky, FailOn, Verbose, NoColor]) command.Options.Add(option);
    }

    /// <summary>The weight that was asked for; null where none was.</summary>
    /// <param name="parse">The command line.</param>
    public Weight? Weight(ParseResult parse) => parse.GetValue(FailOn) is { } word ? Enum.Parse<Weight>(word, ignoreCase: true) : null;
}

using System.CommandLine;

namespace Conform.Commands;

/// <summary><c>conform matrix</c>: cases by servers, out of records or of runs that it makes itself.</summary>
internal static class MatrixCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    /// <param name="time">The clock.</param>
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var options = new MatrixOptions();
        var command = new Command("matrix", "compare servers: which cases each of them passes, and who agrees with whom");
        options.AddTo(command);
        command.SetAction((parse, cancellation) => Guard.ExecuteAsync(
            async () => (int)await new MatrixWork(parse, options, output, errors, time).ExecuteAsync(cancellation), errors));
        return command;
    }
}

/// <summary>The options of <c>conform matrix</c>.</summary>
internal sealed class MatrixOptions
{
    /// <summary>The formats there are.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["terminal", "markdown", "html", "json"];

    /// <summary>The servers.</summary>
    public Argument<string[]> Servers { get; } = new Argument<string[]>("TARGET|FILE")
    {
        Description = "targets to run (URL, name or folder; reference for the embedded one), and records of runs (.jsonl)", Arity = ArgumentArity.OneOrMore,
    }.RefuseOptions();

    /// <summary>What is made of it.</summary>
    public Option<string[]> Format { get; } = new("--format", "--report")
    {
        Description = $"{string.Join(", ", Formats)}; to standard output without a FILE; terminal where nothing is said", HelpName = "FORMAT[:FILE]", DefaultValueFactory = _ => [],
    };

    /// <summary>An earlier matrix.</summary>
    public Option<string?> Against { get; } = new("--against") { Description = "an earlier matrix, written by --format json: what changed is told, and another outcome turns the exit code to 1", HelpName = "FILE" };

    /// <summary>List every case.</summary>
    public Option<bool> All { get; } = new("--all") { Description = "list every case, not only those in which servers differ (terminal and markdown)" };

    /// <summary>Only these.</summary>
    public Option<string[]> Only { get; } = new("--only") { Description = "run only these cases", HelpName = "GLOB", DefaultValueFactory = _ => [] };

    /// <summary>Not these.</summary>
    public Option<string[]> Skip { get; } = new("--skip") { Description = "leave these out", HelpName = "GLOB", DefaultValueFactory = _ => [] };

    /// <summary>The seed.</summary>
    public Option<long> Seed { get; } = new("--seed") { Description = "of everything that is drawn", DefaultValueFactory = _ => 1 };

    /// <summary>Deliveries.</summary>
    public Option<string[]> Delivery { get; } = new("--delivery") { Description = "whole, octets, lines, behind commas; default whole", HelpName = "NAME", DefaultValueFactory = _ => ["whole"] };

    /// <summary>Where the records go.</summary>
    public Option<string?> Records { get; } = new("--records") { Description = "write the record of each run to DIR/NAME.jsonl", HelpName = "DIR" };

    /// <summary>The cases.</summary>
    public Option<string?> Suites { get; } = CatalogueSource.Option();

    /// <summary>No colours.</summary>
    public Option<bool> NoColor { get; } = new("--no-color") { Description = "no colours, whatever the terminal can do (NO_COLOR does the same)" };

    /// <summary>All of them on a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Arguments.Add(Servers);
        foreach (var option in (Option[])[Format, Against, All, Only, Skip, Seed, Delivery, Records, Suites, NoColor]) command.Options.Add(option);
    }
}

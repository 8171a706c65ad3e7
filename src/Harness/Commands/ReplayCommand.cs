using System.CommandLine;

namespace Conform.Commands;

/// <summary><c>conform replay</c>: shows a result of a record again, or sends its octets again.</summary>
internal static class ReplayCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    /// <param name="time">The clock.</param>
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var options = new ReplayOptions();
        var command = new Command("replay", "show a result of a record, or send its octets again to a target");
        options.AddTo(command);
        command.SetAction((parse, cancellation) => Guard.ExecuteAsync(
            async () => (int)await new ReplayWork(parse, options, output, errors, time).ExecuteAsync(cancellation), errors));
        return command;
    }
}

/// <summary>The options of <c>conform replay</c>.</summary>
internal sealed class ReplayOptions
{
    /// <summary>The record.</summary>
    public Argument<string> File { get; } = new("FILE") { Description = "the record of a run, JSON lines; - for standard input" };

    /// <summary>The result.</summary>
    public Argument<string> Case { get; } = new("CASE") { Description = "a case of it, with its draw: ID or ID[3], with @DELIVERY for one that is not the first" };

    /// <summary>Where to send it.</summary>
    public Option<string?> Target { get; } = new("--target") { Description = "send the octets again: URL, a target's name, a folder, or reference; without it the result is shown as it was recorded", HelpName = "URL|NAME|FOLDER" };

    /// <summary>A fault of the embedded reference.</summary>
    public Option<string?> Defect { get; } = new("--defect") { Description = "with --target reference: the fault that it has", HelpName = "NAME" };

    /// <summary>Only the octets.</summary>
    public Option<bool> Octets { get; } = new("--octets") { Description = "write the octets of its first connection to standard output as they were sent, and nothing else" };

    /// <summary>The deadline.</summary>
    public Option<double?> Timeout { get; } = new("--timeout") { Description = "seconds to wait for an answer; without it as long as the run did", HelpName = "SECONDS" };

    /// <summary>Any certificate.</summary>
    public Option<bool> Insecure { get; } = new("--insecure") { Description = "take any certificate" };

    /// <summary>The cases to judge by.</summary>
    public Option<string?> Suites { get; } = CatalogueSource.Option();

    /// <summary>No colours.</summary>
    public Option<bool> NoColor { get; } = new("--no-color") { Description = "no colours, whatever the terminal can do (NO_COLOR does the same)" };

    /// <summary>All of them on a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Arguments.Add(File.RefuseOptions());
        command.Arguments.Add(Case.RefuseOptions());
        foreach (var option in (Option[])[Target, Defect, Octets, Timeout, Insecure, Suites, NoColor]) command.Options.Add(option);
    }
}

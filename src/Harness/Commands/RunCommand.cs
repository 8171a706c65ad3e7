using System.CommandLine;

namespace Conform.Commands;

/// <summary><c>conform run</c>: hold the cases' conversations with a target, and tell.</summary>
internal static class RunCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    /// <param name="time">The clock.</param>
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var options = new RunOptions();
        var command = new Command("run", "run cases against a server; without --target against the embedded reference server");
        options.AddTo(command);
        command.SetAction((parse, cancellation) => Guard.ExecuteAsync(
            async () => (int)await new RunWork(parse, options, output, errors, time).ExecuteAsync(cancellation), errors));
        return command;
    }
}

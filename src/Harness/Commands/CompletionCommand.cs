using System.CommandLine;

namespace Conform.Commands;

/// <summary><c>conform completion</c>: the few lines that teach a shell to complete our words.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>Makes the command.</summary>
    /// <param name="output">Standard output.</param>
    public static Command Create(TextWriter output)
    {
        var shell = new Argument<string>("SHELL") { Description = "the shell whose start-up file the lines belong into; they say how" };
        shell.AcceptOnlyFromAmong(Shells);
        var command = new Command("completion", "print what a shell needs to complete commands, options, case ids and names") { shell };
        command.SetAction(parse => output.Write(ProgramFiles.Read($"completion.{parse.GetValue(shell)}")));
        return command;
    }
}

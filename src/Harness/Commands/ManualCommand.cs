using System.CommandLine;

namespace Conform.Commands;

/// <summary><c>conform manual</c>: the page of a command in Markdown, or all of them.</summary>
internal static class ManualCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="root">The whole command line, asked for when it is complete.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    public static Command Create(Func<Command> root, TextWriter output, TextWriter errors)
    {
        var name = new Argument<string?>("COMMAND") { Description = "the command; without it the list of them", Arity = ArgumentArity.ZeroOrOne };
        var write = new Option<string?>("--write") { Description = "write the list and all pages into this folder", HelpName = "DIR" };
        var command = new Command("manual", "print the manual page of a command in Markdown") { name, write };
        command.SetAction((parse, _) => Guard.ExecuteAsync(() => Task.FromResult(Tell(root(), parse.GetValue(name), parse.GetValue(write), output)), errors));
        return command;
    }

    private static int Tell(Command root, string? name, string? folder, TextWriter output)
    {
        if (folder is not null) return Write(root, folder, output);
        if (name is null)
        {
            output.Write(ManualOfCommands.Index(root));
            return 0;
        }

        var found = root.Subcommands.FirstOrDefault(c => c.Name == name)
            ?? throw new UsageException($"there is no command {name}; there are {string.Join(", ", root.Subcommands.Select(c => c.Name))}");
        output.Write(ManualOfCommands.Page(found));
        return 0;
    }

    private static int Write(Command root, string folder, TextWriter output)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "README.md"), ManualOfCommands.Index(root));
            foreach (var command in root.Subcommands) File.WriteAllText(Path.Combine(folder, command.Name + ".md"), ManualOfCommands.Page(command));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--write: cannot write into {folder}: {e.Message}");
        }

        output.WriteLine($"wrote {root.Subcommands.Count + 1} pages into {folder}");
        return 0;
    }
}

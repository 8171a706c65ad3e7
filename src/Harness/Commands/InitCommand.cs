using System.CommandLine;

namespace Conform.Commands;

/// <summary><c>conform init</c>: the first files of a project that tests its server with conform.</summary>
internal static class InitCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var folder = new Argument<string>("FOLDER") { Description = "where the target's files go", DefaultValueFactory = _ => "conformance" }.RefuseOptions();
        var name = new Option<string>("--name") { Description = "what the server is called", HelpName = "NAME", DefaultValueFactory = _ => "my-server" };
        var start = new Option<string>("--command") { Description = "what starts the server; {port} becomes a free port, {here} the folder that conform is started in", HelpName = "COMMAND", DefaultValueFactory = _ => "{here}/my-server --port {port}" };
        var ci = new Option<string>("--ci") { Description = "whose file is written for CI", DefaultValueFactory = _ => StartingFiles.GitHub };
        ci.AcceptOnlyFromAmong(StartingFiles.GitHub, StartingFiles.GitLab, StartingFiles.None);
        var command = new Command("init", "write a starting set-up for your own server: how it is started, what is known of it, a CI job; nothing is overwritten") { folder, name, start, ci };
        command.SetAction((parse, _) => Guard.ExecuteAsync(
            () => Task.FromResult(Write(new StartingFiles(parse.GetValue(folder)!, parse.GetValue(name)!, parse.GetValue(start)!, parse.GetValue(ci)!), parse.GetResult(start)?.Implicit != false, output)),
            errors));
        return command;
    }

    private static int Write(StartingFiles files, bool isCommandOpen, TextWriter output)
    {
        foreach (var (path, text) in files.All) output.WriteLine(WriteNew(path, text) ? $"wrote  {path}" : $"kept   {path}, which was there already");
        output.WriteLine();
        output.WriteLine("Next:");
        var step = 1;
        if (isCommandOpen) output.WriteLine($"  {step++}. say in {files.Target} how your server is started, and what it has");
        output.WriteLine($"  {step++}. conform run --target {files.Folder} --delivery whole");
        output.WriteLine($"  {step++}. conform run --target {files.Folder} --deviations {files.Deviations} --update-deviations");
        output.WriteLine("     keeps what fails today, so that CI fails on what is new; give each line its reason");
        if (files.Ci is { } ci) output.WriteLine($"  {step}. commit {ci}");
        return 0;
    }

    private static bool WriteNew(string path, string text)
    {
        if (File.Exists(path)) return false;
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } parent) Directory.CreateDirectory(parent);
            using var writer = new StreamWriter(new FileStream(path, FileMode.CreateNew));
            writer.Write(text);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot write {path}: {e.Message}");
        }
    }
}

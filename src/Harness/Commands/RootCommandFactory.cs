using System.CommandLine;

namespace Conform.Commands;

/// <summary>The whole command line.</summary>
internal static class RootCommandFactory
{
    /// <summary>Makes the root with all commands.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    /// <param name="time">The clock.</param>
    public static RootCommand Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var root = All(output, errors, time);
        root.Add(ManualCommand.Create(() => root, output, errors));
        return root;
    }

    private static RootCommand All(TextWriter output, TextWriter errors, TimeProvider time) => new("conform: HTTP/1.1 and callable-contract conformance testing over raw TCP")
    {
        RunCommand.Create(output, errors, time),
        ReportCommand.Create(output, errors),
        MergeCommand.Create(output, errors),
        ReplayCommand.Create(output, errors, time),
        MatrixCommand.Create(output, errors, time),
        ListCommand.Create(output, errors),
        ShowCommand.Create(output, errors),
        LintCommand.Create(output, errors),
        LintResponseCommand.Create(output, errors),
        CoverageCommand.Create(output, errors),
        DefectsCommand.Create(output, errors, time),
        WordsCommand.Create(output),
        SendCommand.Create(output, errors, time),
        ServeCommand.Create(output, errors, time),
        AcceptCommand.Create(output, errors),
        TargetsCommand.Create(output, errors),
        AdapterCommand.Create(output, errors),
        InitCommand.Create(output, errors),
        CompletionCommand.Create(output),
    };
}

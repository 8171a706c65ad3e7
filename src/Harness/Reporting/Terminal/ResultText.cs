using Conform.Reporting.Records;
using Spectre.Console;

namespace Conform.Reporting.Terminal;

/// <summary>One result in full, whatever it came to.</summary>
internal static class ResultText
{
    public static void Write(IAnsiConsole console, RunHeader header, Judging.Result result)
    {
        var page = new Page(console);
        page.Labelled($"{Names.Of(result.Outcome)}  ", $"{result.Location}: {result.Summary}", Page.Strong);
        new FailureBlock(page, header).Write(FailureGroup.Of([new AssessedResult(result, new Standing(StandingKind.Expected))])[0]);
    }
}

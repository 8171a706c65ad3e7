using System.CommandLine;
using Conform.Judging.Coverage;
using Conform.Reporting.Coverage;
using Conform.Reporting.Terminal;

namespace Conform.Commands;

/// <summary><c>conform coverage</c>: which requirements the cases and the lint show, and which they do not.</summary>
internal static class CoverageCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="errors">Where it goes that nothing is selected.</param>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var words = new Argument<string[]>("SPEC|FOLDER")
        {
            Description = "specifications (rfc9112), folders of cases, sections (rfc9112-6.3), requirements or globs of them; without them all", Arity = ArgumentArity.ZeroOrMore,
        }.RefuseOptions();
        var open = new Option<bool>("--open") { Description = "list only what nothing shows yet" };
        var detail = new Option<bool>("--cases") { Description = "list each requirement with the cases that show it" };
        var noColor = new Option<bool>("--no-color") { Description = "no colours, whatever the terminal can do (NO_COLOR does the same)" };
        var format = ListFormat.Option();
        var suites = CatalogueSource.Option();
        var command = new Command("coverage", "show what the specifications ask of a server, and which cases show it") { words, open, detail, format, suites, noColor };
        command.SetAction(parse =>
        {
            if (!CatalogueSource.TryLoadSound(parse.GetValue(suites), errors, out var catalogue)) return CatalogueSource.Usage;
            var selected = CoverageSelection.Of(catalogue, RequirementCoverage.Of(catalogue), parse.GetValue(words) ?? []);
            foreach (var problem in selected.Unmatched) errors.WriteLine("conform: " + problem);
            if (selected.Unmatched.Count > 0) return CatalogueSource.Usage;
            var rows = parse.GetValue(open) && parse.GetValue(format) != ListFormat.Text ? [.. selected.Rows.Where(r => r.State == CoverageState.Open)] : selected.Rows;
            switch (parse.GetValue(format))
            {
                case ListFormat.Json: output.Write(CoverageJson.Of(rows).ToJsonString(PrettyJson.Options) + "\n"); break;
                case ListFormat.Markdown: output.Write(CoverageMarkdown.Render(rows)); break;
                default:
                    var text = new CoverageText(Consoles.Create(output, parse.GetValue(noColor), Console.IsOutputRedirected));
                    if (parse.GetValue(open)) text.WriteOpen(rows);
                    else if (parse.GetValue(detail) || selected.IsNarrow) text.WriteRows(rows);
                    else text.WriteTables(rows);
                    break;
            }

            return 0;
        });
        return command;
    }
}

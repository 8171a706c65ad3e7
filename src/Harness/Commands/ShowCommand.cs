using System.CommandLine;
using Conform.Cases;

namespace Conform.Commands;

/// <summary><c>conform show</c>: one case as the tool understands it.</summary>
internal static class ShowCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Where the case goes.</param>
    /// <param name="errors">Where it goes that there is none.</param>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var words = new Argument<string[]>("ID") { Description = "a case, or several", Arity = ArgumentArity.OneOrMore }.RefuseOptions();
        var suites = CatalogueSource.Option();
        var command = new Command("show", "show a case as the tool understands it") { words, suites };
        command.SetAction(parse =>
        {
            if (!CatalogueSource.TryLoadSound(parse.GetValue(suites), errors, out var catalogue)) return CatalogueSource.Usage;
            var selected = catalogue.Select(parse.GetValue(words)!);
            foreach (var problem in selected.Unmatched) errors.WriteLine("conform: " + problem);
            if (selected.Unmatched.Count > 0) return CatalogueSource.Usage;
            output.Write(string.Join("\n", selected.Cases.Select(c => c.Case).Distinct().Select(c => string.Join('\n', CaseText.Lines(c)) + "\n")));
            return 0;
        });
        return command;
    }
}

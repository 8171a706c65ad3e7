using System.CommandLine;

namespace Conform.Commands;

/// <summary><c>conform list</c>: the cases.</summary>
internal static class ListCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Where the list goes.</param>
    /// <param name="errors">Where it goes that nothing is selected.</param>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var words = new Argument<string[]>("CASES") { Description = "ids, folders, files, or globs with * and ?; without them all", Arity = ArgumentArity.ZeroOrMore }.RefuseOptions().OfferCases();
        var format = ListFormat.Option();
        var suites = CatalogueSource.Option();
        var command = new Command("list", "list the cases") { words, format, suites };
        command.SetAction(parse =>
        {
            if (!CatalogueSource.TryLoadSound(parse.GetValue(suites), errors, out var catalogue)) return CatalogueSource.Usage;
            var selected = catalogue.Select(parse.GetValue(words) ?? []);
            foreach (var problem in selected.Unmatched) errors.WriteLine("conform: " + problem);
            if (selected.Unmatched.Count > 0) return CatalogueSource.Usage;
            output.Write(CaseList.Render(catalogue, selected.Cases, parse.GetValue(format)!));
            return 0;
        });
        return command;
    }
}

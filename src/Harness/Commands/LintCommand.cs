using System.CommandLine;
using Conform.Judging.Coverage;

namespace Conform.Commands;

/// <summary><c>conform lint</c>: reads case files and says what is wrong with them; sends nothing.</summary>
internal static class LintCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Where the problems go, one a line: they are what was asked for.</param>
    /// <param name="errors">Where it goes that the command cannot be carried out.</param>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var path = new Argument<string?>("PATH") { Description = "a suites folder or a case file; without it what is inside the program", Arity = ArgumentArity.ZeroOrOne }.RefuseOptions();
        // As other commands have it, so that nobody has to remember which of them takes a path.
        var suites = CatalogueSource.Option();
        var command = new Command("lint", "read case files and say what is wrong with them; nothing is sent") { path, suites };
        command.SetAction(parse =>
        {
            var from = parse.GetValue(path) ?? parse.GetValue(suites);
            if (!CatalogueSource.TryLoad(from, errors, out var catalogue)) return CatalogueSource.Usage;
            var problems = catalogue.Diagnostics.Count > 0 ? catalogue.Diagnostics : [.. RequirementCoverage.Problems(catalogue)];
            foreach (var problem in problems) output.WriteLine(problem);
            if (problems.Count > 0) return CatalogueSource.Usage;
            if (catalogue.Files.Count == 0 && from is { } empty)
            {
                errors.WriteLine($"conform: there is no case file in {empty}");
                return CatalogueSource.Usage;
            }

            output.WriteLine($"{catalogue.Cases.Count} cases in {catalogue.Files.Count} files: nothing wrong");
            return 0;
        });
        return command;
    }
}

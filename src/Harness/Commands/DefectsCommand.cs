using System.CommandLine;
using Conform.Judging.Defects;
using Conform.ReferenceServer.Defects;
using Conform.Reporting.Defects;
using Conform.Reporting.Terminal;

namespace Conform.Commands;

/// <summary><c>conform defects</c>: runs the embedded reference with each of its defects, and tells which cases catch which.</summary>
internal static class DefectsCommand
{
    // Most of such a run is waiting, for deadlines and for closes.
    private static readonly int _jobs = Math.Clamp(Environment.ProcessorCount * 6, 4, 32);

    /// <summary>Makes the command.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    /// <param name="time">The clock.</param>
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var cases = new Argument<string[]>("CASES") { Description = "case ids, folders, files or globs; all where none is given", Arity = ArgumentArity.ZeroOrMore }.RefuseOptions().OfferCases();
        var defect = new Option<string[]>("--defect") { Description = "only these defects, behind commas", HelpName = "NAME", DefaultValueFactory = _ => [] }.OfferDefects();
        var list = new Option<bool>("--list") { Description = "list the defects, and run nothing" };
        var every = new Option<bool>("--every-case") { Description = "run also those cases in which the server never comes to the place of the defect" };
        var narrow = new Option<bool>("--narrow") { Description = "tell only how many cases about something else each defect fails; exit 1 where one fails too many" };
        var jobs = new Option<int>("--jobs") { Description = "defects at once", HelpName = "N", DefaultValueFactory = _ => _jobs };
        jobs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 64) result.AddError("--jobs: say a number from 1 to 64");
        });
        var keep = new Option<string?>("--keep") { Description = "write into this file which defect trips which case; what stands there and still holds stays", HelpName = "FILE" };
        var noColor = new Option<bool>("--no-color") { Description = "no colours, whatever the terminal can do (NO_COLOR does the same)" };
        var format = ListFormat.Option();
        var suites = CatalogueSource.Option();
        var command = new Command("defects", "give the embedded reference one defect after another, and tell which cases catch it; exit 1 where one is not caught or too wide, or a case never trips")
        {
            cases, defect, list, every, narrow, keep, jobs, format, suites, noColor,
        };
        command.SetAction((parse, cancellation) => Guard.ExecuteAsync(
            async () =>
            {
                var catalogue = Suites.Load(parse.GetValue(suites), errors);
                var chosen = parse.GetValue(defect) is { Length: > 0 } names ? Targets.Defects(string.Join(',', names)) : DefectCatalogue.All;
                var text = new DefectsText(Consoles.Create(output, parse.GetValue(noColor), Console.IsOutputRedirected), catalogue.FindRequirement);
                var form = parse.GetValue(format)!;
                if (parse.GetValue(list)) return List(chosen, text, form, output);
                var trips = parse.GetValue(keep) is { } path ? new TripFile(path) : null;
                var work = new DefectsWork(catalogue, parse.GetValue(cases) ?? [], chosen, time);
                return await work.ExecuteAsync(parse.GetValue(jobs), parse.GetValue(every), parse.GetValue(narrow), trips, form, text, output, cancellation);
            },
            errors));
        return command;
    }

    private static int List(IReadOnlyList<Defect> defects, DefectsText text, string format, TextWriter output)
    {
        var heads = defects.Select(d => new DefectFinding(d.Name, d.Requirement, d.Summary)).ToList();
        if (format == ListFormat.Json) output.Write(DefectsJson.Of(heads).ToJsonString(PrettyJson.Options) + "\n");
        else if (format == ListFormat.Markdown) output.Write(DefectsMarkdown.RenderList(heads));
        else heads.ForEach(text.WriteHead);
        return 0;
    }
}

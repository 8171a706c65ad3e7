using Conform.Cases;
using Conform.Generation.Deliveries;
using Conform.Judging;
using Conform.Observations;
using Conform.ReferenceServer.Defects;

namespace Conform.Suites.Tests;

/// <summary>What the cases say to a reference server with one defect.</summary>
/// <param name="BaselineProblem">Why the baseline did not pass; null where it did.</param>
/// <param name="Caught">The cases and lint rules that fail, draws as one.</param>
/// <param name="Tripped">Those of the cases that the defect counts for.</param>
internal sealed record DefectRun(string? BaselineProblem, IReadOnlyCollection<string> Caught, IReadOnlyCollection<string> Tripped)
{
    private const int MostOutside = 10;
    // Drawn cases are many, and need one defect each that trips them.
    private static readonly string[] Drawing =
    [
        "length-octal", "chunk-end-unchecked", "field-name-case-sensitive", "chunk-uppercase-refused", "length-garbage-ignored",
        "blank-before-colon-accepted", "chunk-extension-refused", "trailer-refused", "version-lowercase-accepted", "invalid-name-accepted", "host-repeated-accepted", "nul-accepted",
    ];

    public static async Task<DefectRun> OfAsync(Defect defect, SuiteRun clean)
    {
        var whole = await RunAsync(defect, Delivery.Whole);
        // What shows only where a read ends shows in nearly every case cut into octets, and counts for none of them.
        var cut = defect.Name.StartsWith("read-ends-", StringComparison.Ordinal) ? await RunAsync(defect, Delivery.Octets) : whole;
        return new(whole.Outcome!.BaselineProblem, [.. Failed(whole.Results.Concat(cut.Results)).Keys], CountedFor(whole, defect, clean));
    }

    // What only changes how a response is written shows wherever such a response is asked for; these files ask for each kind.
    private static readonly string[] Showing =
    [
        "rfc9110/head", "rfc9110/methods", "rfc9110/ranges", "rfc9110/not-modified", "rfc9112/responses", "rfc9112/answer-framing", "rfc9112/content-length", "rfc9112/transfer-encoding",
        "rfc9112/http10", "contract/content",
    ];

    private static Task<SuiteRun> RunAsync(Defect defect, Delivery delivery)
    {
        var selectors = SuiteRun.Catalogue.Cases.Select(c => c.Id)
            .Where(id => !DefectCatalogue.OfResponses.Contains(defect) || Showing.Contains(id[..id.LastIndexOf('/')], StringComparer.Ordinal))
            .Where(id => !id.StartsWith("generated/", StringComparison.Ordinal) || Drawing.Contains(defect.Name, StringComparer.Ordinal));
        return SuiteRun.AgainstAsync(SuiteRun.Reference(defect.Name), SuiteRun.Plan(selectors, delivery));
    }

    // A defect counts for a case only while it stays a single fault: what it breaks besides must be few, and the control must be answered as ever.
    private static IReadOnlyCollection<string> CountedFor(SuiteRun run, Defect defect, SuiteRun clean)
    {
        var failed = Failed(run.Cases);
        var family = SuiteRun.Catalogue.FindRequirement(defect.Requirement)?.Family;
        var outside = failed.Keys.Count(id => CaseOf(id).Requirement.Family != family);
        if (outside > MostOutside) return [];
        var controls = clean.Cases.ToLookup(r => r.Case, StringComparer.Ordinal);
        return [.. failed.Where(f => f.Value.Exists(r => controls[r.Case].Any(c => ControlStatus(c) == ControlStatus(r)))).Select(f => f.Key)];
    }

    private static Dictionary<string, List<Result>> Failed(IEnumerable<Result> results) => results
        .Where(r => r.Outcome == Outcome.Fail).GroupBy(r => r.Case.Split('[')[0], StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

    private static Case CaseOf(string id) => SuiteRun.Catalogue.Cases.First(c => c.Id == id);

    private static int? ControlStatus(Result result) => result.Evidence?.Control is { } control
        ? ObservationReader.Read(control).Connections.SelectMany(c => c.Responses).FirstOrDefault()?.Status
        : null;
}

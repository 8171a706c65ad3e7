using Conform.Cases;
using Conform.ReferenceServer.Defects;
using Conform.Running;
using Conform.Running.Defects;

namespace Conform.Harness.Tests.Running;

public sealed class DefectRunsTests
{
    private static readonly Catalogue Catalogue = CatalogueLoader.Embedded();

    private static readonly PlannedCase[] Cases =
        [.. Catalogue.Select(["rfc9112/content-length/*sign", "rfc9112/host/missing", "rfc9112/transfer-encoding/in-capitals"]).Cases.Select(c => new PlannedCase(c.Case, 0))];

    [TestCase("length-plus-accepted", "rfc9112/content-length/plus-sign")]
    [TestCase("coding-case-sensitive", "rfc9112/transfer-encoding/in-capitals")]
    [TestCase("if-match-weak", "")]
    public async Task What_a_defect_trips_is_the_same_where_only_those_cases_run_that_pass_its_place(string name, string tripped)
    {
        var defect = DefectCatalogue.Parse(name);
        foreach (var everyCase in new[] { false, true })
        {
            using var runs = new DefectRuns(Catalogue, Cases, 2, TimeProvider.System, everyCase);
            var finding = await runs.OfAsync(defect, CancellationToken.None);
            Assert.That(finding.BaselineProblem, Is.Null);
            Assert.That(string.Join(' ', finding.Tripped), Is.EqualTo(tripped));
        }
    }

    [Test]
    public async Task Places_are_noted_case_by_case()
    {
        var reach = await DefectReach.OfAsync(Catalogue, Cases, TimeProvider.System, CancellationToken.None);
        var plus = DefectCatalogue.Parse("length-plus-accepted");
        Assert.That(Cases.Where(c => reach.Reaches(plus, c)).Select(c => c.Id), Does.Contain("rfc9112/content-length/plus-sign").And.No.Member("rfc9112/host/missing"));
    }
}

using System.Text.RegularExpressions;
using Conform.Generation;
using Conform.Generation.Mutations;

namespace Conform.Harness.Tests.Generation;

public sealed class MutatorTests
{
    private static readonly TargetValues NoReport = new("h:1", "/", "/some");

    private static IEnumerable<string> Names => MutatorTable.All.Select(mutator => mutator.Name);

    private static FilledCase Draw(string mutator, int index, TargetValues? target = null, string text = "${request}") => CaseFiller.Fill(
        Build.Case(text) with { Mutator = mutator, Control = Build.Template("${request}") }, 9, index, target ?? Build.Target);

    [TestCaseSource(nameof(Names))]
    public void A_mutator_breaks_a_message_that_is_valid_without_it(string name)
    {
        for (var i = 0; i < 60; i++)
        {
            var filled = Draw(name, i);
            Assert.That(RequestReader.Read(filled.Control!.Value.Text()), Is.Not.Null.And.Property("Rest").Empty, "the control");
            Assert.That(Breaks(filled), filled.Steps[0].Octets.Text());
        }
    }

    // Two faults are in the meaning, not in the grammar that the second reader knows.
    private static bool Breaks(FilledCase filled)
    {
        var text = filled.Steps[0].Octets.Text();
        return RequestReader.Read(text) is not { Rest: "" } read
            || read.Fields.Any(field => field.Name == "host" && !Regex.IsMatch(field.Value, @"^[\w.-]+(:\d*)?$"));
    }

    [TestCaseSource(nameof(Names))]
    public void A_mutator_says_what_it_did_and_all_that_is_allowed(string name)
    {
        for (var i = 0; i < 20; i++)
        {
            foreach (var target in (TargetValues[])[Build.Target, NoReport])
            {
                var drawn = Draw(name, i, target).Drawn;
                Assert.That(drawn.Mutation, Does.Match("^[A-Z][^\r\n]*\\.$"));
                var lines = drawn.Allowed!.Split('\n');
                Assert.That(lines, Has.All.Matches<string>(line => Line().IsMatch(line!)));
                Assert.That(lines[0], Does.Match("^accept (400|505|301|any final response)"));
                Assert.That(target.Report is null && drawn.Allowed.Contains("understood", StringComparison.Ordinal), Is.False);
            }
        }
    }

    [TestCase("two-lengths")]
    [TestCase("length-list")]
    public void Lengths_that_must_differ_do(string name)
    {
        for (var i = 0; i < 100; i++)
        {
            var values = Regex.Matches(Draw(name, i).Steps[0].Octets.Text().Split("\r\n\r\n")[0], @"(?im)^content-length:([\d, \t]+)")
                .SelectMany(match => match.Groups[1].Value.Split(',')).Select(value => value.Trim()).ToList();
            Assert.That(values, Has.Count.EqualTo(2).And.Unique);
        }
    }

    [TestCase("head")]
    [TestCase("framing")]
    public void Forty_draws_of_a_family_meet_each_of_its_mutators(string family)
    {
        var members = MutatorTable.All.Where(mutator => mutator.Family == family).ToList();
        Assert.That(members, Has.Count.InRange(10, 20));
        Assert.That(Enumerable.Range(0, 40).Select(index => MutatorTable.Choose(family, index)!.Name).Distinct().Count(), Is.EqualTo(members.Count));
    }

    [Test]
    public void Names_are_unique_and_unknown_ones_an_error()
    {
        Assert.That(Names.Concat(["head", "framing"]), Is.Unique);
        Assert.That(Vocabulary.HasMutator("head") && Vocabulary.HasMutator("two-lengths") && !Vocabulary.HasMutator("banana"));
        Assert.That(Vocabulary.Mutators.Select(mutator => mutator.Name), Is.EquivalentTo(Names));
        Assert.That(() => Draw("banana", 0), Throws.InvalidOperationException);
        Assert.That(() => Draw("head", 0, text: "GET / HTTP/1.1"), Throws.InvalidOperationException);
    }

    [Test]
    public void Only_the_first_request_that_is_sent_is_mutated_and_the_others_stay_valid()
    {
        var filled = CaseFiller.Fill(Build.Case("${request}", "${request #2}") with { Mutator = "two-lengths" }, 9, 0, Build.Target);
        Assert.That(RequestReader.Read(filled.Steps[0].Octets.Text()), Is.Null);
        Assert.That(RequestReader.Read(filled.Steps[1].Octets.Text()), Is.Not.Null);
        Assert.That(RequestReader.Read(filled.Drawn.Values["request"].Text()), Is.Not.Null);
    }

    [Test]
    public void A_mutation_is_the_same_for_the_same_seed() =>
        Assert.That(
            Enumerable.Range(0, 40).Reverse().Select(i => Draw("head", i).Steps[0].Octets.Text()).Reverse(),
            Is.EqualTo(Enumerable.Range(0, 40).Select(i => Draw("head", i).Steps[0].Octets.Text())));

    private static Regex Line() => new(
        "^(accept|tolerate|never) (any response )?(any final response|[1-5](xx|\\d\\d)((, | or )[1-5](xx|\\d\\d))*|close without an answer)" +
        "( with understood (as sent|((no )?field|content) .*?))?( then close)?( \\[rfc91[\\w.-]+\\])?$");
}

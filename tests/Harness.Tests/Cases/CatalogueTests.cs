using Conform.Cases;

namespace Conform.Harness.Tests.Cases;

public sealed class CatalogueTests
{
    private static readonly Catalogue _catalogue = Samples.Load(
        ("suites/b/drawn.md", Samples.Case("- repeat: 5\n")), ("suites/a/first.md", Samples.Case() + Samples.Others), ("suites/a/first-more.md", Samples.Case("- needs: a/first/one-host\n")));

    [Test]
    public void Files_come_in_ordinal_order()
    {
        Assert.That(_catalogue.Diagnostics, Is.Empty);
        Assert.That(_catalogue.Cases.Select(c => c.Id), Is.EqualTo(new[] { "a/first-more/one", "a/first/one", "a/first/one-host", "a/first/two-hosts", "b/drawn/one" }));
    }

    [TestCase("a/first/one", "a/first/one")]
    [TestCase("a/first", "a/first/one a/first/one-host a/first/two-hosts")]
    [TestCase("a/first/", "a/first/one a/first/one-host a/first/two-hosts")]
    [TestCase("suites/a/first.md", "a/first/one a/first/one-host a/first/two-hosts")]
    [TestCase("a", "a/first-more/one a/first/one a/first/one-host a/first/two-hosts")]
    [TestCase("*host*", "a/first/one-host a/first/two-hosts")]
    [TestCase("?/*/one", "a/first-more/one a/first/one b/drawn/one")]
    [TestCase("b/drawn/one[3]", "b/drawn/one[3]")]
    [TestCase("b/drawn/one[3] b/drawn/one[0] b/drawn/one[3]", "b/drawn/one[0] b/drawn/one[3]")]
    [TestCase("b/drawn/one[3] b", "b/drawn/one")]
    [TestCase("b a/first/one", "a/first/one b/drawn/one")]
    public void Words_select(string words, string ids)
    {
        var selected = _catalogue.Select(words.Split(' '));
        Assert.That(selected.Unmatched, Is.Empty);
        Assert.That(selected.Cases.Select(c => c.Case.Id + (c.Index is { } i ? $"[{i}]" : "")), Is.EqualTo(ids.Split(' ')));
    }

    [TestCase("a/frist/one", "no case is selected by a/frist/one; did you mean a/first/one?")]
    [TestCase("a/fir", "no case is selected by a/fir; did you mean a/first?")]
    [TestCase("b/drawn/one[5]", "b/drawn/one has no draw 5; its draws are 0 to 4")]
    [TestCase("a/first/one[0]", "a/first/one is not drawn; leave the index out")]
    [TestCase("zzzzzzzz*", "no case is selected by zzzzzzzz*; conform list shows them all")]
    public void A_word_that_selects_nothing_is_named(string word, string message)
    {
        var selected = _catalogue.Select(["b", word]);
        Assert.That(selected.Unmatched, Is.EqualTo(new[] { message }));
        Assert.That(selected.Cases, Has.Count.EqualTo(1));
    }

    [TestCase("a/first/one", true)]
    [TestCase("b/drawn/one", true)]
    [TestCase("b/drawn/one[4]", true)]
    [TestCase("b/drawn/one[5]", false)]
    [TestCase("a/first/one[0]", false)]
    [TestCase("a/first", false)]
    public void Ids_are_known(string id, bool known) => Assert.That(_catalogue.Knows(id), Is.EqualTo(known));

    [Test]
    public void The_digest_is_that_of_the_files_and_not_of_their_order()
    {
        (string, string)[] files = [("suites/a.md", Samples.Case()), ("suites/b.md", Samples.Case())];
        var digest = Samples.Load(files).Digest;
        Assert.That(Samples.Load([.. files.Reverse()]).Digest, Is.EqualTo(digest));
        Assert.That(Samples.Load([(files[0].Item1, files[0].Item2.Replace("\n", "\r\n", StringComparison.Ordinal)), files[1]]).Digest, Is.EqualTo(digest));
        Assert.That(Samples.Load([("suites/c.md", files[0].Item2), files[1]]).Digest, Is.Not.EqualTo(digest));
        Assert.That(Samples.Load([(files[0].Item1, files[0].Item2 + "\n"), files[1]]).Digest, Is.Not.EqualTo(digest));
        Assert.That(digest, Does.Match("^[0-9a-f]{64}$"));
    }

    [Test]
    public void What_is_wrong_comes_by_file_and_line_and_hides_no_case()
    {
        var catalogue = Samples.Load(("suites/z.md", Samples.Case("- wait\n")), ("suites/a.md", Samples.Case("- wait\n", "${x}\n")), ("suites/m.md", Samples.Case()));
        Assert.That(catalogue.Diagnostics.Select(d => d.Location.ToString()), Is.EqualTo(new[] { "suites/a.md:9", "suites/a.md:12", "suites/z.md:9" }));
        Assert.That(catalogue.FindCase("m/one"), Is.Not.Null);
    }

    [Test]
    public void Mutators_are_checked_where_they_are_known()
    {
        (string, string)[] files = [("requirements/r.md", Samples.Requirements), ("a.md", Samples.Case("- repeat: 2\n- mutate: bend\n", "${request}\n", "accept what the mutation allows\n"))];
        Assert.That(CatalogueLoader.FromFiles(files).Diagnostics, Is.Empty);
        Assert.That(CatalogueLoader.FromFiles(files, name => name == "bend").Diagnostics, Is.Empty);
        Assert.That(CatalogueLoader.FromFiles(files, _ => false).Diagnostics.Single().ToString(), Is.EqualTo("a.md:10: there is no mutator bend"));
    }

    [Test]
    public void Readmes_and_targets_are_no_case_files() =>
        Assert.That(Samples.Load(("suites/README.md", "x"), ("suites/a/README.md", "x"), ("suites/targets/x/notes.md", "x"), ("suites/a/b.txt", "x")).Diagnostics, Is.Empty);

    [Test]
    public void What_is_inside_the_program_is_sound() => Assert.That(CatalogueLoader.Embedded().Diagnostics, Is.Empty);
}

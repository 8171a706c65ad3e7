using Conform.Cases;
using Conform.Generation;
using Conform.Harness.Tests.Generation;
using Conform.Running.Targets;
using Conform.Wire;

namespace Conform.Harness.Tests.Running;

/// <summary>Places that a target says it has, and what their placeholders become.</summary>
public sealed class PlaceTests
{
    private static readonly TargetUri Uri = TargetUri.Parse("http://127.0.0.1:8080/base/");

    [Test]
    public void Every_place_is_a_capability_and_a_placeholder_of_the_same_name() => Assert.Multiple(() =>
    {
        foreach (var place in Places.All)
        {
            Assert.That(KnownCapabilities.Words, Does.Contain((place.Capability, place.Word)));
            Assert.That(Words.All.SelectMany(g => g.Words).Count(w => w.Name == place.Word), Is.EqualTo(1), place.Word);
        }
    });

    [Test]
    public void A_target_has_what_was_said_of_it()
    {
        var options = With(("redirect", "/old"), ("store", "/files"));
        Assert.That(options.Capabilities, Is.EqualTo(Capabilities.Redirect | Capabilities.Store));
        Assert.That(options.ValuesFor(Uri).Places, Is.EquivalentTo(new Dictionary<string, string> { ["redirect"] = "/old", ["store"] = "/files/" }));
    }

    [Test]
    public void What_is_protected_needs_what_opens_it()
    {
        Assert.That(With(("protected", "/p")).Problem, Does.Contain("/p"));
        var known = With(("protected", "/p")) with { Credentials = "user:a" };
        Assert.That(known.Problem, Is.Null);
        var values = known.ValuesFor(Uri);
        Assert.That((values.Credentials, values.WrongCredentials), Is.EqualTo(("dXNlcjph", "dXNlcjphLW5vdA==")));
        Assert.That((values.CaseCredentials, values.ShortCredentials), Is.EqualTo((Basic("user:A"), (string?)null)), "nothing is left of one letter");
        var longer = (known with { Credentials = "User:a:B1" }).ValuesFor(Uri);
        Assert.That((longer.CaseCredentials, longer.ShortCredentials), Is.EqualTo((Basic("User:A:b1"), Basic("User:a:B"))), "the user stays as it is");
        Assert.That((known with { Credentials = "user:12" }).ValuesFor(Uri).CaseCredentials, Is.Null, "digits have no case");

        static string Basic(string account) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(account));
    }

    [Test]
    public void A_name_in_the_store_is_of_one_conversation_alone()
    {
        string Of(string text, string conversation, long seed = 1) =>
            CaseFiller.Fill(Build.Case(text), seed, 0, With(("store", "/files/")).ValuesFor(Uri), conversation).Steps[0].Octets.Text();
        var names = Of("${store} ${store} ${store #2}", "whole").Split(' ');
        Assert.Multiple(() =>
        {
            Assert.That(names[0], Does.Match("^/files/n[a-z0-9]{15}$").And.EqualTo(names[1]).And.Not.EqualTo(names[2]));
            Assert.That(Of("${store}", "whole"), Is.EqualTo(names[0]));
            Assert.That(Of("${store}", "octets"), Is.Not.EqualTo(names[0]));
            Assert.That(Of("${store}", "whole", seed: 2), Is.Not.EqualTo(names[0]));
        });
    }

    [Test]
    public void A_file_says_it_in_the_same_words()
    {
        var file = TargetFile.Parse("command: x\ncredentials: a:b\ncapabilities:\n  protected: /p\n  negotiated: /n\n", "t");
        var options = new TargetSource(file, [], "t", "t").Options(With(("negotiated", "/mine")));
        Assert.That((options.Places["protected"], options.Places["negotiated"], options.Credentials), Is.EqualTo(("/p", "/mine", "a:b")));
        file.Credentials = null;
        Assert.That(() => new TargetSource(file, [], "t", "t").Options(new TargetOptions()), Throws.InstanceOf<FormatException>());
    }

    private static TargetOptions With(params (string Word, string Path)[] places) =>
        new() { Places = places.ToDictionary(p => p.Word, p => (string?)p.Path, StringComparer.Ordinal) };
}

using Conform.ReferenceServer.Contract.Applications;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Tests.Contract;

[TestFixture]
internal sealed class EntityTagsTests
{
    [TestCase("\"t\"", true, true)]
    [TestCase("W/\"t\"", true, false)]
    [TestCase("*", true, true)]
    [TestCase(" * ", true, true)]
    [TestCase("\"a\",\"t\"", true, true)]
    [TestCase("\"a\" , W/\"t\", \"b\"", true, false)]
    [TestCase(", \"a\", ,\"t\",", true, true)]
    [TestCase("\"a,b\", \"t\"", true, true)]
    [TestCase("\"\\\", \"t\"", true, true)]
    [TestCase("\"\u00E9\", \"t\"", true, true)]
    [TestCase("\"a,t,b\"", false, false)]
    [TestCase("\"T\"", false, false)]
    [TestCase("\"\"", false, false)]
    [TestCase("\"*\"", false, false)]
    public void A_list_matches_weakly_and_strongly(string field, bool weakly, bool strongly)
    {
        var tags = EntityTags.Of(field, FaultSet.None);
        Assert.That(tags.IsWellFormed);
        Assert.That(tags.Match("\"t\"", true, FaultSet.None), Is.EqualTo(weakly));
        Assert.That(tags.Match("\"t\"", false, FaultSet.None), Is.EqualTo(strongly));
    }

    [TestCase("t")]
    [TestCase("\"t")]
    [TestCase("\"t\" \"u\"")]
    [TestCase("*, \"t\"")]
    [TestCase("\"t\", *")]
    [TestCase("w/\"t\"")]
    [TestCase("W/ \"t\"")]
    [TestCase("\"t t\", \"t\"")]
    public void What_is_malformed_matches_nothing(string field)
    {
        var tags = EntityTags.Of(field, FaultSet.None);
        Assert.That(tags.IsWellFormed, Is.False);
        Assert.That(tags.Match("\"t\"", true, FaultSet.None), Is.False);
    }
}

using Conform.Harness.Tests.Reporting;
using Conform.Observations;
using Conform.Snapshots;

namespace Conform.Harness.Tests.Snapshots;

[TestFixture]
public sealed class NormalisedTests
{
    [Test]
    public void Conversations_of_every_kind() =>
        Verified.Check("normalised", string.Join("\n", Conversations.All.Select(c =>
            $"# {c.Name}\n{NormalisedObservation.Of(new Evidence { Drawn = Drawn.None, Subject = c.Transcript })}")));
}

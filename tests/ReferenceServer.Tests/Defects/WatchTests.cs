using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Tests.Defects;

public sealed class WatchTests
{
    [Test]
    public void A_place_is_told_once_for_each_time_that_somebody_asks()
    {
        DefectWatch watch = new();
        var faults = FaultSet.Of([Fault.HeadRefused], watch);
        Assert.That(watch.Take(), Is.Empty);
        Assert.That((faults[Fault.HeadRefused], faults[Fault.LengthOctal]), Is.EqualTo((true, false)));
        Assert.That(watch.Take(), Is.EquivalentTo(["head-refused", "length-octal"]));
        Assert.That(watch.Take(), Is.Empty);
    }
}

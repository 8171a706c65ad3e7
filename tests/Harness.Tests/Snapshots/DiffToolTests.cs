using Conform.Snapshots;

namespace Conform.Harness.Tests.Snapshots;

public sealed class DiffToolTests
{
    [TestCase(true, false, "DISPLAY=:0", true)]
    [TestCase(true, false, "WAYLAND_DISPLAY=wayland-0", true)]
    [TestCase(false, false, "DISPLAY=:0", false)]
    [TestCase(true, true, "DISPLAY=:0", false)]
    [TestCase(true, false, "DISPLAY=:0 CI=true", false)]
    [TestCase(true, false, "DISPLAY=:0 CI=false", true)]
    [TestCase(true, false, "DISPLAY=:0 DiffEngine_Disabled=true", false)]
    [TestCase(true, false, "", false)]
    [Platform("Linux")]
    public void A_tool_opens_only_where_a_person_sits(bool isInteractive, bool isBuildServer, string environment, bool wanted)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1]);
        Assert.That(DiffTool.IsWanted(isInteractive, isBuildServer, variables.GetValueOrDefault), Is.EqualTo(wanted));
    }
}

using System.Runtime.CompilerServices;
using Conform.Snapshots;

namespace Conform.Harness.Tests.Reporting;

/// <summary>Compares with the <c>*.verified.txt</c> file beside the test, and shows the difference.</summary>
internal static class Verified
{
    public static void Check(string name, string text, [CallerFilePath] string test = "")
    {
        var verdict = new FileVerifier(Path.Combine(Path.GetDirectoryName(test)!, "Verified")).Verify(name, text);
        if (verdict is SnapshotVerdict.Different different) Assert.Fail($"{name}\n{different.Diff}");
        Assert.That(verdict, Is.Not.TypeOf<SnapshotVerdict.New>(), $"{name} was never accepted; its received file is beside the test");
    }
}

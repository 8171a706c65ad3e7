namespace Conform.Suites.Tests;

/// <summary>What a server did, kept in files: new, accepted, different, accepted again.</summary>
public sealed class ProgramSnapshotTests : ProgramTestBase
{
    private const string Received = "snapshots/rfc9112.received.txt";
    private const string Verified = "snapshots/rfc9112.verified.txt";

    [Test]
    public async Task New_accepted_different_accepted()
    {
        var first = await KeptAsync();
        Assert.That((first.ExitCode, There(Received), There(Verified)), Is.EqualTo((1, true, false)), first.All);
        Assert.That(first.Output, Does.Contain("✗ rfc9112").And.Contain("not seen before"));

        var accepted = await RunAsync("accept", "--snapshots", "snapshots");
        Assert.That((accepted.ExitCode, There(Received), There(Verified)), Is.EqualTo((0, false, true)), accepted.All);
        Assert.That(accepted.Output, Does.StartWith("accepted rfc9112/content-length"));

        var same = await KeptAsync();
        Assert.That((same.ExitCode, There(Received)), Is.EqualTo((0, false)), same.All);

        // The failure itself is known, so that the snapshot alone decides.
        Write("known.txt", $"{PlusSign}  fail  RFC 9112 section 6.3: a fault of ours\n");
        string[] fault = ["--defect", PlusAccepted, "--deviations", "known.txt"];
        var different = await KeptAsync(fault);
        Assert.That((different.ExitCode, There(Received)), Is.EqualTo((1, true)), different.All);
        Assert.That(different.Output, Does.Contain("## content-length/plus-sign\n").And.Contain("- HTTP/1.1 400 Bad Request\n").And.Contain("+ HTTP/1.1 200 OK\n"));
        Assert.That(different.Output, Does.Contain("- fate answered-closed\n").And.Contain("+ fate answered-kept\n"));

        await RunAsync("accept", "--snapshots", "snapshots");
        var taken = await KeptAsync(fault);
        Assert.That((taken.ExitCode, There(Received)), Is.EqualTo((0, false)), taken.All);
    }

    [Test]
    public async Task What_comes_out_now_so_and_now_so_is_not_compared()
    {
        await KeptAsync();
        await RunAsync("accept", "--snapshots", "snapshots");
        Write("flaky.txt", $"{PlusSign}  now so and now so\n");
        var run = await KeptAsync("--defect", PlusAccepted, "--flaky", "flaky.txt");
        Assert.That((run.ExitCode, There(Received)), Is.EqualTo((0, false)), run.All);
    }

    private Task<ProgramRun> KeptAsync(params string[] more) => OneAsync(["--snapshots", "snapshots", .. more]);

    private bool There(string name) => File.Exists(Path.Combine(Folder, name));
}

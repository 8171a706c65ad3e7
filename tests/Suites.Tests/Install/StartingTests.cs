namespace Conform.Suites.Tests.Install;

/// <summary>What a person does first: a set-up of one's own, and a shell that completes.</summary>
public sealed class StartingTests : ProgramTestBase
{
    [Test]
    public async Task What_init_writes_runs_and_is_never_overwritten()
    {
        var server = $"dotnet {typeof(Judging.Judge).Assembly.Location} serve --port {{port}}";
        var first = await RunAsync("init", "--name", "mine", "--command", server);
        Assert.That(first.ExitCode, Is.Zero, first.All);
        Assert.That(first.Output, Does.Contain("wrote  conformance/target.yaml\n").And.Contain("wrote  .github/workflows/conformance.yml\n").And.Not.Contain("{"));

        var run = await RunAsync("run", "rfc9112/host", "--delivery", "whole", "--target", "conformance", "--deviations", "conformance/deviations.txt");
        Assert.That(run.ExitCode, Is.Zero, run.All);

        Write("conformance/deviations.txt", "# mine\n");
        var second = await RunAsync("init", "--ci", "gitlab");
        Assert.That(second.Output, Does.Contain("kept   conformance/deviations.txt, which was there already\n").And.Contain("wrote  conformance/gitlab-ci.yml\n"));
        Assert.That(File.ReadAllText(Path.Combine(Folder, "conformance/deviations.txt")), Is.EqualTo("# mine\n"));
        Assert.That(File.ReadAllText(Path.Combine(Folder, "conformance/target.yaml")), Does.Contain("name: mine\n"));
    }

    [TestCase("conform ru", "run")]
    [TestCase("conform run --defect length-plu", "length-plus-accepted")]
    [TestCase("conform run --target ngi", "nginx")]
    [TestCase("conform run rfc9112/content-length/plus-s", "rfc9112/content-length/plus-sign")]
    [TestCase("conform list smugg", "smuggling/")]
    public async Task Bash_completes(string typed, string offered)
    {
        var lines = await RunAsync("completion", "bash");
        Write("completion", lines.Output);
        var script = $"conform() {{ dotnet '{typeof(Judging.Judge).Assembly.Location}' \"$@\"; }}; compopt() {{ :; }}; . ./completion; COMP_LINE='{typed}'; COMP_POINT={typed.Length}; _conform; printf '%s\\n' \"${{COMPREPLY[@]}}\"";
        var (code, output) = await Shell.RunAsync(Folder, new Dictionary<string, string>(), "bash", "-c", script);
        Assert.That((code, output), Is.EqualTo((0, offered + "\n")));
    }

    [TestCase("zsh", "compdef _conform conform")]
    [TestCase("fish", "complete -c conform")]
    [TestCase("pwsh", "Register-ArgumentCompleter")]
    public async Task Other_shells_have_their_lines(string shell, string holds)
    {
        var lines = await RunAsync("completion", shell);
        Assert.That((lines.ExitCode, lines.Output.Contains(holds, StringComparison.Ordinal)), Is.EqualTo((0, true)), lines.All);
    }
}

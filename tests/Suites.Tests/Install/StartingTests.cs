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

    [TestCase("conform ru", "run")]
    [TestCase("conform run --deliv", "--delivery")]
    [TestCase("conform list smugg", "smuggling/")]
    public async Task Fish_completes(string typed, string offered)
    {
        Needed.Program("fish");
        Write("completion", (await RunAsync("completion", "fish")).Output);
        var script = $"function conform; dotnet '{Assembly}' $argv; end; source completion; complete -C '{typed}'";
        Assert.That(await Shell.RunAsync(Folder, new Dictionary<string, string>(), "fish", "--no-config", "-c", script), Is.EqualTo((0, offered + "\n")));
    }

    // What zsh takes from its line editor stands here as variables: a test has no terminal.
    [TestCase("conform ru", "run")]
    [TestCase("conform run --target ngi", "nginx")]
    [TestCase("conform list smugg", "smuggling/")]
    public async Task Zsh_completes(string typed, string offered)
    {
        Needed.Program("zsh");
        Write("completion", (await RunAsync("completion", "zsh")).Output);
        var script = $"conform() {{ dotnet '{Assembly}' \"$@\" }}; compdef() {{ : }}; compadd() {{ print -l $offered }}; . ./completion; BUFFER='{typed}' CURSOR={typed.Length}; _conform";
        Assert.That(await Shell.RunAsync(Folder, new Dictionary<string, string>(), "zsh", "-f", "-c", script), Is.EqualTo((0, offered + "\n")));
    }

    [Test]
    public async Task Powershell_has_its_lines()
    {
        var lines = await RunAsync("completion", "pwsh");
        Assert.That((lines.ExitCode, lines.Output.Contains("Register-ArgumentCompleter", StringComparison.Ordinal)), Is.EqualTo((0, true)), lines.All);
    }

    private static string Assembly => typeof(Judging.Judge).Assembly.Location;
}

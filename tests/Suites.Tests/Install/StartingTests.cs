namespace Conform.Suites.Tests.Install;

/// <summary>What a person does first: a set-up of one's own, and a shell that completes.</summary>
public sealed class StartingTests : ProgramTestBase
{
    [Test]
    public async Task What_init_writes_runs_and_is_never_overwritten()
    {
        var server = $"dotnet {Assembly} serve --port {{port}}";
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

    [TestCase("bash", "conform ru", "run")]
    [TestCase("bash", "conform run --defect length-plu", "length-plus-accepted")]
    [TestCase("bash", "conform run --target ngi", "nginx")]
    [TestCase("bash", "conform run rfc9112/content-length/plus-s", "rfc9112/content-length/plus-sign")]
    [TestCase("bash", "conform list smugg", "smuggling/")]
    [TestCase("fish", "conform ru", "run")]
    [TestCase("fish", "conform run --deliv", "--delivery")]
    [TestCase("fish", "conform list smugg", "smuggling/")]
    [TestCase("zsh", "conform ru", "run")]
    [TestCase("zsh", "conform run --target ngi", "nginx")]
    [TestCase("zsh", "conform list smugg", "smuggling/")]
    public async Task A_shell_completes(string shell, string typed, string offered)
    {
        Needed.Program(shell);
        Write("completion", (await RunAsync("completion", shell)).Output);
        Assert.That(await Shell.RunAsync(Folder, new Dictionary<string, string>(), shell, Completing(shell, typed)), Is.EqualTo((0, offered + "\n")));
    }

    [Test]
    public async Task Powershell_has_its_lines()
    {
        var lines = await RunAsync("completion", "pwsh");
        Assert.That((lines.ExitCode, lines.Output.Contains("Register-ArgumentCompleter", StringComparison.Ordinal)), Is.EqualTo((0, true)), lines.All);
    }

    // What bash and zsh take from their line editor stands here as variables: a test has no terminal.
    private static string[] Completing(string shell, string typed) => shell switch
    {
        "fish" => ["--no-config", "-c", $"function conform; dotnet '{Assembly}' $argv; end; source completion; complete -C '{typed}'"],
        "zsh" => ["-f", "-c", $"conform() {{ dotnet '{Assembly}' \"$@\" }}; compdef() {{ : }}; compadd() {{ print -l $offered }}; . ./completion; BUFFER='{typed}' CURSOR={typed.Length}; _conform"],
        _ => ["-c", $"conform() {{ dotnet '{Assembly}' \"$@\"; }}; compopt() {{ :; }}; . ./completion; COMP_LINE='{typed}'; COMP_POINT={typed.Length}; _conform; printf '%s\\n' \"${{COMPREPLY[@]}}\""],
    };

    private static string Assembly => typeof(Judging.Judge).Assembly.Location;
}

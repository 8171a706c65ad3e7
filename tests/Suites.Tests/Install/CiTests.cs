using YamlDotNet.RepresentationModel;

namespace Conform.Suites.Tests.Install;

/// <summary>The script of the action and of the job template, run as a runner does.</summary>
[NonParallelizable]
public sealed class CiTests : ProgramTestBase
{
    private static string[] ActionScript => [Text(((YamlSequenceNode)Root("action.yml")["runs"]["steps"]).Children.Single(s => ((YamlMappingNode)s).Children.ContainsKey("run"))["run"])];

    // The first line clones what is here already.
    private static string[] JobScript => [.. ((YamlSequenceNode)Root("build/gitlab-ci.yml")[".conform"]["script"]).Children.Skip(1).Select(l => Text(l).Replace(".conform/", Clone.Root + "/", StringComparison.Ordinal))];

    [TestCase(true)]
    [TestCase(false)]
    public async Task The_script_runs_and_leaves_a_report(bool ofTheAction)
    {
        var good = await ScriptAsync(ofTheAction, "rfc9112/host --delivery whole");
        Assert.That(good.ExitCode, Is.Zero, good.Output);
        Assert.That(good.Output, Does.Contain("exit 0"));
        Assert.That(File.ReadAllText(Path.Combine(Folder, "conform.xml")), Does.Contain("<testcase"));

        var bad = await ScriptAsync(ofTheAction, $"{PlusSign} --delivery whole --defect '{PlusAccepted}'");
        Assert.That(bad.ExitCode, Is.Not.Zero, bad.Output);
        Assert.That(bad.Output, Does.Contain("exit 1"));
    }

    private Task<(int ExitCode, string Output)> ScriptAsync(bool ofTheAction, string words) => Shell.RunAsync(
        Folder, new Dictionary<string, string> { ["CONFORM_RUN"] = words, ["GITHUB_ACTION_PATH"] = Clone.Root }, "bash", "-e", "-c", string.Join('\n', ofTheAction ? ActionScript : JobScript));

    private static YamlNode Root(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(Clone.Root, file))));
        return stream.Documents[0].RootNode;
    }

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}

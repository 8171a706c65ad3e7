using Conform.Commands;
using Conform.Harness.Tests.Cases;

namespace Conform.Harness.Tests.Commands;

/// <summary>The pages of the commands say what the program's help says, and the sample in the README is the one that is run.</summary>
public sealed class ManualTests
{
    private const string Again = "write them anew: conform manual --write docs/commands";

    private static readonly System.CommandLine.RootCommand Root = RootCommandFactory.Create(TextWriter.Null, TextWriter.Null, TimeProvider.System);

    private static IEnumerable<string> Names => Root.Subcommands.Select(c => c.Name);

    [TestCaseSource(nameof(Names))]
    public void A_page_is_as_the_help(string name) =>
        Assert.That(Read($"docs/commands/{name}.md"), Is.EqualTo(ManualOfCommands.Page(Root.Subcommands.Single(c => c.Name == name))), Again);

    [Test]
    public void The_list_is_as_the_help() => Assert.That(Read("docs/commands/README.md"), Is.EqualTo(ManualOfCommands.Index(Root)), Again);

    [Test]
    public void There_is_no_page_of_a_command_that_is_gone() =>
        Assert.That(Directory.GetFiles(Path.Combine(Repository.Root, "docs/commands")).Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(Names.Append("README")), Again);

    [Test]
    public void The_sample_is_the_one_that_is_run()
    {
        var readme = Read("README.md");
        var begin = readme.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        var sample = readme[begin..readme.IndexOf("\n}\n```", begin, StringComparison.Ordinal)];
        Assert.That(Read("tests/Kestrel.Tests/KestrelTests.cs"), Does.Contain(sample));
    }

    [TestCase("README.md")]
    [TestCase("docs/your-server.md")]
    [TestCase("docs/add-a-case.md")]
    [TestCase("docs/read-a-failure.md")]
    [TestCase("docs/in-ci.md")]
    [TestCase("docs/install.md")]
    [TestCase("docs/exit-codes.md")]
    public void Links_lead_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        var broken = System.Text.RegularExpressions.Regex.Matches(Read(page), @"\]\((?!https?:)(?<page>[^)#]+)", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Select(m => m.Groups["page"].Value).Where(l => !File.Exists(Path.Combine(folder, l)) && !Directory.Exists(Path.Combine(folder, l)));
        Assert.That(broken, Is.Empty);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file)).ReplaceLineEndings("\n");
}

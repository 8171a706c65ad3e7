using System.Text.RegularExpressions;
using Conform.Commands;
using Conform.Harness.Tests.Cases;

namespace Conform.Harness.Tests.Commands;

/// <summary>What the README tells a newcomer to type is a command that the program takes.</summary>
public sealed class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    private static IEnumerable<string> CommandLines =>
        Regex.Matches(Text, @"dotnet run --project src/Harness -- (?<words>[^`\n]+)|`conform (?<words>[^`\n]+)`|^    conform (?<words>[a-z][^\n]*)$", RegexOptions.Multiline, TimeSpan.FromSeconds(1))
            .Select(m => m.Groups["words"].Value).Where(w => !w.EndsWith('\\')).Select(w => w.Split(" > ")[0]).Distinct(StringComparer.Ordinal);

    [TestCaseSource(nameof(CommandLines))]
    public void Each_command_is_taken(string words)
    {
        var parse = RootCommandFactory.Create(TextWriter.Null, TextWriter.Null, TimeProvider.System).Parse(words);
        Assert.That(parse.Errors.Select(e => e.Message), Is.Empty);
        Assert.That(parse.CommandResult.Command.Name, Is.EqualTo(words.Split(' ')[0]));
    }

    [Test]
    public void There_are_commands_to_try() => Assert.That(CommandLines.Count(), Is.GreaterThanOrEqualTo(10));

    [Test]
    public void Every_marker_is_filled() => Assert.That(Text, Does.Not.Contain("@@"));

    [Test]
    public void A_wrong_command_is_not_taken() =>
        Assert.That(RootCommandFactory.Create(TextWriter.Null, TextWriter.Null, TimeProvider.System).Parse("run --banana").Errors, Is.Not.Empty);
}

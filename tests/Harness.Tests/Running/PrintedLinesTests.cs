using Conform.Running.Targets;

namespace Conform.Harness.Tests.Running;

/// <summary>What is found in what a server printed.</summary>
public sealed class PrintedLinesTests
{
    [Test]
    public void Lines_are_counted_by_output()
    {
        var lines = new PrintedLines();
        lines.Keep("a trouble", isError: true);
        lines.Keep("a trouble", isError: false);
        lines.Keep("{\"message\":\"more\",\"format\":\"more\"}", isError: true);
        lines.Keep("a trouble", isError: true);
        Assert.Multiple(() =>
        {
            Assert.That(lines.Find("trouble"), Has.Count.EqualTo(2));
            Assert.That(lines.Find("more"), Has.Count.EqualTo(1), "a structured line says it twice");
            Assert.That(lines.Find("none"), Is.Empty);
            Assert.That(lines.Find("trouble")[0], Is.LessThan(lines.Find("more")[0]));
            Assert.That(lines.Tail(1), Is.EqualTo("a trouble"));
        });
    }

    [Test]
    public void What_stands_where_stays_there()
    {
        var lines = new PrintedLines();
        for (var i = 0; i < 5000; i++) lines.Keep(i == 4000 ? "here" : "line", isError: false);
        var before = lines.Find("here");
        lines.Keep("another", isError: false);
        Assert.That(lines.Find("here"), Is.EqualTo(before));
    }
}

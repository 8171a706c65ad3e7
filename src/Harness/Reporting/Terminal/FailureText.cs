using Conform.Reporting.Records;

namespace Conform.Reporting.Terminal;

/// <summary>Failures told in full without a terminal, as the message of a test.</summary>
internal static class FailureText
{
    /// <summary>Tells them.</summary>
    /// <param name="header">The run.</param>
    /// <param name="results">Those that fail; what says the same is told once.</param>
    public static string Of(RunHeader header, IEnumerable<AssessedResult> results)
    {
        var text = new StringWriter { NewLine = "\n" };
        var block = new FailureBlock(new Page(Consoles.Create(text, noColor: true, plain: true)), header);
        foreach (var group in FailureGroup.Of(results)) block.Write(group);
        return text.ToString().Trim('\n');
    }
}

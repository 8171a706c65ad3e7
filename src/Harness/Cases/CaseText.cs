using System.Globalization;

namespace Conform.Cases;

/// <summary>A case as the tool understands it, for people.</summary>
public static class CaseText
{
    /// <summary>The case by lines.</summary>
    /// <param name="subject">The case.</param>
    public static IEnumerable<string> Lines(Case subject) =>
        [subject.Id, $"  {subject.Location}", string.Empty, .. subject.Summary.Split('\n').Select(Indented), string.Empty, .. Facts(subject), .. Conversation(subject)];

    /// <summary>A step by lines, in the words of the case language.</summary>
    /// <param name="step">The step.</param>
    public static IEnumerable<string> Lines(Step step) => step switch
    {
        SendStep send => [send.Times == 1 ? "send" : $"send {send.Times} times", .. Octets(send.Template)],
        ExpectStep expect => ["expect", .. expect.Expectations.SelectMany(Lines)],
        AwaitStep => ["await"],
        AwaitGateStep gate => [$"await-gate: {gate.Gate}"],
        ReleaseStep release => [$"release: {release.Gate}"],
        PauseStep pause => [$"pause {Milliseconds(pause.Duration)}"],
        AwaitCloseStep close => [$"await-close {Milliseconds(close.AtMost)}"],
        HalfCloseStep => ["half-close"],
        AbortStep => ["abort"],
        ReconnectStep => ["reconnect"],
        ConnectionStep connection => [$"connection: {connection.Name}"],
        _ => throw new InvalidOperationException($"no words for {step}"),
    };

    private static IEnumerable<string> Facts(Case subject)
    {
        yield return Fact("requirement", $"{subject.Requirement.Id} ({Weighed(subject.Requirement)})");
        yield return Fact(string.Empty, subject.Requirement.Text);
        if (subject.Needs.Count > 0) yield return Fact("needs", string.Join(", ", subject.Needs));
        if (subject.Requires != Capabilities.None) yield return Fact("requires", KnownCapabilities.Describe(subject.Requires));
        if (subject.IsDrawn) yield return Fact("repeat", $"{subject.Repeat} draws");
        if (subject.Mutator is { } mutator) yield return Fact("mutate", mutator);
        if (subject.Generates is { } parts) yield return Fact("generate", $"program{(parts.Count == 0 ? string.Empty : " with " + string.Join(", ", parts))}; each draw has its own");
        if (subject.Waits) yield return Fact("waits", "the server may rightly be silent");
        if (subject.HasCanary) yield return Fact("canary", "sent alone first, so that its answer is known");
    }

    private static IEnumerable<string> Conversation(Case subject)
    {
        if (subject.Program is { } program)
        {
            foreach (var line in (string[])["", "app", .. program.Lines.Select(Indented), $"  = {program.Compact}"]) yield return line;
        }

        if (subject.Control is { } control)
        {
            foreach (var line in (string[])["", "control", .. Octets(control)]) yield return line;
        }

        foreach (var line in subject.Steps.SelectMany(s => Lines(s).Prepend(string.Empty))) yield return line;
    }

    private static IEnumerable<string> Octets(OctetTemplate template) => TemplateText.Lines(template).Select(l => ("  | " + l).TrimEnd());

    private static IEnumerable<string> Lines(Expectation line)
    {
        yield return $"  {line.Verb.ToString().ToLowerInvariant(),-9} {line.Pattern.Describe()}";
        if (line.Requirement is not { } requirement) yield break;
        yield return $"            [{requirement.Id}] {Weighed(requirement)}";
        yield return $"            {requirement.Text}";
    }

    private static string Milliseconds(TimeSpan time) => $"{time.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)} ms";

    private static string Weighed(Requirement requirement) => $"{requirement.Reference}, {requirement.Level.Describe()}";

    private static string Fact(string name, string value) => $"  {name,-12} {value}";

    private static string Indented(string line) => ("  " + line).TrimEnd();
}

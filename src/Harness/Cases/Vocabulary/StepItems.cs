using System.Globalization;
using Conform.Cases.Parsing;

namespace Conform.Cases.Vocabulary;

internal sealed record AwaitItem() : StepWord("await", "", "wait for the head of any response, interim or final, at most the deadline", "- await")
{
    protected override Step Step(string value, SourceLocation location) => new AwaitStep(location);
}

internal sealed record AwaitGateItem() : StepWord(
    "await-gate", "LABEL", "wait until the application stands at this gate, at most the deadline", "- await-gate: held")
{
    protected override Step Step(string value, SourceLocation location) => new AwaitGateStep(AppProgramBuilder.Label(value), location);
}

internal sealed record ReleaseItem() : StepWord(
    "release", "LABEL", "let the application go on from this gate, which it then does at no other time", "- release: held")
{
    protected override Step Step(string value, SourceLocation location) => new ReleaseStep(AppProgramBuilder.Label(value), location);
}

internal sealed record PauseItem() : StepWord("pause", "TIME", "let time pass without sending; ms or s, at most 10 s", "- pause: 300 ms")
{
    protected override Step Step(string value, SourceLocation location) => new PauseStep(Time(value), location);

    /// <exception cref="LanguageException">It is no time that anybody should wait for.</exception>
    public static TimeSpan Time(string value)
    {
        var parts = value.Split(' ');
        var unit = parts.Length == 2 ? parts[1] switch { "ms" => 1, "s" => 1000, _ => 0 } : 0;
        var known = double.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        var milliseconds = number * unit;
        return known && milliseconds is > 0 and <= 10_000
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw new LanguageException($"{value} is no pause", "a number and ms or s, at most 10 s, such as 300 ms");
    }
}

internal sealed record AwaitCloseItem() : StepWord(
    "await-close", "TIME", "wait until the server ends the connection, at most this long; it need not", "- await-close: 8 s")
{
    protected override Step Step(string value, SourceLocation location) => new AwaitCloseStep(PauseItem.Time(value), location);
}

internal sealed record HalfCloseItem() : StepWord("half-close", "", "end our side of the connection (FIN) and go on reading", "- half-close")
{
    protected override Step Step(string value, SourceLocation location) => new HalfCloseStep(location);
}

internal sealed record AbortItem() : StepWord("abort", "", "reset the connection", "- abort")
{
    protected override Step Step(string value, SourceLocation location) => new AbortStep(location);
}

internal sealed record ReconnectItem() : StepWord("reconnect", "", "go on with a new connection; the old one is closed", "- reconnect")
{
    protected override Step Step(string value, SourceLocation location) => new ReconnectStep(location);
}

internal sealed record ConnectionItem() : StepWord(
    "connection", "NAME", "go on with the connection of this name, opened where it is named first; the others stay open", "- connection: b")
{
    protected override Step Step(string value, SourceLocation location) => value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        ? new ConnectionStep(value, location)
        : throw new LanguageException($"{value} names no connection", "lower-case letters, digits and hyphens");
}

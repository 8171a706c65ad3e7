namespace Conform.Judging.Lint;

/// <summary>One rule that one response breaks.</summary>
/// <param name="Rule">The rule's name, such as <c>status-line</c>.</param>
/// <param name="Message">What was seen, in one sentence.</param>
public sealed record LintFinding(string Rule, string Message);

/// <summary>Something that every response must keep, whatever it answers.</summary>
/// <param name="Name">Such as <c>status-line</c>; the result of the run is <c>lint/NAME</c>.</param>
/// <param name="Requirement">The id of the requirement, which decides what a finding weighs.</param>
/// <param name="Summary">What a server must do, in one sentence.</param>
/// <param name="Check">What breaks the rule, a sentence each; nothing where it is kept or does not apply.</param>
public sealed record LintRule(string Name, string Requirement, string Summary, Func<LintContext, IEnumerable<string>> Check)
{
    /// <summary>Whether it looks at what an application decides: status, fields, content. Where the case brings its own application, it is not asked.</summary>
    public bool IsOfApplication { get; init; }

    /// <summary>What breaks the rule in the light of the other responses of the run; null where one response says it all.</summary>
    public Func<LintContext, RunSurroundings, IEnumerable<string>>? Compare { get; init; }
}

/// <summary>What the other responses of a run show that one response is held against.</summary>
/// <param name="SpeaksHttp11">Whether the server has answered in HTTP/1.1.</param>
/// <param name="Wholes">The answers of 200 to a GET of the same target, with what they answered.</param>
/// <param name="Others">Statuses besides 200 that a GET of the same target got.</param>
public sealed record RunSurroundings(bool SpeaksHttp11, IReadOnlyList<LintContext> Wholes, IReadOnlySet<int> Others)
{
    /// <summary>The answers of 404 or 410 to a GET of the same target.</summary>
    public IReadOnlyList<LintContext> Missing { get; init; } = [];
}

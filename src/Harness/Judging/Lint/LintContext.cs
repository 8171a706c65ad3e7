using Conform.Http;

namespace Conform.Judging.Lint;

/// <summary>A response and what a rule must know about it that the response itself does not hold.</summary>
/// <param name="Response">The response, interim or final.</param>
/// <param name="RequestMethod">The method that it answers; null when unknown, and then no rule that rests on it speaks.</param>
/// <param name="RequestVersion">The HTTP-version of the request, such as <c>HTTP/1.1</c>; null when unknown or malformed.</param>
/// <param name="ConnectionClosedBehind">Whether the server itself ended the connection behind (or in) this response.</param>
/// <param name="OctetsBehind">How many octets stand directly behind this response that begin no other.</param>
public sealed record LintContext(Response Response, string? RequestMethod, string? RequestVersion, bool ConnectionClosedBehind, long OctetsBehind);

/// <summary>One rule that one response breaks.</summary>
/// <param name="Rule">The rule's name, such as <c>status-line</c>.</param>
/// <param name="Message">What was seen, in one sentence.</param>
public sealed record LintFinding(string Rule, string Message);

/// <summary>Something that every response must keep, whatever it answers.</summary>
/// <param name="Name">Such as <c>status-line</c>; the result of the run is <c>lint/NAME</c>.</param>
/// <param name="Requirement">The id of the requirement, which decides what a finding weighs.</param>
/// <param name="Summary">What a server must do, in one sentence.</param>
/// <param name="Check">What breaks the rule, a sentence each; nothing where it is kept or does not apply.</param>
public sealed record LintRule(string Name, string Requirement, string Summary, Func<LintContext, IEnumerable<string>> Check);

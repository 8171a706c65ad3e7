using Conform.Http;

namespace Conform.Judging.Lint;

/// <summary>The passive lint: looks at any response with every rule there is, and never at what the case wanted.</summary>
public static class ResponseLint
{
    /// <summary>All findings on a response and on the interim ones before it, in the order of <see cref="LintRules.All"/>.</summary>
    /// <param name="context">The final response, or an interim one that no final one followed, with its surroundings.</param>
    public static IEnumerable<LintFinding> Check(LintContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Interim(context).Append(context).SelectMany(one => LintRules.All
            .Where(rule => !(rule.IsOfApplication && one.IsScripted))
            .SelectMany(rule => rule.Check(one).Select(message => new LintFinding(rule.Name, message))));
    }

    /// <summary>All findings on a response of which nothing else is known: rules that need its surroundings say nothing.</summary>
    /// <param name="response">The response.</param>
    public static IEnumerable<LintFinding> Check(Response response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Check(new LintContext(response) { Request = response.RequestMethod is { } method ? new LintRequest(method, null) : null });
    }

    // What follows an interim response and is no response was read as a malformed final one.
    private static IEnumerable<LintContext> Interim(LintContext context)
    {
        var final = context.Response;
        var stray = final is { State: ResponseState.Malformed, Version: "" } ? final.Head.Length : 0;
        return final.Interim.Select((interim, i) => new LintContext(interim)
        {
            Request = context.Request,
            Received = context.Received,
            IsScripted = context.IsScripted,
            OctetsBehind = i == final.Interim.Count - 1 ? stray : 0,
        });
    }
}

using System.Collections.Concurrent;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>The fixed representation, with validators, conditions, byte ranges and a gzip variant.</summary>
internal sealed class StaticApplication(FaultSet faults)
{
    private const string Allowed = "GET, HEAD, OPTIONS";

    private readonly ConcurrentDictionary<string, object?> _firstRanges = new(StringComparer.Ordinal);

    public IEnumerable<ReadOnlyMemory<byte>> Call(Dictionary<string, object> environ, StartResponse start, DateTimeOffset now)
    {
        // The conditions of other methods are nobody's business here: they would be refused without them too (RFC 9110 section 13.2.1).
        var method = Answer.TextOf(environ, "REQUEST_METHOD");
        if (method == "OPTIONS")
        {
            start("200 OK", [("Allow", Allowed), ("Content-Length", "0")]);
            return [];
        }

        if (method is not ("GET" or "HEAD"))
        {
            var isOdd = environ.Keys.Any(key => key is "HTTP_EXPECT" or "HTTP_RANGE");
            return Answer.Text(start, "405 Method Not Allowed", "method not allowed\n", isOdd && faults[Fault.AllowMissingForSome] ? [] : [("Allow", Allowed)]);
        }

        RememberByFault(environ);
        var page = AcceptedCodings.HaveGzip(Answer.TextOf(environ, "HTTP_ACCEPT_ENCODING")) ? FixedPage.Coded : FixedPage.Plain;
        Preconditions conditions = new(environ, page, now, faults);
        // Range counts only once everything else would lead to 200, and for GET only (section 14.2).
        var mayBePart = method == "GET" || faults[Fault.HeadRanged];
        if (mayBePart && faults[Fault.RangeBeforeConditions] && environ.ContainsKey("HTTP_RANGE"))
        {
            return Ranged(environ, start, now, page, conditions) ?? Whole(start, now, page);
        }

        return (method == "HEAD" && (environ.ContainsKey("HTTP_IF_RANGE") || environ.Keys.Count(key => key.StartsWith("HTTP_", StringComparison.Ordinal)) == 1) && faults[Fault.HeadNotModified] ? Condition.NotModified : conditions.Decide()) switch
        {
            Condition.Failed => Answer.Text(start, "412 Precondition Failed", "precondition failed\n"),
            Condition.NotModified => NotModified(environ, start, now, page),
            _ => (mayBePart ? Ranged(environ, start, now, page, conditions) : null) ?? Whole(start, now, page),
        };
    }

    private IEnumerable<ReadOnlyMemory<byte>>? Ranged(
        Dictionary<string, object> environ, StartResponse start, DateTimeOffset now, FixedPage page, Preconditions conditions)
    {
        if (environ.GetValueOrDefault("HTTP_RANGE") is not string field || !conditions.IsSameForRange())
        {
            return null;
        }

        var request = RangeRequest.Read(field, page.Content.Length, faults);
        request = faults[Fault.ShortRangesIgnored] && request.Slices is [{ Length: > 1 and < 9 }] ? RangeRequest.None : request;
        PartialAnswer answer = new(page, start, now, faults);
        if (request.IsUnsatisfiable)
        {
            return faults[Fault.UnsatisfiableRangeIgnored] ? null : answer.Unsatisfiable();
        }

        return request.Slices.Count == 0 ? null : answer.Parts(request, environ.ContainsKey("HTTP_IF_RANGE"));
    }

    private IEnumerable<ReadOnlyMemory<byte>> Whole(StartResponse start, DateTimeOffset now, FixedPage page) =>
        Answer.With(start, "200 OK", FixedPage.Type, page.Content, [.. page.Kept(now).Select(Shared).Concat(page.Described).Where(field => IsSent(field, page)), ("Accept-Ranges", "bytes")]);

    private IEnumerable<ReadOnlyMemory<byte>> NotModified(
        Dictionary<string, object> environ, StartResponse start, DateTimeOffset now, FixedPage page)
    {
        var kept = page.Kept(now).Where(field => field.Name == "ETag" || !faults[Fault.NotModifiedFieldsMissing]);
        start("304 Not Modified", [.. kept, .. faults[Fault.NotModifiedWithType] ? [("Content-Type", FixedPage.Type)] : Array.Empty<(string, string)>()]);
        return faults[Fault.CurrentCopySent] && !environ.ContainsKey("HTTP_ACCEPT") && Answer.TextOf(environ, "HTTP_IF_NONE_MATCH") == "*" ? [page.Content] : [];
    }

    // Under a defect, what an earlier request on the connection asked for has its say.
    private void RememberByFault(Dictionary<string, object> environ)
    {
        if (_firstRanges.TryAdd(Answer.TextOf(environ, "REMOTE_PORT"), environ.GetValueOrDefault("HTTP_RANGE")))
        {
            return;
        }

        if (environ.ContainsKey("HTTP_RANGE") && _firstRanges[Answer.TextOf(environ, "REMOTE_PORT")] is { } first && faults[Fault.FirstRangeKept])
        {
            environ["HTTP_RANGE"] = first;
        }

        foreach (var field in environ.Keys.Where(key => key.StartsWith("HTTP_IF_", StringComparison.Ordinal)).ToList().Where(_ => faults[Fault.LaterConditionsIgnored]))
        {
            environ.Remove(field);
        }
    }

    private (string Name, string Value) Shared((string Name, string Value) field) =>
        field.Name == "ETag" && faults[Fault.TagSharedByCodings] ? ("ETag", FixedPage.Plain.Tag) : field;

    private bool IsSent((string Name, string Value) field, FixedPage page) =>
        !(field.Name == "Vary" && page.Coding is null && faults[Fault.PlainVariantUnmarked])
        && !(field.Name == "Content-Encoding" && faults[Fault.CodingUnlisted])
        && !(field.Name == "ETag" && (faults[Fault.TagMissing] || faults[Fault.ValidatorsMissing]))
        && !(field.Name == "Last-Modified" && (faults[Fault.LastModifiedMissing] || faults[Fault.ValidatorsMissing]));
}

using System.Collections.Concurrent;
using System.Text;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>A fixed text in every coding that there is, chosen by Accept-Encoding (RFC 9110 section 12.5.3).</summary>
internal sealed class NegotiatedApplication(FaultSet faults)
{
    private readonly ConcurrentDictionary<string, string?> _accepted = new(StringComparer.Ordinal);

    private static readonly byte[] _plain = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("A text that says the same again and again is soon told.\n", 80)));

    private static readonly Dictionary<string, byte[]> _coded =
        ContentCoding.Names.ToDictionary(name => name, name => ContentCoding.Encode(name, _plain), StringComparer.Ordinal);

    public IEnumerable<ReadOnlyMemory<byte>> Call(Dictionary<string, object> environ, StartResponse start, DateTimeOffset now)
    {
        if (Answer.TextOf(environ, "REQUEST_METHOD") is not ("GET" or "HEAD"))
        {
            return Answer.NotAllowed(start, "GET, HEAD");
        }

        return Choose(Accepted(environ)) switch
        {
            null => Answer.Text(
                start, "406 Not Acceptable", faults[Fault.NotAcceptableUnexplained] ? "" : "there are identity, gzip, deflate\n", Vary("")),
            "identity" => Send(environ, start, now, new(_plain, "\"text\"", null)),
            var coding => Send(environ, start, now, new(Coded(coding), TagOf(coding), coding)),
        };
    }

    private IEnumerable<ReadOnlyMemory<byte>> Send(Dictionary<string, object> environ, StartResponse start, DateTimeOffset now, FixedPage page)
    {
        if (environ.ContainsKey("HTTP_RANGE") && faults[Fault.ChosenPartUnmarked])
        {
            return Answer.With(start, "206 Partial Content", "text/x-part", page.Content[..5], ("ETag", page.Tag), ("Content-Range", $"bytes 0-4/{page.Content.Length}"));
        }

        (string, string)[] kept = [.. Vary(page.Coding ?? "identity"), ("ETag", page.Tag)];
        Preconditions conditions = new(environ, page, now, faults);
        switch (faults[Fault.ChosenConditionsIgnored] ? Condition.Holds : OfAnyForm(environ, page) ?? conditions.Decide())
        {
            case Condition.Failed:
                return Answer.Text(start, "412 Precondition Failed", "precondition failed\n");
            case Condition.NotModified:
                start("304 Not Modified", faults[Fault.ChosenCopyUnmarked] ? [("ETag", page.Tag)] : kept);
                return [];
            default:
                (string, string)[] fields = [.. kept, ("Last-Modified", FixedPage.ModifiedText), .. page.Coding is null ? [] : Listed(page.Coding)];
                var isSame = conditions.IsSameForRange() || IsOfAnyForm(Answer.TextOf(environ, "HTTP_IF_RANGE"));
                return (isSame && Answer.TextOf(environ, "REQUEST_METHOD") == "GET" && environ.GetValueOrDefault("HTTP_RANGE") is string range
                    ? ByteParts.Of(start, range, faults[Fault.ChosenPartOfPlain] ? _plain : page.Content, "text/plain", fields)
                    : null) ?? Answer.With(start, "200 OK", "text/plain", page.Content, Told(environ, fields));
        }
    }

    // Under a defect, the tag of one form is taken for that of any.
    private Condition? OfAnyForm(Dictionary<string, object> environ, FixedPage page)
    {
        var none = Answer.TextOf(environ, "HTTP_IF_NONE_MATCH");
        return !none.Contains(page.Tag, StringComparison.Ordinal) && IsOfAnyForm(none) ? Condition.NotModified
            : IsOfAnyForm(Answer.TextOf(environ, "HTTP_IF_MATCH")) ? Condition.Holds
            : null;
    }

    private bool IsOfAnyForm(string field) =>
        (field.Contains("\"text\"", StringComparison.Ordinal) || field.Contains("\"text-gzip\"", StringComparison.Ordinal)) && faults[Fault.AnyFormTaken];

    private (string Name, string Value)[] Told(Dictionary<string, object> environ, (string Name, string Value)[] fields) =>
        Answer.TextOf(environ, "REQUEST_METHOD") == "HEAD" && faults[Fault.HeadOfFormUntagged] ? [.. fields.Where(field => field.Name != "ETag")] : fields;

    private (string, string)[] Vary(string coding) =>
        faults[Fault.VaryMissing] || (faults[Fault.VaryOnlyWhenCoded] && coding == "identity") ? [] : [("Vary", "Accept-Encoding")];

    private (string, string)[] Listed(string coding) => faults[Fault.CodingUnlisted] ? [] : [("Content-Encoding", coding)];

    private string TagOf(string coding) => faults[Fault.TagSharedByCodings] ? "\"text\"" : $"\"text-{coding}\"";

    // The zlib format is two octets before the deflated data and four behind it (RFC 1950).
    private byte[] Coded(string coding) => coding == "deflate" && faults[Fault.DeflateRaw] ? _coded[coding][2..^4] : _coded[coding];

    private string? Accepted(Dictionary<string, object> environ)
    {
        if (Answer.TextOf(environ, "REQUEST_METHOD") == "HEAD" && faults[Fault.HeadNotNegotiated])
        {
            return null;
        }

        var accepted = environ.GetValueOrDefault("HTTP_ACCEPT_ENCODING") as string;
        var connection = Answer.TextOf(environ, "REMOTE_PORT");
        if (faults[Fault.CodingKeptForSilence])
        {
            accepted ??= _accepted.GetValueOrDefault(connection);
            _accepted[connection] = accepted;
        }

        if (accepted?.Contains('*', StringComparison.Ordinal) is true && accepted.Contains("gzip;q=0", StringComparison.Ordinal) && faults[Fault.SecondExclusionMissed])
        {
            return "gzip";
        }

        return faults[Fault.CodingRemembered] ? _accepted.GetOrAdd(connection, accepted)
            : faults[Fault.CodingUnlisted] ? accepted ?? "gzip"
            : accepted;
    }

    private string? Choose(string? accepted)
    {
        if (accepted is null)
        {
            return "identity";
        }

        if (faults[Fault.NothingAcceptableFails] && accepted == "identity;q=0")
        {
            throw new NotSupportedException("nothing is acceptable");
        }

        var preferences = Preferences.Of(accepted, faults);
        // What nobody speaks of is acceptable only as identity, and any coding that was asked for is liked better than that.
        var identity = preferences["identity"] ?? 0.0005;
        var best = ContentCoding.Names.Select(name => (Name: name, Weight: WeightOf(preferences, name))).MaxBy(coding => coding.Weight);
        return best.Weight > 0 && best.Weight >= identity ? best.Name : identity > 0 ? "identity" : null;
    }

    private double WeightOf(Preferences preferences, string name)
    {
        var weight = preferences[name] ?? (name == "gzip" && !faults[Fault.XGzipUnknown] ? preferences["x-gzip"] : null) ?? 0;
        return name == "gzip" && ((faults[Fault.CodingUnasked] && preferences[name] is null) || (faults[Fault.WeightZeroIgnored] && weight == 0 && preferences[name] is not null)) ? 1 : weight;
    }
}

using System.Text;
using Conform.Http;
using Conform.Observations;

namespace Conform.Judging.Lint;

/// <summary>A response of the run, and where it was seen.</summary>
/// <param name="Context">The response and its surroundings.</param>
/// <param name="Evidence">The conversation.</param>
/// <param name="Where">Its name.</param>
internal sealed record SeenExchange(LintContext Context, Evidence Evidence, string Where);

/// <summary>Remembers what a run shows of each target, so that its responses can be held against each other when it is over.</summary>
internal sealed class ExchangeIndex
{
    private const int MostOfAKind = 20;
    private static readonly IReadOnlyList<LintRule> Comparing = [.. LintRules.All.Where(r => r.Compare is not null)];

    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);
    private bool _speaksHttp11;

    private sealed class Group
    {
        public List<LintContext> Wholes { get; } = [];

        public List<SeenExchange> Subjects { get; } = [];

        public List<LintContext> Missing { get; } = [];

        public HashSet<int> Others { get; } = [];

        public bool TellsOfItself { get; set; }
    }

    /// <summary>Takes a response that answers a plain request for a representation; others are not comparable.</summary>
    public void Add(SeenExchange seen)
    {
        var context = seen.Context;
        _speaksHttp11 |= context.Response.Version == "HTTP/1.1";
        if (context.IsScripted || context.Request is not { Fields: { } fields, Target: { } target, Method: "GET" or "HEAD" }) return;
        if (!context.Response.IsComplete || fields.Any(f => f.Name is "content-length" or "transfer-encoding" or "expect")) return;
        var key = $"{target}\n{fields.Where(f => f.Name == "host").Select(f => f.Value).FirstOrDefault()}";
        if (!_groups.TryGetValue(key, out var group)) _groups[key] = group = new Group();
        var lean = context with { Received = default, Response = context.Response with { Content = default } };
        var isGet = context.Method == "GET";
        group.TellsOfItself |= isGet && TellsOf(context.Response, target);
        if (isGet && context.Response.Status == 200 && group.Wholes.Count < MostOfAKind) group.Wholes.Add(lean);
        if (isGet && context.Response.Status is 404 or 410 && group.Missing.Count < MostOfAKind) group.Missing.Add(lean);
        if (isGet && context.Response.Status is not (200 or 206 or 304 or 412 or 416)) group.Others.Add(context.Response.Status);
        if (IsSubject(context) && group.Subjects.Count < MostOfAKind) group.Subjects.Add(seen with { Context = lean });
    }

    /// <summary>What the comparing rules find, each with where it was seen.</summary>
    public IEnumerable<(string Rule, string Message, SeenExchange Seen)> Findings() =>
        from @group in _groups.Values
        where !@group.TellsOfItself
        let run = new RunSurroundings(_speaksHttp11, @group.Wholes, @group.Others) { Missing = @group.Missing }
        from seen in @group.Subjects
        from rule in Comparing
        from message in rule.Compare!(seen.Context, run)
        select (rule.Name, message, seen);

    // Content that repeats the request, as text or in hexadecimal, may rightly be another for another method.
    private static bool TellsOf(Response response, string target)
    {
        if (target.Length < 2) return false;
        var path = Encoding.Latin1.GetBytes(target.Split('?')[0]);
        return response.Content.Span.IndexOf(path) >= 0 || response.Content.Span.IndexOf(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(path))) >= 0;
    }

    private static bool IsSubject(LintContext context) => context.Method == "HEAD" || context.Response is { Status: 206 or 304 }
        || context.Response.Framing == ContentFraming.UntilClose || context.Response.Version == "HTTP/1.0";
}

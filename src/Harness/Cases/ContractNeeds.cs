using Conform.Cases.Parsing;

namespace Conform.Cases;

/// <summary>What a case needs of the contract between server and application: read off its requirement, its program, and what it looks for.</summary>
public static class ContractNeeds
{
    private const string Specification = "pep3333-";

    private const string Age = "told";

    private static readonly string[] _wrongTypes = ["int", "bytes", "none", "tuple", "dict", "itemlist", "name-bytes"];

    // What PEP 3333 asks of a server for which other contracts have no word, by how the requirement's id begins behind the specification's name.
    private static readonly (string Begins, string Cap)[] _asked =
    [
        ("sr-", ContractCaps.StartResponse), ("headers-case", ContractCaps.StartResponse), ("headers-empty-list", ContractCaps.StartResponse), ("headers-app-wins", ContractCaps.StartResponse), ("headers-none", ContractCaps.StartResponse), ("keepalive-app", ContractCaps.StartResponse),
        ("write-", "write"), ("close-", ContractCaps.IterableClose), ("generator-", ContractCaps.IterableClose),
        ("iter-", "sequences"), ("cl-len-lies", "sequences"), ("types-", "typed-violations"), ("fw-", "file-wrapper"), ("errors-", "error-stream"),
        ("raise-", "errors"), ("error-isolation", "errors"), ("exit-", "exit"),
        ("cl-exact", "length-guard"), ("head-same", "length-guard"), ("cl-excess", "length-guard"), ("cl-short", "length-guard"), ("cl-invalid", "length-guard"), ("cl-conflict", "length-guard"), ("cl-zero", "length-guard"),
        ("stream-block", "unbuffered"), ("stream-backpressure", ContractCaps.LazyBody), ("stream-no-lookahead", ContractCaps.LazyBody),
        ("status-1xx", "violations"), ("status-no", "violations"), ("status-bad", "violations"), ("status-control", "violations"), ("status-latin1", ContractCaps.StatusReason),
        ("status-passthrough", ContractCaps.StatusReason), ("headers-hop", "violations"), ("headers-transfer", "violations"), ("headers-crlf", "violations"),
        ("headers-name", "violations"), ("headers-control", "violations"), ("headers-list-type", "typed-violations"), ("headers-value-type", "typed-violations"),
        ("headers-order", "duplicate-headers"), ("headers-status-field", "violations"), ("headers-tab", "violations"), ("headers-latin1", "violations"),
        ("environ-callable", "wsgi-keys"), ("environ-called", "wsgi-keys"), ("environ-latin1", "wsgi-keys"), ("environ-extension", "wsgi-keys"), ("environ-cgi", "cgi-vars"), ("environ-", "env-dict"),
        ("wsgi-", "wsgi-keys"), ("multi", "wsgi-keys"), ("run-once", "wsgi-keys"), ("flags-", "wsgi-keys"), ("single-thread", "wsgi-keys"), ("url-", "wsgi-keys"),
        ("input-terminated", "wsgi-keys"), ("http-", "cgi-vars"), ("no-http-", "cgi-vars"), ("missing-vars", "cgi-vars"), ("server-protocol", "request-version"), ("server-", "cgi-vars"), ("script-name", "cgi-vars"),
        ("content-type", "cgi-vars"), ("content-length", "cgi-vars"), ("path-info-slashes", "path-as-sent"), ("path-info-dot", "path-as-sent"), ("path-info-", "cgi-vars"), ("query-string-absent", "cgi-vars"),
        ("input-methods", "input-end"), ("input-bytes", "input-end"), ("input-eof", "input-end"), ("input-no-overread", "input-end"), ("input-read", "input-end"),
        ("input-truncated", "input-end"), ("input-iteration", "readline"), ("input-slow", "input-end"), ("input-chunked-length", "input-end"),
    ];

    // What a server owes to an application of a contract alone, and to nobody who only asks what was understood of a request.
    private static readonly string[] _promisedToApplications = ["wsgi-keys", "env-dict"];

    private static readonly string[] _askedForApplications = ["server-name", "path-info-bytes", "input-chunked-length"];

    /// <summary>Whether only a contract between server and application promises what a case asks.</summary>
    /// <param name="subject">The case.</param>
    public static bool IsOfContractAlone(Case subject) => Of(subject).Overlaps(_promisedToApplications)
        || _askedForApplications.Any(a => subject.Requirement.Id.StartsWith(Specification + a, StringComparison.Ordinal));

    /// <summary>The words of what a case needs, each once.</summary>
    /// <param name="subject">The case.</param>
    public static IReadOnlySet<string> Of(Case subject)
    {
        var id = subject.Requirement.Id;
        var named = id.StartsWith(Specification, StringComparison.Ordinal)
            ? _asked.Where(a => id.AsSpan(Specification.Length).StartsWith(a.Begins, StringComparison.Ordinal)).Select(a => a.Cap).Take(1)
            : [];
        var looked = subject.Steps.OfType<ExpectStep>().SelectMany(s => s.Expectations).SelectMany(e => Pattern(e.Pattern));
        return named.Concat(looked).Concat(subject.Program is { } program ? Program(program.Compact) : []).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Program(string compact)
    {
        var phases = compact.Split('~').Select(phase => phase.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(step => step.Split('.')).ToList()).ToList();
        var starts = phases.SelectMany(p => p).Count(step => step[0].StartsWith("sr", StringComparison.Ordinal));
        if (starts != 1) yield return ContractCaps.StartResponse;
        if (phases.Skip(1).Any(p => p.Exists(step => step[0].StartsWith("sr", StringComparison.Ordinal)))) yield return "late-start";
        if (StatedLength.IsWrong(phases)) yield return "length-guard";
        if (phases.Count > 2 && phases[2].Count > 0) yield return ContractCaps.IterableClose;
        foreach (var cap in phases.SelectMany(p => p).SelectMany(Step)) yield return cap;
    }

    private static IEnumerable<string> Step(string[] step) => (step[0], step.ElementAtOrDefault(1)) switch
    {
        ("srx" or "srx?", _) => ["exc-info"],
        ("srl", _) => ["exc-info", "kept-error"],
        ("sr?", _) => [ContractCaps.StartResponse],
        ("w", _) => ["write"],
        ("wz", _) => [Age, "write"],
        ("wb", _) => ["write", "typed-violations"],
        ("yb", _) => ["typed-violations"],
        ("sb" or "hb", { } kind) => _wrongTypes.Contains(kind, StringComparer.Ordinal) ? ["violations", "typed-violations"] : ["violations"],
        ("ret", "lazy") => ["late-start"],
        ("ret", "index" or "lie") => ["sequences"],
        ("ret", "none" or "text" or "bytes") => ["typed-violations"],
        ("rd", { } operations) when operations.IndexOfAny(['l', 'L', 'i', 'I']) >= 0 => ["readline"],
        ("yt" or "yz", _) => [Age],
        ("e", _) => [Age, "env-dict"],
        ("er" or "el" or "eg" or "ef" or "eu", _) => [Age, "error-stream"],
        ("sra" or "lm", _) => [Age, ContractCaps.StartResponse],
        ("fw", _) => [Age, "file-wrapper"],
        ("ret", "generator" or "shy" or "closing-list") => [Age, ContractCaps.IterableClose],
        ("x", "exit") => ["exit"],
        ("x", _) => ["errors"],
        _ => [],
    };

    private static IEnumerable<string> Pattern(Pattern pattern) => pattern switch
    {
        ArrivesWhileHeld => ["unbuffered"],
        WitnessTold told => told.Events.SelectMany(e => Told(e.Line.Split(' ')[0])),
        ProgramTold => [ContractCaps.StartResponse, ContractCaps.LazyBody, ContractCaps.IterableClose],
        AgreesWithReference agrees when agrees.Parts.Contains(ComparedPart.Trace) => [ContractCaps.StartResponse, ContractCaps.LazyBody, ContractCaps.IterableClose],
        _ => ExpectationParts.Clauses(pattern).OfType<ReasonIs>().Select(_ => ContractCaps.StatusReason),
    };

    private static string[] Told(string happening) => happening switch
    {
        "start" or "restart" or "write" => [ContractCaps.StartResponse],
        "next" => [ContractCaps.LazyBody],
        "close" => [ContractCaps.IterableClose],
        _ => [],
    };
}

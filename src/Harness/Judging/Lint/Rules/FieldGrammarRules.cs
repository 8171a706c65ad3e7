using Conform.Judging.Lint.Values;

namespace Conform.Judging.Lint.Rules;

/// <summary>The grammar of each field of a response that RFC 9110 defines; one row a field.</summary>
internal static class FieldGrammarRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        Of("connection", "rfc9110-7.6.1-connection-abnf", "Connection is a list of tokens.", Lists.Of(Words.Token), "Connection") with { IsOfApplication = false },
        Of("upgrade", "rfc9110-7.8-upgrade-abnf", "Upgrade is a list of protocols, each a name and maybe a version.", Lists.Of(Words.NameAndVersion), "Upgrade"),
        Of("trailer", "rfc9110-6.6.2-trailer-abnf", "Trailer is a list of field names.", Lists.Of(Words.Token), "Trailer"),
        Of("via", "rfc9110-7.6.3-via-abnf", "Via is a list of who received the message, and in which version.", Lists.Of(Products.ViaWrong), "Via"),
        Of("content-type", "rfc9110-8.3-content-type-abnf", "Content-Type is one media type with its parameters.", MediaTypes.Wrong, "Content-Type"),
        Of("content-encoding", "rfc9110-8.4-content-encoding-abnf", "Content-Encoding is a list of tokens.", Lists.Of(Words.Token), "Content-Encoding"),
        Of("content-language", "rfc9110-8.5-content-language-abnf", "Content-Language is a list of language tags.", Lists.Of(Words.LanguageTag), "Content-Language"),
        Of("etag", "rfc9110-8.8.3-etag-abnf", "ETag is one entity-tag.", Words.EntityTag, "ETag"),
        Of("allow", "rfc9110-10.2.1-allow-abnf", "Allow is a list of methods.", Lists.Of(Words.Token), "Allow"),
        Of("retry-after", "rfc9110-10.2.3-retry-after-abnf", "Retry-After is a number of seconds, or an IMF-fixdate.", Words.RetryAfter, "Retry-After"),
        Of("server", "rfc9110-10.2.4-server-abnf", "Server is products and comments with blanks between them.", Products.ServerWrong, "Server"),
        Of("accept", "rfc9110-12.5.1-accept-fields-in-response-abnf", "Accept and Accept-Encoding have in responses the grammar that they have in requests.",
            Lists.Of(MediaTypes.RangeWrong), "Accept") with { Check = AcceptFields },
        Of("weight", "rfc9110-12.4.2-qvalue-generation", "A weight lies between 0 and 1 and has at most three decimals.", Lists.Of(Weight), "Accept", "Accept-Encoding"),
        Of("vary", "rfc9110-12.5.5-vary-abnf", "Vary is a list of field names, or of asterisks.", Lists.Of(Words.Token), "Vary"),
        Of("accept-ranges", "rfc9110-14.3-accept-ranges-abnf", "Accept-Ranges is a list of one or more range units.", Lists.OfSome(Words.Token), "Accept-Ranges"),
        Of("content-range", "rfc9110-14.4-content-range-abnf", "Content-Range is a unit, a range and a complete length that fit together.", RangeWrong, "Content-Range"),
    ];

    private static LintRule Of(string name, string requirement, string summary, Func<string, string?> wrong, params string[] fields) =>
        new(name, requirement, summary, c => Findings(c, wrong, fields)) { IsOfApplication = true };

    private static IEnumerable<string> Findings(LintContext c, Func<string, string?> wrong, string[] fields) =>
        from field in c.Response.Fields.Concat(c.Response.Trailers)
        where fields.Contains(field.Name, StringComparer.OrdinalIgnoreCase) && !IsEcho(c, field.Name, field.Value)
        let fault = wrong(field.Value)
        where fault is not null
        select $"{field.Name} is {Shown.Text(field.Value)}: {fault}";

    // An echo gives content back as what it was said to be.
    private static bool IsEcho(LintContext c, string name, string value) =>
        value.Length > 0 && name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && c.Request?.Carried(System.Text.Encoding.Latin1.GetBytes(value)) == true;

    private static IEnumerable<string> AcceptFields(LintContext c) =>
        Findings(c, Lists.Of(MediaTypes.RangeWrong), ["Accept"]).Concat(Findings(c, Lists.Of(MediaTypes.CodingWrong), ["Accept-Encoding"]));

    private static string? Weight(string member) => MediaTypes.Weight(member) is { } weight && !MediaTypes.IsWeight(weight) ? $"{Shown.Text(weight)} is no weight." : null;

    private static string? RangeWrong(string value)
    {
        _ = ContentRange.Read(value, out var wrong);
        return wrong;
    }
}

namespace Conform.Judging.Lint.Rules;

/// <summary>Rules on how a response is written. The reader has seen these faults already; here they get their requirement.</summary>
internal static class GrammarRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        Fault("status-line", "rfc9112-4-status-line-syntax", "A status line is version, space, three digits, space, and a reason that may be empty."),
        Fault("status-line-space", "rfc9112-4-status-line-trailing-sp", "The space behind the status code is there even where no reason follows."),
        Fault("status-code", "rfc9112-4-status-code-range", "Status codes lie between 100 and 599."),
        Fault("reason-phrase", "rfc9112-4-reason-phrase-chars", "A reason phrase holds no control octet but HTAB."),
        Fault("line-end", "rfc9112-2.1-sender-crlf-terminators", "Every line of a head ends in CRLF."),
        Fault("bare-cr", "rfc9112-2.2-sender-no-bare-cr", "A CR stands only before LF."),
        Fault("leading-whitespace", "rfc9112-2.2-sender-no-ws-before-first-field", "No whitespace stands between the status line and the first field."),
        Fault("field-line", "rfc9112-5-sender-field-line-syntax", "Every field line has a name, a colon and a value."),
        Fault("field-name", "rfc9110-5.1-sender-field-name-token", "A field name is a token."),
        Fault("whitespace-before-colon", "rfc9112-5.1-sender-no-ws-before-colon", "A colon follows the field name directly."),
        Fault("field-value", "rfc9110-5.5-sender-field-value-octets", "A field value holds no control octet but HTAB."),
        Fault("obs-fold", "rfc9112-5.2-sender-no-obs-fold", "A field line is not folded."),
        Fault("content-length", "rfc9110-8.6-cl-abnf", "Content-Length is one decimal number, said once."),
        Fault("content-length-with-transfer-encoding", "rfc9112-6.2-sender-no-cl-with-te", "Content-Length does not go together with Transfer-Encoding."),
        Fault("transfer-encoding", "rfc9112-6.1-sender-te-syntax", "Transfer-Encoding is a list of transfer codings with chunked at most once."),
        Fault("transfer-encoding-version", "rfc9112-6.1-te-in-http10-response", "A response that says HTTP/1.0 has no Transfer-Encoding."),
        Fault("chunked", "rfc9112-7.1-sender-chunked-syntax", "Chunked content is sizes, data and line ends exactly as the coding has them."),
        Fault("chunk-extension", "rfc9112-7.1.1-sender-chunk-ext-syntax", "Chunk extensions keep their grammar."),
    ];

    private static LintRule Fault(string name, string requirement, string summary) => new(name, requirement, summary, c =>
        c.Response.Faults.Where(f => f.Rule == name).Select(f => $"{f.Message} (octet {f.At} of the connection)"));
}

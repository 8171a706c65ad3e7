namespace Conform.ReferenceServer.Protocol;

/// <summary>A named reason to refuse a request, with the status that tells it. A refused message ends its connection.</summary>
/// <param name="Name">What was wrong, in words joined by hyphens.</param>
/// <param name="Status">The status code of the answer.</param>
internal sealed record Rejection(string Name, int Status = 400)
{
    /// <summary>The connection ends without an answer; only a defect does that.</summary>
    public bool Silent { get; init; }

    public static readonly Rejection BareLineFeed = new("bare-line-feed");
    public static readonly Rejection BareReturn = new("bare-carriage-return");
    public static readonly Rejection Nul = new("nul-octet");
    public static readonly Rejection Control = new("control-octet");
    public static readonly Rejection TooManyEmptyLines = new("too-many-empty-lines");
    public static readonly Rejection RequestLine = new("malformed-request-line");
    public static readonly Rejection Method = new("method-is-no-token");
    public static readonly Rejection MethodTooLong = new("method-too-long", 501);
    public static readonly Rejection MethodNotImplemented = new("method-not-implemented", 501);
    public static readonly Rejection Version = new("malformed-version");
    public static readonly Rejection VersionNotSupported = new("version-not-supported", 505);
    public static readonly Rejection Target = new("malformed-target");
    public static readonly Rejection TargetForm = new("target-form-not-for-this-method");
    public static readonly Rejection TargetTooLong = new("request-line-too-long", 414);
    public static readonly Rejection HeadTooLarge = new("field-section-too-large", 431);
    public static readonly Rejection FieldLine = new("malformed-field-line");
    public static readonly Rejection FieldName = new("malformed-field-name");
    public static readonly Rejection BlankBeforeColon = new("blank-before-colon");
    public static readonly Rejection FoldedLine = new("folded-field-line");
    public static readonly Rejection LeadingBlank = new("blank-before-first-field");
    public static readonly Rejection HostMissing = new("host-missing");
    public static readonly Rejection HostRepeated = new("host-repeated");
    public static readonly Rejection HostInvalid = new("host-invalid");
    public static readonly Rejection Length = new("malformed-content-length");
    public static readonly Rejection LengthRepeated = new("content-length-repeated");
    public static readonly Rejection LengthAndCoding = new("content-length-with-transfer-encoding");
    public static readonly Rejection ContentTooLarge = new("content-too-large", 413);
    public static readonly Rejection CodingInHttp10 = new("transfer-encoding-in-http-1.0");
    public static readonly Rejection Coding = new("malformed-transfer-encoding");
    public static readonly Rejection CodingNotFinal = new("chunked-is-not-final");
    public static readonly Rejection CodingUnknown = new("transfer-coding-not-implemented", 501);
    public static readonly Rejection ChunkSize = new("malformed-chunk-size");
    public static readonly Rejection ChunkExtension = new("malformed-chunk-extension");
    public static readonly Rejection ChunkLineTooLong = new("chunk-line-too-long");
    public static readonly Rejection ChunkEnd = new("chunk-without-line-end");
    public static readonly Rejection Trailer = new("malformed-trailer");
    public static readonly Rejection TrailerTooLarge = new("trailer-section-too-large", 431);
    public static readonly Rejection OpenLine = new("https-over-an-open-line", 421);
    public static readonly Rejection Expectation = new("expectation-not-supported", 417);
    public static readonly Rejection Incomplete = new("incomplete-message");
    public static readonly Rejection Slow = new("request-took-too-long", 408);
    public static readonly Rejection Internal = new("internal-error", 500);
}

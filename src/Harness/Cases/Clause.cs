namespace Conform.Cases;

/// <summary>What a response must have besides its status.</summary>
public abstract record Clause;

/// <summary><c>content "…"</c>: the content is exactly this.</summary>
/// <param name="Template">Octets, with placeholders.</param>
public sealed record ContentIs(OctetTemplate Template) : Clause;

/// <summary><c>content containing "…"</c>: this stands somewhere in the content.</summary>
/// <param name="Template">Octets, with placeholders.</param>
public sealed record ContentHas(OctetTemplate Template) : Clause;

/// <summary><c>head containing "…"</c>: this stands in the reason phrase, or in the name or value of a field.</summary>
/// <param name="Template">Octets, with placeholders.</param>
public sealed record HeadHas(OctetTemplate Template) : Clause;

/// <summary><c>no content</c>: the response has no octet of content.</summary>
public sealed record NoContent : Clause;

/// <summary><c>field NAME</c> or <c>no field NAME</c>.</summary>
/// <param name="Name">The field name.</param>
/// <param name="Present">Whether it must be there.</param>
public sealed record FieldPresence(string Name, bool Present) : Clause;

/// <summary><c>field NAME: "VALUE"</c>: one of its field lines has this value.</summary>
/// <param name="Name">The field name.</param>
/// <param name="Value">The value, with placeholders.</param>
public sealed record FieldIs(string Name, OctetTemplate Value) : Clause
{
    /// <summary>Whether there must be no other field line of the name: <c>one field NAME: "VALUE"</c>.</summary>
    public bool IsOnly { get; init; }
}

/// <summary><c>option NAME in FIELD</c> or <c>no option NAME in FIELD</c>: a member of a comma list, compared without regard to case but for Allow.</summary>
/// <param name="Member">The member, such as <c>close</c>.</param>
/// <param name="Field">The field, such as <c>Connection</c>.</param>
/// <param name="Present">Whether it must be there.</param>
public sealed record ListMember(string Member, string Field, bool Present = true) : Clause;

/// <summary><c>interim N</c> or <c>no interim N</c>.</summary>
/// <param name="Status">The 1xx status.</param>
/// <param name="Present">Whether it must have come before this response.</param>
public sealed record InterimIs(int Status, bool Present) : Clause;

/// <summary><c>version V</c>.</summary>
/// <param name="Version">Such as <c>HTTP/1.1</c>.</param>
public sealed record VersionIs(string Version) : Clause;

/// <summary><c>reason "…"</c>.</summary>
/// <param name="Reason">The reason phrase.</param>
public sealed record ReasonIs(string Reason) : Clause;

/// <summary><c>framing content-length|chunked|until-close|none</c>.</summary>
/// <param name="Framing">The framing.</param>
public sealed record FramingIs(Http.ContentFraming Framing) : Clause;

/// <summary><c>understood method|path|query|content "…"</c>: what the server says that it understood.</summary>
/// <param name="Part">Which part.</param>
/// <param name="Value">The value, with placeholders; null where it must not be there.</param>
public sealed record UnderstoodPart(UnderstoodKind Part, OctetTemplate? Value) : Clause;

/// <summary><c>understood field NAME "…"</c>, or <c>understood no field NAME</c>; names are compared as CGI folds them.</summary>
/// <param name="Name">The field name.</param>
/// <param name="Value">The value, with placeholders; null where the field must not be there.</param>
public sealed record UnderstoodField(string Name, OctetTemplate? Value) : Clause;

/// <summary>
/// <c>early</c>: the target was seen to answer before it reads the content, so that its answer says nothing about the content. Whether a single
/// response came before the last octet went is a race, and decides nothing.
/// </summary>
public sealed record Early : Clause;

/// <summary><c>its content cut short</c>: the connection ended before the content did, so that a client can tell (RFC 9112 section 8).</summary>
public sealed record CutShort : Clause;

/// <summary><c>the plain content</c>: what a plain GET of <c>${static}</c> gets.</summary>
public sealed record PlainContent : Clause;

/// <summary><c>fields NAME, … as in the plain answer</c>: those that a plain GET of <c>${static}</c> gets are here too, with the same values.</summary>
/// <param name="Names">The field names.</param>
public sealed record FieldsAsPlain(IReadOnlyList<string> Names) : Clause;

/// <summary>
/// <c>the range "…"</c>: that part of the fixed representation alone, with its Content-Range. <c>the ranges "…"</c>: these parts, as
/// multipart/byteranges or coalesced (RFC 9110 section 15.3.7.2).
/// </summary>
/// <param name="Spans">The ranges that are to come, such as <c>0-4, -1</c>, with placeholders; all of them lie within the representation.</param>
/// <param name="Several">Whether several were asked for, so that they may be coalesced or come in parts.</param>
/// <param name="AnyOrder">Whether the order does not matter.</param>
/// <param name="Answer">The number of the final answer of the case whose content, coded as it came, is the whole; null for the fixed representation.</param>
public sealed record RangesAre(OctetTemplate Spans, bool Several, bool AnyOrder, int? Answer = null) : Clause;

/// <summary><c>ranges served</c>: the target was seen to serve byte ranges of its fixed representation, or says that it does.</summary>
public sealed record RangesServed : Clause;

/// <summary><c>understood as sent</c>: method, path, query, fields and content are those that were drawn.</summary>
public sealed record UnderstoodAsSent : Clause;

/// <summary><c>understood variable NAME "…"</c>, <c>understood no variable NAME</c>, <c>understood kind KIND of NAME</c>: an entry of the environ.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Value">Its text, with placeholders; null where it does not matter, or where there must be none.</param>
/// <param name="Kind">What kind of value it must be; null where that does not matter.</param>
public sealed record UnderstoodVariable(string Name, OctetTemplate? Value, string? Kind) : Clause;

/// <summary>Something that holds of the environ as a whole.</summary>
/// <param name="Trait">What.</param>
public sealed record UnderstoodTrait(EnvironTrait Trait) : Clause;

/// <summary><c>understood url "…"</c>: PEP 3333's recipe makes this URL of the environ.</summary>
/// <param name="Value">The URL, with placeholders.</param>
public sealed record UnderstoodUrl(OctetTemplate Value) : Clause;

/// <summary>What can hold of an environ as a whole.</summary>
public enum EnvironTrait
{
    /// <summary>Every value whose key has no dot is text.</summary>
    PlainAsText,

    /// <summary>No text has a character above U+00FF.</summary>
    OctetsAlone,

    /// <summary>Keys of the server's own are of lower-case letters, digits, dots and underscores, and have a prefix.</summary>
    TidyNames,

    /// <summary>SERVER_PORT is text, and all of it decimal digits (RFC 3875 section 4.1.15).</summary>
    PortOfDigits,

    /// <summary>REMOTE_ADDR, where it is there, is text, and an IPv4 or IPv6 address and nothing else; or empty (RFC 3875 section 4.1.8).</summary>
    ClientAddress,
}

/// <summary>The parts of what was understood.</summary>
public enum UnderstoodKind
{
    /// <summary>The method.</summary>
    Method,

    /// <summary>The path, percent-decoded once.</summary>
    Path,

    /// <summary>The query as it came.</summary>
    Query,

    /// <summary>The content.</summary>
    Content,
}

using static Conform.Cases.Vocabulary.PlaceholderArguments;

namespace Conform.Cases.Vocabulary;

/// <summary>What stands behind the name of a placeholder.</summary>
public enum PlaceholderArguments
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>At most a label, <c>#2</c>, that makes a draw of its own.</summary>
    Label,

    /// <summary>A number, and at most a label.</summary>
    Number,

    /// <summary>At most a number and a label.</summary>
    OptionalNumber,

    /// <summary>How often, and what.</summary>
    Repetition,

    /// <summary>Texts of which each draw takes the next.</summary>
    Turns,

    /// <summary>Numbers of which each draw takes the next.</summary>
    NumberTurns,

    /// <summary>At most by how many seconds a date is later or earlier, and a form of dates.</summary>
    Date,

    /// <summary>Words that settle something about a drawn request, and at most a label.</summary>
    Request,

    /// <summary>Which answer, a field of it, and a form of its value.</summary>
    Said,
}

/// <summary>A placeholder that the language knows.</summary>
/// <param name="Name">The name, with <c>N</c> where digits belong to it.</param>
/// <param name="Summary">What it becomes.</param>
/// <param name="Example">How it looks.</param>
/// <param name="Arguments">What stands behind the name.</param>
/// <param name="Implies">What the target must have.</param>
public sealed record PlaceholderWord(
    string Name, string Summary, string Example, PlaceholderArguments Arguments, Capabilities Implies = Capabilities.None) : Word(Name, Summary, Example);

/// <summary>Every placeholder.</summary>
public static class PlaceholderWords
{
    private static readonly string[] Counted = ["content-length", "static-length"];

    /// <summary>In the order of the manual.</summary>
    public static IReadOnlyList<PlaceholderWord> All { get; } =
    [
        new("host", "host and port of the target, as they stand in a Host field", "${host}", None),
        new("port", "the port that the target is reached at; 80 for a Unix socket", "${port}", None),
        new("path", "the path of the target's URL: anything that answers a plain GET", "${path}", None),
        new("resource", "where a request with content goes: the echo where the target has one, else the path", "${resource}", None),
        new("echo", "answers any method with 200 and the content it got", "${echo}", None, Capabilities.Echo),
        new("static", "a fixed representation with ETag and Last-Modified", "${static}", None, Capabilities.Static),
        new("stream", "content whose length is not known before", "${stream}", None, Capabilities.Stream),
        new("report", "answers with what the server understood of the request", "${report}", None, Capabilities.Report),
        new("app", "runs the program of the case's app block", "${app}", None, Capabilities.App),
        new("call", "the name of this conversation, which a log step may write: what is found with it in a log is of no other", "check witness told logged \"trouble-${call}\" once", None),
        new("etag", "the entity tag of ${static}, as a plain GET gets it", "${etag}", None, Capabilities.Static),
        new("etag-strong", "the same, where it is a strong one", "${etag-strong}", None, Capabilities.Static),
        new("etag-opaque", "the same without W/", "${etag-opaque}", None, Capabilities.Static),
        new("etag-weak", "the same with W/", "${etag-weak}", None, Capabilities.Static),
        new("etag-text", "what stands between its quotes", "\"x${etag-text}\"", None, Capabilities.Static),
        new("etag-other", "another strong tag, of the same length, whose last character differs", "${etag-other}", None, Capabilities.Static),
        new("etag-case", "another strong tag, whose letters have the other case", "${etag-case}", None, Capabilities.Static),
        new("etag-short", "another strong tag, which lacks the last character of this one", "${etag-short}", None, Capabilities.Static),
        new(
            "last-modified", "Last-Modified of ${static}, some seconds later or earlier, in the form of RFC 9110 or another: " + string.Join(" ", DateForms.Names),
            "${last-modified +60 rfc850}", Date, Capabilities.Static),
        new("static-length", "decimal count of the octets of ${static}", "${static-length}", None, Capabilities.Static),
        new("static-length+N", "the same count, and N more", "${static-length+1}", None, Capabilities.Static),
        new("static-length-N", "the same count, and N less", "${static-length-1}", None, Capabilities.Static),
        .. Places.All.Select(place => new PlaceholderWord(place.Word, place.Becomes, $"${{{place.Word}}}", place.IsPrefix ? Label : None, place.Capability)),
        new("credentials", "what follows Basic in an Authorization field that opens ${protected}", "Authorization: Basic ${credentials}", None, Capabilities.Protected),
        new("wrong-credentials", "the same for the same user with another password, which opens nothing", "Authorization: Basic ${wrong-credentials}", None, Capabilities.Protected),
        new("wrong-credentials-case", "the same, where the letters of the password have the other case", "${wrong-credentials-case}", None, Capabilities.Protected),
        new("wrong-credentials-short", "the same, where the password lacks its last octet", "${wrong-credentials-short}", None, Capabilities.Protected),
        new("canary", "a token that stands in the path of a second request, whose answer is looked for", "GET /${canary} HTTP/1.1", None),
        new("content-length", "decimal count of the octets from the block's first empty line to its end", "Content-Length: ${content-length}", None),
        new("content-length+N", "the same count, and N more", "Content-Length: ${content-length+1}", None),
        new("content-length-N", "the same count, and N less", "Content-Length: ${content-length-1}", None),
        new("content-length-hex", "the same count in hexadecimal", "${content-length-hex}", None),
        new("repeat", "the text N times, escapes and all; N up to 2000000", @"${repeat 3 a\x20}", Repetition),
        new("each", "one of the texts, escapes and all: each draw takes the next, so the case makes as many draws", @"${each GET\x07 G\x0BET}", Turns),
        new("pad-to", "so many a that N octets of its block stand before what follows; of several N each draw takes the next", "${pad-to 4095 4096}", NumberTurns),
        new("fillers", "N field lines, each with a name of its own and its line end; of several N each draw takes the next", "${fillers 31 32}", NumberTurns),
        new("token", "a drawn token of letters and digits", "${token}", Label),
        new("any-method", "a drawn method, known or not", "${any-method}", Label),
        new("any-target", "a drawn request-target in origin form", "${any-target}", Label),
        new("any-path", "a drawn path", "${any-path}", Label),
        new("any-query", "a drawn query without its question mark", "${any-query}", Label),
        new("field-lines", "drawn field lines, each with its line end", "${field-lines}", Label),
        new("field-name", "a drawn field name", "${field-name}", Label),
        new("field-value", "a drawn field value", "${field-value #2}", Label),
        new("content", "drawn content, of N octets where N is given", "${content 100}", OptionalNumber),
        new("chunked-content", "the drawn content in drawn chunks", "${chunked-content}", OptionalNumber),
        new("digits", "N drawn digits", "${digits 5}", Number),
        new("hex", "N drawn hexadecimal digits", "${hex 8}", Number),
        new("ows", "drawn optional whitespace", "${ows}", Label),
        new(
            "said", "in send blocks: a field of the Nth final answer, which must be expected before; ETag in the forms of ${etag-…} too ("
                + string.Join(" ", TagForms.Names) + "), Last-Modified in those of ${last-modified}", "${said 1 ETag weak}", Said),
        new("request", "a whole valid drawn message; words behind it settle its framing and where it goes", "${request chunked echo}", Request),
    ];

    /// <summary>The words that may follow <c>request</c>.</summary>
    public static IReadOnlyList<string> RequestOptions { get; } = ["none", "length", "chunked", "echo", "resource", "report", "obs-text"];

    /// <summary>Finds a placeholder by the name as written, such as <c>content-length+1</c>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Null where the language has none of that name.</returns>
    public static PlaceholderWord? Find(string name) => All.FirstOrDefault(w => w.Name == Generic(name));

    // What is counted may have a number of octets more or less behind its name.
    private static string Generic(string name)
    {
        var counted = Counted.FirstOrDefault(c => name.StartsWith(c, StringComparison.Ordinal) && name.Length > c.Length + 1 && name.Length <= c.Length + 8);
        return counted is not null && name[counted.Length] is '+' or '-' && name.AsSpan(counted.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0
            ? string.Concat(name.AsSpan(0, counted.Length + 1), "N")
            : name;
    }
}

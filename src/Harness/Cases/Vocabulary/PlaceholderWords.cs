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

    /// <summary>Words that settle something about a drawn request, and at most a label.</summary>
    Request,
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
    private const string Counted = "content-length";

    /// <summary>In the order of the manual.</summary>
    public static IReadOnlyList<PlaceholderWord> All { get; } =
    [
        new("host", "host and port of the target, as they stand in a Host field", "${host}", None),
        new("path", "the path of the target's URL: anything that answers a plain GET", "${path}", None),
        new("resource", "where a request with content goes: the echo where the target has one, else the path", "${resource}", None),
        new("echo", "answers any method with 200 and the content it got", "${echo}", None, Capabilities.Echo),
        new("static", "a fixed representation with ETag and Last-Modified", "${static}", None, Capabilities.Static),
        new("stream", "content whose length is not known before", "${stream}", None, Capabilities.Stream),
        new("report", "answers with what the server understood of the request", "${report}", None, Capabilities.Report),
        new("app", "runs the program of the case's app block", "${app}", None, Capabilities.App),
        new("canary", "a token that stands in the path of a second request, whose answer is looked for", "GET /${canary} HTTP/1.1", None),
        new("content-length", "decimal count of the octets from the block's first empty line to its end", "Content-Length: ${content-length}", None),
        new("content-length+N", "the same count, and N more", "Content-Length: ${content-length+1}", None),
        new("content-length-N", "the same count, and N less", "Content-Length: ${content-length-1}", None),
        new("content-length-hex", "the same count in hexadecimal", "${content-length-hex}", None),
        new("repeat", "the text N times, escapes and all; N up to 2000000", @"${repeat 3 a\x20}", Repetition),
        new("each", "one of the texts, escapes and all: each draw takes the next, so the case makes as many draws", @"${each GET\x07 G\x0BET}", Turns),
        new("pad-to", "so many a that N octets of its block stand before what follows; of several N each draw takes the next", "${pad-to 4095 4096}", NumberTurns),
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
        new("request", "a whole valid drawn message; words behind it settle its framing and where it goes", "${request chunked echo}", Request),
    ];

    /// <summary>The words that may follow <c>request</c>.</summary>
    public static IReadOnlyList<string> RequestOptions { get; } = ["none", "length", "chunked", "echo", "resource", "report", "obs-text"];

    /// <summary>Finds a placeholder by the name as written, such as <c>content-length+1</c>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Null where the language has none of that name.</returns>
    public static PlaceholderWord? Find(string name) => All.FirstOrDefault(w => w.Name == Generic(name));

    private static string Generic(string name) =>
        name.Length > Counted.Length + 1 && name.StartsWith(Counted, StringComparison.Ordinal) && name[Counted.Length] is '+' or '-'
        && name.Length <= Counted.Length + 8 && name.AsSpan(Counted.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0
            ? string.Concat(name.AsSpan(0, Counted.Length + 1), "N")
            : name;
}

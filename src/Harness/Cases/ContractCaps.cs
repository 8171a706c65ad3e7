namespace Conform.Cases;

/// <summary>
/// What a contract between server and application can do, in the words by which an adapter says so. What a contract does not promise cannot be broken:
/// a case that needs it is not observable there.
/// </summary>
public static class ContractCaps
{
    /// <summary>The response is started by a call whose outcome the application sees.</summary>
    public const string StartResponse = "start-response";

    /// <summary>Blocks are asked for one by one.</summary>
    public const string LazyBody = "lazy-body";

    /// <summary>The server says when it is done with the blocks.</summary>
    public const string IterableClose = "iterable-close";

    /// <summary>A status has a reason of the application's own.</summary>
    public const string StatusReason = "status-reason";

    /// <summary>Every word with its meaning.</summary>
    public static IReadOnlyList<(string Word, string Meaning)> All { get; } =
    [
        (StartResponse, "the response is started by a call whose outcome the application sees"),
        ("late-start", "it may be started when the first block is asked for"),
        ("exc-info", "it may be replaced as long as nothing was sent"),
        ("kept-error", "also with an error that is no longer being handled"),
        ("write", "blocks may be written by a call too"),
        (LazyBody, "blocks are asked for one by one"),
        ("unbuffered", "a block is sent before the next is waited for"),
        ("sequences", "blocks may come as a sequence of any kind"),
        (IterableClose, "the server says when it is done with the blocks"),
        ("input-end", "reading the content ends where the content does"),
        ("readline", "the content can be read by lines"),
        ("error-stream", "there is a stream for errors"),
        ("file-wrapper", "a file can be handed out as it is"),
        ("errors", "an error of the application becomes a 500, or cuts the response short"),
        ("exit", "so does what would end the process"),
        ("violations", "an ill-formed status or field is refused"),
        ("typed-violations", "so is a value of the wrong type"),
        ("length-guard", "a stated length is sent on, and the server sees to it that the content has it"),
        ("env-dict", "what is told of the request is a dictionary of its own in each call"),
        ("wsgi-keys", "it has the keys of WSGI"),
        ("path-as-sent", "the path comes as it was sent, decoded and not tidied"),
        ("mount", "the application can stand below a path of its own"),
        ("cgi-vars", "it has the variables of CGI"),
        ("request-version", "among them the version of the request, whatever the server's own"),
        (StatusReason, "a status has a reason of the application's own"),
        ("told", "a program can hand out what it was told, look at its environ, and has the other steps of that age"),
        ("duplicate-headers", "a field may be given twice"),
    ];
}

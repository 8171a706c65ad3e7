namespace Conform.Cases;

/// <summary>A capability that is one place of the target: a word for files, an option, a path, and a placeholder of the same name.</summary>
/// <param name="Capability">The capability.</param>
/// <param name="Word">Its word, which is the option's and the placeholder's name too.</param>
/// <param name="Holds">What is there: the methods, a colon, and how they are answered.</param>
/// <param name="Becomes">What the placeholder becomes.</param>
/// <param name="IsPrefix">Whether the path is a prefix below which every name is free, and the placeholder is a name of the conversation's own.</param>
public sealed record Place(Capabilities Capability, string Word, string Holds, string Becomes, bool IsPrefix = false);

/// <summary>The places that a target says it has, each by a path.</summary>
public static class Places
{
    /// <summary>In the order of the manual.</summary>
    public static IReadOnlyList<Place> All { get; } =
    [
        new(
            Capabilities.Protected, "protected", "GET: 200 with the Basic credentials of --credentials, else 401",
            "answers 200 to a GET with ${credentials}, and 401 to one without"),
        new(Capabilities.Redirect, "redirect", "GET: 301, 302, 303, 307 or 308", "answers a GET with 301, 302, 303, 307 or 308"),
        new(
            Capabilities.Store, "store", "PUT, GET, HEAD, DELETE of every name below it",
            "a name in the store, of this conversation alone: a PUT makes it, a GET gives it back, a DELETE removes it; it may be left from a run before", IsPrefix: true),
        new(Capabilities.Collection, "collection", "POST of text/plain: makes a new resource", "makes a new resource of what is posted there"),
        new(
            Capabilities.Negotiated, "negotiated", "GET, HEAD: a fixed text, with the gzip coding for those that ask for it",
            "a fixed text, gzip-coded for those that ask for it"),
        new(
            Capabilities.Decoding, "decoding", "POST of text/plain: 200, content = the request's content without its content coding, gzip at least",
            "answers a POST with 200 and its content, without its content coding"),
        new(
            Capabilities.Mount, "mount", "any request: the adapter once more, with this prefix as its SCRIPT_NAME",
            "a prefix below which the adapter stands once more, with SCRIPT_NAME"),
    ];
}

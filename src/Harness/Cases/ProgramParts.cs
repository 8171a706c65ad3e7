namespace Conform.Cases;

/// <summary>What a drawn program may have besides what every contract between server and application has.</summary>
public static class ProgramParts
{
    /// <summary>Blocks that are written by the write callable, before those that are handed out.</summary>
    public const string Write = "write";

    /// <summary>A response that is replaced as long as nothing was sent.</summary>
    public const string Restart = "restart";

    /// <summary>A response that is started when the first block is asked for.</summary>
    public const string Late = "late";

    /// <summary>Something that is done when the server closes what it was given.</summary>
    public const string Close = "close";

    /// <summary>Statuses of every class that may have content, and fields as applications have them: repeated, many, long, with names that are well known.</summary>
    public const string Fields = "fields";

    /// <summary>Many blocks, and such as end where a buffer does.</summary>
    public const string Sizes = "sizes";

    /// <summary>A status that no content goes with, and nothing but empty blocks.</summary>
    public const string Bare = "bare";

    /// <summary>An error before there is content.</summary>
    public const string Fail = "fail";

    /// <summary>An error behind content.</summary>
    public const string Break = "break";

    /// <summary>Content of the request that is read in turns, and told in the first block.</summary>
    public const string Read = "read";

    /// <summary>Values of the environ that are told in the first block.</summary>
    public const string Ask = "ask";

    /// <summary>Every word with its meaning.</summary>
    public static IReadOnlyList<(string Word, string Meaning)> All { get; } =
    [
        (Write, "blocks that are written"),
        (Restart, "a response that is replaced before anything is sent"),
        (Late, "a response that is started when the first block is asked for"),
        (Close, "something to do at the close"),
        (Fields, "statuses of every class, and fields that are repeated, many, long or well known"),
        (Sizes, "many blocks, and such as end where a buffer does"),
        (Bare, "a status without content, and nothing but empty blocks"),
        (Fail, "an error before there is content"),
        (Break, "an error behind content"),
        (Read, "content that is read in turns and told in the first block"),
        (Ask, "values of the environ that are told there"),
    ];
}

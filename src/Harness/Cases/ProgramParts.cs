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

    /// <summary>Every word with its meaning.</summary>
    public static IReadOnlyList<(string Word, string Meaning)> All { get; } =
    [
        (Write, "blocks that are written"),
        (Restart, "a response that is replaced before anything is sent"),
        (Late, "a response that is started when the first block is asked for"),
        (Close, "something to do at the close"),
    ];
}

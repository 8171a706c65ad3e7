using System.Text;
using Bogus;

namespace Conform.Generation.Grammar;

/// <summary>Request targets in origin-form (RFC 9112 section 3.2.1) that mean the same to every server.</summary>
internal static class TargetGrammar
{
    // No slash, NUL, control or backslash in an escape: servers may rightly treat those as special. UTF-8 only, because some decode to text.
    private static readonly string[] Escapes =
        ["%20", "%21", "%22", "%23", "%25", "%26", "%2B", "%2b", "%3B", "%3C", "%3F", "%41", "%5B", "%7B", "%7E", "%7e", "%C3%A9", "%e2%82%ac"];

    /// <summary>An absolute path of one to six segments: none empty, none of dots only, not beginning like a probe.</summary>
    public static string Path(Randomizer random)
    {
        var path = new StringBuilder();
        var segments = random.Number(1, 6);
        for (var i = 0; i < segments; i++)
            path.Append('/').Append(Segment(random));
        return path.ToString();
    }

    /// <summary>A query without its question mark, never empty; once in twelve a long one.</summary>
    public static string Query(Randomizer random) =>
        Mixed(random, Alphabet.Query, random.OneIn(12) ? random.Number(500, 1500) : random.Number(1, 40));

    /// <summary>A path, and more often than not a query.</summary>
    public static string Target(Randomizer random)
    {
        var path = Path(random);
        return random.OneIn(3) ? path : $"{path}?{Query(random)}";
    }

    // The first letter keeps dot segments, probe names and bare punctuation away.
    private static string Segment(Randomizer random) =>
        random.OneOf("a", "b", "Q", "x", "7") + Mixed(random, Alphabet.Segment, random.Number(0, 24));

    private static string Mixed(Randomizer random, string alphabet, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
            text.Append(random.OneIn(10) ? random.OneOf<string>(Escapes) : random.Word(alphabet, 1, 1));
        return text.ToString();
    }
}

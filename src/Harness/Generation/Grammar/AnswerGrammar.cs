using Bogus;
using Conform.Generation.Programs;

namespace Conform.Generation.Grammar;

/// <summary>
/// Responses as applications have them: any status that content goes with (RFC 9110 section 15), fields that a server hands on though it knows their names,
/// and blocks that end where buffers end. What a server must do something about, such as a part, a challenge or a change of protocol, is not drawn.
/// </summary>
internal static class AnswerGrammar
{
    private const int Largest = 65_537;

    private const int LongestHead = 560;

    private static readonly int[] Codes =
    [
        200, 200, 201, 202, 203, 207, 208, 226, 299, 300, 301, 302, 303, 307, 308, 400, 402, 403, 404, 406, 409, 410, 411, 412, 414, 415, 417, 418, 422, 423, 424, 428, 429,
        431, 451, 499, 500, 501, 502, 503, 504, 507, 508, 511, 599,
    ];

    private static readonly (string Name, string[] Values)[] Known =
    [
        ("ETag", ["\"a\"", "W/\"b;c,d\"", "\"\""]), ("Last-Modified", ["Tue, 15 Nov 1994 12:45:26 GMT"]), ("Expires", ["0", "Thu, 01 Dec 1994 16:00:00 GMT"]),
        ("Cache-Control", ["no-cache, private=\"x-a\"", "max-age=0"]), ("Content-Language", ["de, en-GB"]), ("Content-Disposition", ["attachment; filename=\"a b.txt\"; size=3"]),
        ("Retry-After", ["120"]), ("Link", ["</a?b=c#d>; rel=\"next\"; title=\"x, y\""]), ("Allow", ["GET, POST"]), ("Age", ["0"]), ("Pragma", ["no-cache"]),
        ("Access-Control-Allow-Origin", ["*", "http://a.example:81"]), ("Content-Security-Policy", ["default-src 'self'; img-src *"]),
        ("X-Framed", ["DENY"]), ("Refresh", ["5; url=/a%20b?c=%41"]), ("Content-Location", ["/a/../b%2Fc"]), ("P3P", ["CP=\"a b\""]),
    ];

    private static readonly string[] Cookies =
        ["a=1", "a=2; Path=/", "b=\"x y\"; HttpOnly; Secure", "c=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0", "d=e=f&g==", "a=1", "h=%41%3B; SameSite=Lax", "i"];

    private static readonly int[] Long = [250, 256, 1000, 1023, 1024, 1025, 2048, 3000];

    /// <summary>A status and its fields.</summary>
    /// <param name="random">Where they are drawn from.</param>
    public static Declared Declare(Randomizer random)
    {
        var code = random.OneOf<int>(Codes);
        var fields = new List<(string, string)> { ("Content-Type", random.OneOf("text/plain", "text/html; Charset=\"UTF-8\"", "application/x-a+json;v=1")) };
        foreach (var (name, values) in Known.Where(_ => random.OneIn(5))) fields.Add((random.OneIn(3) ? name.ToLowerInvariant() : name, random.OneOf<string>(values)));
        if (random.OneIn(2))
            for (var i = random.Number(1, 5); i > 0; i--) fields.Insert(random.Number(0, fields.Count), ("Set-Cookie", random.OneOf<string>(Cookies)));
        foreach (var name in FieldGrammar.Names(random, random.OneIn(8) ? random.Number(12, 18) : random.Number(0, 5))) fields.Add((name, Value(random)));
        // The program rides in a request-line, two digits an octet, and some servers take no head of more than 4096.
        while (fields.Sum(f => f.Item1.Length + f.Item2.Length + 3) > LongestHead) fields.RemoveAt(random.Number(0, fields.Count - 1));
        return new Declared($"{code} {Reason(random)}", fields, random.OneIn(3) ? 0 : null);
    }

    /// <summary>A status that has no content, with fields that go with it: of 304 those that a cache is told (RFC 9110 section 15.4.5), and cookies.</summary>
    /// <param name="random">Where they are drawn from.</param>
    public static Declared DeclareBare(Randomizer random)
    {
        var (declared, isUnmodified) = (Declare(random), random.Bool());
        bool Goes(string name) => isUnmodified
            ? name.ToLowerInvariant() is "etag" or "expires" or "cache-control" or "set-cookie"
            : !name.StartsWith("content-", StringComparison.OrdinalIgnoreCase);
        return new Declared($"{(isUnmodified ? 304 : 204)}{declared.Status[3..]}", [.. declared.Fields.Where(f => Goes(f.Name))], null);
    }

    /// <summary>Blocks, few or many, some of them at an edge; all together no more than half a million octets, and the last one not empty.</summary>
    /// <param name="random">Where they are drawn from.</param>
    public static IReadOnlyList<Block> Blocks(Randomizer random)
    {
        var blocks = new List<Block>();
        for (var left = random.OneIn(5) ? random.Number(10, 30) : random.Number(1, 6); left > 0; left--)
        {
            if (random.OneIn(8)) blocks.Add(Block.Of(string.Empty));
            blocks.Add(blocks.Count < 8 && random.OneIn(2) ? Block.Of(Edge(random)) : Block.Of("b" + random.Word(Alphabet.Alphanumeric, 0, 4)));
        }

        return blocks;
    }

    private static int Edge(Randomizer random) => Math.Clamp((1 << random.Number(0, 16)) + random.Number(-1, 1), 1, Largest);

    private static string Value(Randomizer random) => random.Number(0, 9) switch
    {
        0 => $"${{repeat {random.OneOf<int>(Long)} {random.Word(Alphabet.Lower, 1, 1)}}}",
        1 => "0",
        2 => random.OneOf("a:b: c", "%41%00", "\"q\\\\\"r\"", "(a, b)", "a;b;;", "=?x?=", "'", "\\\\", "<>", "a  b", "{}", ",", "#", "None"),
        _ => FieldGrammar.Value(random, longOnceIn: 1000).Replace('\t', ' ').Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("${", "\\x24{", StringComparison.Ordinal),
    };

    private static string Reason(Randomizer random) => random.OneOf("OK", "Fine", "Not Quite", "It's a-OK", "Reason 7 of 9", "So (it) is: this, that");
}

using Bogus;
using Conform.Generation.Grammar;

namespace Conform.Generation.Messages;

/// <summary>Draws whole requests that are inside the grammar of RFC 9112 and mean the same to every server.</summary>
internal static class MessageDraw
{
    /// <summary>The most field lines of a drawn request.</summary>
    public const int MostFields = 32;

    /// <summary>The longest head of a drawn request in octets, empty line included.</summary>
    public const int LongestHead = 8000;

    private static readonly string[] WithContent = ["POST", "PUT", "PATCH"];
    private static readonly string[] WithoutContent = ["GET", "DELETE", "OPTIONS"];
    private static readonly string[] Types = ["application/octet-stream", "text/plain", "text/plain; charset=utf-8", "application/x-drawn"];

    /// <summary>A method that applications take.</summary>
    public static string Method(Randomizer random) => random.OneOf<string>([.. WithContent, .. WithoutContent]);

    /// <summary>A request.</summary>
    /// <param name="random">Where it is drawn from.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="options">What is fixed.</param>
    public static DrawnMessage Draw(Randomizer random, TargetValues target, RequestOptions options)
    {
        var framing = options.Framing ?? random.OneOf(RequestFraming.None, RequestFraming.Length, RequestFraming.Chunked);
        var hasContent = framing != RequestFraming.None;
        var content = hasContent ? Content(random, options) : [];
        var message = new DrawnMessage
        {
            Method = Method(random, hasContent, target),
            Target = Target(random, target, options),
            Framing = framing,
            Content = content,
            Chunks = framing == RequestFraming.Chunked ? Chunks(random, content, options) : null,
            Fields = [],
        };
        return Fit(message with { Fields = Fields(random, target, options, message) });
    }

    // A mutated chunked message needs a chunk to bend.
    private static byte[] Content(Randomizer random, RequestOptions options) => options.Plain
        ? ContentGrammar.Content(random.Number(20, options.Longest), random)
        : ContentGrammar.Content(random, options.Longest);

    private static ChunkedBody Chunks(Randomizer random, ReadOnlyMemory<byte> content, RequestOptions options)
    {
        var body = ChunkGrammar.Chunk(content, random);
        return options.Plain ? new ChunkedBody([.. body.Chunks.Select(chunk => chunk with { Extension = "" })], "0", []) : body;
    }

    // Only a report answers under any path; elsewhere a query is all that may be added.
    private static string Target(Randomizer random, TargetValues target, RequestOptions options)
    {
        var (place, takesPath) = options.Place switch
        {
            "echo" => (target.Echo, false),
            "resource" => (target.Resource, false),
            "report" => (target.Report, true),
            _ => (target.Report ?? target.Resource, target.Report is not null),
        };
        var path = place ?? throw new InvalidOperationException($"The target has no {options.Place}.");
        if (takesPath)
            return path.TrimEnd('/') + TargetGrammar.Target(random);
        return random.Bool() && !path.Contains('?', StringComparison.Ordinal) ? $"{path}?{TargetGrammar.Query(random)}" : path;
    }

    // Where nothing reports, the request goes to a page, and most pages refuse all but two methods whatever else is in the request.
    private static string Method(Randomizer random, bool hasContent, TargetValues target)
    {
        var drawn = random.OneOf<string>(hasContent ? WithContent : WithoutContent);
        return target.Report is not null ? drawn : hasContent ? "POST" : "GET";
    }

    private static List<FieldLine> Fields(Randomizer random, TargetValues target, RequestOptions options, DrawnMessage message)
    {
        // One request in fifteen has a head as long as it may be.
        var heavy = !options.Plain && random.OneIn(15);
        var longOnceIn = heavy ? 2 : 20;
        var lines = FieldGrammar.Names(random, heavy ? random.Number(18, MostFields - 4) : random.Number(1, 14))
            .Select(name => new FieldLine(name, FieldGrammar.Value(random, options.ObsText, longOnceIn))).ToList();
        lines.Add(new FieldLine("Host", target.Host));
        if (message.Framing != RequestFraming.None && random.Bool())
            lines.Add(new FieldLine("Content-Type", random.OneOf<string>(Types)));
        if (message.Framing == RequestFraming.Length)
            lines.Add(new FieldLine("Content-Length", $"{message.Content.Length}"));
        if (message.Framing == RequestFraming.Chunked)
            lines.Add(new FieldLine("Transfer-Encoding", random.OneOf("chunked", "chunked", "Chunked", "CHUNKED")));
        var trailing = !options.Plain && random.OneIn(15);
        var spelled = lines.Select(line => Spaced(random, line, trailing) with { Name = Spelled(random, line.Name) });
        return [.. random.Shuffle(spelled.ToList())];
    }

    // Blanks around the fields that mean something are left to fixed cases, and blanks behind a value are rare: a server that minds them would
    // refuse nearly every draw, and the draws would say nothing else.
    private static FieldLine Spaced(Randomizer random, FieldLine line, bool trailing) => !line.Name.StartsWith("x-", StringComparison.OrdinalIgnoreCase)
        ? line
        : line with { Before = FieldGrammar.Ows(random), After = trailing && random.Bool() ? FieldGrammar.Ows(random) : "" };

    private static string Spelled(Randomizer random, string name) => random.Number(0, 5) switch
    {
        0 => name.ToLowerInvariant(),
        1 => name.ToUpperInvariant(),
        _ => name,
    };

    private static DrawnMessage Fit(DrawnMessage message)
    {
        while (message.RequestLine.Length + message.Fields.Sum(line => line.Text.Length) + 2 > LongestHead)
        {
            var longest = message.Fields.Where(line => line.Name.StartsWith("x-", StringComparison.OrdinalIgnoreCase)).MaxBy(line => line.Text.Length);
            message = message with { Fields = [.. message.Fields.Where(line => line != longest)] };
        }

        return message;
    }
}

using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Bogus;
using Conform.Cases;
using Conform.Generation.Grammar;
using Conform.Generation.Messages;

namespace Conform.Generation;

/// <summary>What each placeholder becomes. Counted ones and repetitions are not here: they need the rest of their block, or nothing at all.</summary>
internal static class PlaceholderTable
{
    private static readonly FrozenDictionary<string, Func<PlaceholderKey, DrawContext, byte[]>> Table =
        new Dictionary<string, Func<PlaceholderKey, DrawContext, byte[]>>(StringComparer.Ordinal)
        {
            ["host"] = static (_, context) => DrawContext.Have(context.Target.Host, "host"),
            ["port"] = static (_, context) => Encoding.ASCII.GetBytes($"{context.Target.Port}"),
            ["path"] = static (_, context) => DrawContext.Have(context.Target.Path, "path"),
            ["resource"] = static (_, context) => DrawContext.Have(context.Target.Resource, "resource"),
            ["echo"] = static (_, context) => DrawContext.Have(context.Target.Echo, "echo"),
            ["static"] = static (_, context) => DrawContext.Have(context.Target.Static, "static"),
            ["stream"] = static (_, context) => DrawContext.Have(context.Target.Stream, "stream"),
            ["report"] = static (_, context) => DrawContext.Have(context.Target.Report, "report"),
            ["app"] = static (_, context) => App(context),
            ["call"] = static (_, context) => Name(context),
            ["credentials"] = static (_, context) => DrawContext.Have(context.Target.Credentials, "credentials"),
            ["wrong-credentials"] = static (_, context) => DrawContext.Have(context.Target.WrongCredentials, "wrong-credentials"),
            ["wrong-credentials-case"] = static (_, context) => DrawContext.Have(context.Target.CaseCredentials, "wrong-credentials-case"),
            ["wrong-credentials-short"] = static (_, context) => DrawContext.Have(context.Target.ShortCredentials, "wrong-credentials-short"),
            ["canary"] = static (_, context) => Encoding.ASCII.GetBytes(context.CanaryToken()),
            ["each"] = static (key, context) => Repetition.Unescape(Turn(key, context)),
            ["pad-to"] = static (key, context) => Encoding.ASCII.GetBytes(Turn(key, context)),
            ["fillers"] = static (key, context) => Fillers(int.Parse(Turn(key, context), NumberStyles.None, CultureInfo.InvariantCulture)),
            ["token"] = Text(static (random, _) => random.Word(Alphabet.Lower, 1, 1) + random.Word(Alphabet.Lower + Alphabet.Digits, 3, 15)),
            ["any-method"] = Text(static (random, _) => MessageDraw.Method(random)),
            ["any-target"] = Text(static (random, _) => TargetGrammar.Target(random)),
            ["any-path"] = Text(static (random, _) => TargetGrammar.Path(random)),
            ["any-query"] = Text(static (random, _) => TargetGrammar.Query(random)),
            ["field-lines"] = Text(static (random, _) => FieldGrammar.Lines(random)),
            ["field-name"] = Text(static (random, _) => FieldGrammar.Name(random)),
            ["field-value"] = Text(static (random, _) => FieldGrammar.Value(random)),
            ["digits"] = Text(static (random, key) => random.Word(Alphabet.Digits, key.Number ?? 1, key.Number ?? 1)),
            ["hex"] = Text(static (random, key) => random.Word(Alphabet.Hex, key.Number ?? 1, key.Number ?? 1)),
            ["ows"] = Text(static (random, _) => FieldGrammar.Ows(random)),
            ["content"] = static (key, context) => Content(key, context),
            ["chunked-content"] = static (key, context) => Chunked(key, context),
            ["request"] = static (key, context) => context.Request(key).ToOctets(),
        }
        .Concat(Places.All.Select(place => new KeyValuePair<string, Func<PlaceholderKey, DrawContext, byte[]>>(place.Word, (key, context) => Placed(place, key, context))))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the placeholder has a value of its own.</summary>
    public static bool Has(string name) => Table.ContainsKey(name) || FixedValues.Has(name);

    /// <summary>The value of a placeholder.</summary>
    /// <exception cref="InvalidOperationException">There is no such placeholder, or the target lacks what it stands for.</exception>
    public static byte[] Value(PlaceholderKey key, DrawContext context) => Table.TryGetValue(key.Name, out var draw) ? draw(key, context)
        : FixedValues.Has(key.Name) ? DrawContext.Have(FixedValues.Of(key, context.Target.Fixed).Value, key.Text)
        : throw new InvalidOperationException($"There is no placeholder ${{{key.Text}}}.");

    private static Func<PlaceholderKey, DrawContext, byte[]> Text(Func<Randomizer, PlaceholderKey, string> draw) =>
        (key, context) => Encoding.Latin1.GetBytes(draw(context.Source.For(key.Text), key));

    private static string Turn(PlaceholderKey key, DrawContext context) => key.Arguments[context.Source.Index % key.Arguments.Count];

    private static byte[] Fillers(int count) =>
        Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(1, count).Select(static nth => $"X-Fill-{nth.ToString(CultureInfo.InvariantCulture)}: a\r\n")));

    // A name below a prefix is of one conversation alone: two that run at once must not take it from each other.
    private static byte[] Placed(Place place, PlaceholderKey key, DrawContext context)
    {
        var path = DrawContext.Have(context.Target.Places.GetValueOrDefault(place.Word), place.Word);
        return place.IsPrefix ? [.. path, .. Encoding.ASCII.GetBytes(context.NameOf(key))] : path;
    }

    private static byte[] App(DrawContext context)
    {
        var program = context.Case.Program ?? throw new InvalidOperationException("${app} needs an app block.");
        var prefix = Encoding.Latin1.GetString(DrawContext.Have(context.Target.AppPrefix, "app"));
        var compact = program.Compact.Replace(AppProgram.OwnName, Convert.ToHexStringLower(Name(context)), StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes($"{prefix.TrimEnd('/')}/probe/run?p={compact}{(context.CallId is { } id ? $"&id={id}" : string.Empty)}");
    }

    private static byte[] Name(DrawContext context) => Encoding.Latin1.GetBytes(context.CallId ?? string.Empty);

    private static byte[] Content(PlaceholderKey key, DrawContext context)
    {
        var random = context.Source.For("content" + key.Tail);
        return key.Number is { } length ? ContentGrammar.Content(length, random) : ContentGrammar.Content(random);
    }

    // The coded form carries the content of the ${content …} with the same tail, so that an expectation can name what was coded.
    private static byte[] Chunked(PlaceholderKey key, DrawContext context)
    {
        var output = new ArrayBufferWriter<byte>();
        ChunkGrammar.Chunk(Content(key, context), context.Source.For(key.Text)).WriteTo(output);
        return output.WrittenSpan.ToArray();
    }
}

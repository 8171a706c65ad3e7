using System.Text.RegularExpressions;
using Conform.Cases.Parsing;

namespace Conform.Cases.Vocabulary;

/// <summary>Clauses that compare with what a plain GET of <c>${static}</c> gets.</summary>
internal static partial class PlainClauses
{
    public static IReadOnlyList<ClauseWord> All { get; } =
    [
        new("the plain content", "", "the content that a plain GET of ${static} gets", "the plain content", static _ => new PlainContent()),
        new("fields", "NAME, … as in the plain answer", "those of these fields that a plain GET of ${static} gets, with the same values; of Expires only that it is there", "fields ETag, Vary as in the plain answer", Fields),
        new("the range", "\"A-B\"", "that part of ${static} alone, and Content-Range says so, where a shorter part of it is lenient; A- and -N are ranges too", "the range \"0-4\"", static t => Ranges(t, several: false)),
        new("the ranges", "\"A-B, …\"", "these parts of ${static} in this order, in multipart/byteranges or coalesced, where fewer or shorter ones are lenient", "the ranges \"0-4, -1\"", static t => Ranges(t, several: true)),
        new("the ranges", "\"A-B, …\" in any order", "the same in whatever order", "the ranges \"0-4, -1\" in any order", static t => Ranges(t, several: true)),
        new(
            "the range", "\"A-B\" of answer N", "that part of the content of the Nth final answer, in the codings in which it came; so it is with the ranges",
            "the range \"0-4\" of answer 1", static t => Ranges(t, several: false)),
        new("ranges served", "", "the target was seen to serve byte ranges of ${static}, or says that it does", "ranges served", static _ => new RangesServed()),
    ];

    private static FieldsAsPlain Fields(Tokens tokens)
    {
        var names = new List<string>();
        while (true)
        {
            names.Add(tokens.Word("a field name"));
            if (tokens.Take("as in the plain answer")) return new FieldsAsPlain(names);
            if (tokens.Take().Kind != TokenKind.Comma) throw new LanguageException("fields are compared with something", "fields ETag, Vary as in the plain answer");
        }
    }

    private static RangesAre Ranges(Tokens tokens, bool several)
    {
        var spans = tokens.Text(several ? "the ranges" : "the range");
        var text = string.Concat(spans.Parts.Select(p => p is LiteralPart literal ? System.Text.Encoding.Latin1.GetString(literal.Octets.Span) : "1"));
        if (!(several ? SeveralSpans() : OneSpan()).IsMatch(text))
            throw new LanguageException($"\"{text}\" is not {(several ? "several ranges" : "a range")}", several ? "such as \"0-4, -1\"" : "such as \"0-4\", \"5-\" or \"-1\"");
        var anyOrder = several && tokens.Take("in any order");
        return new RangesAre(spans, several, anyOrder, AnswerClauses.TakeAnswer(tokens));
    }

    [GeneratedRegex("^([0-9]+-[0-9]*|-[0-9]+)$")]
    private static partial Regex OneSpan();

    [GeneratedRegex("^([0-9]+-[0-9]*|-[0-9]+)(, ([0-9]+-[0-9]*|-[0-9]+))*$")]
    private static partial Regex SeveralSpans();
}

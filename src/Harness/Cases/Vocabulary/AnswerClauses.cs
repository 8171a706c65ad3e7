using System.Globalization;
using Conform.Cases.Parsing;

namespace Conform.Cases.Vocabulary;

/// <summary>Clauses about content codings, and clauses that compare with an earlier answer of the case.</summary>
internal static class AnswerClauses
{
    public static IReadOnlyList<ClauseWord> All { get; } =
    [
        new("some content", "", "the response has content", "some content", static _ => new SomeContent()),
        new("uncoded", "", "no content coding is named, and none was applied", "uncoded", static _ => new CodedIs(null)),
        new("coded as it says", "", "the content is in the codings that Content-Encoding names, as far as they are known", "coded as it says", static _ => new CodedAsItSays()),
        new("coded", "CODING", "the content is in this coding, and Content-Encoding says so", "coded gzip", static t => new CodedIs(t.Word("a coding"))),
        new("the content", "of answer N", "the same content as the Nth final answer of the case, without the codings of both", "the content of answer 1", static t => new ContentOfAnswer(Answer(t))),
        new("the field", "NAME of answer N", "the same field lines as that answer, or none where it has none", "the field ETag of answer 1", static t => new FieldOfAnswer(t.Word("a field name"), Answer(t))),
        new("the validators", "of answer N", "ETag and Last-Modified are those of that answer, as far as it has them", "the validators of answer 1", static t => new ValidatorsOfAnswer(Answer(t))),
        new("the length", "of answer N", "Content-Length, where it is stated, is the length of that answer's content", "the length of answer 1", static t => new LengthOfAnswer(Answer(t))),
        new("another tag than that", "of answer N", "the two have no strong entity tag in common", "another tag than that of answer 1", static t => new TagNotOfAnswer(Answer(t))),
    ];

    /// <summary>The words before <c>of answer N</c>.</summary>
    public static string Begins(AnswerClause clause) => clause switch
    {
        ContentOfAnswer => "the content",
        FieldOfAnswer f => "the field " + f.Name,
        ValidatorsOfAnswer => "the validators",
        LengthOfAnswer => "the length",
        TagNotOfAnswer => "another tag than that",
        _ => throw new InvalidOperationException($"no words for {clause}"),
    };

    /// <summary>The number behind <c>of answer</c>; null where these words do not follow.</summary>
    public static int? TakeAnswer(Tokens tokens) => tokens.Take("of answer") ? Number(tokens) : null;

    private static int Answer(Tokens tokens) =>
        TakeAnswer(tokens) ?? throw new LanguageException("it is not said what to compare with", "of answer 1 is the first final answer of the case");

    private static int Number(Tokens tokens)
    {
        var number = tokens.Word("the number of an answer");
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var answer) && answer > 0
            ? answer
            : throw new LanguageException($"{number} is no number of an answer", "the first final answer of the case is answer 1");
    }
}

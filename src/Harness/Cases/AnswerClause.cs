namespace Conform.Cases;

/// <summary><c>some content</c>: the response has at least one octet of content.</summary>
public sealed record SomeContent : Clause;

/// <summary><c>coded CODING</c> or <c>uncoded</c>: what Content-Encoding says, and what the content is (RFC 9110 section 8.4).</summary>
/// <param name="Coding">The coding in small letters, or null for none.</param>
public sealed record CodedIs(string? Coding) : Clause;

/// <summary><c>coded as it says</c>: the content is in the codings that Content-Encoding names, as far as they are known.</summary>
public sealed record CodedAsItSays : Clause;

/// <summary>Something that is compared with an earlier answer of the case.</summary>
/// <param name="Answer">Which final answer to the case's own requests, from 1, over all its connections.</param>
public abstract record AnswerClause(int Answer) : Clause;

/// <summary><c>the content of answer N</c>: the same content, when the content codings of both are undone.</summary>
/// <param name="Answer">Which answer.</param>
public sealed record ContentOfAnswer(int Answer) : AnswerClause(Answer);

/// <summary><c>the field NAME of answer N</c>: the same field lines, or none where that answer has none.</summary>
/// <param name="Name">The field name.</param>
/// <param name="Answer">Which answer.</param>
public sealed record FieldOfAnswer(string Name, int Answer) : AnswerClause(Answer);

/// <summary><c>the validators of answer N</c>: ETag and Last-Modified are those that the answer gave, as far as it gave them.</summary>
/// <param name="Answer">Which answer.</param>
public sealed record ValidatorsOfAnswer(int Answer) : AnswerClause(Answer);

/// <summary><c>the length of answer N</c>: Content-Length, where it is stated, is the length of that answer's content.</summary>
/// <param name="Answer">Which answer.</param>
public sealed record LengthOfAnswer(int Answer) : AnswerClause(Answer);

/// <summary><c>another tag than that of answer N</c>: no strong entity tag that this answer shares with the other (RFC 9110 section 8.8.1).</summary>
/// <param name="Answer">Which answer.</param>
public sealed record TagNotOfAnswer(int Answer) : AnswerClause(Answer);

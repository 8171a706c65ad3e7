using System.Globalization;
using System.Text;
using Conform.Cases;

namespace Conform.Judging;

/// <summary>What a drawn program gives, as what is expected of its server.</summary>
internal static class ProgramMatcher
{
    private const string Words = "what the program gives";

    /// <summary>A line with the response of the program in the place of its words.</summary>
    /// <param name="line">The line.</param>
    /// <param name="subject">The case, with its program.</param>
    public static Expectation Settle(Expectation line, Case subject)
    {
        if (line.Pattern is not ConversationPattern pattern || subject.Program is not { } program || !pattern.Elements.Any(e => e is ProgramElement)) return line;
        var answer = ProgramAnswer.Of(program);
        var response = new ResponsePattern(new StatusSet([new StatusRange(answer.Status, answer.Status)]), [.. Clauses(answer)]);
        return line with
        {
            Pattern = pattern with { Elements = [.. pattern.Elements.Select(e => e is ProgramElement ? new ResponseElement(response) : e)] },
            Text = line.Text.Replace(Words, InWords(answer), StringComparison.Ordinal),
        };
    }

    /// <summary>Decides whether the application told all that its program tells, and nothing else.</summary>
    /// <param name="context">What is known.</param>
    public static Match Told(JudgeContext context)
    {
        var wanted = ProgramAnswer.Of(context.Case.Program ?? throw new InvalidOperationException($"{context.Case.Id} has no program")).Told;
        var told = context.Observation.Calls.SelectMany(c => c.Events).OrderBy(e => e.Sequence).Select(e => e.Text).Where(t => !ProgramAnswer.IsOptional(t)).ToList();
        return told.SequenceEqual(wanted, StringComparer.Ordinal) ? Match.Yes : Match.No($"it told {List(told)}; the program tells {List(wanted)}");
    }

    private static IEnumerable<Clause> Clauses(ProgramAnswer answer) =>
    [
        .. answer.Fields.Select(f => new FieldIs(f.Name, Octets(Encoding.Latin1.GetBytes(f.Value)))),
        .. answer.Replaced.Select(name => new FieldPresence(name, Present: false)),
        new ContentIs(Octets(answer.Content)),
    ];

    private static string InWords(ProgramAnswer answer)
    {
        var fields = answer.Fields.Select(f => $"field {f.Name}: {TemplateText.Quote(f.Value)} and ").Concat(answer.Replaced.Select(name => $"no field {name} and "));
        var content = Quoted.Text(Encoding.Latin1.GetString(answer.Content.Span));
        return $"{answer.Status.ToString(CultureInfo.InvariantCulture)} with {string.Concat(fields)}content {content}";
    }

    private static OctetTemplate Octets(ReadOnlyMemory<byte> octets) => new([new LiteralPart(octets, 0)], default);

    private static string List(IReadOnlyList<string> told) => told.Count == 0 ? "nothing" : string.Join(", ", told);
}

using Conform.Cases;
using Conform.Generation.Messages;
using Conform.Generation.Mutations;
using Conform.Generation.Programs;
using Conform.Http;
using Conform.Observations;

namespace Conform.Generation;

/// <summary>Case, seed and index → octets. Pure: the same in any order, on any machine.</summary>
public static class CaseFiller
{
    private const string Request = "request";

    /// <summary>One draw of a case for a target.</summary>
    /// <param name="case">The case.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="index">Which draw, from 0.</param>
    /// <param name="target">What the target's placeholders become.</param>
    /// <param name="conversation">Tells this conversation from others about the same draw, such as the name of the delivery.</param>
    /// <exception cref="InvalidOperationException">The case needs what the target lacks, or names what does not exist.</exception>
    public static FilledCase Fill(Case @case, long seed, int index, TargetValues target, string conversation = "")
    {
        @case = ProgramDraw.Settle(@case, seed, index);
        var context = new DrawContext(@case, new DrawSource(seed, @case.Id, index), target, conversation);
        var values = Values(context);
        var first = FirstRequest(@case);
        var message = first is null ? null : context.Request(first);
        var mutation = Mutate(context, first, message);
        var drawn = new Drawn(seed, index, values)
        {
            CanaryToken = @case.HasCanary || values.ContainsKey("canary") ? context.CanaryToken() : null,
            CallId = context.CallId,
            Message = message is null ? null : Understanding.Of(message),
            Program = @case.Generates is null ? null : @case.Program?.Lines,
            Mutation = mutation?.Sentence,
            Allowed = mutation is null ? null : string.Join('\n', mutation.Allowed),
        };
        var mutated = mutation?.Message.ToOctets();

        ReadOnlyMemory<byte> Sent(PlaceholderKey key) =>
            mutated is not null && key.Text == first!.Text ? mutated : SaidValues.Has(key) ? SaidValues.StandIn : values[key.Text];

        var steps = @case.Steps.Select(step => step is not SendStep send ? new FilledStep(step, default)
            : new FilledStep(step, Repeated(TemplateFiller.Fill(send.Template, Sent), send.Times))
            {
                Late = CaseTemplates.Placeholders(send.Template).Any(SaidValues.Has) ? answers => FillSaid(send, Sent, answers) : null,
            });
        return new FilledCase(drawn, [.. steps], @case.Control is { } control ? FillTemplate(control, drawn) : (ReadOnlyMemory<byte>?)null);
    }

    /// <summary>Which fact about the target's fixed representation a case rests on and does not have, in words; null where it has all.</summary>
    /// <param name="case">The case.</param>
    /// <param name="target">What is known of the target.</param>
    public static string? Lacks(Case @case, TargetValues target) =>
        CaseTemplates.Of(@case).SelectMany(CaseTemplates.Placeholders).Where(key => FixedValues.Has(key.Name))
            .Select(key => FixedValues.Of(key, target.Fixed).Lack).FirstOrDefault(lack => lack is not null)
        ?? CaseTemplates.Clauses(@case).OfType<RangesAre>().Select(ranges => FixedValues.Lacks(ranges, target.Fixed)).FirstOrDefault(lack => lack is not null);

    /// <summary>The octets of a template, such as one of an expectation, from what was drawn for its case.</summary>
    /// <param name="template">The template.</param>
    /// <param name="drawn">What was drawn; it has a value for every placeholder of the case.</param>
    /// <exception cref="KeyNotFoundException">The template is not of that case.</exception>
    public static ReadOnlyMemory<byte> FillTemplate(OctetTemplate template, Drawn drawn) =>
        TemplateFiller.Fill(template, key => drawn.Values[key.Text]);

    private static SaidOctets FillSaid(SendStep send, Func<PlaceholderKey, ReadOnlyMemory<byte>> other, IReadOnlyList<Response> answers)
    {
        var facts = CaseTemplates.Placeholders(send.Template).Where(SaidValues.Has).DistinctBy(key => key.Text)
            .ToDictionary(key => key.Text, key => SaidValues.Of(key, answers), StringComparer.Ordinal);
        if (facts.Values.FirstOrDefault(fact => fact.Value is null) is { Lack: { } lack }) return SaidOctets.Lacking(lack);
        var said = new List<SaidValue>();
        var octets = TemplateFiller.Fill(send.Template, key => facts.TryGetValue(key.Text, out var fact) ? SaidOctets.Latin1(fact.Value!) : other(key), said);
        return SaidOctets.Join([.. Enumerable.Repeat(new SaidOctets(octets, said, null), send.Times)]);
    }

    private static ReadOnlyMemory<byte> Repeated(ReadOnlyMemory<byte> octets, int times) =>
        times == 1 ? octets : Enumerable.Repeat(octets.ToArray(), times).SelectMany(o => o).ToArray();

    private static Dictionary<string, ReadOnlyMemory<byte>> Values(DrawContext context)
    {
        var values = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var own = CaseTemplates.Of(context.Case).SelectMany(CaseTemplates.Placeholders).Where(key => !TemplateFiller.IsComputed(key.Name) && !SaidValues.Has(key));
        foreach (var key in own)
        {
            if (!values.ContainsKey(key.Text))
                values[key.Text] = PlaceholderTable.Value(key, context);
        }

        return values;
    }

    private static PlaceholderKey? FirstRequest(Case @case) =>
        CaseTemplates.Sent(@case).SelectMany(CaseTemplates.Placeholders).FirstOrDefault(key => key.Name == Request);

    private static Mutation? Mutate(DrawContext context, PlaceholderKey? first, DrawnMessage? message)
    {
        if (MutatorTable.Choose(context.Case.Mutator, context.Source.Index) is not { } mutator)
            return null;
        if (first is null || message is null)
            throw new InvalidOperationException($"{context.Case.Id} has a mutator but sends no ${{request}}.");
        return mutator.Apply(message, new MutationContext(context.Source.For("mutate"), context.GoesToReport(first)));
    }
}

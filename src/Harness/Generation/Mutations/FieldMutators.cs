using Conform.Generation.Grammar;
using Conform.Generation.Messages;

namespace Conform.Generation.Mutations;

/// <summary>Faults in the field section.</summary>
internal static class FieldMutators
{
    private const string Family = "head";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutator> All { get; } =
    [
        Make("blank-before-colon", "Whitespace between a field name and its colon: 400.", (message, context) =>
        {
            var field = Pick(message, context);
            var blank = context.Random.OneOf(" ", "\t", "  ");
            return new Mutation(
                message.WithField(field.Name, line => line with { Separator = blank + ":" }),
                $"Put whitespace ({Allowed.Quote(blank)}) between the field name {field.Name} and its colon.",
                Allowed.Refused("rfc9112-5.1-ws-before-colon"));
        }),
        Make("bare-cr-in-value", "A CR without LF within a field value: refused, or read as a space.", Inside("\r", "a bare CR", "rfc9112-2.2-bare-cr-field-value")),
        Make("nul-in-value", "A NUL within a field value: refused, or read as a space.", Inside("\0", "a NUL", "rfc9110-5.5-nul-in-field-value")),
        Make("folded-value", "A field value that goes on in the next line: 400, or read as spaces.", Fold),
        Make("control-in-value", "Another control character within a field value: better refused.", (message, context) =>
        {
            var octet = ((char)context.Random.OneOf(1, 2, 7, 8, 11, 12, 14, 27, 31, 127)).ToString();
            return Bent(message, context, line => line with { Value = $"one{octet}two" },
                $"the control character {Allowed.Quote(octet)} into the value");
        }),
        Make("bad-octet-in-name", "An octet in a field name that no token has: better refused.", (message, context) =>
        {
            var octet = context.Random.OneOf("(", ")", ",", "/", ";", "<", "=", ">", "?", "@", "[", "\\", "]", "{", "}", "\"", "\x7F", "\xE9");
            return Bent(message, context, line => line with { Name = line.Name + octet + "y" }, $"{Allowed.Quote(octet)} into the name");
        }),
        Make("empty-name", "A field line that begins with its colon: better refused.", static (message, context) =>
            Bent(message, context, line => line with { Name = "" }, "nothing in place of the name")),
        Make("no-colon", "A field line without a colon: better refused.", static (message, context) =>
            Bent(message, context, line => line with { Separator = "", Before = "", Value = "", After = "" }, "nothing in place of colon and value")),
        Make("line-feed-alone", "A field line that ends in LF alone: refused, or LF read as a line end or as a space.", static (message, context) =>
            new Mutation(
                message with { Fields = [new FieldLine("X-Left", "one") { End = "\n" }, new FieldLine("X-Right", "two"), .. message.Fields] },
                "Put X-Left and X-Right first, with LF alone between them.",
                Allowed.RefusedOrRead(
                    context,
                    "rfc9112-2.2-grammar-mismatch-400-close",
                    $"{Allowed.Understood("X-Left", "one")} and {Allowed.Understood("X-Right", "two")}",
                    $"{Allowed.Understood("X-Left", "one X-Right: two")} and understood no field X-Right"))),
        Make("blank-before-first-field", "A line that begins with whitespace before the first field: refused, or left out.", static (message, context) =>
            new Mutation(
                message with { Fields = [new FieldLine(context.Random.OneOf(" ", "\t") + "X-Ghost", "seen"), .. message.Fields] },
                "Put a line that begins with whitespace between the request-line and the first field.",
                Allowed.RefusedOrRead(context, "rfc9112-2.2-ws-before-first-header-reject-or-skip", "understood no field X-Ghost"))),
    ];

    /// <summary>A field without a meaning, to be bent.</summary>
    public static FieldLine Pick(DrawnMessage message, MutationContext context) =>
        context.Random.ArrayElement([.. message.Fields.Where(line => line.Name.StartsWith("x-", StringComparison.OrdinalIgnoreCase))]);

    private static Mutator Make(string name, string summary, Func<DrawnMessage, MutationContext, Mutation> apply) =>
        new(name, Family, summary, null, apply);

    private static Func<DrawnMessage, MutationContext, Mutation> Inside(string octet, string what, string requirement) => (message, context) =>
    {
        var field = Pick(message, context);
        return new Mutation(
            message.WithField(field.Name, line => line with { Value = $"one{octet}two" }),
            $"Put {what} into the value of {field.Name}.",
            Allowed.RefusedOrRead(context, requirement, Allowed.Understood(field.Name, "one two")));
    };

    // Each fold becomes one or more spaces (RFC 9112 section 5.2); how many is left to the server, and up to six are looked for.
    private static Mutation Fold(DrawnMessage message, MutationContext context)
    {
        var field = Pick(message, context);
        return new Mutation(
            message.WithField(field.Name, line => line with { Value = "one\r\n two" }),
            $"Folded the value of {field.Name} over two lines.",
            Allowed.RefusedOrRead(
                context,
                "rfc9112-5.2-obs-fold-request",
                Enumerable.Range(1, 6).Select(n => Allowed.Understood(field.Name, $"one{new string(' ', n)}two"))));
    }

    private static Mutation Bent(DrawnMessage message, MutationContext context, Func<FieldLine, FieldLine> change, string what)
    {
        var field = Pick(message, context);
        return new Mutation(message.WithField(field.Name, change), $"Put {what} of {field.Name}.", Allowed.PreferablyRefused);
    }
}

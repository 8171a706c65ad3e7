using Conform.Generation.Grammar;
using Conform.Generation.Messages;

namespace Conform.Generation.Mutations;

/// <summary>Faults in the fields that say where the content ends (RFC 9112 sections 6.1 to 6.3).</summary>
internal static class LengthMutators
{
    private const string Family = "framing";
    private const string Length = "Content-Length";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutator> All { get; } =
    [
        Make("two-lengths", "Two Content-Lengths that differ: 400 and close.", RequestFraming.Length, static (message, context) =>
        {
            var length = message.Fields.Single(line => line.Is(Length));
            var other = length with { Value = $"{message.Content.Length + context.Random.OneOf(-1, 1, 10)}" };
            var before = context.Random.Bool();
            return new Mutation(
                message with { Fields = before ? [other, .. message.Fields] : [.. message.Fields, other] },
                $"Added a second Content-Length of {other.Value} {(before ? "before" : "behind")} the true one.",
                Allowed.RefusedAndClosed("rfc9112-6.3-cl-list-different"));
        }),
        Make("length-list", "One Content-Length with two values that differ: 400 and close.", RequestFraming.Length, static (message, context) =>
        {
            var value = $"{message.Content.Length}, {message.Content.Length + context.Random.Number(1, 9)}";
            return Valued(message, context.Random.Bool() ? value : string.Join(", ", value.Split(", ").Reverse()), "rfc9112-6.3-cl-list-different");
        }),
        Make("length-not-digits", "A Content-Length that is not digits alone: 400 and close.", RequestFraming.Length, static (message, context) =>
        {
            var n = message.Content.Length;
            return Valued(
                message,
                context.Random.OneOf($"+{n}", $"-{n}", $"0x{n:x}", $"{n}x", $"{n}.0", $"{n};", $"{n} {n}", $"\"{n}\"", "five", "1e2"),
                "rfc9112-6.3-cl-invalid-syntax");
        }),
        Make("length-empty", "An empty Content-Length: 400 and close.", RequestFraming.Length, static (message, _) =>
            Valued(message, "", "rfc9112-6.3-cl-empty")),
        Make("length-beside-chunked", "Content-Length beside chunked: refused, or read as chunked; closed in any case.", RequestFraming.Chunked,
            static (message, context) =>
            {
                var line = new FieldLine(Length, $"{context.Random.Number(0, message.Content.Length)}");
                var content = $"understood content {Conform.Observations.Octets.Quoted(message.Content.Span)}";
                return new Mutation(
                    message with { Fields = context.Random.Bool() ? [line, .. message.Fields] : [.. message.Fields, line] },
                    $"Added a Content-Length of {line.Value} beside the chunked coding.",
                    [
                        "accept 400 then close [rfc9112-6.1-cl-and-te-both]",
                        context.Reports
                            ? $"accept 2xx with {content} then close [rfc9112-6.1-cl-and-te-both]"
                            : "accept 2xx, 3xx then close [rfc9112-6.1-cl-and-te-both]",
                        "tolerate 4xx, 501 then close",
                    ]);
            }),
        Make("coding-obscured", "A Transfer-Encoding whose last coding is not chunked: 400 or 501, and close.", RequestFraming.Chunked,
            static (message, context) =>
            {
                var value = context.Random.OneOf("xchunked", "chunkedx", "chunke", "identity", "chunked, identity", "cow", "\"chunked\"", "chunked x", "chunked, x-drawn");
                return new Mutation(
                    message.WithField("Transfer-Encoding", line => line with { Value = value }),
                    $"Made Transfer-Encoding {Allowed.Quote(value)}.",
                    [
                        "accept 400 or 501 then close [rfc9112-6.3-te-not-final-chunked-request]",
                        "never any response 2xx, 3xx [rfc9112-6.3-te-not-final-chunked-request]",
                    ]);
            }),
        Make("chunked-in-http10", "Chunked in an HTTP/1.0 request: any answer, then close.", RequestFraming.Chunked, static (message, _) =>
            new Mutation(
                message with { Version = "HTTP/1.0" },
                "Made the version HTTP/1.0, which knows no Transfer-Encoding.",
                ["accept any final response then close [rfc9112-6.1-te-in-http10]", "tolerate close without an answer"])),
    ];

    private static Mutator Make(string name, string summary, RequestFraming framing, Func<DrawnMessage, MutationContext, Mutation> apply) =>
        new(name, Family, summary, framing, apply);

    private static Mutation Valued(DrawnMessage message, string value, string requirement) => new(
        message.WithField(Length, line => line with { Value = value }),
        $"Made Content-Length {Allowed.Quote(value)}.",
        Allowed.RefusedAndClosed(requirement));
}

using Conform.Generation.Grammar;
using Conform.Generation.Messages;

namespace Conform.Generation.Mutations;

/// <summary>Faults in the request-line and in Host.</summary>
internal static class RequestMutators
{
    private const string Family = "head";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutator> All { get; } =
    [
        Make("no-host", "No Host field: 400.", static (message, _) => new Mutation(
            message with { Fields = [.. message.Fields.Where(line => !line.Is("Host"))] },
            "Left Host out.",
            Allowed.Refused("rfc9112-3.2-host-missing"))),
        Make("second-host", "Two Host fields, equal or not: 400.", static (message, context) =>
        {
            var host = message.Fields.Single(line => line.Is("Host"));
            var equal = context.Random.Bool();
            return new Mutation(
                message with { Fields = [.. message.Fields, equal ? host : host with { Value = "other.example" }] },
                $"Added a second Host with {(equal ? "the same" : "another")} value.",
                Allowed.Refused(equal ? "rfc9112-3.2-host-duplicate-identical" : "rfc9112-3.2-host-duplicate-different"));
        }),
        Make("bad-host", "A Host that is no host and port: 400.", static (message, context) =>
        {
            var host = context.Random.OneOf("a b.example", "a<b.example", "\"a\".example", "a{b}.example", "a^b.example", "a|b.example", "user@a.example", "a.example/b", "a.example:8x", "[::1");
            return new Mutation(
                message.WithField("Host", line => line with { Value = host }),
                $"Made Host {Allowed.Quote(host)}.",
                Allowed.Refused("rfc9112-3.2-host-invalid-syntax"));
        }),
        Make("bad-version", "A version that is not HTTP, slash, digit, dot, digit: better refused.", static (message, context) =>
        {
            var version = context.Random.OneOf("http/1.1", "HTTP/1,1", "HTTP/11", "HTTP/1.", "HTTP/.1", "HTTP/1.1x", "HTTP/1.10", "HTTP/x.1", "HTP/1.1", "HTTP-1.1", "HTTP/+1.1");
            return new Mutation(
                message with { Version = version },
                $"Made the version {Allowed.Quote(version)}.",
                ["accept 505", .. Allowed.PreferablyRefused]);
        }),
        Make("wide-gap-in-request-line", "Two blanks or a tab in the request-line: refused, or read as one space.", static (message, context) =>
        {
            var gap = context.Random.OneOf("  ", "\t", " \t", "   ");
            var first = context.Random.Bool();
            return new Mutation(
                first ? message with { FirstGap = gap } : message with { SecondGap = gap },
                $"Put {Allowed.Quote(gap)} {(first ? "between method and target" : "between target and version")}.",
                ["accept 301", .. Allowed.RefusedOrRead(context, "rfc9112-2.2-grammar-mismatch-400-close", "understood as sent")]);
        }),
        Make("bad-octet-in-target", "An octet in the target that no URI has: better refused.", static (message, context) =>
        {
            var octet = context.Random.OneOf("\"", "<", ">", "\\", "^", "`", "{", "|", "}", "\x01", "\x7F", "\xE9", "%zz");
            return new Mutation(
                message with { Target = message.Target + octet },
                $"Put {Allowed.Quote(octet)} at the end of the target.",
                Allowed.PreferablyRefused);
        }),
        Make("bad-octet-in-method", "An octet in the method that no token has: better refused.", static (message, context) =>
        {
            var octet = context.Random.OneOf("(", ",", ";", "<", "=", "@", "[", "{", "\x01", "\x7F", "\xE9");
            return new Mutation(
                message with { Method = message.Method + octet },
                $"Put {Allowed.Quote(octet)} at the end of the method.",
                Allowed.PreferablyRefused);
        }),
    ];

    private static Mutator Make(string name, string summary, Func<DrawnMessage, MutationContext, Mutation> apply) =>
        new(name, Family, summary, null, apply);
}

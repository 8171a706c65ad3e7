using Conform.Observations;

namespace Conform.Harness.Tests.Judging;

/// <summary>What a target with a fixed representation of twenty-six octets is found to be.</summary>
internal static class Fixed
{
    public const string Content = "abcdefghijklmnopqrstuvwxyz";
    public const string Fields = "ETag: \"v1\"\r\nLast-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\nVary: A, B\r\nExpires: Tue, 01 Jul 2025 12:00:00 GMT\r\n";
    public const string Date = "Date: Sun, 06 Nov 1994 08:51:00 GMT\r\n";

    public static TargetEvidence Found(params string[] answers) => Found("HTTP/1.1 416 No\r\nContent-Length: 0\r\n\r\n", answers);

    public static TargetEvidence Found(string part, string[] answers) => new()
    {
        Baseline = [], Canary = [], CanaryTokens = [], Persistence = Transcript.Empty, Held = 0, Deadline = TimeSpan.FromSeconds(1),
        Static = [.. answers.Select(Answer)],
        StaticPart = Answer(part),
    };

    public static FixedRepresentation Of(string fields = Fields, string content = Content) =>
        FixedRepresentation.Of(Found(Plain(fields, content), Plain(fields, content)))!;

    public static string Plain(string fields = Fields, string content = Content) => $"HTTP/1.1 200 OK\r\n{Date}{fields}Content-Length: {content.Length}\r\n\r\n{content}";

    private static Transcript Answer(string octets) => Talk.Asked().Received(octets).Fin();
}

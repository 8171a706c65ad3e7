using System.Text;
using Conform.Cases;
using Conform.Generation;
using Conform.Judging;
using Conform.Observations;

namespace Conform.Harness.Tests.Judging;

/// <summary>A case with this expect block, judged by a transcript.</summary>
internal sealed record Trial
{
    public static readonly Requirement Must = new("a-must", "RFC 9112", "1", RequirementLevel.Must, "It does.");
    public static readonly Requirement Should = new("a-should", "RFC 9112", "2", RequirementLevel.Should, "It should.");
    public static readonly Requirement CloseSaid = new("rfc9112-9.6-close-option-announced", "RFC 9112", "9.6", RequirementLevel.Should, "It says so.");

    /// <summary>A target that keeps connections, answers a plain GET with <see cref="Talk.Ok"/>, and the canary with 404.</summary>
    public static readonly TargetTraits Able = new()
    {
        BaselineProblem = null, BaselineStatus = 200, Persistent = true, Http10Only = false, SentinelCloses = true,
        Canary = new Fingerprint(404, null), Sentinel = new Fingerprint(200, null),
    };

    public static readonly TargetTraits Unkept = Able with { Persistent = false, Sentinel = null };

    public static readonly TargetTraits Old = Unkept with { Http10Only = true };

    public required IReadOnlyList<Step> Steps { get; init; }

    public TargetTraits Traits { get; init; } = Able;

    public Drawn Drawn { get; init; } = Drawn.None with { CanaryToken = "cafe" };

    public Transcript? Control { get; init; }

    public Transcript? Reference { get; init; }

    public Liveness Liveness { get; init; }

    /// <summary>One send, one expect with these lines.</summary>
    public static Trial Of(params string[] lines) => new() { Steps = [Send, Expect(lines)] };

    public static SendStep Send { get; } = new(new OctetTemplate([], default), default);

    public static ExpectStep Expect(params string[] lines) => new([.. lines.Select(l => ExpectationParser.ParseLine(l, default, Requirement))], default);

    public Verdict Judge(Transcript subject)
    {
        var @case = new Case
        {
            Id = "a/b/c", Summary = "Why.", Requirement = Must, Location = default, Steps = Steps, Requires = Capabilities.None,
            Control = Control is null ? null : new OctetTemplate([], default),
        };
        var evidence = new Evidence { Drawn = Drawn, Subject = subject, Control = Control, Reference = Reference, Liveness = Liveness };
        return Conform.Judging.Judge.Decide(@case, evidence, Traits, new JudgingRules(Requirement, CaseFiller.FillTemplate));
    }

    /// <summary>Outcome, with the weight where it fails: <c>Pass</c>, <c>Fail Violation</c>.</summary>
    public string Short(Transcript subject)
    {
        var verdict = Judge(subject);
        return verdict.Outcome == Outcome.Fail ? $"Fail {(verdict.Decisive ?? Must).Weight}" : verdict.Outcome.ToString();
    }

    /// <summary>A report of what was understood, as an adapter gives it.</summary>
    public static string Report(string content, params (string Name, string Value)[] env)
    {
        static string Hex(string text) => Convert.ToHexStringLower(Encoding.Latin1.GetBytes(text));
        var json = $"{{\"env\":{{{string.Join(',', env.Select(e => $"\"{e.Name}\":{{\"t\":\"string\",\"v\":\"{Hex(e.Value)}\"}}"))}}},\"content\":{{\"hex\":\"{Hex(content)}\"}}}}";
        return $"HTTP/1.1 200 OK\r\nContent-Length: {json.Length}\r\n\r\n{json}";
    }

    private static Requirement? Requirement(string id) => id switch
    {
        "a-must" => Must,
        "a-should" => Should,
        "rfc9112-9.6-close-option-announced" => CloseSaid,
        _ => null,
    };
}

using Conform.Cases;
using Conform.Judging;
using Conform.Observations;
using Conform.Reporting.Records;
using CsCheck;

namespace Conform.Harness.Tests.Reporting;

/// <summary>Generators of results with every property set to something.</summary>
internal static class Generated
{
    private static readonly Gen<string> Latin1 = Gen.Char['\0', '\u00FF'].Array[0, 12].Select(c => new string(c));

    private static readonly Gen<ReadOnlyMemory<byte>> Octets = Gen.Byte.Array[0, 40].Select(b => new ReadOnlyMemory<byte>(b));

    private static readonly Gen<TimeSpan> Time = Gen.Long[0, TimeSpan.TicksPerHour].Select(TimeSpan.FromTicks);

    private static readonly Gen<DateTimeOffset> Moment =
        Gen.Long[0, TimeSpan.TicksPerDay * 9000].Select(t => new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(t));

    private static readonly Gen<Requirement> Requirements =
        Gen.Select(Latin1, Latin1, Latin1, Gen.Enum<RequirementLevel>(), Latin1).Select((i, s, n, l, t) => new Requirement(i, s, n, l, t));

    private static readonly Gen<WireEvent> Events =
        Gen.Select(Gen.Int[0, 99], Time, Gen.Int[1, 3], Gen.Enum<WireEventKind>(), Octets, Gen.Long, Latin1.Null())
            .Select((n, at, channel, kind, octets, count, note) => new WireEvent(n, at, channel, kind) { Octets = octets, Count = count, Note = note });

    private static readonly Gen<Transcript> Transcripts =
        Gen.Select(Events.Array[0, 6], Moment, Gen.Bool, Latin1.Array[0, 2])
            .Select((events, began, known, local) => new Transcript(events) { Began = known ? began : null, LocalEndpoints = local });

    private static readonly Gen<Understood> Messages =
        Gen.Select(Latin1, Latin1, Latin1, Gen.Dictionary(Latin1, Latin1)[0, 3], Octets)
            .Select((method, path, query, fields, content) => new Understood(method, path, query, fields, content));

    private static readonly Gen<Drawn> Draws =
        Gen.Select(Gen.Long, Gen.Int, Gen.Dictionary(Latin1, Octets)[0, 3], Latin1.Null(), Messages.Null(), Latin1.Null(), Latin1.Array[0, 3].Null())
            .Select((seed, index, values, token, message, mutation, program) =>
                new Drawn(seed, index, values) { CanaryToken = token, Message = message, Mutation = mutation, Allowed = mutation, Program = program, ShrunkFrom = program, Runs = program is null ? 0 : Math.Abs(index % 41) });

    private static readonly Gen<Evidence> Evidences =
        Gen.Select(Draws, Transcripts, Transcripts.Null(), Transcripts.Null(), Gen.Enum<Liveness>(), Transcripts.Array[0, 2], Gen.Dictionary(Latin1, Latin1)[0, 2])
            .Select((drawn, subject, control, reference, liveness, earlier, needs) => new Evidence
            {
                Drawn = drawn, Subject = subject, Control = control, Reference = reference, Liveness = liveness, Earlier = earlier, Needs = needs,
            });

    private static readonly Gen<Verdict> Verdicts =
        Gen.Select(Gen.Enum<Outcome>(), Latin1, Latin1, Requirements.Null(), Gen.Bool, Latin1.Array[0, 2])
            .Select((outcome, expected, observed, decisive, rests, notes) =>
                new Verdict(outcome, expected, observed) { Decisive = decisive, RestsOnDeadline = rests, Notes = notes });

    public static Gen<Result> Results { get; } =
        Gen.Select(Gen.Select(Latin1, Latin1, Requirements, Latin1), Gen.Select(Latin1, Gen.Int), Verdicts, Evidences.Null(), Gen.Int, Latin1.Null(), Time)
            .Select((head, place, verdict, evidence, count, seen, duration) => new Result
            {
                Case = head.Item1, Delivery = head.Item2, Requirement = head.Item3, Summary = head.Item4,
                Location = new SourceLocation(place.Item1, place.Item2), Verdict = verdict, Evidence = evidence, Count = count, FirstSeen = seen, Duration = duration,
            });

    public static Gen<RunHeader> Headers { get; } =
        Gen.Select(Gen.Select(Latin1, Gen.Long, Latin1, Moment), Gen.Select(Latin1, Latin1, Latin1, Latin1.Null(), Latin1.Null(), Latin1.Array[0, 3]), Latin1.Array[0, 3], Gen.Int[1, 9].Array[0, 1],
                Gen.Select(Transcripts.Array[0, 2], Transcripts.Array[0, 2], Latin1.Array[0, 2], Transcripts, Gen.Int, Time), Gen.Bool)
            .Select((head, target, deliveries, shard, evidence, found) => new RunHeader
            {
                ToolVersion = head.Item1, Seed = head.Item2, SuiteDigest = head.Item3, Started = head.Item4,
                Target = new RunTarget(target.Item1, target.Item2, target.Item3) { Version = target.Item4, Command = target.Item5, Arguments = target.Item6 },
                Deliveries = deliveries,
                Shard = shard.Length == 0 ? null : new Shard(shard[0], 9),
                Planned = found ? 7 : null,
                Jobs = found ? 3 : null,
                Evidence = !found ? null : new TargetEvidence
                {
                    Baseline = evidence.Item1, Canary = evidence.Item2, CanaryTokens = evidence.Item3, Persistence = evidence.Item4, Held = evidence.Item5, Deadline = evidence.Item6,
                    Static = evidence.Item1, StaticPart = evidence.Item2.FirstOrDefault(), Adapter = evidence.Item1.FirstOrDefault(),
                },
            });
}

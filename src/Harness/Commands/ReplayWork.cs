using System.CommandLine;
using Conform.Cases;
using Conform.Generation;
using Conform.Judging;
using Conform.Observations;
using Conform.Reporting;
using Conform.Reporting.Records;
using Conform.Reporting.Terminal;
using Conform.Running;
using Conform.Running.Targets;
using Conform.Running.Witness;

namespace Conform.Commands;

/// <summary>The work of <c>conform replay</c>.</summary>
internal sealed class ReplayWork(ParseResult parse, ReplayOptions options, TextWriter output, TextWriter errors, TimeProvider time)
{
    /// <summary>Shows, or sends and shows.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>1 where what was sent again did not come to a good end, else 0.</returns>
    public async Task<ExitCode> ExecuteAsync(CancellationToken cancellation)
    {
        var file = parse.GetValue(options.File)!;
        var record = RecordFile.Read(file);
        var result = Find(record, parse.GetValue(options.Case)!, file);
        if (parse.GetValue(options.Octets)) return await WriteOctetsAsync(result, cancellation);
        if (parse.GetValue(options.Target) is not { } word)
        {
            if (parse.GetValue(options.Defect) is not null) throw new UsageException("--defect needs --target reference");
            Show(record.Header, result);
            return ExitCode.Ok;
        }

        var again = await SendAsync(word, record, result, cancellation);
        Show(record.Header, again);
        var same = Summary(result.Evidence!.Subject) == Summary(again.Evidence!.Subject) && (again.Outcome == result.Outcome || again.Outcome == Outcome.Inconclusive);
        output.WriteLine();
        output.WriteLine(same ? $"as recorded: {Names.Of(again.Outcome)}" : $"not as recorded: {Told(result)} → {Told(again)}");
        return again.Outcome is Outcome.Pass or Outcome.Lenient or Outcome.NotObservable ? ExitCode.Ok : ExitCode.Unexpected;
    }

    private static Result Find(Recording record, string word, string file)
    {
        var at = word.LastIndexOf('@');
        var (id, delivery) = at < 0 ? (word, null) : (word[..at], word[(at + 1)..]);
        var found = record.Results.Where(r => r.Case == id).ToList();
        if (found.Count == 0)
        {
            var draws = record.Results.Select(r => r.Case).Where(c => CaseName.WithoutDraw(c) == id).Distinct(StringComparer.Ordinal).ToList();
            throw new UsageException(draws.Count > 0 ? $"{id} is drawn; name one of its {draws.Count} draws, such as {draws[0]}" : $"there is no result of {id} in {file}");
        }

        return (delivery is null ? found[0] : found.Find(r => r.Delivery == delivery))
            ?? throw new UsageException($"there is no result of {id} under {delivery}; there are {string.Join(", ", found.Select(r => r.Delivery))}");
    }

    private static string Told(Result result) => result.Verdict.Observed.Length == 0 ? Names.Of(result.Outcome) : $"{Names.Of(result.Outcome)} ({result.Verdict.Observed})";

    // Whether the server did the same: statuses, in order, and what became of each connection.
    private static string Summary(Transcript transcript) => string.Join(
        '|', ObservationReader.Read(transcript).Connections.Select(c => $"{string.Join(' ', c.Responses.Select(r => $"{r.Status}{r.State}"))} {c.Ending is Ending.Open} {c.SentinelAnswer}"));

    private static Evidence Evidence(Result result) =>
        result.Evidence ?? throw new UsageException($"{result.Case}: nothing was sent: {string.Join("; ", result.Verdict.Notes)}");

    private async Task<ExitCode> WriteOctetsAsync(Result result, CancellationToken cancellation)
    {
        var events = Evidence(result).Subject.Events.Where(e => e.Channel == 1).TakeWhile(e => e.Kind != WireEventKind.Sentinel).Where(e => e.Kind is WireEventKind.Sent or WireEventKind.Unsent);
        await using var raw = Console.OpenStandardOutput();
        foreach (var e in events) await raw.WriteAsync(e.Octets, cancellation);
        return ExitCode.Ok;
    }

    private async Task<Result> SendAsync(string word, Recording record, Result result, CancellationToken cancellation)
    {
        var evidence = Evidence(result);
        var script = ReplayScript.Of(evidence.Subject) ?? throw new UsageException($"{result.Case}: no octet was sent");
        var catalogue = Suites.Load(parse.GetValue(options.Suites), errors);
        var known = catalogue.FindCase(CaseName.WithoutDraw(result.Case));
        await using var target = await Targets.OpenAsync(
            word == "reference" ? null : word, parse.GetValue(options.Defect), new TargetOptions { Insecure = parse.GetValue(options.Insecure) }, time, cancellation);
        await target.StartAsync(cancellation);
        var deadline = parse.GetValue(options.Timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : record.Header.Evidence?.Deadline ?? TimeSpan.FromSeconds(5);
        var traits = record.Header.Evidence is { } found ? TargetTraits.Of(found) : null;
        var conversation = new Conversation(new Dialer(target.Endpoint, target.Wire, time), time);
        script = script with { Answers = seen => StepView.Answers(ObservationReader.Read(seen), evidence.Drawn.CanaryToken, traits) };
        await using var witness = evidence.Drawn.CallId is null ? null : await WitnessCheck.OpenAsync(conversation, target, deadline, time, cancellation);
        if (evidence.Subject.Events.Any(e => e.Kind == WireEventKind.Held) && (witness is null || known?.Steps.Any(s => s is ReleaseStep) == true))
            errors.WriteLine("conform: the application was held at gates in the run, which this replay cannot do; conform run shows it again");
        var witnessed = known is null ? null : Witnessed.Of(new Surroundings(witness, null, target.Printed), known, evidence.Drawn);
        var subject = await conversation.HoldAsync(script, Patience.Of(deadline), traits?.SentinelCloses ?? false, cancellation, witnessed?.WithoutReleases());
        var seen = evidence with { Subject = subject, Earlier = [] };
        return result with { Verdict = Judged(result, seen, known, traits, catalogue, isHeard: witness is not null || evidence.Drawn.CallId is null), Evidence = seen };
    }

    private static Verdict Judged(Result result, Evidence seen, Case? known, TargetTraits? traits, Catalogue catalogue, bool isHeard)
    {
        if (known is not null && traits is not null && isHeard) return Judge.Decide(known, seen, traits, new JudgingRules(catalogue.FindRequirement, CaseFiller.FillTemplate));
        var lack = isHeard ? "the case, or what is known of its target, is not there" : "nobody hears what its application tells; conform run shows it again";
        return result.Verdict with { Outcome = Outcome.Inconclusive, Observed = $"not judged: {lack}" };
    }

    private void Show(RunHeader header, Result result) =>
        ResultText.Write(Consoles.Create(output, parse.GetValue(options.NoColor), Console.IsOutputRedirected), header, result);
}

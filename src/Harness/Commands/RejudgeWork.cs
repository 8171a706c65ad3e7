using Conform.Cases;
using Conform.Generation;
using Conform.Judging;
using Conform.Judging.Lint;
using Conform.Observations;
using Conform.Reporting;
using Conform.Reporting.Records;

namespace Conform.Commands;

/// <summary>Decides the verdicts of a record again, from its evidence and from nothing else.</summary>
internal static class RejudgeWork
{
    /// <summary>Decides.</summary>
    /// <param name="record">The record.</param>
    /// <param name="catalogue">The cases to judge by; they may be newer than the run.</param>
    /// <param name="errors">Told what changes, and what cannot be decided again.</param>
    /// <exception cref="UsageException">The record says nothing about its target.</exception>
    public static Recording Of(Recording record, Catalogue catalogue, TextWriter errors)
    {
        if (record.Header.Evidence is not { } found) throw new UsageException("--rejudge: the record does not say what was found out about the target");
        if (record.Header.SuiteDigest != catalogue.Digest) errors.WriteLine("conform: the cases are not those of the run; verdicts may change for that reason");
        var traits = TargetTraits.Of(found);
        var rules = new JudgingRules(catalogue.FindRequirement, CaseFiller.FillTemplate);
        var results = new List<Result>();
        var gone = new List<string>();
        foreach (var result in record.Results.Where(r => !CaseName.IsLint(r.Case)))
        {
            var subject = catalogue.FindCase(CaseName.WithoutDraw(result.Case));
            if (subject is null) gone.Add(result.Case);
            results.Add(subject is null ? result : Again(result, subject, traits, rules));
        }

        results.AddRange(Lint(record, catalogue, found, results));
        foreach (var id in gone.Distinct(StringComparer.Ordinal)) errors.WriteLine($"conform: {id}: there is no such case any more; its verdict stays");
        Tell(record.Results, results, errors);
        return record with { Results = results };
    }

    // A case that disagreed with itself was asked more than once; what decided that is not a single conversation. What was never sent has nothing to decide.
    private static Result Again(Result result, Case subject, TargetTraits traits, JudgingRules rules)
    {
        if (result.Evidence is not { } evidence || result.Outcome is Outcome.Error) return result;
        var verdict = Judge.Decide(subject, evidence, traits, rules);
        if (evidence.Earlier.Count > 0 && result.Outcome == Outcome.Inconclusive && verdict.Outcome != Outcome.Inconclusive) return result;
        return result with { Verdict = verdict, Requirement = verdict.Decisive ?? subject.Requirement, Summary = subject.Summary, Location = subject.Location };
    }

    private static IEnumerable<Result> Lint(Recording record, Catalogue catalogue, TargetEvidence found, IReadOnlyList<Result> results)
    {
        var old = record.Results.Where(r => CaseName.IsLint(r.Case)).ToList();
        if (old.Count == 0 || old.TrueForAll(r => r.Outcome == Outcome.Inconclusive)) return old;
        var lint = new LintCollector(catalogue.FindRequirement, catalogue.FindCase);
        lint.AddTarget(found);
        foreach (var result in results) lint.Add(result);
        return lint.Results();
    }

    private static void Tell(IReadOnlyList<Result> before, IReadOnlyList<Result> after, TextWriter errors)
    {
        var was = before.ToDictionary(r => (r.Case, r.Delivery), r => r.Outcome);
        var changed = after.Where(r => was.TryGetValue((r.Case, r.Delivery), out var old) && old != r.Outcome).ToList();
        foreach (var result in changed)
            errors.WriteLine($"conform: {result.Case} ({result.Delivery}): {Names.Of(was[(result.Case, result.Delivery)])} → {Names.Of(result.Outcome)}");
        errors.WriteLine($"conform: judged again: {after.Count(r => r.Evidence is not null):N0} results with evidence, {changed.Count:N0} verdicts changed");
    }
}

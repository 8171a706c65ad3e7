using System.Collections.Concurrent;
using Conform.Cases;
using Conform.Generation.Deliveries;
using Conform.Judging.Defects;
using Conform.ReferenceServer.Defects;
using Conform.Running.Targets;

namespace Conform.Running.Defects;

/// <summary>
/// What the reference without a defect does in each case: how it answers the control, and which places of defects it passes. A case in which it does not
/// pass the place of a defect goes with the defect as it goes without.
/// </summary>
internal sealed class DefectReach
{
    // Each one asks a server of its own, one case at a time, so that it is known whose conversation passed a place.
    private const int Askers = 4;

    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> _passed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _always = new(StringComparer.Ordinal);

    private DefectReach()
    {
    }

    /// <summary>How the controls are answered.</summary>
    public ControlStatuses Controls { get; } = new();

    /// <summary>Finds out.</summary>
    /// <param name="catalogue">Knows the requirements.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static async Task<DefectReach> OfAsync(Catalogue catalogue, IReadOnlyList<PlannedCase> cases, TimeProvider time, CancellationToken cancellation)
    {
        var reach = new DefectReach();
        var overTls = cases.ToLookup(c => c.Case.Requires.HasFlag(Capabilities.Tls));
        await Task.WhenAll(Enumerable.Range(0, Askers).Select(i => reach.AskAsync(catalogue, [.. overTls[false].Where((_, n) => n % Askers == i)], false, time, cancellation))
            .Append(reach.AskAsync(catalogue, [.. overTls[true]], true, time, cancellation)));
        return reach;
    }

    /// <summary>Whether a defect can make a difference to a case.</summary>
    /// <param name="defect">The defect.</param>
    /// <param name="planned">The case.</param>
    public bool Reaches(Defect defect, PlannedCase planned) =>
        _always.ContainsKey(defect.Name) || !_passed.TryGetValue(planned.Id, out var passed) || passed.Contains(defect.Name);

    private async Task AskAsync(Catalogue catalogue, IReadOnlyList<PlannedCase> cases, bool isProtected, TimeProvider time, CancellationToken cancellation)
    {
        var watch = new DefectWatch();
        await using var target = new ReferenceTarget([], new TargetOptions(), time) { Watch = watch, IsProtected = isProtected };
        await target.StartAsync(cancellation);
        foreach (var name in watch.Take()) _always[name] = 0;
        var plan = new RunPlan { Cases = cases, Deliveries = [Delivery.Whole], Jobs = 1, Requirements = catalogue.FindRequirement, ConfirmsPasses = false, Shrinks = false };
        var sink = new DefectSink(result =>
        {
            Controls.Add(result);
            _passed[result.Case] = watch.Take();
        });
        await new Engine(time).RunAsync(plan, target, sink, cancellation);
    }
}

using System.Collections.Concurrent;
using Conform.Observations;

namespace Conform.Judging.Defects;

/// <summary>How the reference without a defect answers the controls: the status, or nothing where a case has no control.</summary>
public sealed class ControlStatuses
{
    private readonly ConcurrentDictionary<string, int?> _byCase = new(StringComparer.Ordinal);

    /// <summary>Keeps how a control was answered.</summary>
    /// <param name="result">A result of the reference without a defect.</param>
    public void Add(Result result) => _byCase[result.Case] = StatusOf(result);

    /// <summary>Whether the control of a result was answered as ever, so that a failure is not that of a request without the fault.</summary>
    /// <param name="result">A result of the reference with a defect.</param>
    public bool IsIntact(Result result) => _byCase.TryGetValue(result.Case, out var status) && status == StatusOf(result);

    private static int? StatusOf(Result result) => result.Evidence?.Control is { } control
        ? ObservationReader.Read(control).Connections.SelectMany(c => c.Responses).FirstOrDefault()?.Status
        : null;
}

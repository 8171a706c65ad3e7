using Conform.Judging;
using Conform.Observations;

namespace Conform.Running.Defects;

/// <summary>Keeps no result, so that many runs need no more room than one.</summary>
/// <param name="add">Told each result.</param>
internal sealed class DefectSink(Action<Result> add) : IRunSink
{
    /// <inheritdoc/>
    public void Begin(TargetEvidence target, int jobs, int conversations)
    {
    }

    /// <inheritdoc/>
    public void Add(Result result) => add(result);
}

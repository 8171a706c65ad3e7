using Conform.Cases;

namespace Conform.Running;

/// <summary>Which connection each step of a case belongs to: one number for each connection there will be.</summary>
internal static class Lanes
{
    /// <summary>One number a step, from 0. A step that leaves a connection still belongs to it; one that goes on with another belongs to the other.</summary>
    /// <param name="steps">The steps.</param>
    public static IReadOnlyList<int> Of(IReadOnlyList<Step> steps)
    {
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        var lanes = new List<int>();
        var (lane, next) = (0, 0);
        foreach (var step in steps)
        {
            if (step is ConnectionStep connection && !named.TryGetValue(connection.Name, out lane)) named[connection.Name] = lane = next++;
            lanes.Add(lane);
            if (step is ReconnectStep) lane++;
        }

        return lanes;
    }
}

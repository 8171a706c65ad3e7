namespace Conform.Http;

/// <summary>The faults of one response, bounded: a head full of them tells no more than the first few.</summary>
internal sealed class FaultList
{
    private const int Most = 64;
    private readonly List<ResponseFault> faults = [];

    public void Add(string rule, string message, long at)
    {
        if (faults.Count < Most) faults.Add(new(rule, message, at));
    }

    public ResponseFault[] ToArray() => [.. faults];
}

namespace Conform.ReferenceServer.Defects;

/// <summary>
/// Notes where the server passes the place of a defect. What it did without passing that place it does with the defect too, so that nothing has to be
/// tried there. Safe from several threads.
/// </summary>
public sealed class DefectWatch
{
    private readonly int[] _passed = new int[Enum.GetValues<Fault>().Length];

    /// <summary>What was passed since this was last asked.</summary>
    /// <returns>The names of the defects.</returns>
    public IReadOnlySet<string> Take() =>
        DefectCatalogue.All.Where(defect => Interlocked.Exchange(ref _passed[(int)defect.Fault], 0) != 0).Select(defect => defect.Name).ToHashSet(StringComparer.Ordinal);

    internal void Pass(Fault fault) => Volatile.Write(ref _passed[(int)fault], 1);
}

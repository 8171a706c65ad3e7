namespace Conform.ReferenceServer.Defects;

/// <summary>The policy that the pure parts ask before they take a shortcut; immutable, and empty for the true reference.</summary>
internal sealed class FaultSet
{
    private readonly bool[] _switches = new bool[Enum.GetValues<Fault>().Length];
    private readonly DefectWatch? _watch;

    private FaultSet(IEnumerable<Fault> faults, DefectWatch? watch = null)
    {
        _watch = watch;
        foreach (var fault in faults)
        {
            _switches[(int)fault] = true;
        }
    }

    /// <summary>No fault at all.</summary>
    public static FaultSet None { get; } = new([]);

    /// <summary>Whether there is no fault at all, and nobody wants to know where one would matter.</summary>
    public bool IsEmpty => _watch is null && !_switches.AsSpan().Contains(true);

    public bool this[Fault fault]
    {
        get
        {
            _watch?.Pass(fault);
            return _switches[(int)fault];
        }
    }

    public static FaultSet Of(IEnumerable<Fault> faults, DefectWatch? watch = null) => new(faults, watch);

    public static FaultSet Of(params Fault[] faults) => new(faults);
}

namespace Conform.ReferenceServer.Defects;

/// <summary>All defects, in the order of the specifications.</summary>
public static class DefectCatalogue
{
    /// <summary>Every defect there is.</summary>
    public static IReadOnlyList<Defect> All { get; } =
    [
        .. RequestDefects.All,
        .. LineDefects.All,
        .. TargetDefects.All,
        .. FieldDefects.All,
        .. HeadDefects.All,
        .. FramingDefects.All,
        .. LengthDefects.All,
        .. ChunkedDefects.All,
        .. CodingDefects.All,
        .. ConnectionDefects.All,
        .. ResponseDefects.All,
        .. ConditionDefects.All,
        .. RangeDefects.All,
        .. GatewayDefects.All,
        .. LintDefects.All,
        .. ResourceDefects.All,
    ];

    /// <summary>Those of them that only change how a response is written, so that few cases show them as well as all.</summary>
    public static IReadOnlyList<Defect> OfResponses => LintDefects.All;

    private static readonly Dictionary<string, Defect> _byName = All.ToDictionary(defect => defect.Name, StringComparer.Ordinal);

    /// <summary>Finds a defect by its name.</summary>
    /// <param name="name">The name as <see cref="Defect.Name"/> has it.</param>
    /// <param name="defect">The defect, where there is one.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryFind(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Defect? defect) =>
        _byName.TryGetValue(name, out defect);

    /// <summary>Finds a defect by its name.</summary>
    /// <param name="name">The name as <see cref="Defect.Name"/> has it.</param>
    /// <returns>The defect.</returns>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Defect Parse(string name) =>
        TryFind(name, out var defect) ? defect : throw new ArgumentException($"There is no defect named '{name}'.", nameof(name));
}

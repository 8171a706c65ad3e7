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
        .. ReachDefects.All, .. KnownStateDefects.All,
        .. FramingDefects.All,
        .. LengthDefects.All,
        .. ChunkedDefects.All,
        .. CodingDefects.All,
        .. ConnectionDefects.All,
        .. ResponseDefects.All,
        .. ConditionDefects.All,
        .. FurtherConditionDefects.All,
        .. ElsewhereDefects.All,
        .. PlaceDefects.All,
        .. RangeDefects.All,
        .. GatewayDefects.All,
        .. ContractDefects.All,
        .. AnswerDefects.All,
        .. LetterDefects.All, .. AnyCallDefects.All,
        .. LintDefects.All,
        .. ResourceDefects.All,
        .. PersistenceDefects.All,
        .. ClosingDefects.All,
        .. PipelineDefects.All,
        .. ExpectDefects.All,
        .. UpgradeDefects.All,
        .. NeighbourDefects.All,
        .. TlsDefects.All,
    ];

    /// <summary>Those by which one connection is harmed by what another does: they show what they should only where no other case is under way.</summary>
    public static IReadOnlyList<Defect> OfNeighbours => [.. NeighbourDefects.All, .. TlsDefects.All];

    /// <summary>Those of the end of TLS, which show only over a protected connection.</summary>
    public static IReadOnlyList<Defect> OverTls => TlsDefects.All;

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

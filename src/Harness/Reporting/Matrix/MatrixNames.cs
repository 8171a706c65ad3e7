namespace Conform.Reporting.Matrix;

/// <summary>How servers are called above their columns: by name where there is room, else by a number.</summary>
internal sealed class MatrixNames
{
    private const int RoomForCases = 56;
    private readonly IReadOnlyList<string> _names;
    private readonly bool _byNumber;

    private MatrixNames(IReadOnlyList<string> names, bool byNumber) => (_names, _byNumber) = (names, byNumber);

    /// <summary>How wide the key before a server's name is.</summary>
    public int KeyWidth => _byNumber ? 4 : 0;

    /// <summary>How wide all columns are.</summary>
    public int ColumnsWidth => _names.Sum(n => n.Length + 1);

    /// <summary>The longest of the names.</summary>
    public int Widest => _names.Max(n => n.Length);

    /// <summary>The line above the columns.</summary>
    public string Heading => string.Concat(_names.Select(n => $" {n}"));

    /// <summary>Chooses.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="width">How wide a line may be.</param>
    public static MatrixNames Of(ServerMatrix matrix, int width)
    {
        var byNumber = matrix.Servers.Sum(s => s.Name.Length + 1) > width - RoomForCases;
        return new MatrixNames([.. matrix.Servers.Select((s, i) => byNumber ? $"{i + 1}".PadLeft(2) : s.Name)], byNumber);
    }

    /// <summary>The key of a server; empty where it is its name.</summary>
    public string Key(int server) => _byNumber ? $"{server + 1}".PadLeft(2) : string.Empty;

    /// <summary>The name above a server's column.</summary>
    public string Short(int server) => _names[server].Trim();

    /// <summary>A mark in a server's column.</summary>
    public string Centred(int server, string mark)
    {
        var width = _names[server].Length;
        var left = width - ((width - 1) / 2);
        return mark.PadLeft(left + 1 - (1 - (width % 2))).PadRight(width + 1);
    }
}

/// <summary>Draws of a case whose cells are all alike, in one line.</summary>
internal static class MatrixLines
{
    public static IReadOnlyList<(string Name, IReadOnlyList<MatrixCell?> Cells)> Of(IEnumerable<MatrixRow> rows) =>
    [
        .. rows.GroupBy(r => (CaseName.WithoutDraw(r.Case), string.Join('|', r.Cells.Select(c => c is null ? "" : $"{c.Outcome} {c.Weight}"))))
            .SelectMany(g => IndexSet.Compact(g.Select(r => r.Case)).Select(name => (name, g.First().Cells))),
    ];
}

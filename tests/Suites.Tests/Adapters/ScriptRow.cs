using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Conform.Cases;

namespace Conform.Suites.Tests.Adapters;

/// <summary>One row of the table of scripts that every adapter runs.</summary>
/// <param name="Name">Names the row.</param>
/// <param name="Method">Of the request.</param>
/// <param name="Path">Of the request.</param>
/// <param name="Query">Of the request; the program is added to it.</param>
/// <param name="Environ">Request fields as CGI names them.</param>
/// <param name="Content">Of the request.</param>
/// <param name="Status">Code and perhaps reason; null where the call raises.</param>
/// <param name="Fields">Fields that the answer must have, in this order.</param>
/// <param name="Answer">Content of the answer; null for any.</param>
/// <param name="Trace">What the witness is told.</param>
/// <param name="Needs">What a contract must have.</param>
public sealed partial record ScriptRow(
    string Name, string Method, string Path, string Query, IReadOnlyDictionary<string, string> Environ, byte[] Content, string? Status,
    IReadOnlyList<string> Fields, byte[]? Answer, IReadOnlyList<string> Trace, IReadOnlyList<string> Needs)
{
    /// <summary>Every row.</summary>
    public static IReadOnlyList<ScriptRow> All { get; } =
        [.. File.ReadLines(AdapterHost.PathOf("scripts.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(Parse)];

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static ScriptRow Parse(string line)
    {
        var cells = line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray();
        Assert.That(cells, Has.Length.EqualTo(10), $"a row of ten cells: {line}");
        var request = cells[1].Split(' ', '?');
        var program = Compiled(cells[4]);
        return new ScriptRow(
            cells[0], request[0], request[1], request.Length > 2 ? request[2] : program.Length > 0 ? $"p={program}" : string.Empty,
            Split(cells[2], "; ").Select(pair => pair.Split(':', 2)).ToDictionary(pair => pair[0], pair => pair[1].TrimStart(), StringComparer.Ordinal),
            Octets(cells[3]), cells[5] == "raises" ? null : cells[5], Split(cells[6], "; "), cells[7] == "*" ? null : Octets(cells[7]), Split(cells[8], ", "), Split(cells[9], ", "));
    }

    private static string[] Split(string cell, string separator) => cell.Split(separator, StringSplitOptions.RemoveEmptyEntries);

    private static string Compiled(string cell)
    {
        if (cell.Length == 0) return string.Empty;
        var wrong = new List<Diagnostic>();
        var program = AppProgramCompiler.Compile([.. cell.Split("; ")], default, wrong);
        Assert.That(wrong, Is.Empty, cell);
        return program.Compact;
    }

    private static byte[] Octets(string cell) => Encoding.Latin1.GetBytes(Escape().Replace(cell, static escape => escape.Value[1] switch
    {
        'n' => "\n",
        'r' => "\r",
        '0' => "\0",
        _ => ((char)int.Parse(escape.Value.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
    }));

    [GeneratedRegex(@"\\(?:[nr0]|x[0-9a-f]{2})")]
    private static partial Regex Escape();
}

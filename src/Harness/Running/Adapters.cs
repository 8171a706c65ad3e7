using System.Text;
using System.Text.RegularExpressions;

namespace Conform.Running;

/// <summary>
/// The probe applications inside the program, by contract. Each is one file to deploy; a line <c># include: NAME</c> in its source stands for a part that
/// the adapters of one language have in common.
/// </summary>
public static partial class Adapters
{
    private const string Root = "suites/contract/adapters/";
    private const string Shared = "shared/";

    /// <summary>Contract and file name of each.</summary>
    public static IReadOnlyList<(string Contract, string File)> All { get; } =
        [.. SuiteFiles.Embedded.Where(p => p.StartsWith(Root, StringComparison.Ordinal) && !p.StartsWith(Root + Shared, StringComparison.Ordinal))
            .Select(p => p[Root.Length..].Split('/')).Where(p => p.Length == 2).Select(p => (p[0], p[1]))];

    /// <summary>The file to deploy: its name, and its octets.</summary>
    /// <param name="contract">The contract.</param>
    /// <returns>The file, or null where there is no such adapter.</returns>
    public static (string Name, byte[] Octets)? Find(string contract)
    {
        var found = All.FirstOrDefault(a => a.Contract == contract).File;
        return found is null ? null : (found, Encoding.UTF8.GetBytes(Include().Replace(Text($"{contract}/{found}"), static line => Text(Shared + line.Groups["name"].Value).TrimEnd('\n'))));
    }

    private static string Text(string path) => Encoding.UTF8.GetString(SuiteFiles.Read(Root + path));

    [GeneratedRegex("^# include: (?<name>[a-z.]+)$", RegexOptions.Multiline)]
    private static partial Regex Include();
}

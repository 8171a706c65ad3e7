using System.Text;
using Conform.Cases;

namespace Conform.Running.Targets;

/// <summary>A target's file with the files beside it, from inside the program or from a folder.</summary>
/// <param name="File">What <c>target.yaml</c> says.</param>
/// <param name="Files">The other files, and the adapter's.</param>
/// <param name="Argument">What the user writes behind <c>--target</c>.</param>
/// <param name="Path">Where it was found.</param>
public sealed record TargetSource(TargetFile File, IReadOnlyList<(string Path, byte[] Octets)> Files, string Argument, string Path)
{
    private const string Root = "suites/targets/";
    private const string FileName = "target.yaml";

    /// <summary>The names of the targets inside the program.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. SuiteFiles.Embedded.Where(p => p.StartsWith(Root, StringComparison.Ordinal) && p.EndsWith("/" + FileName, StringComparison.Ordinal))
            .Select(p => p[Root.Length..^(FileName.Length + 1)])];

    /// <summary>Finds a target by its name, or a folder that has a <c>target.yaml</c>.</summary>
    /// <param name="argument">A name or a folder.</param>
    /// <returns>The target, or null where it is neither.</returns>
    /// <exception cref="FormatException">Its file is broken; the message names file and line.</exception>
    public static TargetSource? Find(string argument)
    {
        if (Directory.Exists(argument) && System.IO.File.Exists(System.IO.Path.Combine(argument, FileName)))
            return Make(SuiteFiles.OnDisk(argument), argument, argument);
        return Names.Contains(argument, StringComparer.Ordinal) ? Make(SuiteFiles.Below(Root + argument), argument, Root + argument) : null;
    }

    /// <summary>What the file says of the target, with what the user said instead.</summary>
    /// <param name="given">The user's options.</param>
    /// <exception cref="FormatException">The file names a capability that there is not, or lacks what one needs.</exception>
    public TargetOptions Options(TargetOptions given)
    {
        var known = KnownCapabilities.Words.Select(w => w.Word).ToList();
        if (File.Capabilities.Keys.FirstOrDefault(k => !known.Contains(k, StringComparer.Ordinal)) is { } unknown)
            throw new FormatException($"{Path}/{FileName}: unknown capability {unknown}; there are {string.Join(", ", known)}");
        var options = given with
        {
            Places = Places.All.ToDictionary(p => p.Word, p => given.Places.GetValueOrDefault(p.Word) ?? File.Capabilities.GetValueOrDefault(p.Word), StringComparer.Ordinal),
            Credentials = given.Credentials ?? File.Credentials,
            PrintsLog = File.PrintsLog,
            Host = given.Host ?? File.Host,
            Echo = given.Echo ?? File.Capabilities.GetValueOrDefault("echo"),
            Static = given.Static ?? File.Capabilities.GetValueOrDefault("static"),
            Stream = given.Stream ?? File.Capabilities.GetValueOrDefault("stream"),
            Report = given.Report ?? File.Capabilities.GetValueOrDefault("report"),
            App = given.App ?? File.Capabilities.GetValueOrDefault("app"),
        };
        return options.Problem is { } problem ? throw new FormatException($"{Path}/{FileName}: {problem}; say credentials: USER:PASSWORD") : options;
    }

    private static TargetSource Make(IEnumerable<(string Path, byte[] Octets)> files, string argument, string path)
    {
        var all = files.ToList();
        var yaml = all.First(f => f.Path == FileName);
        var file = TargetFile.Parse(Encoding.UTF8.GetString(yaml.Octets), $"{path}/{FileName}");
        if (file.Name.Length == 0) file.Name = System.IO.Path.GetFileName(path.TrimEnd('/'));
        (string, byte[])[] adapter = file.Adapter is not { } name ? []
            : [Adapters.Find(name) ?? throw new FormatException($"{path}/{FileName}: there is no adapter {name}; there are {string.Join(", ", Adapters.All.Select(a => a.Contract))}")];
        return new TargetSource(file, [.. adapter, .. all.Where(f => f.Path != FileName)], argument, path);
    }
}

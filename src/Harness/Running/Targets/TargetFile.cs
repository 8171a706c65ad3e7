namespace Conform.Running.Targets;

/// <summary>What a <c>target.yaml</c> says: how to start a server, and what it can do.</summary>
public sealed class TargetFile
{
    /// <summary>The name, as in the folder.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>What it is, in one line.</summary>
    public string Description { get; set; } = string.Empty;

    /// <summary>The program and its arguments, split at blanks, run without a shell; <c>{port}</c>, <c>{dir}</c> (the copy of the folder) and <c>{here}</c> (where conform was started) are replaced.</summary>
    public string Command { get; set; } = string.Empty;

    /// <summary>Commands that run once before, in order.</summary>
    public List<string> Prepare { get; set; } = [];

    /// <summary>Environment variables of the command.</summary>
    public Dictionary<string, string> Env { get; set; } = [];

    /// <summary>Files of the folder in which <c>{port}</c> and <c>{dir}</c> are replaced.</summary>
    public List<string> Templates { get; set; } = [];

    /// <summary>A command that prints the server's version.</summary>
    public string? Version { get; set; }

    /// <summary>Debian packages that bring the server.</summary>
    public List<string> Packages { get; set; } = [];

    /// <summary>Where it listens.</summary>
    public string Url { get; set; } = "http://127.0.0.1:{port}/";

    /// <summary>Capability to path: echo, static, stream, report, app, and the words of <see cref="Cases.Places"/>.</summary>
    public Dictionary<string, string> Capabilities { get; set; } = [];

    /// <summary>User, colon, password: what opens the capability protected.</summary>
    public string? Credentials { get; set; }

    /// <summary>Executables that must be there.</summary>
    public List<string> Needs { get; set; } = [];

    /// <summary>What <c>${host}</c> becomes, where the URL's authority is not right.</summary>
    public string? Host { get; set; }

    /// <summary>An adapter of suites/contract/adapters whose files are put beside the target's.</summary>
    public string? Adapter { get; set; }

    /// <summary>A folder in which the adapter writes what it would tell, where the server may connect to nobody; below the copy of the folder, and made there.</summary>
    public string? Ledger { get; set; }

    /// <summary>Whether what it logs goes to its output.</summary>
    public bool PrintsLog { get; set; }

    /// <summary>How long it may take to become ready, in seconds.</summary>
    public int ReadySeconds { get; set; } = 30;

    /// <summary>Reads the file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="path">For messages.</param>
    /// <exception cref="FormatException">It is no target file; the message names file and line.</exception>
    public static TargetFile Parse(string text, string path) => new TargetFileReader(path).Read(text);
}

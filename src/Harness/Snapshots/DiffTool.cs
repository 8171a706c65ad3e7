using DiffEngine;

namespace Conform.Snapshots;

/// <summary>Opens a diff tool on snapshots that differ, where a person sits in front of it.</summary>
public static class DiffTool
{
    // More windows than this help nobody.
    private const int Most = 5;

    /// <summary>Whether a person sits there who can see a window: never on a build server, in a pipe, or without a screen.</summary>
    /// <param name="isInteractive">Whether standard output is a terminal.</param>
    /// <param name="isBuildServer">Whether a build server runs us.</param>
    /// <param name="environment">Reads a variable of the environment.</param>
    public static bool IsWanted(bool isInteractive, bool isBuildServer, Func<string, string?> environment)
    {
        if (!isInteractive || isBuildServer || IsSet("CI") || IsSet("DiffEngine_Disabled")) return false;
        return OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() || IsSet("DISPLAY") || IsSet("WAYLAND_DISPLAY");

        bool IsSet(string name) => environment(name) is { Length: > 0 } value && !string.Equals(value, "false", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Opens the tool, the one that DiffEngine finds first, on the received and the verified file of each name.</summary>
    /// <param name="directory">Where the files stand.</param>
    /// <param name="names">The names of the snapshots that differ.</param>
    /// <param name="isInteractive">Whether standard output is a terminal.</param>
    public static async Task OpenAsync(string directory, IEnumerable<string> names, bool isInteractive)
    {
        if (!IsWanted(isInteractive, BuildServerDetector.Detected, Environment.GetEnvironmentVariable)) return;
        foreach (var name in names.Take(Most))
            await DiffRunner.LaunchAsync(Path.Combine(directory, name + FileVerifier.ReceivedEnd), Path.Combine(directory, name + FileVerifier.VerifiedEnd));
    }
}

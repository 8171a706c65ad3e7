using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract;

/// <summary>Where the application stands in the server's paths: all of it is at the root too, and once more below a prefix.</summary>
/// <param name="Script">SCRIPT_NAME.</param>
/// <param name="Path">PATH_INFO.</param>
internal readonly record struct Mount(string Script, string Path)
{
    /// <summary>The prefix.</summary>
    public const string Prefix = "/probe/mount";

    /// <summary>Splits a decoded path at the prefix, which ends where a segment ends.</summary>
    /// <param name="path">The decoded path.</param>
    /// <param name="raw">The same as it came.</param>
    /// <param name="faults">The policy.</param>
    public static Mount Of(string path, string raw, FaultSet faults)
    {
        if (path.StartsWith("/outside-", StringComparison.Ordinal) && faults[Fault.MountEverywhere])
        {
            return new(Prefix, path);
        }

        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return new("", path);
        }

        if (faults[Fault.MountLost])
        {
            return new("", path);
        }

        if (raw.StartsWith(Prefix + "%2F", StringComparison.Ordinal) && faults[Fault.EscapedSlashKept])
        {
            return new(Prefix, raw[Prefix.Length..]);
        }

        var rest = path[Prefix.Length..];
        return rest.Length == 0 || rest[0] == '/' || faults[Fault.MountByLetters] ? new(Prefix, rest) : new("", path);
    }
}

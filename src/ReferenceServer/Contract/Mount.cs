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
    public static Mount Of(string path, FaultSet faults)
    {
        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return new("", path);
        }

        var rest = path[Prefix.Length..];
        return rest.Length == 0 || rest[0] == '/' || faults[Fault.MountByLetters] ? new(Prefix, rest) : new("", path);
    }
}

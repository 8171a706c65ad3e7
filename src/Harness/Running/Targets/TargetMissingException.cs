namespace Conform.Running.Targets;

/// <summary>The target's program is not on this machine.</summary>
public sealed class TargetMissingException : Exception
{
    /// <summary>Says what is missing and how to get it.</summary>
    /// <param name="file">The target's file.</param>
    /// <param name="missing">The executables that are not there.</param>
    public TargetMissingException(TargetFile file, IReadOnlyList<string> missing)
        : base($"target {file.Name} needs {string.Join(", ", missing)}, which is not here"
            + (file.Packages.Count == 0 ? string.Empty : $"; on Debian: apt-get install {string.Join(' ', file.Packages)}"))
    {
    }
}

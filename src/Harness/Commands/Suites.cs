using Conform.Cases;

namespace Conform.Commands;

/// <summary>Gets the catalogue that a command works with.</summary>
internal static class Suites
{
    /// <summary>Loads it; a broken case file ends the command before anything is sent.</summary>
    /// <param name="path">A folder or file of the user's, or null for what is inside the program.</param>
    /// <param name="errors">Where diagnostics go.</param>
    /// <exception cref="UsageException">The path is not there, or a file in it is broken.</exception>
    public static Catalogue Load(string? path, TextWriter errors)
    {
        return CatalogueSource.TryLoadSound(path, errors, out var catalogue) ? catalogue : throw new UsageException("nothing was sent");
    }
}

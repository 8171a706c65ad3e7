using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Conform.Cases;
using Conform.Generation;

namespace Conform.Commands;

/// <summary>Loads the catalogue for the commands that only look at it.</summary>
internal static class CatalogueSource
{
    /// <summary>The exit code for what cannot be carried out as it was asked for.</summary>
    public const int Usage = 2;

    /// <summary>Loads a folder, a file, or what is inside the program.</summary>
    /// <param name="path">The user's path; null for what is inside the program.</param>
    /// <param name="errors">Told where the path cannot be read.</param>
    /// <param name="catalogue">The catalogue, with its diagnostics.</param>
    public static bool TryLoad(string? path, TextWriter errors, [NotNullWhen(true)] out Catalogue? catalogue)
    {
        catalogue = null;
        if (path is not null && !Directory.Exists(path) && !File.Exists(path))
        {
            errors.WriteLine($"conform: there is no {path}");
            return false;
        }

        try
        {
            catalogue = path is null ? CatalogueLoader.Embedded(Vocabulary.HasMutator) : CatalogueLoader.FromDirectory(path, Vocabulary.HasMutator);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"conform: cannot read {path}: {e.Message}");
            return false;
        }
    }

    /// <summary>Loads, and says what is wrong: a broken case file ends the command.</summary>
    /// <param name="path">The user's path; null for what is inside the program.</param>
    /// <param name="errors">Where the problems go.</param>
    /// <param name="catalogue">The catalogue, without diagnostics.</param>
    public static bool TryLoadSound(string? path, TextWriter errors, [NotNullWhen(true)] out Catalogue? catalogue)
    {
        if (!TryLoad(path, errors, out catalogue)) return false;
        foreach (var diagnostic in catalogue.Diagnostics) errors.WriteLine(diagnostic);
        return catalogue.Diagnostics.Count == 0;
    }

    /// <summary>The <c>--suites</c> option.</summary>
    public static Option<string?> Option() =>
        new("--suites") { Description = "a suites folder or a case file instead of what is inside the program", HelpName = "PATH" };
}

using System.Text.RegularExpressions;
using Conform.Cases;

namespace Conform.Reporting;

/// <summary>Where a requirement can be read in full.</summary>
internal static class SpecificationLink
{
    /// <summary>The address of its section; null where the specification is not one of those that are known.</summary>
    /// <param name="requirement">The requirement.</param>
    public static string? Of(Requirement requirement)
    {
        if (requirement.Specification.StartsWith("RFC ", StringComparison.Ordinal) && requirement.Specification[4..] is { Length: > 0 } number && number.All(char.IsAsciiDigit))
        {
            var section = Regex.IsMatch(requirement.Section, @"^\d+(\.\d+)*$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) ? $"#section-{requirement.Section}" : string.Empty;
            return $"https://www.rfc-editor.org/rfc/rfc{number}.html{section}";
        }

        return requirement.Specification == "PEP 3333" ? $"https://peps.python.org/pep-3333/#{Slug(requirement.Section)}" : null;
    }

    private static string Slug(string heading) =>
        Regex.Replace(heading.ToLowerInvariant(), "[^a-z0-9]+", "-", RegexOptions.None, TimeSpan.FromSeconds(1)).Trim('-');
}

using System.Text;

namespace Conform.ReferenceServer.Defects;

/// <summary>A named single fault that the reference can be told to have.</summary>
public sealed record Defect
{
    internal Defect(Fault fault, string requirement, string summary)
    {
        (Fault, Requirement, Summary) = (fault, requirement, summary);
        Name = KebabCase(fault.ToString());
    }

    /// <summary>Its name, words joined by hyphens.</summary>
    public string Name { get; }

    /// <summary>What the server does wrong, in one line.</summary>
    public string Summary { get; }

    /// <summary>The id of the requirement that it breaks.</summary>
    public string Requirement { get; }

    internal Fault Fault { get; }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    private static string KebabCase(string name)
    {
        StringBuilder text = new(name.Length + 8);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}

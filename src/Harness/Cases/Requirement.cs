namespace Conform.Cases;

/// <summary>The weight of a requirement in the words of BCP 14, or below them.</summary>
public enum RequirementLevel
{
    /// <summary>MUST.</summary>
    Must,

    /// <summary>MUST NOT.</summary>
    MustNot,

    /// <summary>SHOULD.</summary>
    Should,

    /// <summary>SHOULD NOT.</summary>
    ShouldNot,

    /// <summary>RECOMMENDED.</summary>
    Recommended,

    /// <summary>OUGHT TO, in lower case: advice without a keyword.</summary>
    Ought,

    /// <summary>MAY.</summary>
    May,

    /// <summary>OPTIONAL.</summary>
    Optional,

    /// <summary>Descriptive text without a keyword.</summary>
    Prose,
}

/// <summary>What a failure weighs, decided from the level at report time.</summary>
public enum Weight
{
    /// <summary>SHOULD and MUST are kept; the rest is worth knowing.</summary>
    Note,

    /// <summary>A SHOULD, SHOULD NOT or RECOMMENDED is not kept.</summary>
    Warning,

    /// <summary>A MUST or MUST NOT is not kept.</summary>
    Violation,
}

/// <summary>One requirement on a server, in our own words.</summary>
/// <param name="Id">Its name, such as <c>rfc9112-6.3-cl-list-different</c>.</param>
/// <param name="Specification">Such as <c>RFC 9112</c> or <c>PEP 3333</c>.</param>
/// <param name="Section">The section, such as <c>6.3</c>.</param>
/// <param name="Level">How binding it is.</param>
/// <param name="Text">What is asked, in one sentence.</param>
public sealed record Requirement(string Id, string Specification, string Section, RequirementLevel Level, string Text)
{
    /// <summary>Who is bound, one of <see cref="RequirementWords.Roles"/>.</summary>
    public string Role { get; init; } = RequirementWords.Roles[0];

    /// <summary>How a client can see it, one of <see cref="RequirementWords.Observed"/>, or <see cref="RequirementWords.Not"/>.</summary>
    public string Observed { get; init; } = RequirementWords.Observed[0];

    /// <summary>Why no case can show it; null where one can.</summary>
    public string? LeftOut { get; init; }

    /// <summary>What a failure of it weighs.</summary>
    public Weight Weight => Level switch
    {
        RequirementLevel.Must or RequirementLevel.MustNot => Weight.Violation,
        RequirementLevel.Should or RequirementLevel.ShouldNot or RequirementLevel.Recommended => Weight.Warning,
        _ => Weight.Note,
    };

    /// <summary>
    /// The part of the specification it belongs to: specification and first number of the section, such as <c>RFC 9112 §6</c>. PEP 3333 has no numbers: what it
    /// details of the contract is one part, and its notes on what a server may offer besides are the other.
    /// </summary>
    public string Family => Specification == "PEP 3333" ? $"{Specification} §{Part(Section)}" : $"{Specification} §{Section.Split('.')[0]}";

    private static string Part(string section) =>
        section is "URL Reconstruction" or "Optional Platform-Specific File Handling" ? "Implementation/Application Notes" : "Specification Details";

    /// <summary>Where it stands, such as <c>RFC 9112 §6.3</c>.</summary>
    public string Reference => $"{Specification} §{Section}";
}

namespace Conform.Cases;

/// <summary>What of a conversation is compared with the same conversation held with the reference server.</summary>
public enum ComparedPart
{
    /// <summary>The statuses of the responses.</summary>
    Status,

    /// <summary>The fields that the reference's responses have, beyond what every server chooses for itself.</summary>
    Fields,

    /// <summary>The content, however it is framed.</summary>
    Content,

    /// <summary>What the application told the witness.</summary>
    Trace,
}

/// <summary><c>agrees with the reference on status, content, trace</c>.</summary>
/// <param name="Parts">What is compared.</param>
public sealed record AgreesWithReference(IReadOnlyList<ComparedPart> Parts) : Pattern;

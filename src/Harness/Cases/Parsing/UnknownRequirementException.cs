namespace Conform.Cases.Parsing;

/// <summary>A line names a requirement that is nowhere.</summary>
internal sealed class UnknownRequirementException(string id) : FormatException($"there is no requirement {id}")
{
    public string Id { get; } = id;
}

namespace Conform.Cases.Parsing;

/// <summary>One line of a case file cannot be understood. It ends the reading of that line only.</summary>
internal sealed class LanguageException(string message, string? hint = null) : FormatException(message)
{
    public string? Hint { get; } = hint;
}

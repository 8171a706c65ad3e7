namespace Conform.Cases;

/// <summary>Something wrong in a case or requirement file, found before anything is sent.</summary>
/// <param name="Location">The very line.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Hint">What to do about it; null where the message says it.</param>
public sealed record Diagnostic(SourceLocation Location, string Message, string? Hint = null)
{
    /// <summary><c>file:line: message; hint</c>.</summary>
    public override string ToString() => Hint is null ? $"{Location}: {Message}" : $"{Location}: {Message}; {Hint}";
}

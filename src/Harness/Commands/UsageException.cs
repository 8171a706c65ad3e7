namespace Conform.Commands;

/// <summary>The user's command cannot be carried out as it stands; the message is one clear line that says what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);

namespace Conform.Snapshots;

/// <summary>What comparing with a verified text came to.</summary>
public abstract record SnapshotVerdict
{
    /// <summary>It is what was verified.</summary>
    public sealed record Same : SnapshotVerdict;

    /// <summary>Nothing was verified under this name yet; it counts as a difference until accepted.</summary>
    public sealed record New : SnapshotVerdict;

    /// <summary>It is not what was verified.</summary>
    /// <param name="Diff">The difference as people read it.</param>
    public sealed record Different(string Diff) : SnapshotVerdict;
}

/// <summary>Compares texts with those that a person accepted before.</summary>
public interface ISnapshotVerifier
{
    /// <summary>The text that was accepted under a name; null when there is none.</summary>
    /// <param name="name">The name, such as <c>rfc9112</c>.</param>
    string? Verified(string name);

    /// <summary>Compares, and keeps the new text for accepting when it differs.</summary>
    /// <param name="name">The name, such as <c>rfc9112</c>.</param>
    /// <param name="text">The new text.</param>
    SnapshotVerdict Verify(string name, string text);
}

namespace Conform.Cases;

/// <summary>The capabilities by the words that options, target files and reports use for them.</summary>
public static class KnownCapabilities
{
    /// <summary>Capability words in the order in which people read them.</summary>
    public static IReadOnlyList<(Capabilities Capability, string Word)> Words { get; } =
    [
        (Capabilities.Echo, "echo"), (Capabilities.Static, "static"), (Capabilities.Stream, "stream"), (Capabilities.Report, "report"), (Capabilities.App, "app"),
        (Capabilities.Plain, "plain-connection"), (Capabilities.Tls, "tls-connection"),
        (Capabilities.Witness, "witness"), (Capabilities.Log, "log"),
        .. Places.All.Select(place => (place.Capability, place.Word)),
    ];

    /// <summary>The words of a set, such as <c>echo, report</c>.</summary>
    /// <param name="capabilities">The set.</param>
    public static string Describe(Capabilities capabilities) =>
        string.Join(", ", Words.Where(w => capabilities.HasFlag(w.Capability)).Select(w => w.Word));
}

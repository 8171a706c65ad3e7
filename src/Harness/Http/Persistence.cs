namespace Conform.Http;

/// <summary>What a head says about the connection behind it (RFC 9112 section 9.3).</summary>
internal static class Persistence
{
    public static bool SaysClose(string version, IEnumerable<FieldLine> fields)
    {
        var options = fields
            .Where(f => f.Name.Equals("Connection", StringComparison.OrdinalIgnoreCase))
            .SelectMany(f => f.Value.Split(','))
            .Select(o => o.Trim(' ', '\t'))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return options.Contains("close") || (version == "HTTP/1.0" && !options.Contains("keep-alive"));
    }
}

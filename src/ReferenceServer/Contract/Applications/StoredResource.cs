using System.Globalization;
using System.Security.Cryptography;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>What was put under a name.</summary>
/// <param name="Content">The content as it came.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Modified">When it was put there.</param>
internal sealed record StoredResource(byte[] Content, string Type, DateTimeOffset Modified)
{
    /// <summary>A strong validator: it changes with every octet (RFC 9110 section 8.8.1).</summary>
    public string Tag => IsTaggedAsEver ? "\"stored\"" : IsTaggedByLength
        ? $"\"{Modified.ToUnixTimeSeconds():x}-{Content.Length:x}\""
        : $"\"{Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 12))}\"";

    /// <summary>Under a defect, the tag is one of length and time.</summary>
    public bool IsTaggedByLength { get; init; }

    /// <summary>Under a defect, the tag is always the same.</summary>
    public bool IsTaggedAsEver { get; init; }

    /// <summary>Under a defect, the tags that a resource of this name had before.</summary>
    public IReadOnlyList<string> EarlierTags { get; init; } = [];

    /// <summary>Under a defect, fields of the PUT that nobody knows.</summary>
    public (string Name, string Value)[] Others { get; init; } = [];

    public (string Name, string Value)[] Validators =>
        [("ETag", Tag), ("Last-Modified", Modified.ToString("r", CultureInfo.InvariantCulture))];
}

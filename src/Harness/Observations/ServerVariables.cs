using System.Text.RegularExpressions;

namespace Conform.Observations;

/// <summary>What servers hand on besides what the contract names, as it stands in a report of what was understood.</summary>
public static partial class ServerVariables
{
    /// <summary>The values of variables with a dot in their name that are not the contract's: counts, waits and addresses of the server's own.</summary>
    [GeneratedRegex("(?<=\"(?!wsgi\\.)[a-z_]+\\.[a-z_.]+\":\\{\"t\":\"[a-z]+\",\"v\":\")[^\"]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 60_000)]
    public static partial Regex Own { get; }
}

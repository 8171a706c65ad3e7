using System.Text;
using System.Text.RegularExpressions;

namespace Conform.Suites.Tests.Adapters;

/// <summary>A contract that has an adapter, as the argument of a fixture.</summary>
public interface IAdapterContract
{
    /// <summary>Its name on the command line.</summary>
    static abstract string Name { get; }
}

/// <summary>PEP 3333.</summary>
public sealed class Wsgi : IAdapterContract
{
    /// <inheritdoc/>
    public static string Name => "wsgi";
}

/// <summary>ASGI 3.</summary>
public sealed class Asgi : IAdapterContract
{
    /// <inheritdoc/>
    public static string Name => "asgi";
}

/// <summary>Rack.</summary>
public sealed class Rack : IAdapterContract
{
    /// <inheritdoc/>
    public static string Name => "rack";
}

/// <summary>PSGI.</summary>
public sealed class Psgi : IAdapterContract
{
    /// <inheritdoc/>
    public static string Name => "psgi";
}

/// <summary>CGI, RFC 3875.</summary>
public sealed class Cgi : IAdapterContract
{
    /// <inheritdoc/>
    public static string Name => "cgi";
}

/// <summary>What the text of an adapter says before it runs.</summary>
internal static partial class AdapterText
{
    /// <summary>What it can do where no server adds to it.</summary>
    /// <param name="contract">The contract's name.</param>
    public static IReadOnlyList<string> Caps(string contract) =>
        [.. Word().Matches(List().Match(Encoding.UTF8.GetString(Conform.Running.Adapters.Find(contract)!.Value.Octets)).Groups["words"].Value).Select(m => m.Value)];

    [GeneratedRegex("CAPS *= *(\"+|\\(%w\\[|qw\\()(?<words>[a-z\\s-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex List();

    [GeneratedRegex("[a-z-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}

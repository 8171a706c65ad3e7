using System.Net;
using System.Text;
using Conform.Cases;
using Conform.Generation;
using Conform.Wire;

namespace Conform.Running.Targets;

/// <summary>What is known of a target besides its address: from options, or from its file.</summary>
public sealed record TargetOptions
{
    /// <summary>What <c>${host}</c> becomes; null for the URL's authority.</summary>
    public string? Host { get; init; }

    /// <summary>Take any certificate.</summary>
    public bool Insecure { get; init; }

    /// <summary>Path of the echo; null where there is none.</summary>
    public string? Echo { get; init; }

    /// <summary>Path of the fixed representation.</summary>
    public string? Static { get; init; }

    /// <summary>Path of the content of unknown length.</summary>
    public string? Stream { get; init; }

    /// <summary>Path whose answer reports what was understood.</summary>
    public string? Report { get; init; }

    /// <summary>Prefix of an adapter, which has all of these.</summary>
    public string? App { get; init; }

    /// <summary>Where the adapter reports what the wire cannot show; null where it reports to nobody.</summary>
    public IPEndPoint? Witness { get; init; }

    /// <summary>The folder in which the adapter writes that instead; null where it does not.</summary>
    public string? Ledger { get; init; }

    /// <summary>Whether an adapter tells what it does.</summary>
    private bool IsWatched => App is not null && (Witness is not null || Ledger is not null);

    /// <summary>Paths of the places that the target has, by their words; null for one that it lacks.</summary>
    public IReadOnlyDictionary<string, string?> Places { get; init; } = new Dictionary<string, string?>();

    /// <summary>User, colon, password of the protected place; null where there is none.</summary>
    public string? Credentials { get; init; }

    /// <summary>Whether what it logs is printed, and read.</summary>
    public bool PrintsLog { get; init; }

    /// <summary>What the target can do.</summary>
    public Capabilities Capabilities =>
        (Echo is null && App is null ? 0 : Capabilities.Echo) | (Static is null && App is null ? 0 : Capabilities.Static)
        | (Stream is null && App is null ? 0 : Capabilities.Stream) | (Report is null && App is null ? 0 : Capabilities.Report)
        | (App is null ? 0 : Capabilities.App) | (IsWatched ? Capabilities.Witness : 0) | (PrintsLog ? Capabilities.Log : 0)
        | Has.Aggregate(Capabilities.None, static (all, p) => all | p.Capability);

    private IEnumerable<Place> Has => Cases.Places.All.Where(p => Places.GetValueOrDefault(p.Word) is not null);

    /// <summary>Says what is missing of a place that was named; null where nothing is.</summary>
    public string? Problem => Places.GetValueOrDefault("protected") is { } path && Credentials is null
        ? $"what is protected at {path} cannot be opened without credentials"
        : null;

    /// <summary>What the placeholders become.</summary>
    /// <param name="uri">Where the target is.</param>
    public TargetValues ValuesFor(TargetUri uri)
    {
        var prefix = App?.TrimEnd('/');
        var echo = Echo ?? (prefix is null ? null : prefix + "/probe/content");
        return new TargetValues(
            Host ?? uri.HostHeader,
            uri.BasePath,
            echo ?? uri.BasePath,
            echo,
            Static ?? (prefix is null ? null : prefix + "/probe/static"),
            Stream ?? (prefix is null ? null : prefix + "/probe/stream"),
            Report ?? (prefix is null ? null : prefix + "/understood"),
            prefix)
        {
            Port = (uri.Endpoint as TcpEndpoint)?.Port ?? 80,
            UsesTls = uri.Endpoint is TcpEndpoint { Tls: not null },
            PrintsLog = PrintsLog,
            HasWitness = IsWatched,
            Places = Has.ToDictionary(p => p.Word, p => p.IsPrefix ? Places[p.Word]!.TrimEnd('/') + "/" : Places[p.Word]!, StringComparer.Ordinal),
            Credentials = Credentials is null ? null : Basic(Credentials),
            WrongCredentials = Credentials is null ? null : Basic(Credentials + "-not"),
            CaseCredentials = Password?.Any(char.IsAsciiLetter) is true ? Basic(User + string.Concat(Password.Select(OtherCase))) : null,
            ShortCredentials = Password?.Length > 1 ? Basic(User + Password[..^1]) : null,
        };
    }

    // RFC 7617 section 2: the user ends at the first colon, and the password may have more of them.
    private string? User => Credentials?[..(Credentials.IndexOf(':', StringComparison.Ordinal) + 1)];

    private string? Password => Credentials?[User!.Length..];

    private static char OtherCase(char c) => char.IsAsciiLetter(c) ? (char)(c ^ 0x20) : c;

    private static string Basic(string account) => Convert.ToBase64String(Encoding.UTF8.GetBytes(account));
}

using System.Net;
using Conform.Cases;
using Conform.Generation;
using Conform.Wire;

namespace Conform.Running;

/// <summary>The server under test, as the engine needs it.</summary>
public interface ITarget : IAsyncDisposable
{
    /// <summary>The name in reports: a target's name, or its URL.</summary>
    string Name { get; }

    /// <summary>What to put behind <c>--target</c> to see a result again; empty for the embedded reference.</summary>
    string Argument { get; }

    /// <summary>The server's version in its own words, where it is known.</summary>
    string? Version { get; }

    /// <summary>Where it listens.</summary>
    Endpoint Endpoint { get; }

    /// <summary>How to connect.</summary>
    WireOptions Wire { get; }

    /// <summary>What the placeholders become.</summary>
    TargetValues Values { get; }

    /// <summary>What it can do.</summary>
    Capabilities Capabilities { get; }

    /// <summary>Where its adapter reports what the wire cannot show, so that we listen there; null where it reports to nobody.</summary>
    IPEndPoint? Witness { get; }

    /// <summary>The folder in which its adapter writes that where it connects to nobody; null where it does not.</summary>
    string? Ledger => null;

    /// <summary>Whether conform started it, so that it can be started again.</summary>
    bool CanRestart { get; }

    /// <summary>Whether the process is known to have ended.</summary>
    bool HasExited { get; }

    /// <summary>The last lines that it printed; empty where nobody listens.</summary>
    string OutputTail { get; }

    /// <summary>Where a text stands in what it printed since it was started, in ascending order; null where its log is not read.</summary>
    Func<string, IReadOnlyList<long>>? Printed => null;

    /// <summary>Makes it ready to answer.</summary>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="TargetGoneException">It does not become ready.</exception>
    Task StartAsync(CancellationToken cancellation);

    /// <summary>Ends what is left of it and starts it again.</summary>
    /// <param name="cancellation">Ends the run.</param>
    Task RestartAsync(CancellationToken cancellation);
}

using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Contract;

/// <summary>Where the octets of a response go; each call is handed on to the network before it returns.</summary>
internal interface IResponseSink
{
    void Send(ReadOnlyMemory<byte> octets);
}

/// <summary>What the gateway asks the request's content.</summary>
internal interface IRequestContent
{
    /// <summary>What is not yet read is so little, and so certain, that the connection can be kept.</summary>
    bool KeepsConnection { get; }

    /// <summary>The final response begins, so an interim one must not follow.</summary>
    void ResponseStarts();
}

/// <summary>The content of the request broke off or is malformed.</summary>
internal sealed class RequestContentException(Rejection reason) : EndOfStreamException(reason.Name)
{
    public Rejection Reason { get; } = reason;
}

/// <summary>How a call ended.</summary>
/// <param name="Keeps">The connection can take another request.</param>
/// <param name="Refusal">Nothing was sent, and this is why; the connection answers it.</param>
internal readonly record struct GatewayOutcome(bool Keeps, Rejection? Refusal = null);

/// <summary>The two ends of the connection and what it is protected by, as the environ tells them.</summary>
internal sealed record ConnectionFacts(string ServerName, string ServerPort, string? RemoteAddress, string? RemotePort, string Scheme);

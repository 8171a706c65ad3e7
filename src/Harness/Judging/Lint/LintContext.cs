using Conform.Http;

namespace Conform.Judging.Lint;

/// <summary>A response and what a rule must know about it that the response itself does not hold.</summary>
/// <param name="Response">The response, interim or final.</param>
public sealed record LintContext(Response Response)
{
    /// <summary>What it answers; null when unknown, and then no rule that rests on it speaks.</summary>
    public LintRequest? Request { get; init; }

    /// <summary>Whether the server itself ended the connection behind (or in) this response.</summary>
    public bool ConnectionClosedBehind { get; init; }

    /// <summary>Whether the server closed directly behind it, though nothing else was sent to it, and nothing was left unanswered.</summary>
    public bool ClosedOfItsOwn { get; init; }

    /// <summary>Whether the server was seen not to close for longer than any lingering takes.</summary>
    public bool StayedOpen { get; init; }

    /// <summary>How many final responses follow it on its connection, and how many interim ones behind the last.</summary>
    public int ResponsesBehind { get; init; }

    /// <summary>How many octets stand directly behind this response that begin no other.</summary>
    public long OctetsBehind { get; init; }

    /// <summary>The wall-clock time at which its head was there; null when unknown.</summary>
    public DateTimeOffset? Arrived { get; init; }

    /// <summary>What came on the connection, from its first octet, as far as it was kept; empty when unknown.</summary>
    public ReadOnlyMemory<byte> Received { get; init; }

    /// <summary>Whether a program of the case's own makes the answer, so that its status, fields and content are the case's and not the server's.</summary>
    public bool IsScripted { get; init; }

    /// <summary>The method that it answers; null when unknown.</summary>
    public string? Method => Request?.Method;

    /// <summary>The HTTP-version of the request, such as <c>HTTP/1.1</c>; null when unknown or malformed.</summary>
    public string? Version => Request?.Version;

    /// <summary>Whether the response has the field.</summary>
    /// <param name="field">The field's name.</param>
    public bool Has(string field) => Response.Values(field).Any();

    /// <summary>The only value of a field; null where it has none, or several.</summary>
    /// <param name="field">The field's name.</param>
    public string? Only(string field) => Response.Values(field).Take(2).ToArray() is [var value] ? value : null;
}

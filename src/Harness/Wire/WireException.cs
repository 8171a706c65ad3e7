namespace Conform.Wire;

/// <summary>Why no connection could be made.</summary>
public enum WireFailure
{
    /// <summary>Nobody listens there, or the connection was refused or reset while it was made.</summary>
    Refused,

    /// <summary>No answer within <see cref="WireOptions.ConnectTimeout"/>.</summary>
    TimedOut,

    /// <summary>The name stands for no address.</summary>
    NameNotFound,

    /// <summary>The endpoint cannot be reached or used for another reason.</summary>
    Unreachable,

    /// <summary>TLS could not be agreed.</summary>
    TlsHandshake,

    /// <summary>The server's certificate does not validate.</summary>
    Certificate,
}

/// <summary>No connection could be made. The message is one sentence for the user.</summary>
public sealed class WireException : IOException
{
    /// <summary>Makes one.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="message">One sentence for the user.</param>
    /// <param name="inner">What the system said.</param>
    public WireException(WireFailure failure, string message, Exception? inner = null)
        : base(message, inner) => Failure = failure;

    /// <summary>Why.</summary>
    public WireFailure Failure { get; }
}

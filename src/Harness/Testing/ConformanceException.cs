namespace Conform.Testing;

/// <summary>A test of a <see cref="ConformSuite"/> failed, or its run could not be carried out; the message is the whole report of it.</summary>
public sealed class ConformanceException : Exception
{
    /// <summary>Makes one.</summary>
    public ConformanceException()
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What is to be read.</param>
    public ConformanceException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What is to be read.</param>
    /// <param name="inner">What it comes from.</param>
    public ConformanceException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

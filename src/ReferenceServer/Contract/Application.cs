using System.Runtime.ExceptionServices;

namespace Conform.ReferenceServer.Contract;

/// <summary>Sends octets of the content at once, for applications that cannot hand out blocks.</summary>
/// <param name="block">The octets; the first call commits the response.</param>
public delegate void WriteBody(ReadOnlyMemory<byte> block);

/// <summary>Declares status and fields of the response. Nothing is sent until the first non-empty block.</summary>
/// <param name="status">Three digits, a space, a reason, all in U+0000 to U+00FF.</param>
/// <param name="headers">The fields in order; hop-by-hop fields belong to the server and are refused.</param>
/// <param name="error">What went wrong, when an earlier declaration is to be replaced; thrown again if it is too late for that.</param>
/// <returns>The write callable of this response.</returns>
/// <exception cref="ContractViolationException">A second call without <paramref name="error"/>, or a malformed declaration.</exception>
public delegate WriteBody StartResponse(
    string status, IReadOnlyList<(string Name, string Value)> headers, ExceptionDispatchInfo? error = null);

/// <summary>The application side of the contract, the twin of PEP 3333's callable.</summary>
/// <param name="environ">The request; new for each call and free to be changed.</param>
/// <param name="startResponse">To be called once before the first non-empty block, or again with an error.</param>
/// <returns>The content, block by block; disposed exactly once if it can be.</returns>
public delegate IEnumerable<ReadOnlyMemory<byte>> Application(Dictionary<string, object> environ, StartResponse startResponse);

/// <summary>Hands a stream out in blocks; the twin of <c>wsgi.file_wrapper</c>.</summary>
/// <param name="source">The stream, read from its present position and disposed with the iterable.</param>
/// <param name="blockSize">Octets a block.</param>
/// <returns>The blocks.</returns>
public delegate IEnumerable<ReadOnlyMemory<byte>> FileWrapper(Stream source, int blockSize = 8192);

/// <summary>The application broke a rule of the contract.</summary>
public sealed class ContractViolationException : InvalidOperationException
{
    /// <summary>Makes the exception for one rule.</summary>
    /// <param name="rule">The requirement that was broken.</param>
    /// <param name="message">What the application did.</param>
    public ContractViolationException(string rule, string message)
        : base(message) => Rule = rule;

    /// <summary>The id of the requirement that was broken.</summary>
    public string Rule { get; }
}

/// <summary>Where an application writes what went wrong; the twin of <c>wsgi.errors</c>.</summary>
public abstract class ErrorLog
{
    /// <summary>Writes text as it is.</summary>
    /// <param name="text">Any text.</param>
    public abstract void Write(string text);

    /// <summary>Writes several texts, without line ends of its own.</summary>
    /// <param name="lines">Any texts.</param>
    public virtual void WriteLines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Write(line);
        }
    }

    /// <summary>Hands everything on; writes may stay behind until then.</summary>
    public abstract void Flush();
}

using System.Buffers;
using System.Text;
using Conform.ReferenceServer.Contract;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Hosting;

/// <summary>The sending half of a connection. Once a write fails, every later one does.</summary>
internal sealed class ConnectionOutput(Stream stream, TimeProvider time, FaultSet faults) : IResponseSink
{
    private ArrayBufferWriter<byte>? _held;

    /// <summary>The peer takes no more.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Keeps what follows back; only a defect does that.</summary>
    public void Hold() => _held ??= new();

    /// <summary>Hands over what was kept back; what follows goes out again.</summary>
    public ReadOnlyMemory<byte> TakeHeld()
    {
        var held = _held;
        _held = null;
        return held?.WrittenMemory ?? default;
    }

    public void Send(ReadOnlyMemory<byte> octets)
    {
        if (_held is not null)
        {
            _held.Write(octets.Span);
            return;
        }

        if (IsBroken)
        {
            throw new IOException("the peer takes no more");
        }

        try
        {
            stream.Write(octets.Span);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            IsBroken = true;
            throw new IOException("the peer takes no more", error);
        }
    }

    /// <summary>Answers a refusal; its name is the content.</summary>
    public void Refuse(Rejection reason, bool isHead, bool closes)
    {
        if (reason.Silent || IsBroken)
        {
            return;
        }

        var isSilent = faults[reason.Status < 500 ? Fault.ErrorUnexplained : Fault.FailureUnexplained] || (reason.Status == 505 && faults[Fault.VersionRefusalEmpty]);
        var content = isSilent ? [] : reason.Name.Length == 0 ? [] : Encoding.ASCII.GetBytes(reason.Name + "\n");
        var plan = new ResponsePlan(ResponseFraming.Length, content.Length, !isHead, closes);
        ArrayBufferWriter<byte> answer = new(256);
        var head = new ResponseHead($"{reason.Status} {ReasonPhrase.Of(reason.Status)}", [("Content-Type", "text/plain")], plan)
        {
            Now = time.GetUtcNow(),
        };
        head.WriteTo(answer, faults);
        answer.Write(isHead && !SendsAllTheSame(reason.Status) ? [] : content);
        try
        {
            Send(answer.WrittenMemory);
        }
        catch (IOException)
        {
            // There is nobody left to tell.
        }
    }

    private bool SendsAllTheSame(int status) =>
        status switch { 400 => faults[Fault.HeadRefusalWithContent], 431 => faults[Fault.HeadOverLimitWithContent], _ => false };
}

/// <summary>The reason phrases of the refusals, RFC 9110 section 15.</summary>
internal static class ReasonPhrase
{
    public static string Of(int status) => status switch
    {
        400 => "Bad Request",
        408 => "Request Timeout",
        411 => "Length Required",
        413 => "Content Too Large",
        414 => "URI Too Long",
        417 => "Expectation Failed",
        431 => "Request Header Fields Too Large",
        501 => "Not Implemented",
        505 => "HTTP Version Not Supported",
        _ => "Internal Server Error",
    };
}

using System.Buffers;
using System.Globalization;
using System.Text;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract;

/// <summary>A committed response: the head waits for the first block so that both leave in one piece.</summary>
internal sealed class ResponseBody
{
    private readonly ArrayBufferWriter<byte> _pending = new(512);
    private readonly ResponseHead _head;
    private readonly IResponseSink _sink;
    private readonly ErrorLog _log;
    private readonly FaultSet _faults;
    private readonly bool _isChunked;
    private readonly bool _omitsEnd;
    private bool _hasSent;
    private long? _left;

    public ResponseBody(ResponseHead head, IResponseSink sink, ErrorLog log, FaultSet faults)
    {
        (_head, _sink, _log, _faults) = (head, sink, log, faults);
        _isChunked = head.Plan.Framing == ResponseFraming.Chunked || (head.IsFixture && faults[Fault.LengthAndChunked]);
        _omitsEnd = head is { IsStream: true, IsHead: false, IsPlain: true, Plan.Closes: false } && faults[Fault.LastChunkMissing];
        _left = head.Plan.Framing == ResponseFraming.Length ? head.Plan.Length : null;
        head.WriteTo(_pending, faults);
    }

    /// <summary>More was handed in than the length states.</summary>
    public bool IsOverrun { get; private set; }

    /// <summary>All octets that the Content-Length states were handed in.</summary>
    public bool IsWhole => _left == 0;

    /// <summary>Sends one block and hands it to the network. False when nothing more is wanted.</summary>
    public bool Send(ReadOnlyMemory<byte> block)
    {
        if (!_head.Plan.SendsContent)
        {
            Flush();
            return false;
        }

        if (_hasSent && _head.Separates)
        {
            block = (byte[])[(byte)'\n', .. block.Span];
        }

        _hasSent = true;
        IsOverrun |= _left is { } left && block.Length > left;
        if (IsOverrun)
        {
            _log.Write("The content is longer than its Content-Length.\n");
            _log.Flush();
        }

        var kept = IsOverrun && !_head.Exceeds ? block[..(int)_left!.Value] : block;
        _left -= Math.Min(kept.Length, _left ?? 0);
        Append(kept.Span);
        Flush();
        return !IsOverrun || _head.Exceeds || _faults[Fault.ExcessAskedFor];
    }

    /// <summary>Sends an empty block as it is; only a defect does that.</summary>
    public void SendEmptyChunk()
    {
        _pending.Write(_isChunked ? "0\r\n\r\n"u8 : ""u8);
        Flush();
    }

    /// <summary>Ends the response. True when the connection can take another request.</summary>
    public bool End()
    {
        if (_isChunked && _head.Plan.SendsContent && !_omitsEnd)
        {
            var trailer = !_head.IsStream ? "" : _faults[Fault.TrailerUnannounced] ? "X-Sum: 1\r\n" : _faults[Fault.TrailerForbidden] ? "Cache-Control: no-store\r\n" : "";
            _pending.Write(Encoding.ASCII.GetBytes($"0\r\n{trailer}\r\n"));
        }

        if (_head.Spoils(Fault.ExtraOctets, _faults))
        {
            _pending.Write("extra"u8);
        }

        Flush();
        var isShort = _head.Plan.SendsContent && _left > 0 && !_faults[Fault.ShortContentKeptOpen];
        if (isShort)
        {
            _log.Write("The content is shorter than its Content-Length.\n");
            _log.Flush();
        }

        return !isShort && !_head.Plan.Closes && !(_isChunked && _omitsEnd);
    }

    private void Append(ReadOnlySpan<byte> block)
    {
        if (block.IsEmpty)
        {
            return;
        }

        if (_isChunked)
        {
            _pending.Write(Encoding.ASCII.GetBytes(block.Length.ToString("x", CultureInfo.InvariantCulture)));
            _pending.Write(!_head.IsStream ? ""u8 : _faults[Fault.ChunkSizePadded] ? " "u8 : _faults[Fault.ChunkExtensionEmpty] ? ";"u8 : ""u8);
            _pending.Write("\r\n"u8);
        }

        var target = _pending.GetSpan(block.Length);
        block.CopyTo(target);
        if (_head.IsText)
        {
            target[..block.Length].Replace((byte)0xFF, (byte)'?');
        }

        _pending.Advance(block.Length);
        if (_isChunked)
        {
            _pending.Write("\r\n"u8);
        }
    }

    private void Flush()
    {
        if (_pending.WrittenCount > 0)
        {
            _sink.Send(_pending.WrittenMemory);
            _pending.ResetWrittenCount();
        }
    }
}

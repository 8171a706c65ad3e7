using System.Text;

namespace Conform.ReferenceServer.Contract.Programs;

/// <summary>Thirty octets to be handed to the server's file wrapper, from a position on, whose close can be seen.</summary>
internal sealed class ProbeFile : MemoryStream
{
    private readonly Action _closed;
    private readonly string _kind;
    private readonly int _start;
    private bool _isClosed;

    public ProbeFile(int position, string kind, Action closed)
        : base(Encoding.ASCII.GetBytes("012345678901234567890123456789"), writable: false)
    {
        (_closed, _kind, _start) = (closed, kind, position);
        Position = position;
    }

    /// <summary>What can only be read has no length.</summary>
    public override long Length => _kind == "noclose" ? throw new NotSupportedException("it can only be read") : base.Length;

    /// <summary>A file may give less than was asked for, and may fail.</summary>
    public override int Read(byte[] buffer, int offset, int count) =>
        _kind == "broken" && Position > _start ? throw new MarkerException("app") : base.Read(buffer, offset, _kind == "short" ? Math.Min(count, 3) : count);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!_isClosed)
        {
            _isClosed = true;
            _closed();
        }
    }
}

using System.Text;

namespace Conform.ReferenceServer.Contract.Programs;

/// <summary>Thirty octets to be handed to the server's file wrapper, from a position on, whose close can be seen.</summary>
internal sealed class ProbeFile : MemoryStream
{
    private readonly Action _closed;
    private readonly bool _isBare;
    private bool _isClosed;

    public ProbeFile(int position, bool isBare, Action closed)
        : base(Encoding.ASCII.GetBytes("012345678901234567890123456789"), writable: false)
    {
        (_closed, _isBare) = (closed, isBare);
        Position = position;
    }

    /// <summary>What can only be read has no length.</summary>
    public override long Length => _isBare ? throw new NotSupportedException("it can only be read") : base.Length;

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

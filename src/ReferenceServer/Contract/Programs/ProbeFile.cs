using System.Text;

namespace Conform.ReferenceServer.Contract.Programs;

/// <summary>Thirty octets to be handed to the server's file wrapper, from a position on, whose close can be seen.</summary>
internal sealed class ProbeFile : MemoryStream
{
    private readonly Action _closed;
    private bool _isClosed;

    public ProbeFile(int position, Action closed)
        : base(Encoding.ASCII.GetBytes("012345678901234567890123456789"), writable: false)
    {
        _closed = closed;
        Position = position;
    }

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

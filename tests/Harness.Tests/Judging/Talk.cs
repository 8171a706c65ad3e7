using System.Text;
using Conform.Observations;

namespace Conform.Harness.Tests.Judging;

/// <summary>A transcript written down event by event, as a conversation would have left it. Line ends in the texts are CRLF already.</summary>
internal sealed class Talk
{
    public const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    public const string OkClose = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok";
    public const string Refused = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
    public const string RefusedClose = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    public const string Get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

    private readonly List<WireEvent> _events = [];
    private int _channel = 1;

    public static Talk New => new Talk().Add(WireEventKind.Connected);

    public static Talk Asked(string octets = Get) => New.Sent(octets);

    public static implicit operator Transcript(Talk talk) => new([.. talk._events]);

    public Talk Sent(string octets) => Add(WireEventKind.Sent, octets);

    public Talk Received(string octets) => Add(WireEventKind.Received, octets);

    public Talk Fin() => Add(WireEventKind.Fin);

    public Talk Reset() => Add(WireEventKind.Reset);

    public Talk TlsCut() => Add(WireEventKind.TlsTruncated);

    public Talk TlsClosed() => Add(WireEventKind.TlsClosed);

    public Talk Quiet(long milliseconds = 1000) => Add(WireEventKind.Quiet, count: milliseconds);

    public Talk Unsent(long count) => Add(WireEventKind.Unsent, count: count);

    public Talk Elided(long count) => Add(WireEventKind.Elided, count: count);

    public Talk Sentinel(string? answer = null)
    {
        Add(WireEventKind.Sentinel).Sent("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        return answer is null ? this : Received(answer);
    }

    /// <summary>The engine has done the expect step of this index.</summary>
    public Talk Expect(int step = 1) => Add(WireEventKind.Step, count: step, note: ObservationReader.ExpectWord);

    public Talk Await(int step) => Add(WireEventKind.Step, count: step, note: ObservationReader.AwaitWord);

    /// <summary>The application told the witness, in its first call.</summary>
    public Talk Told(string line)
    {
        _events.Add(new WireEvent(_events.Count, TimeSpan.Zero, -1, WireEventKind.Told) { Note = line });
        return this;
    }

    public Talk Aborted() => Add(WireEventKind.Aborted);

    public Talk Closed() => Add(WireEventKind.Closed);

    public Talk NextConnection()
    {
        _channel++;
        return Add(WireEventKind.Connected);
    }

    /// <summary>A connect that was refused, and is tried again.</summary>
    public static Talk AfterRefusedConnect()
    {
        var talk = new Talk().Add(WireEventKind.ConnectFailed, note: "refused");
        talk._channel++;
        return talk.Add(WireEventKind.Connected);
    }

    private Talk Add(WireEventKind kind, string octets = "", long count = 0, string? note = null)
    {
        _events.Add(new WireEvent(_events.Count, TimeSpan.FromMilliseconds(_events.Count), _channel, kind)
        {
            Octets = Encoding.Latin1.GetBytes(octets), Count = count, Note = note,
        });
        return this;
    }
}

using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;

namespace Conform.Wire.Witness;

/// <summary>
/// Where adapters tell what the wire cannot show: one TCP connection a call of the application, a JSON object a line. A line with a gate is answered
/// once the application may go on. Who calls with an id that nobody waits for may go on at once.
/// </summary>
public sealed class WitnessListener : IWitness
{
    private static readonly byte[] Go = "go\n"u8.ToArray();
    private readonly ConcurrentDictionary<string, IWitnessSink> _sinks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Call, bool> _nameless = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _marks = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly Socket _socket;
    private readonly Task _accepting;
    private int _heard;

    private WitnessListener(Socket socket)
    {
        _socket = socket;
        Endpoint = (IPEndPoint)socket.LocalEndPoint!;
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Endpoint { get; }

    /// <summary>How many lines were read, whoever they were for.</summary>
    public int Heard => _heard;

    /// <inheritdoc/>
    public string Place => Endpoint.ToString();

    /// <inheritdoc/>
    public string? Complaint { get; private set; }

    /// <summary>Begins to listen.</summary>
    /// <param name="at">The address; port 0 for a free one.</param>
    /// <exception cref="SocketException">The address cannot be had.</exception>
    public static WitnessListener Open(IPEndPoint at)
    {
        var socket = new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(at);
            socket.Listen(512);
            return new WitnessListener(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IDisposable Listen(string id, IWitnessSink sink)
    {
        _sinks[id] = sink;
        return new Subscription(() => _sinks.TryRemove(new KeyValuePair<string, IWitnessSink>(id, sink)));
    }

    /// <summary>
    /// Returns when every call that began before now is known by its id: connections are accepted in the order in which they were made, so one of our
    /// own stands behind all of them.
    /// </summary>
    /// <param name="patience">How long a caller may take to say who it is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task CatchUpAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellation)
    {
        using var mark = new Socket(Endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        mark.Bind(new IPEndPoint(Endpoint.Address, 0));
        var port = ((IPEndPoint)mark.LocalEndPoint!).Port;
        var passed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _marks[port] = passed;
        try
        {
            await mark.ConnectAsync(Endpoint, cancellation);
            await passed.Task.WaitAsync(patience, time, cancellation);
            await Task.WhenAll(_nameless.Keys.Select(c => c.Named.Task)).WaitAsync(patience, time, cancellation);
        }
        catch (TimeoutException)
        {
            // Who connects and says nothing is not waited for.
        }
        finally
        {
            _marks.TryRemove(port, out _);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _socket.Dispose();
        await _accepting;
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        var calls = new ConcurrentDictionary<Task, bool>();
        while (!_ended.IsCancellationRequested)
        {
            try
            {
                var accepted = await _socket.AcceptAsync(_ended.Token);
                if (_marks.TryRemove(((IPEndPoint)accepted.RemoteEndPoint!).Port, out var mark))
                {
                    accepted.Dispose();
                    mark.SetResult();
                    continue;
                }

                accepted.NoDelay = true;
                var call = ServeAsync(accepted);
                calls[call] = true;
                _ = call.ContinueWith(t => calls.TryRemove(t, out _), TaskScheduler.Default);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                break;
            }
            catch (SocketException)
            {
                // A caller that went away before it was accepted is no reason to be deaf to the others.
            }
        }

        await Task.WhenAll(calls.Keys);
    }

    private async Task ServeAsync(Socket socket)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        var call = new Call();
        _nameless[call] = true;
        try
        {
            var reader = PipeReader.Create(stream);
            while (true)
            {
                var read = await reader.ReadAsync(_ended.Token);
                var rest = read.Buffer;
                while (rest.PositionOf((byte)'\n') is { } end)
                {
                    await TakeAsync(call, WitnessLine.Parse(rest.Slice(0, end).ToArray()), stream);
                    rest = rest.Slice(rest.GetPosition(1, end));
                }

                if (rest.Length > WitnessLine.Longest) throw new FormatException($"a line to the witness is longer than {WitnessLine.Longest} octets");
                reader.AdvanceTo(rest.Start, rest.End);
                if (read.IsCompleted) return;
            }
        }
        catch (FormatException e)
        {
            Complaint ??= e.Message;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The end of the connection is the end of the call, however it comes.
        }
        finally
        {
            Name(call);
            if (call.Sink is { } sink) sink.Ended(call.Number);
        }
    }

    private async Task TakeAsync(Call call, WitnessLine line, Stream stream)
    {
        Interlocked.Increment(ref _heard);
        if (call.Sink is null && _sinks.TryGetValue(line.Id, out var sink)) (call.Sink, call.Number) = (sink, sink.Begin());
        call.Sink?.Told(call.Number, line);
        Name(call);
        if (line.Gate is not { } gate) return;
        if (call.Sink is { } holder) await holder.HoldAsync(call.Number, gate, _ended.Token);
        await stream.WriteAsync(Go, _ended.Token);
    }

    private void Name(Call call)
    {
        _nameless.TryRemove(call, out _);
        call.Named.TrySetResult();
    }

    private sealed class Call
    {
        public TaskCompletionSource Named { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IWitnessSink? Sink { get; set; }

        public int Number { get; set; }
    }
}

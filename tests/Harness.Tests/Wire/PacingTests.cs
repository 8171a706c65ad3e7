using System.Net;
using System.Net.Sockets;
using Conform.Observations;
using Conform.Wire;

namespace Conform.Harness.Tests.Wire;

public sealed class PacingTests
{
    [TestCase(1, false)]
    [TestCase(4, false)]
    [TestCase(4, true)]
    public async Task A_server_that_counts_its_reads_sees_the_pieces_apart(int connections, bool busy)
    {
        using var stop = new CancellationTokenSource();
        Thread[] burners = busy ? [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() => Burn(stop.Token)))] : [];
        foreach (var burner in burners) burner.Start();
        try
        {
            var best = 0.0;

            // What is tested is that the pieces go out apart; a machine that stands still for a moment is no fault of theirs.
            for (var attempt = 0; attempt < 5 && best < 0.95; attempt++) best = Math.Max(best, await ShareSeenAsync(connections, pieces: 200));
            await TestContext.Out.WriteLineAsync($"{connections} connections, busy {busy}: {best:P1} of the cuts seen");
            Assert.That(best, Is.GreaterThanOrEqualTo(0.95));
        }
        finally
        {
            await stop.CancelAsync();
            foreach (var burner in burners) burner.Join();
        }
    }

    [Test]
    public async Task Without_a_gap_the_cuts_are_lost()
    {
        // Shows that the test above can fail: the counting server does merge what comes together.
        var share = 1.0;
        for (var attempt = 0; attempt < 5 && share >= 0.95; attempt++) share = await ShareSeenAsync(4, 200, TimeSpan.Zero);
        Assert.That(share, Is.LessThan(0.95));
    }

    internal static async Task<double> ShareSeenAsync(int connections, int pieces, TimeSpan? gap = null)
    {
        using var listener = Peer.Listen();
        var endpoint = new TcpEndpoint("127.0.0.1", ((IPEndPoint)listener.LocalEndPoint!).Port);
        var counting = Enumerable.Range(0, connections).Select(_ => new ReadCounter(listener)).ToArray();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            var options = gap is { } given ? WireOptions.Default with { Gap = given } : WireOptions.Default;
            await using var connection = await WireConnection.OpenAsync(
                endpoint, options, new TranscriptRecorder(TimeProvider.System), null, TimeProvider.System, CancellationToken.None);
            await connection.SendAsync(
                [.. Enumerable.Repeat((ReadOnlyMemory<byte>)"x"u8.ToArray(), pieces)], null, Peer.Patience, CancellationToken.None);
        }));
        var reads = counting.Sum(c => c.Join());
        return (double)(reads - connections) / (connections * (pieces - 1));
    }

    private static void Burn(CancellationToken until)
    {
        for (var x = 1u; !until.IsCancellationRequested;) x = (x * 1664525) + 1013904223;
    }

    /// <summary>A server on a thread of its own, as the servers under test are: the pool of this process must not stand in its way.</summary>
    private sealed class ReadCounter
    {
        private readonly Thread _thread;
        private int _reads;

        public ReadCounter(Socket listener)
        {
            _thread = new Thread(() =>
            {
                using var socket = listener.Accept();
                var buffer = new byte[1024];
                while (socket.Receive(buffer) > 0) _reads++;
            });
            _thread.Start();
        }

        public int Join()
        {
            _thread.Join();
            return _reads;
        }
    }
}

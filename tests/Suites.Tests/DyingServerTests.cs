using System.Net.Sockets;
using System.Text;
using Conform.Generation.Deliveries;
using Conform.Suites.Tests.Servers;

namespace Conform.Suites.Tests;

/// <summary>A server that dies in the middle is said to have died, and where.</summary>
public sealed class DyingServerTests
{
    [Test, CancelAfter(60_000)]
    public async Task The_case_that_a_server_dies_at_is_named(CancellationToken cancellation)
    {
        TinyServer? server = null;
        server = new TinyServer(async (socket, stop) =>
        {
            var buffer = new byte[65536];
            var count = await socket.ReceiveAsync(buffer, stop);
            if (Encoding.Latin1.GetString(buffer, 0, count).Contains("Transfer-Encoding", StringComparison.Ordinal))
            {
                server!.Die();
                return;
            }

            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), stop);
            socket.Shutdown(SocketShutdown.Send);
            while (await socket.ReceiveAsync(buffer, stop) > 0)
            {
                // Lingers.
            }
        });
        await using (server)
        {
            var plan = SuiteRun.Plan(["rfc9112/host", "rfc9112/transfer-encoding"], Delivery.Whole) with { Jobs = 1 };
            var run = await SuiteRun.AgainstAsync(SuiteRun.At(server.Url), plan, cancellation);
            Assert.Multiple(() =>
            {
                Assert.That(run.Outcome!.Died, Has.Count.EqualTo(1));
                Assert.That(run.Outcome.Died[0], Does.Contain("rfc9112/transfer-encoding/"));
                Assert.That(run.Cases.Count(), Is.EqualTo(plan.Cases.Count), "every case has a result");
            });
        }
    }
}

using System.Net.Sockets;
using Conform.ReferenceServer.Hosting;

namespace Conform.ReferenceServer.Tests.Live;

[TestFixture]
internal sealed class ListenerTests
{
    private const string Get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static ListenAddress AddressOf(string kind) => kind switch
    {
        "ipv4" => ListenAddress.Loopback,
        "ipv6" => ListenAddress.IPv6Loopback,
        "tls" => ListenAddress.TlsLoopback,
        _ => new(new UnixDomainSocketEndPoint(Path.Combine(TestContext.CurrentContext.WorkDirectory, "reference.sock"))),
    };

    [TestCase("ipv4")]
    [TestCase("ipv6")]
    [TestCase("unix")]
    [TestCase("tls")]
    public async Task Hello_is_answered_on_every_kind_of_address(string kind)
    {
        await using var host = await ReferenceServerHost.StartAsync(new() { Addresses = [AddressOf(kind)] }, TimeProvider.System);

        var answer = await RawClient.ExchangeAsync(host.Addresses[0], [Get, Get], halfCloses: true);

        Assert.That(answer, Does.StartWith("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 20\r\nDate: "));
        Assert.That(answer.Split("<h1>Hello, web!</h1>"), Has.Length.EqualTo(3));
        Assert.That(answer, Does.EndWith("</h1>"));
    }
}

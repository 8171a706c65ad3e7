using Conform.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Conform.Kestrel.Tests;

/// <summary>What a user's own test project looks like: a server in this process, and a test a case. Nothing of the harness but its door is used.</summary>
public sealed class KestrelTests
{
    private static readonly ConformSuite Suite = new(
        "rfc9112/host", "rfc9112/chunked", "rfc9112/content-length", "rfc9112/pipelining", "rfc9110/expect",
        "--delivery", "whole", "--deviations", Path.Combine(AppContext.BaseDirectory, "deviations.txt"));

    private readonly WebApplication _server = Server();

    private static IEnumerable<TestCaseData> Tests => Suite.Tests.Select(test => new TestCaseData(test) { TestName = test });

    [OneTimeSetUp]
    public async Task Run()
    {
        await _server.StartAsync();
        await Suite.RunAsync("--target", _server.Urls.First(), "--echo", "/echo");
    }

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [TestCaseSource(nameof(Tests))]
    public void Conforms(string test) => Suite.Verify(test, Assert.Ignore);

    private static WebApplication Server()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.MapMethods("/", ["GET", "HEAD"], () => "Hello, web!");
        server.Map("/echo", async context =>
        {
            using var content = new MemoryStream();
            await context.Request.Body.CopyToAsync(content);
            context.Response.ContentLength = content.Length;
            await context.Response.Body.WriteAsync(content.ToArray());
        });
        return server;
    }
}

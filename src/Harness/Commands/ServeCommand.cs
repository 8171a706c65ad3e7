using System.CommandLine;
using System.Net;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Hosting;

namespace Conform.Commands;

/// <summary><c>conform serve</c>: keeps the reference server running for others.</summary>
internal static class ServeCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    /// <param name="time">The clock.</param>
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var port = new Option<int>("--port") { Description = "the port; 0 takes a free one", DefaultValueFactory = _ => 0, HelpName = "N" };
        var ipv6 = new Option<bool>("--ipv6") { Description = "listen on ::1 instead of 127.0.0.1" };
        var unix = new Option<string?>("--unix") { Description = "listen on a Unix socket instead", HelpName = "PATH" };
        var tls = new Option<bool>("--tls") { Description = "speak TLS, with a certificate made at start" };
        var defect = new Option<string?>("--defect") { Description = "one or more faults, behind commas", HelpName = "NAME" }.OfferDefects();
        var list = new Option<bool>("--defects") { Description = "list the faults and end" };
        var command = new Command("serve", "run the reference server until it is stopped") { port, ipv6, unix, tls, defect, list };
        command.SetAction((parse, cancellation) => Guard.ExecuteAsync(
            async () =>
            {
                if (parse.GetValue(list)) return List(output);
                EndPoint address = parse.GetValue(unix) is { } path
                    ? new System.Net.Sockets.UnixDomainSocketEndPoint(path)
                    : new IPEndPoint(parse.GetValue(ipv6) ? IPAddress.IPv6Loopback : IPAddress.Loopback, Port(parse.GetValue(port)));
                var options = new ReferenceServerOptions
                {
                    Addresses = [new ListenAddress(address, parse.GetValue(tls))], Defects = Targets.Defects(parse.GetValue(defect)), Log = errors.WriteLine,
                    Witness = Witness(), Ledger = Ledger(),
                };
                await using var host = await StartAsync(options, address, time, cancellation);
                output.WriteLine(Url(host.Addresses[0].Address, parse.GetValue(tls)));
                await output.FlushAsync(CancellationToken.None);
                await Stopped(cancellation);
                return 0;
            },
            errors));
        return command;
    }

    // A server that programs run on is told by its environment where they tell what they do, whoever made it.
    private static IPEndPoint? Witness() => Environment.GetEnvironmentVariable("PROBE_WITNESS") is not { Length: > 0 } text ? null
        : IPEndPoint.TryParse(text, out var at) && at.Port > 0 ? at : throw new UsageException($"PROBE_WITNESS={text}: an address and a port, such as 127.0.0.1:9800");

    private static string? Ledger() => Environment.GetEnvironmentVariable("PROBE_LEDGER") is not { Length: > 0 } folder ? null
        : Directory.Exists(folder) ? folder : throw new UsageException($"PROBE_LEDGER={folder}: there is no such folder");

    private static int Port(int port) => port is >= 0 and <= 65535 ? port : throw new UsageException($"--port {port}: a port is 0 to 65535");

    private static async Task<ReferenceServerHost> StartAsync(
        ReferenceServerOptions options, EndPoint address, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            return await ReferenceServerHost.StartAsync(options, time, cancellation);
        }
        catch (System.Net.Sockets.SocketException e)
        {
            throw new UsageException($"cannot listen on {address}: {e.Message}");
        }
    }

    private static async Task Stopped(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how this command ends.
        }
    }

    private static int List(TextWriter output)
    {
        foreach (var defect in DefectCatalogue.All) output.WriteLine($"{defect.Name,-36} {defect.Requirement,-48} {defect.Summary}");
        return 0;
    }

    private static string Url(EndPoint endpoint, bool tls) => endpoint is IPEndPoint ip ? $"{(tls ? "https" : "http")}://{ip}/" : $"unix:{endpoint}";
}

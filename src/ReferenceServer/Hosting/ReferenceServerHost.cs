using System.Security.Cryptography.X509Certificates;
using Conform.ReferenceServer.Contract.Applications;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Hosting;

/// <summary>A running reference server. It listens from the moment it is handed out until it is disposed.</summary>
public sealed class ReferenceServerHost : IAsyncDisposable
{
    /// <summary>User, colon, password: what opens <c>/probe/protected</c>, by the Basic scheme.</summary>
    public const string Credentials = ProtectedApplication.Account;

    private readonly ServerShared _shared;
    private readonly List<Listener> _listeners = [];

    private ReferenceServerHost(ServerShared shared, X509Certificate2? certificate) => (_shared, Certificate) = (shared, certificate);

    /// <summary>The addresses with the ports they got, in the order of the options.</summary>
    public IReadOnlyList<ListenAddress> Addresses => [.. _listeners.Select(listener => listener.Bound)];

    /// <summary>The certificate of the TLS addresses, signed by itself; null where there are none.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="options">How it is to be.</param>
    /// <param name="time">The clock for deadlines and for Date.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <returns>The server, already listening.</returns>
    /// <exception cref="System.Net.Sockets.SocketException">An address cannot be had.</exception>
    public static async Task<ReferenceServerHost> StartAsync(
        ReferenceServerOptions options, TimeProvider time, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var faults = FaultSet.Of(options.Defects.Select(defect => defect.Fault), options.Watch);
        var application = new Dispatcher(time, faults, id => TellingWitness.Of(options, id, time, faults[Fault.ProcessesUnannounced]));
        var certificate = options.Addresses.Any(address => address.UsesTls) ? ServerCertificate.Create(time.GetUtcNow()) : null;
        var host = new ReferenceServerHost(new ServerShared(options, time, faults, application.Call), certificate);
        try
        {
            foreach (var address in options.Addresses)
            {
                cancellation.ThrowIfCancellationRequested();
                host._listeners.Add(new Listener(address, host._shared, certificate));
            }

            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops listening and ends every connection at once.</summary>
    /// <returns>When nothing of it is left.</returns>
    public async ValueTask DisposeAsync()
    {
        foreach (var listener in _listeners)
        {
            await listener.DisposeAsync();
        }

        _shared.Dispose();
        Certificate?.Dispose();
    }
}

namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of the end of TLS.</summary>
internal static class TlsDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.TlsEndUnsaid, "rfc9112-9.8-tls-server-close-notify", "Ends the connection without ending TLS."),
        new(Fault.TlsCutEndsNext, "rfc9112-9.8-tls-incomplete-close", "Ends the next connection where a client tore one down."),
    ];
}

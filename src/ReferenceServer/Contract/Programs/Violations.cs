using System.Net.Sockets;

namespace Conform.ReferenceServer.Contract.Programs;

/// <summary>The ill-formed statuses, fields and blocks that a program can ask for by name.</summary>
internal static class Violations
{
    private static readonly Dictionary<string, object?> _statuses = new(StringComparer.Ordinal)
    {
        ["int"] = 200,
        ["bytes"] = "200 OK"u8.ToArray(),
        ["none"] = null,
        ["noreason"] = "200",
        ["crlf"] = "200 OK\r\nX-Inj: 1",
        ["lf"] = "200 OK\nX-Inj: 1",
        ["ctl"] = "200 O\u0001K",
        ["nonlatin"] = "200 \u20AC",
        ["word"] = "OK",
        ["code99"] = "99 Low",
        ["code4"] = "2000 OK",
    };

    private static readonly Dictionary<string, (object?, object?)> _fields = new(StringComparer.Ordinal)
    {
        ["int"] = ("X-Bad", 1),
        ["bytes"] = ("X-Bad", "1"u8.ToArray()),
        ["none"] = ("X-Bad", null),
        ["crlf"] = ("X-Bad", "1\r\nX-Inj: 1"),
        ["lf"] = ("X-Bad", "1\nX-Inj: 1"),
        ["ctl"] = ("X-Bad", "a\u0001b"),
        ["nonlatin"] = ("X-Bad", "\u20AC"),
        ["name-bytes"] = ("X-Bad"u8.ToArray(), "1"),
        ["name-colon"] = ("X-Bad:", "1"),
        ["name-space"] = ("X Bad", "1"),
        ["name-empty"] = ("", "1"),
        ["name-crlf"] = ("X-Bad\r\nX-Inj", "1"),
    };

    public static object? Status(string name) => _statuses.TryGetValue(name, out var status) ? status : throw Unknown(name);

    public static (object? Name, object? Value) Field(string name) => _fields.TryGetValue(name, out var field) ? field : throw Unknown(name);

    public static object? Block(string name) => name switch
    {
        "text" => "text",
        "int" => 7,
        _ => null,
    };

    /// <summary>What the application's own work may raise, such as a lost connection to somebody else.</summary>
    public static Exception Error(string kind) => kind switch
    {
        "connection" => new IOException("Marker: connection", new SocketException((int)SocketError.ConnectionReset)),
        "pipe" => new IOException("Marker: pipe", new SocketException((int)SocketError.Shutdown)),
        "timeout" => new TimeoutException("Marker: timeout"),
        "file" => new FileNotFoundException("Marker: file"),
        "stop" => new OperationCanceledException("Marker: stop"),
        "lookup" => new KeyNotFoundException("Marker: lookup"),
        "memory" => new InsufficientMemoryException("Marker: memory"),
        _ => throw Unknown(kind),
    };

    private static FormatException Unknown(string name) => new("there is no violation " + name);
}

namespace Conform.ReferenceServer.Contract.Programs;

/// <summary>The ill-formed statuses and fields that a program can ask for by name; what C#'s types rule out is not here.</summary>
internal static class Violations
{
    private static readonly Dictionary<string, string?> _statuses = new(StringComparer.Ordinal)
    {
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

    private static readonly Dictionary<string, (string, string?)> _fields = new(StringComparer.Ordinal)
    {
        ["none"] = ("X-Bad", null),
        ["crlf"] = ("X-Bad", "1\r\nX-Inj: 1"),
        ["lf"] = ("X-Bad", "1\nX-Inj: 1"),
        ["ctl"] = ("X-Bad", "a\u0001b"),
        ["nonlatin"] = ("X-Bad", "\u20AC"),
        ["name-colon"] = ("X-Bad:", "1"),
        ["name-space"] = ("X Bad", "1"),
        ["name-empty"] = ("", "1"),
        ["name-crlf"] = ("X-Bad\r\nX-Inj", "1"),
    };

    public static bool TryStatus(string name, out string? status) => _statuses.TryGetValue(name, out status);

    public static bool TryField(string name, out (string Name, string? Value) field) => _fields.TryGetValue(name, out field);

    /// <summary>C# can express every step of the program.</summary>
    public static bool Express(ProbeProgram program) =>
        program.Call.Concat(program.Body).Concat(program.Close).All(step => step.Verb switch
        {
            "sb" => _statuses.ContainsKey(step.Operand(0)),
            "hb" => _fields.ContainsKey(step.Operand(0)),
            "wb" or "yb" => false,
            "ret" => step.Operand(0) is not ("text" or "bytes"),
            _ => true,
        });
}

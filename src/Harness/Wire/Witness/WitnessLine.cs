using System.Text;
using System.Text.Json;

namespace Conform.Wire.Witness;

/// <summary>One line that an adapter sends to the witness: a JSON object with the conversation's id, an event, and perhaps a result, a kind and a detail.</summary>
/// <param name="Id">The conversation's id, as it stood in the request.</param>
/// <param name="Event">What happened: <c>start</c>, <c>restart</c>, <c>write</c>, <c>next</c>, <c>read</c>, <c>tell</c>, <c>close</c>, <c>hello</c>, <c>gate</c>, <c>gate-lost</c>.</param>
/// <param name="Gate">The label of the gate at which the application waits for an answer; null where it goes on.</param>
/// <param name="Text">The event in one line, with its result or detail behind it.</param>
/// <param name="Octets">The line as it came.</param>
public sealed record WitnessLine(string Id, string Event, string? Gate, string Text, ReadOnlyMemory<byte> Octets)
{
    /// <summary>Tells the calls of one conversation apart where they share a file: the process, and a name within it.</summary>
    public string Call { get; private init; } = string.Empty;

    /// <summary>The name of the file that opens the gate in a ledger; null where the numbers that it is made of are none.</summary>
    public string? GateFile { get; private init; }

    /// <summary>The longest line that is read: a block of the longest request-line, in hexadecimal, and room to spare.</summary>
    public const int Longest = 4 * 1024 * 1024;

    /// <summary>Reads one line.</summary>
    /// <param name="octets">The line without its end.</param>
    /// <exception cref="FormatException">It is no line of this protocol; the message shows it.</exception>
    public static WitnessLine Parse(ReadOnlyMemory<byte> octets)
    {
        try
        {
            using var json = JsonDocument.Parse(octets);
            var root = json.RootElement;
            var happened = Member(root, "ev") ?? throw new FormatException("the line has no ev");
            var id = Member(root, "id") ?? throw new FormatException("the line has no id");
            string?[] parts = [happened, Member(root, "r"), Member(root, "kind"), Member(root, "d")];
            return new WitnessLine(id, happened, Member(root, "gate"), string.Join(' ', parts.Where(p => p is { Length: > 0 })), octets)
            {
                Call = $"{Raw(root, "pid")} {Raw(root, "call")}",
                GateFile = GateName(id, [Raw(root, "pid"), Raw(root, "call"), Raw(root, "n")]),
            };
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            var shown = Encoding.Latin1.GetString(octets.Span[..Math.Min(octets.Length, 200)]);
            throw new FormatException($"the witness was told what is no line of its protocol: {shown}", e);
        }
    }

    // Made of what a server tells, so nothing else may stand in it.
    private static string? GateName(string id, IReadOnlyList<string> numbers) =>
        numbers.All(n => n.Length > 0 && n.All(char.IsAsciiDigit)) && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? $"{id}.{string.Join('.', numbers)}.go" : null;

    private static string Raw(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetRawText() : string.Empty;

    private static string? Member(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

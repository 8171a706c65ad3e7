using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conform.Cases;
using Conform.Reporting.Records;

namespace Conform.Reporting.Matrix;

/// <summary>A matrix as JSON and back, so that a later one can be held against it.</summary>
public static class MatrixJson
{
    private const int Format = 1;
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it: a line a server and a line a case, so that versions of the file can be compared.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(ServerMatrix matrix, TextWriter output)
    {
        output.Write($"{{\"record\":\"matrix\",\"format\":{Format},\n\"servers\":[\n");
        output.Write(string.Join(",\n", matrix.Servers.Select(s => Server(s).ToJsonString(Options))));
        output.Write("\n],\n\"agreement\":[\n");
        output.Write(string.Join(",\n", matrix.Servers.Select((_, a) => new JsonArray([.. matrix.Servers.Select((_, b) => Agreement(matrix.Agreement(a, b)))]).ToJsonString(Options))));
        output.Write("\n],\n\"cases\":{\n");
        output.Write(string.Join(",\n", matrix.Rows.Select(r => $"{JsonValue.Create(r.Case).ToJsonString(Options)}:{new JsonArray([.. r.Cells.Select(Cell)]).ToJsonString(Options)}")));
        output.Write("\n}}\n");
    }

    /// <summary>Reads it.</summary>
    /// <param name="text">What <see cref="Write"/> wrote.</param>
    /// <exception cref="FormatException">It is something else; the message says what is missing.</exception>
    public static ServerMatrix Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || root.TextOrNull("record") != "matrix") throw new FormatException("it is no matrix; conform matrix --format json:FILE writes one");
            if (root.GetProperty("format").GetInt32() != Format) throw new FormatException($"its format is {root.GetProperty("format")}, and this program reads {Format}");
            var cases = root.GetProperty("cases").EnumerateObject().Select(c => (c.Name, Cells: c.Value.EnumerateArray().Select(ReadCell).ToList())).ToList();
            return new ServerMatrix([.. root.GetProperty("servers").EnumerateArray().Select((s, i) => ReadServer(
                s, cases.Where(c => c.Cells[i] is not null).ToDictionary(c => c.Name, c => c.Cells[i]!, StringComparer.Ordinal)))]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"it is no matrix that can be read: {e.Message}", e);
        }
    }

    private static JsonObject Server(ServerRun server)
    {
        var json = new JsonObject
        {
            ["name"] = server.Name, ["version"] = server.Version, ["url"] = server.Url, ["arguments"] = Texts(server.Arguments), ["tool"] = server.Tool,
            ["seed"] = server.Seed, ["suite"] = server.Suite, ["deliveries"] = Texts(server.Deliveries), ["started"] = server.Started,
        };
        if (server.Broken is not null) json["broken"] = server.Broken;
        return json;
    }

    private static ServerRun ReadServer(JsonElement json, Dictionary<string, MatrixCell> cells) => new()
    {
        Name = json.Text("name"), Version = json.Text("version"), Url = json.Text("url"), Arguments = json.Texts("arguments"), Tool = json.Text("tool"),
        Seed = json.GetProperty("seed").GetInt64(), Suite = json.Text("suite"), Deliveries = json.Texts("deliveries"),
        Started = json.GetProperty("started").GetDateTimeOffset(), Broken = json.TextOrNull("broken"), Cells = cells,
    };

    private static JsonArray? Cell(MatrixCell? cell) => cell is null ? null : new JsonArray(Names.Of(cell.Outcome), cell.Observed, Names.Of(cell.Weight));

    private static MatrixCell? ReadCell(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : new MatrixCell(
        JsonParts.Known(Names.ParseOutcome(json[0].GetString()!), "outcome", json[0].GetString()!), json[1].GetString()!, Enum.Parse<Weight>(json[2].GetString()!, ignoreCase: true));

    private static JsonArray Agreement(Agreement agreement) => new(agreement.Cases, agreement.SameOutcome, agreement.SameBehaviour);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);
}

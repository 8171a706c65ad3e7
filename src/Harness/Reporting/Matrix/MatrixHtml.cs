using System.Text.Json.Nodes;
using Conform.Judging;
using Conform.Reporting.Html;
using Conform.Reporting.Records;

namespace Conform.Reporting.Matrix;

/// <summary>A matrix as one page that opens offline.</summary>
internal static class MatrixHtml
{
    public static string Render(ServerMatrix matrix, MatrixChanges? changes) => HtmlTemplates.Fill("matrix", new Dictionary<string, object?>
    {
        ["count"] = $"{matrix.Servers.Count}",
        ["cases"] = $"{matrix.Rows.Count:N0}",
        ["tool"] = matrix.Servers.Select(s => s.Tool).FirstOrDefault() ?? string.Empty,
        ["servers"] = matrix.Servers.Select(Server).ToList(),
        ["names"] = matrix.Servers.Select(s => new Dictionary<string, object?> { ["name"] = s.Name, ["version"] = s.ShortVersion }).ToList(),
        ["agreement"] = matrix.Servers.Count < 2 ? null : Agreement(matrix),
        ["reservations"] = matrix.Reservations.ToList(),
        ["changes"] = changes is null ? null : Changes(changes),
        ["data"] = Data(matrix).ToJsonString(HtmlData.Json),
    });

    private static Dictionary<string, object?> Server(ServerRun server)
    {
        var counts = server.Cells.Values.CountBy(Word).ToDictionary();
        return new Dictionary<string, object?>
        {
            ["name"] = server.Name, ["version"] = server.ShortVersion, ["told"] = server.Version, ["url"] = server.Url, ["seed"] = $"{server.Seed}", ["deliveries"] = string.Join(' ', server.Deliveries),
            ["started"] = $"{server.Started.UtcDateTime:yyyy-MM-dd HH:mm} UTC", ["run"] = string.Join(' ', (string[])["conform run", .. server.Arguments, $"--seed {server.Seed}"]),
            ["pass"] = Count("pass"), ["lenient"] = Count("lenient"), ["fail"] = Count("fail"), ["below"] = Count("below"), ["open"] = Count("inconclusive"), ["hidden"] = Count("not-observable"),
        };

        string Count(string word) => $"{counts.GetValueOrDefault(word):N0}";
    }

    private static List<Dictionary<string, object?>> Agreement(ServerMatrix matrix) => [.. matrix.Servers.Select((server, a) => new Dictionary<string, object?>
    {
        ["name"] = server.Name,
        ["cells"] = matrix.Servers.Select((other, b) => matrix.Agreement(a, b) is { OutcomePercent: { } same } found && a != b
            ? new Dictionary<string, object?> { ["same"] = same, ["behaviour"] = found.BehaviourPercent, ["cases"] = $"{found.Cases:N0}", ["shade"] = Math.Max(0, same - 50) * 2 }
            : new Dictionary<string, object?> { ["none"] = a == b ? "·" : "–" }).ToList(),
    })];

    private static Dictionary<string, object?> Changes(MatrixChanges changes) => new()
    {
        ["servers"] = changes.Servers.ToList(),
        ["outcomes"] = changes.Changes.Count(c => c.IsOfOutcome),
        ["behaviours"] = changes.Changes.Count(c => !c.IsOfOutcome),
        ["list"] = changes.Changes.OrderByDescending(c => c.IsWorse).ThenByDescending(c => c.IsOfOutcome).Select(c => new Dictionary<string, object?>
        {
            ["mark"] = c.IsWorse ? "worse" : c.IsOfOutcome ? "better" : "same verdict", ["class"] = c.IsWorse ? "s-fail" : c.IsOfOutcome ? "s-pass" : "s-none",
            ["server"] = c.Server, ["case"] = c.Case, ["told"] = c.Told,
        }).ToList(),
        ["new"] = changes.NewCases.Count == 0 ? null : Quantity.Count(changes.NewCases.Count, "new case"),
        ["gone"] = changes.GoneCases.Count == 0 ? null : Quantity.Count(changes.GoneCases.Count, "case"),
    };

    private static JsonObject Data(ServerMatrix matrix)
    {
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        return new JsonObject
        {
            ["servers"] = new JsonArray([.. matrix.Servers.Select(s => JsonValue.Create(s.Name))]),
            ["rows"] = new JsonArray([.. matrix.Rows.Select(r => new JsonArray(r.Case, (r.Differs ? 2 : 0) + (r.BehavesDifferently ? 1 : 0), new JsonArray([.. r.Cells.Select(c => Cell(c, texts))])))]),
            ["texts"] = new JsonArray([.. texts.Keys.Select(t => JsonValue.Create(t))]),
        };
    }

    private static JsonArray? Cell(MatrixCell? cell, Dictionary<string, int> texts)
    {
        if (cell is null) return null;
        if (!texts.TryGetValue(cell.Observed, out var text)) texts.Add(cell.Observed, text = texts.Count);
        return new JsonArray(Word(cell), text);
    }

    private static string Word(MatrixCell cell) => cell.Outcome == Outcome.Fail && cell.Weight != Cases.Weight.Violation ? "below" : Names.Of(cell.Outcome);
}

using System.Text.Json.Nodes;
using Conform.Observations;
using Conform.Reporting.Records;

namespace Conform.Reporting.Html;

/// <summary>Everything that the page of one result shows besides its verdict: the exchange, the time line, and how to see it again.</summary>
internal static class HtmlDetail
{
    private const int CommandWidth = 100;
    private static readonly ExchangeSize Size = new(180, Sent: 48, Head: 48, Content: 32);

    public static JsonObject? Of(RunHeader header, AssessedResult assessed)
    {
        var result = assessed.Result;
        if (result.Evidence is not { } evidence) return null;
        var detail = new JsonObject
        {
            ["x"] = Array(Exchange.Lines(evidence, Size)),
            ["t"] = Moments(evidence.Subject),
            ["again"] = string.Join('\n', Reproduction.Command(header, result, CommandWidth)),
        };
        if (Reproduction.Raw(header, evidence, CommandWidth) is { Count: > 0 } raw) detail["raw"] = string.Join('\n', raw);
        if (evidence.Subject.LocalEndpoints.Count > 0) detail["local"] = string.Join(", ", evidence.Subject.LocalEndpoints);
        if (evidence.Subject.Began is { } began) detail["began"] = began.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        if (evidence.Drawn.Mutation is { } mutation) detail["mutation"] = mutation;
        if (result.FirstSeen is { } seen) detail["seen"] = seen;
        if (ResultStates.Of(assessed) is ResultState.Pass) return detail;
        if (evidence.Control is { } control) detail["control"] = Lines(control);
        if (evidence.Reference is { } reference) detail["reference"] = Lines(reference);
        return detail;
    }

    private static JsonArray Lines(Transcript transcript) => Array(Exchange.Lines(transcript, ObservationReader.Read(transcript), Size));

    private static JsonArray Array(IEnumerable<ExchangeLine> lines) => new([.. lines.Select(l => new JsonArray(Kind(l.Kind), Text(l)))]);

    private static JsonArray Moments(Transcript transcript) => new(
        [.. TimeLine.Of(transcript).Select(m => new JsonArray(Math.Round(m.At.TotalMilliseconds, 2), m.Channel, m.Kind, m.Text))]);

    // The page says by colour and heading what the marks say in a terminal.
    private static string Text(ExchangeLine line) =>
        line.Kind is ExchangeLineKind.Sent or ExchangeLineKind.Head or ExchangeLineKind.Content ? (line.Text.Length > 2 ? line.Text[2..] : string.Empty) : line.Text;

    private static string Kind(ExchangeLineKind kind) => kind switch
    {
        ExchangeLineKind.Label => "l",
        ExchangeLineKind.Sent => "s",
        ExchangeLineKind.Head => "h",
        ExchangeLineKind.Content => "c",
        ExchangeLineKind.Program => "p",
        _ => "e",
    };
}

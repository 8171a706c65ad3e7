using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Hosting;

/// <summary>What a server with a defect says at the sight of a head, octet by octet, whatever the rest of it would have said. What hits is asked first, so that a place
/// is passed only there.</summary>
internal static class RawAnswers
{
    private const string Date = "Date: Tue, 01 Jul 2025 12:00:00 GMT\r\n";
    private const string Switched = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n";
    private const string Page = "Content-Type: text/html\r\nContent-Length: 19\r\n\r\n<h1>Hello, web!</h1>";

    private const string Coded =
        "\u001f\u008b\u0008\u0000\u0000\u0000\u0000\u0000\u0002\u0003\u002bI\u00cd\u002b\u00c9\u00ccM\u002d64\u0028"
        + "\u0019e\u0011\u0060\u0001\u0000z\u008f\u0017\u00a9\u002c\u0001\u0000\u0000";

    private static readonly Answer[] _all =
    [
        new(Fault.SwitchUnoffered, head => Option(head) && Offer(head) is not "websocket" && Has(head, "Sec-WebSocket-Key"), Switched),
        new(Fault.SwitchWithoutOption, head => !Option(head) && Offer(head) == "websocket" && IsNew(head), Switched),
        new(Fault.SwitchInHttp10, head => !IsNew(head) && Offer(head) is not null, Switched),
        new(Fault.SwitchForgetsContent, head => Offer(head) == "websocket" && head.Framing.HasContent, Switched),
        new(Fault.SwitchBeforeContinue, head => Offer(head) is not null && head.ExpectsContinue, Switched),
        new(Fault.SwitchUnlabelled, head => Option(head) && Offer(head) == "websocket" && IsNew(head), "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\n\r\n"),
        new(Fault.DemandUnlabelled, head => Option(head) && Offer(head) == "x-probe", $"HTTP/1.1 426 Upgrade Required\r\n{Date}Connection: close\r\nContent-Length: 0\r\n\r\n"),
        new(Fault.UpgradeToldUnlisted, head => !Option(head) && Offer(head) is not null && IsNew(head), $"HTTP/1.1 200 OK\r\n{Date}Upgrade: h2c\r\n{Page}", Keeps: true),
        new(
            Fault.OptionsTellUpgradeUnlisted, head => head is { Method: "OPTIONS", Target.Path: "/", Fields.Count: 1 },
            $"HTTP/1.1 200 OK\r\n{Date}Upgrade: h2c\r\nAllow: GET, HEAD, OPTIONS\r\nContent-Length: 0\r\n\r\n", Keeps: true),
        new(Fault.OptionsWithoutList, head => head is { Method: "OPTIONS", Target.Path: "/", Fields.Count: 1 }, $"HTTP/1.1 200 OK\r\n{Date}Content-Length: 0\r\n\r\n", Keeps: true),
        new(Fault.TraceIsGet, head => head.Method == "TRACE" && !Has(head, "Max-Forwards"), $"HTTP/1.1 200 OK\r\n{Date}{Page}", Keeps: true),
        new(Fault.TraceHopsAreGet, head => head.Method == "TRACE" && Has(head, "Max-Forwards"), $"HTTP/1.1 200 OK\r\n{Date}{Page}", Keeps: true),
        new(Fault.TunnelWithChunks, head => head.Method == "CONNECT", $"HTTP/1.1 200 OK\r\n{Date}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        new(Fault.TunnelPromised, head => head.Method == "CONNECT", $"HTTP/1.1 200 OK\r\n{Date}\r\n"),
        new(Fault.ExpectationInHttp10Answered, head => !IsNew(head) && Has(head, "Expect") && !head.Framing.HasContent, $"HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\n{Date}Connection: close\r\n{Page}"),
        new(Fault.AllowIncomplete, Unallowed, $"HTTP/1.1 405 Method Not Allowed\r\n{Date}Allow: OPTIONS\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
        new(
            Fault.HeadConditionWithContent, head => head is { Method: "HEAD", Target.Path: "/probe/static" } && head.Fields.Any(field => field.Value.StartsWith("bytes=999999999", StringComparison.Ordinal) || field.Value == "\"none\""),
            $"HTTP/1.1 412 Precondition Failed\r\n{Date}Content-Length: 4\r\n\r\nhead", Keeps: true),
        new(
            Fault.HeadElsewhereWithContent, head => head is { Method: "HEAD", Framing.IsStated: false } && IsNoPage(head.Target.Path),
            $"HTTP/1.1 404 Not Found\r\n{Date}Content-Length: 4\r\n\r\nhead", Keeps: true),
        new(
            Fault.HeadContentWithContent, head => head is { Method: "HEAD", Framing.HasContent: true } && head.Fields.Count > 2,
            $"HTTP/1.1 400 Bad Request\r\n{Date}Connection: close\r\nContent-Length: 4\r\n\r\nhead"),
        new(
            Fault.EchoCodedUnsaid, head => head is { Target.Path: "/probe/content", Framing.HasContent: true } && Has(head, "Accept-Encoding"),
            $"HTTP/1.1 200 OK\r\n{Date}Connection: close\r\nContent-Length: 35\r\n\r\n{Coded}"),
        new(
            Fault.HeadWithQueryMissing, head => head is { Method: "HEAD", Target: { Path: "/", Query.Length: > 0 }, Fields.Count: 2 },
            $"HTTP/1.1 404 Not Found\r\n{Date}Connection: close\r\nContent-Length: 0\r\n\r\n"),
        new(
            Fault.ContentRangeRefused, head => head.Method is "GET" or "HEAD" && Has(head, "Content-Range"),
            $"HTTP/1.1 400 Bad Request\r\n{Date}Connection: close\r\nContent-Length: 0\r\n\r\n"),
    ];

    /// <summary>The answer; null where the server says what it should.</summary>
    /// <param name="head">The request.</param>
    /// <param name="faults">The faults.</param>
    public static Answer? Of(RequestHead head, FaultSet faults)
    {
        if (faults.IsEmpty)
        {
            return null;
        }

        if (head.Method == "TRACE" && faults[Fault.TraceTellsAll])
        {
            var fields = string.Concat(head.Fields.Select(field => $"{field.Name}: {field.Value}\r\n"));
            var message = $"TRACE {head.Target.Raw} HTTP/1.1\r\n{fields}\r\n";
            return new(Fault.TraceTellsAll, _ => true, $"HTTP/1.1 200 OK\r\n{Date}Content-Type: message/http\r\nContent-Length: {message.Length}\r\n\r\n{message}", Keeps: true);
        }

        return Array.Find(_all, answer => answer.Hits(head) && faults[answer.Fault]);
    }

    private static bool Unallowed(RequestHead head) => head switch
    {
        { Target.Path: "/" or "/probe/static" } => head.Method == "PUT" && !head.Framing.HasContent,
        { Target.Path: "/probe/collection" } => head.Method == "DELETE",
        _ => head.Method == "POST" && head.Target.Path.StartsWith("/probe/store/", StringComparison.Ordinal),
    };

    private static bool IsNoPage(string path) =>
        path is "/probe/collection" or "/probe/decoding" or "/probe/redirect" || path.StartsWith("/probe/store/", StringComparison.Ordinal);

    private static bool IsNew(RequestHead head) => head.Version.IsAtLeast11;

    private static bool Has(RequestHead head, string name) => FieldValues.All(head.Fields, name, FaultSet.None).Count > 0;

    private static string? Offer(RequestHead head) => FieldValues.All(head.Fields, "Upgrade", FaultSet.None).FirstOrDefault();

    private static bool Option(RequestHead head) => FieldValues.Members(head.Fields, "Connection", FaultSet.None).Contains("upgrade", StringComparer.OrdinalIgnoreCase);

    /// <summary>One answer.</summary>
    /// <param name="Fault">The fault.</param>
    /// <param name="Hits">Which requests get it.</param>
    /// <param name="Octets">The whole of it, each character an octet.</param>
    /// <param name="Keeps">Whether the connection goes on.</param>
    internal sealed record Answer(Fault Fault, Func<RequestHead, bool> Hits, string Octets, bool Keeps = false);
}

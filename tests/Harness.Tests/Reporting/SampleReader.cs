using System.Globalization;
using System.Text;
using Conform.Http;
using Conform.Observations;

namespace Conform.Harness.Tests.Reporting;

/// <summary>Reads well-behaved sample responses with Content-Length, so that reports can be tested without the product's reader.</summary>
internal static class SampleReader
{
    public static Observation Read(Transcript transcript) =>
        new([.. transcript.Events.GroupBy(e => e.Channel).OrderBy(g => g.Key).Select(g => Connection(g.Key, [.. g]))]);

    private static ConnectionObservation Connection(int channel, List<WireEvent> events)
    {
        var received = events.Where(e => e.Kind == WireEventKind.Received).SelectMany(e => e.Octets.ToArray()).ToArray();
        var sentinel = events.FindIndex(e => e.Kind == WireEventKind.Sentinel);
        var before = events.Take(sentinel < 0 ? events.Count : sentinel).Where(e => e.Kind == WireEventKind.Received).Sum(e => e.Octets.Length);
        var responses = new List<Response>();
        var at = 0;
        while (at < received.Length && Next(received, at) is { } response)
        {
            responses.Add(response);
            at = (int)response.Body.End;
        }

        var late = responses.FindIndex(r => r.Body.End > before);
        return new ConnectionObservation
        {
            Channel = channel, Responses = responses, TrailingInterim = [], Leftover = new OctetRange(at, received.Length - at), Received = received,
            Ending = events.Exists(e => e.Kind == WireEventKind.Fin) ? Ending.Fin : events.Exists(e => e.Kind == WireEventKind.Reset) ? Ending.Reset : Ending.Open,
            WasQuiet = events.Exists(e => e.Kind == WireEventKind.Quiet), ResetCutResponse = false, ResetAfterResponse = false,
            EarlyResponses = 0, SentinelSent = sentinel >= 0, FirstAfterSentinel = sentinel >= 0 && late >= 0 ? late : null, Unsent = 0, Expects = [], Awaits = [],
        };
    }

    private static Response? Next(byte[] received, int at)
    {
        var text = Encoding.Latin1.GetString(received);
        var end = text.IndexOf("\r\n\r\n", at, StringComparison.Ordinal);
        if (end < 0 || !text[at..].StartsWith("HTTP/", StringComparison.Ordinal)) return null;
        var lines = text[at..end].Split("\r\n");
        var fields = lines.Skip(1).Select(l => new FieldLine(l.Split(": ")[0], l.Split(": ")[1], default)).ToList();
        var length = int.Parse(fields.Find(f => f.Name == "Content-Length")?.Value ?? "0", CultureInfo.InvariantCulture);
        var words = lines[0].Split(' ', 3);
        return new Response
        {
            Version = words[0], Status = int.Parse(words[1], CultureInfo.InvariantCulture), Reason = words[2], Fields = fields, Trailers = [], Interim = [],
            Head = new OctetRange(at, end + 4 - at), Body = new OctetRange(end + 4, length), Content = received.AsMemory(end + 4, length), ContentLength = length,
            ContentDigest = null, Framing = ContentFraming.ContentLength, State = ResponseState.Complete, Faults = [], RequestMethod = "GET", SaysClose = false,
        };
    }
}

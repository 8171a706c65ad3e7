using System.Security.Cryptography;
using System.Text;
using Conform.Http;
using Conform.Observations;

namespace Conform.Snapshots;

/// <summary>What a server did, judged or not, as lines that stay the same as long as its behaviour does.</summary>
public static class NormalisedObservation
{
    private const int LongestText = 400;

    /// <summary>Whether a result has a snapshot: cases that are not drawn, sent whole.</summary>
    /// <param name="id">The case id.</param>
    /// <param name="delivery">The delivery.</param>
    public static bool Belongs(string id, string delivery) =>
        delivery == "whole" && !id.EndsWith(']') && !id.StartsWith("lint/", StringComparison.Ordinal);

    /// <summary>The text of one conversation.</summary>
    /// <param name="evidence">The evidence; its subject is what is told.</param>
    public static string Of(Evidence evidence)
    {
        var observation = ObservationReader.Read(evidence.Subject);
        var known = ScrubContext.Of(evidence, observation);
        var lines = new List<string>();
        foreach (var connection in observation.Connections)
        {
            if (observation.Connections.Count > 1) lines.Add($"connection {connection.Channel}");
            if (WasAborted(evidence.Subject, connection))
            {
                // How much of an answer overtakes our own reset is the network's affair, so only what was waited for is told.
                foreach (var response in connection.Responses.Take(connection.Expects.Select(e => e.Responses).DefaultIfEmpty().Max())) AddResponse(lines, response, known);
                lines.Add("fate aborted-by-client");
                lines.Add(string.Empty);
                continue;
            }

            if (connection is { Expects.Count: 0, Ending: not Ending.NeverConnected } && connection.Channel != observation.Connections[^1].Channel)
            {
                // The case went on elsewhere as soon as it had seen a head, so what else came is chance.
                foreach (var response in connection.Responses.Take(connection.Awaits.Sum(a => a.Responses))) AddHead(lines, response, lengthVaries: true, known);
                lines.Add("fate left-by-client");
                lines.Add(string.Empty);
                continue;
            }

            var sentinel = SentinelAnswer(connection);
            var own = sentinel ?? connection.Responses.Count;
            foreach (var response in connection.Responses.Take(own).Select(r => Settled(r, connection))) AddResponse(lines, response, known);
            foreach (var interim in connection.TrailingInterim) lines.Add($"interim {StatusLine(interim)}");
            if (connection.Leftover.Length > 0) lines.Add("and octets that begin no response");
            if (sentinel is { } index) lines.Add($"sentinel answered {connection.Responses[index].Status}");
            // What becomes of a connection on which a server has lost its thread hangs on what it makes of our next request, and when that comes.
            if (connection.Leftover.Length == 0) lines.Add($"fate {Fate(connection, sentinel)}");
            lines.Add(string.Empty);
        }

        return string.Join('\n', lines).TrimEnd('\n') + "\n";
    }

    // A refusal of what the case sent may arrive before the sentinel is sent or behind it, so it is told alike: as a response, and of the connection what it says.
    private static int? SentinelAnswer(ConnectionObservation connection) =>
        connection.SentinelAnswer is { } index && connection.Responses[index].Status < 400 ? index : null;

    private static bool SaysItsLast(ConnectionObservation connection) =>
        connection.SentinelAnswer is not null && connection.Responses[^1] is var last && Persistence.SaysClose(last.Version, last.Fields);

    private static bool WasAborted(Transcript transcript, ConnectionObservation connection) =>
        transcript.Events.Any(e => e.Kind == WireEventKind.Aborted && e.Channel == connection.Channel);

    // Whether a server that closes with something unread is seen to close or to reset is a race; an answer that lasts until then is told as one that it closed.
    private static Response Settled(Response response, ConnectionObservation connection) =>
        connection.Ending == Ending.Reset && response is { Framing: ContentFraming.UntilClose, State: ResponseState.Incomplete, HeadEnded: true }
            ? response with { State = ResponseState.Complete }
            : response;

    /// <summary>What became of the connection: <c>answered-kept</c>, <c>answered-closed</c>, <c>closed</c>, <c>no-answer</c>.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="sentinel">Which of its responses is the sentinel's.</param>
    private static string Fate(ConnectionObservation connection, int? sentinel)
    {
        var answered = connection.Responses.Take(sentinel ?? connection.Responses.Count).Any(r => Settled(r, connection).State == ResponseState.Complete);
        var open = sentinel is not null || (connection.Ending == Ending.Open && !SaysItsLast(connection));
        return (answered, open, connection.Ending) switch
        {
            (_, _, Ending.NeverConnected) => "no-connection",
            (true, true, _) => "answered-kept",
            (true, false, _) => "answered-closed",
            (false, true, _) => "no-answer",
            _ => "closed",
        };
    }

    private static void AddResponse(List<string> lines, Response response, ScrubContext known)
    {
        var content = Encoding.Latin1.GetString(response.Content.Span);
        var scrubbed = Scrubbers.Scrub(content, known);
        AddHead(lines, response, !string.Equals(scrubbed, content, StringComparison.Ordinal), known);
        lines.Add($"framing {Framing(response.Framing)}{State(response.State)}");
        if (response.ContentLength > response.Content.Length) lines.Add($"content of {response.ContentLength} octets, sha256 {response.ContentDigest ?? "unknown"}");
        else if (scrubbed.Length > 0) AddContent(lines, scrubbed);
        foreach (var trailer in response.Trailers) lines.Add($"trailer {FieldLine(trailer, lengthVaries: false, known)}");
        lines.Add(string.Empty);
    }

    private static void AddHead(List<string> lines, Response response, bool lengthVaries, ScrubContext known)
    {
        foreach (var interim in response.Interim) lines.Add($"interim {StatusLine(interim)}");
        lines.Add(Octets.Visible(Scrubbers.Scrub(StatusLine(response), known)));
        foreach (var field in response.Fields) lines.Add(FieldLine(field, lengthVaries, known));
        lines.Add(string.Empty);
    }

    private static void AddContent(List<string> lines, string content)
    {
        if (content.Length <= LongestText && content.All(c => c is >= ' ' and < '\u007F' or '\r' or '\n' or '\t'))
        {
            lines.AddRange(content.TrimEnd('\n').Split('\n').Select(l => $"| {Octets.Visible(l)}".TrimEnd()));
            return;
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(content)));
        lines.Add($"content of {content.Length} octets, sha256 {digest}");
    }

    private static string FieldLine(FieldLine field, bool lengthVaries, ScrubContext known)
    {
        if (lengthVaries && string.Equals(field.Name, "Content-Length", StringComparison.OrdinalIgnoreCase)) return $"{field.Name}: {{length}}";
        return Octets.Visible(Scrubbers.Scrub($"{field.Name}: {field.Value}".TrimEnd(), known));
    }

    private static string StatusLine(Response response) =>
        response.Status == 0 ? "no readable status line" : $"{response.Version} {response.Status} {response.Reason}".TrimEnd();

    private static string Framing(ContentFraming framing) => framing switch
    {
        ContentFraming.ContentLength => "content-length",
        ContentFraming.Chunked => "chunked",
        ContentFraming.UntilClose => "until-close",
        ContentFraming.Tunnel => "tunnel",
        _ => "none",
    };

    private static string State(ResponseState state) => state switch
    {
        ResponseState.Complete => string.Empty,
        ResponseState.Malformed => ", malformed",
        _ => ", incomplete",
    };
}

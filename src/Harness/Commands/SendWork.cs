using System.Text;
using Conform.Http;
using Conform.Observations;
using Conform.Running;
using Conform.Wire;

namespace Conform.Commands;

/// <summary>One exchange, told in the terminal.</summary>
internal sealed class SendWork(TargetUri uri, WireOptions options, TimeSpan patience, TimeProvider time)
{
    /// <summary>Sends, reads, tells.</summary>
    /// <param name="octets">What to send.</param>
    /// <param name="contentFile">Where the content goes; null shows it.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>0 with a complete final response, else 1.</returns>
    public async Task<int> ExecuteAsync(byte[] octets, string? contentFile, TextWriter output, CancellationToken cancellation)
    {
        var conversation = new Conversation(new Running.Dialer(uri.Endpoint, options, time), time);
        var script = new Script([new SendPieces([octets]), new ExpectResponses(1, 1, IsLast: true)], null);
        var transcript = await conversation.HoldAsync(script, Patience.Of(patience), sentinelCloses: false, cancellation);
        var connection = ObservationReader.Read(transcript).Connections[^1];
        var response = connection.Responses.FirstOrDefault();
        if (response is not null) await TellAsync(response, connection, contentFile, output, cancellation);
        output.WriteLine($"-- {Fate(connection)}");
        return response is { IsComplete: true } ? 0 : 1;
    }

    private static async Task TellAsync(
        Response response, ConnectionObservation connection, string? contentFile, TextWriter output, CancellationToken cancellation)
    {
        foreach (var interim in response.Interim) output.Write(Head(interim, connection));
        output.Write(Head(response, connection));
        foreach (var fault in response.Faults) output.WriteLine($"-- fault at octet {fault.At}: {fault.Message} ({fault.Rule})");
        if (contentFile is null)
        {
            output.WriteLine(Encoding.Latin1.GetString(response.Content.Span));
            return;
        }

        try
        {
            await File.WriteAllBytesAsync(contentFile, response.Content.ToArray(), cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--content: cannot write {contentFile}: {e.Message}");
        }

        output.WriteLine($"-- content: {response.Content.Length} octets written to {contentFile}"
            + (response.ContentLength > response.Content.Length ? $", of {response.ContentLength}; the rest was counted, not kept" : string.Empty));
    }

    private static string Head(Response response, ConnectionObservation connection) =>
        Encoding.Latin1.GetString(connection.Received.Slice((int)response.Head.Start, (int)response.Head.Length).Span);

    private static string Fate(ConnectionObservation connection)
    {
        var answer = connection.Responses.Count == 0 ? "no response; " : connection.Responses[0].IsComplete ? string.Empty : "the response is not complete; ";
        var more = connection.Responses.Count > 1 ? $"{connection.Responses.Count} final responses came; " : string.Empty;
        return answer + more + connection.Ending switch
        {
            Ending.Fin => "the server closed the connection",
            Ending.Reset => "the connection was reset",
            Ending.TlsTruncated => "TLS was cut off without close_notify",
            Ending.NeverConnected => "no connection",
            _ => connection.WasQuiet ? "the server left the connection open, and nothing more came" : "the connection is open; it can be used again",
        };
    }
}

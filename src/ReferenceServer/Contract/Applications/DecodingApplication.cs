using System.Collections.Concurrent;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>Gives a text back without the codings that it came in, and says what it cannot read (RFC 9110 section 15.5.16).</summary>
internal sealed class DecodingApplication(FaultSet faults)
{
    private readonly ConcurrentDictionary<string, string> _named = new(StringComparer.Ordinal);

    private static readonly (string, string)[] _told = [("Accept-Encoding", string.Join(", ", ContentCoding.Names))];

    public IEnumerable<ReadOnlyMemory<byte>> Call(Dictionary<string, object> environ, StartResponse start)
    {
        if (Answer.TextOf(environ, "REQUEST_METHOD") != "POST")
        {
            return Answer.NotAllowed(start, "POST");
        }

        var type = Answer.TextOf(environ, "CONTENT_TYPE");
        if (type.Length > 0 && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase))
        {
            Answer.InputOf(environ).Read();
            return Answer.Text(start, "415 Unsupported Media Type", "only texts are read here\n", [("Accept", "text/*"), .. faults[Fault.ContentCodingsToldForType] ? _told : []]);
        }

        var codings = Named(environ).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var known = codings.Select(Find).ToList();
        if (known.Contains(null))
        {
            return faults[Fault.UnknownContentCodingFails] ? throw new NotSupportedException("a coding that nobody knows")
                : Answer.Text(start, "415 Unsupported Media Type", "no such coding is read here\n", faults[Fault.ContentCodingsNotTold] ? [] : _told);
        }

        try
        {
            // The last one named was applied last.
            if (codings.Length == 0 && faults[Fault.PlainContentRefused])
            {
                return Answer.Text(start, "415 Unsupported Media Type", "only coded content is read here\n", _told);
            }

            if (faults[Fault.ContentLeftCoded] || (faults[Fault.ChunkedContentLeftCoded] && environ.ContainsKey("HTTP_TRANSFER_ENCODING")))
            {
                known.Clear();
            }

            if (known.Count > 1 && faults[Fault.OneCodingRemoved])
            {
                known.RemoveRange(0, known.Count - 1);
            }

            if (known is ["deflate", "gzip"] && faults[Fault.CodingsInWrongOrder])
            {
                known.Reverse();
            }

            var content = Enumerable.Reverse(known).Aggregate(Answer.InputOf(environ).Read(), (coded, coding) => ContentCoding.Decode(coding!, coded));
            return Answer.With(start, "200 OK", "text/plain", content);
        }
        catch (InvalidDataException) when (!faults[Fault.UndecodableContentFails])
        {
            return Answer.Text(start, "400 Bad Request", "the content is not in the coding that was named\n");
        }
    }

    private string Named(Dictionary<string, object> environ)
    {
        var connection = Answer.TextOf(environ, "REMOTE_PORT");
        if (environ.GetValueOrDefault("HTTP_CONTENT_ENCODING") is string named)
        {
            return faults.IsEmpty ? named : _named[connection] = named;
        }

        return _named.TryGetValue(connection, out var before) && faults[Fault.ContentCodingKept] ? before : "";
    }

    private string? Find(string name) =>
        (name == "x-gzip" && faults[Fault.XGzipContentRefused]) || (faults[Fault.ContentCodingCaseSensitive] && name.Any(char.IsAsciiLetterUpper)) ? null
        : ContentCoding.Find(name);
}

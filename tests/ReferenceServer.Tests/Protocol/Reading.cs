using System.Buffers;
using System.Text;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Tests.Protocol;

/// <summary>Feeds readers with text in pieces.</summary>
internal static class Reading
{
    public static HeadReader Head(FaultSet faults, params IReadOnlyList<string> pieces) => Head(new ServerLimits(), faults, pieces);

    public static HeadReader Head(ServerLimits limits, FaultSet faults, IReadOnlyList<string> pieces)
    {
        var reader = new HeadReader(limits, new HeadTransitions(faults), faults);
        foreach (var piece in pieces)
        {
            var octets = Octets(piece);
            reader.Read(ref octets);
            reader.EndPiece();
        }

        return reader;
    }

    /// <summary>The reason of a refusal, or the head in one line.</summary>
    public static string Outcome(HeadReader reader) => reader switch
    {
        { Rejection: { } reason } => $"{reason.Status} {reason.Name}",
        { Head: { } head } => $"{head.Method} {head.Target.Raw} {head.Version} {string.Join('|', head.Fields)} {head.Framing} {head.Persists}",
        _ => "more",
    };

    public static string Content(ContentDecoder decoder, params IReadOnlyList<string> pieces)
    {
        ArrayBufferWriter<byte> content = new();
        long left = 0;
        foreach (var piece in pieces)
        {
            var octets = Octets(piece);
            decoder.Decode(ref octets, content);
            decoder.EndPiece();
            left += octets.Remaining;
        }

        var end = decoder.Rejection is { } reason ? reason.Name : decoder.IsDone ? "done" : "more";
        return $"{Encoding.Latin1.GetString(content.WrittenSpan)}/{string.Join('|', decoder.Trailers)}/{end}{(decoder.IsDone ? left : 0)}";
    }

    private static SequenceReader<byte> Octets(string text) => new(new ReadOnlySequence<byte>(Encoding.Latin1.GetBytes(text)));
}

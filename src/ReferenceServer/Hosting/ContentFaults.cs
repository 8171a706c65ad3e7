using Conform.ReferenceServer.Contract;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Hosting;

/// <summary>What only defects do to the content of a request, and to what follows it.</summary>
internal sealed partial class Connection
{
    private ContentReader? _content;

    /// <summary>Under a defect: what came in one read with content to the echo is lost.</summary>
    private bool LosesBehindContent(RequestHead head)
    {
        if (head is not { Method: "POST", Target.Path: "/probe/content", Framing.HasContent: true })
        {
            return false;
        }

        if (!head.Framing.IsChunked)
        {
            return head is { Target.Form: TargetForm.Origin, Fields: [_, { Name: "Content-Length", Value: { Length: < 7 } length }] } && length[0] is not ('0' or ' ')
                && Faults[length.Length == 1 ? Fault.OctetsBehindShortContentLost : Fault.OctetsBehindContentLost];
        }

        return head.Fields.Count != 2 ? head.Fields.Count <= 4 && Faults[Fault.OctetsBehindDescribedChunksLost]
            : _content?.Taken != 15 ? Faults[Fault.OctetsBehindManyChunksLost]
            : head.Fields[1] is { Name: "Transfer-Encoding", Value: "chunked" } && Faults[Fault.OctetsBehindChunksLost];
    }

    /// <summary>Under a defect: content where none was announced.</summary>
    private RequestHead Bent(RequestHead head) =>
        LeavesContent(head) ? head with { Framing = default }
        : head is { Method: "POST", Framing.IsStated: false, Version.IsAtLeast11: false } && Faults[Fault.LengthlessReadInHttp10]
            ? head with { Framing = new(false, _reader.Waiting, true) }
            : head;

    /// <summary>Under a defect: content that is of no use is not read, and so is taken for a request.</summary>
    private bool LeavesContent(RequestHead head) => head.Framing.HasContent
        && ((head.Method is "OPTIONS" or "TRACE" or "HEAD" && Faults[Fault.OddContentParsed])
        || (PersistenceFaults.IsOther(head) && (head.ExpectsContinue || head.Framing.Length > 20) && Faults[head.ExpectsContinue ? Fault.EarlyAnswerContentParsed : Fault.OtherContentParsed])
        || (head is { ExpectsContinue: true, Target.Path: "/probe/protected" or "/probe/static" or "/probe/redirect" } && Faults[Fault.AnnouncedContentParsed])
        || (head.Method.Any(char.IsAsciiLetterLower) && Faults[Fault.SmallMethodContentParsed])
        || (head is { Target.Path: "/", Method: not ("GET" or "POST" or "OPTIONS" or "TRACE" or "HEAD") } && Faults[Fault.RefusedContentParsed]));

    /// <summary>Under a defect: a request is refused for its content; whether the connection goes on.</summary>
    private bool? RefusesContent(RequestHead head)
    {
        if (head is { Method: "GET", Framing.HasContent: true } && Faults[Fault.GetContentFails])
        {
            _output.Refuse(Rejection.Internal, isHead: false, closes: true);
            return false;
        }

        if (head is { Method: "PUT", Framing.IsChunked: true } && Faults[Fault.ChunksOfPutUnread])
        {
            _output.Refuse(new("length-required", 411), isHead: false, closes: false);
            return true;
        }

        return null;
    }

    /// <summary>Under a defect: octets that begin no request make the answer before them void.</summary>
    private bool LosesAnswerToGarbage(RequestHead head, bool keepsOn)
    {
        if (!head.Framing.IsChunked || head.ExpectsContinue || !Faults[Fault.AnswerLostToGarbage])
        {
            return false;
        }

        var loses = keepsOn && _reader.HasOctets && !_reader.StartsWith("G"u8) && !_reader.StartsWith("P"u8);
        if (loses)
        {
            _output.TakeHeld();
        }

        SendHeld();
        return loses;
    }

    /// <summary>Under a defect: trailer fields pass for fields of the next request.</summary>
    private void KeepForNext(IReadOnlyList<FieldLine> trailers)
    {
        foreach (var trailer in Faults[Fault.TrailerLeaks] ? trailers : [])
        {
            EnvironBuilder.AddField(_leftOver, trailer, Faults);
        }
    }
}

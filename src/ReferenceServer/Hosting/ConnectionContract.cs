using Conform.ReferenceServer.Contract;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Hosting;

/// <summary>What only defects of the callable contract carry from one request to the next.</summary>
internal sealed partial class Connection
{
    private object? _firstNumber;
    private object? _mark;
    private bool _hasFailed;
    private int _unread;

    /// <summary>An application of a case was called on it without content.</summary>
    private bool RanProgram { get; set; }

    /// <summary>Under a defect: a request is answered with an error for what came before it.</summary>
    private bool RefusesForThePast(RequestHead head)
    {
        var fails = head.Target.Form == TargetForm.Asterisk && Faults[Fault.AsteriskFails];
        if (!fails && !(_hasFailed && Faults[Fault.ConnectionFailsAfterError]) && !(_unread > 10 && Faults[Fault.UnreadCounted]))
        {
            return false;
        }

        _output.Refuse(Rejection.Internal, head.Method == "HEAD", closes: true);
        return true;
    }

    private void Mix(Dictionary<string, object> environ)
    {
        if (environ.TryGetValue("HTTP_X_N", out var number))
        {
            environ["HTTP_X_N"] = _firstNumber is { } first && Faults[Fault.PipelinedFieldKept] ? first : number;
            _firstNumber ??= number;
        }

        if (_mark is not null && Faults[Fault.MarkKept])
        {
            environ["probe.mark"] = _mark;
        }

        if (environ.TryGetValue("HTTP_X_ID", out var id))
        {
            environ["HTTP_X_ID"] = shared.LastId is { } last && Faults[Fault.IdsMixed] ? last : id;
            shared.LastId = id;
        }
    }

    private void Remember(RequestHead head, Dictionary<string, object> environ, ContentReader content, GatewayOutcome outcome)
    {
        _mark = environ.GetValueOrDefault("probe.mark") ?? _mark;
        if (head.Target.Path != "/probe/run")
        {
            return;
        }

        RanProgram |= !head.Framing.HasContent;
        _hasFailed |= outcome.Refusal?.Status >= 500;
        _unread += head.Framing.HasContent && !content.IsComplete ? 1 : 0;
    }

    /// <summary>Under a defect: content that nobody read is left for the next request.</summary>
    private bool LeavesUnread(RequestHead head, ContentReader content) => content.IsOfNoUse || content.IsLeft
        || (head.Target.Path == "/probe/run" && !content.IsComplete && Faults[content.Taken > 0 ? Fault.PartlyReadLeft : Fault.UnreadLeftToConnection]);
}

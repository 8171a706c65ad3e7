using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Hosting;

/// <summary>What only defects let other connections do to this one. What happened is asked first, so that a place is passed only there.</summary>
internal sealed partial class Connection
{
    private bool _isHeard;
    private int _headsSeen;
    private int _closesSeen;
    private bool _isExpecting;
    private bool _isInRequest;

    // It was ended for what a client did to another.
    private bool IsEndedByOthers { get; set; }

    // The client tore the connection down.
    private bool WasReset => _reader.WasReset || _output.IsBroken;

    /// <summary>The defect by which the next connection is ended for what became of this one; none where it was not the client's doing.</summary>
    public Fault? EndsNext => !WasReset || RanProgram || IsEndedByOthers ? null : _isInRequest ? Fault.CutRequestEndsNext : Fault.ResetEndsNext;

    private Neighbours Neighbours => shared.Neighbours;

    /// <summary>The connection has said something, or is gone.</summary>
    private void Hear()
    {
        if (!_isHeard)
        {
            _isHeard = true;
            Neighbours.CountSilent(-1);
        }
    }

    /// <summary>Under a defect: a head that another overtook is forgotten.</summary>
    private void ForgetOvertaken(HeadReader head)
    {
        if (head.IsStarted && Neighbours.Heads != _headsSeen && Faults[Fault.OvertakenHeadLost])
        {
            head.Restart();
        }
    }

    /// <summary>Under a defect: what another client asked for is told to this one.</summary>
    private bool IsToldForAnother(RequestHead head)
    {
        NoteExpectation(head.ExpectsContinue);
        return !head.ExpectsContinue && head.Framing.HasContent && Neighbours.Expectations > 0 && Faults[Fault.ContinueOfAnother];
    }

    private void NoteExpectation(bool isExpecting)
    {
        if (isExpecting != _isExpecting)
        {
            _isExpecting = isExpecting;
            Neighbours.CountExpectation(isExpecting ? 1 : -1);
        }
    }

    private void NoteHead(HeadReader head)
    {
        if (head.IsDone)
        {
            Neighbours.CountHead();
        }

        _headsSeen = Neighbours.Heads;
    }

    /// <summary>Under a defect: the connection ends for what was done to others.</summary>
    private bool EndsForOthers(RequestHead head)
    {
        if (!head.Persists)
        {
            Neighbours.CountClose();
        }
        else if (_nth > 1 && Neighbours.Closes != _closesSeen && Faults[Fault.CloseOfAnotherHeard])
        {
            return true;
        }

        _closesSeen = Neighbours.Closes;
        if (_nth == 1 && Neighbours.Silent > 1 && Faults[Fault.SilentConnectionsBlock])
        {
            return true;
        }

        return IsEndedByOthers = _nth == 1 && Neighbours.TakeEnd();
    }
}

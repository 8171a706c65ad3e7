using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>Where in a request head the reader is.</summary>
internal enum HeadState : byte
{
    Start,
    StartReturn,
    Line,
    LineReturn,
    FieldStart,
    Field,
    FieldReturn,
    EndReturn,
    Done,
}

/// <summary>What one octet makes the reader do. The <c>Again</c> actions look at the same octet once more in the next state.</summary>
internal enum HeadAction : byte
{
    None,
    Append,
    EmptyLine,
    LineEnd,
    FieldEnd,
    FieldEndAgain,
    LineEndAgain,
    AppendReturnAgain,
    HeadEnd,
    RefuseLineFeed,
    RefuseReturn,
    RefuseNul,
    RefuseControl,
}

/// <summary>The state table of the head reader: for each state and class of octet, the next state and the action.</summary>
internal sealed class HeadTransitions
{
    private const int Classes = 6;

    private readonly (HeadState Next, HeadAction Action)[] _cells = new (HeadState, HeadAction)[9 * Classes];

    public HeadTransitions(FaultSet faults)
    {
        Row(HeadState.Start, HeadState.Line, HeadState.StartReturn);
        Row(HeadState.Line, HeadState.Line, HeadState.LineReturn);
        Row(HeadState.FieldStart, HeadState.Field, HeadState.EndReturn);
        Row(HeadState.Field, HeadState.Field, HeadState.FieldReturn);
        ReturnRow(HeadState.StartReturn, HeadState.Start, HeadAction.EmptyLine);
        ReturnRow(HeadState.LineReturn, HeadState.FieldStart, HeadAction.LineEnd);
        ReturnRow(HeadState.FieldReturn, HeadState.FieldStart, HeadAction.FieldEnd);
        ReturnRow(HeadState.EndReturn, HeadState.Done, HeadAction.HeadEnd);
        Tolerate(faults);
    }

    public (HeadState Next, HeadAction Action) this[HeadState state, byte octet] =>
        _cells[((int)state * Classes) + (int)Octet.ClassOf(octet)];

    private void Set(HeadState state, OctetClass octets, HeadState next, HeadAction action) =>
        _cells[((int)state * Classes) + (int)octets] = (next, action);

    private void Row(HeadState state, HeadState text, HeadState atReturn)
    {
        Set(state, OctetClass.Text, text, HeadAction.Append);
        Set(state, OctetClass.Blank, text, HeadAction.Append);
        Set(state, OctetClass.CarriageReturn, atReturn, HeadAction.None);
        Set(state, OctetClass.LineFeed, state, HeadAction.RefuseLineFeed);
        Set(state, OctetClass.Nul, state, HeadAction.RefuseNul);
        Set(state, OctetClass.Control, state, HeadAction.RefuseControl);
    }

    private void ReturnRow(HeadState state, HeadState afterLineFeed, HeadAction action)
    {
        foreach (var octets in Enum.GetValues<OctetClass>())
        {
            Set(state, octets, state, HeadAction.RefuseReturn);
        }

        Set(state, OctetClass.LineFeed, afterLineFeed, action);
    }

    private void Tolerate(FaultSet faults)
    {
        if (faults[Fault.TargetControlAccepted])
        {
            Set(HeadState.Line, OctetClass.Nul, HeadState.Line, HeadAction.Append);
            Set(HeadState.Line, OctetClass.Control, HeadState.Line, HeadAction.Append);
        }

        if (faults[Fault.NulSkipped])
        {
            Set(HeadState.Field, OctetClass.Nul, HeadState.Field, HeadAction.None);
        }

        if (faults[Fault.CodingSearched])
        {
            Set(HeadState.Field, OctetClass.Control, HeadState.Field, HeadAction.Append);
        }

        if (faults[Fault.NulAccepted] || faults[Fault.NulTruncates])
        {
            Set(HeadState.Field, OctetClass.Nul, HeadState.Field, HeadAction.Append);
        }

        if (faults[Fault.BareLineFeedKept])
        {
            Set(HeadState.Field, OctetClass.LineFeed, HeadState.Field, HeadAction.Append);
        }

        foreach (var octets in Enum.GetValues<OctetClass>().Where(octets => octets != OctetClass.LineFeed))
        {
            if (faults[Fault.BareReturnEndsLine])
            {
                Set(HeadState.FieldReturn, octets, HeadState.FieldStart, HeadAction.FieldEndAgain);
            }

            if (faults[Fault.BareReturnKept] || faults[Fault.CodingSearched])
            {
                Set(HeadState.FieldReturn, octets, HeadState.Field, HeadAction.AppendReturnAgain);
            }

            if (faults[Fault.BareReturnEndsRequestLine])
            {
                Set(HeadState.LineReturn, octets, HeadState.FieldStart, HeadAction.LineEndAgain);
            }
        }
    }
}

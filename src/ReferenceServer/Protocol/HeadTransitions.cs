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

    private readonly FaultSet _faults;

    public HeadTransitions(FaultSet faults)
    {
        _faults = faults;
        Row(HeadState.Start, HeadState.Line, HeadState.StartReturn);
        Row(HeadState.Line, HeadState.Line, HeadState.LineReturn);
        Row(HeadState.FieldStart, HeadState.Field, HeadState.EndReturn);
        Row(HeadState.Field, HeadState.Field, HeadState.FieldReturn);
        ReturnRow(HeadState.StartReturn, HeadState.Start, HeadAction.EmptyLine);
        ReturnRow(HeadState.LineReturn, HeadState.FieldStart, HeadAction.LineEnd);
        ReturnRow(HeadState.FieldReturn, HeadState.FieldStart, HeadAction.FieldEnd);
        ReturnRow(HeadState.EndReturn, HeadState.Done, HeadAction.HeadEnd);
    }

    public (HeadState Next, HeadAction Action) this[HeadState state, byte octet]
    {
        get
        {
            var place = Place(state, Octet.ClassOf(octet));
            // Only what is refused by rights is ever tolerated, so that the place of a fault is passed nowhere else.
            return _cells[place] is { Action: < HeadAction.RefuseLineFeed } cell ? cell : Tolerated(place);
        }
    }

    private static int Place(HeadState state, OctetClass octets) => ((int)state * Classes) + (int)octets;

    private void Set(HeadState state, OctetClass octets, HeadState next, HeadAction action) => _cells[Place(state, octets)] = (next, action);

    private (HeadState Next, HeadAction Action) Tolerated(int place)
    {
        foreach (var (fault, next, action) in _toleratedAt[place])
        {
            if (_faults[fault])
            {
                return (next, action);
            }
        }

        return _cells[place];
    }

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

    // A null class stands for every octet but LF.
    private static readonly (Fault Fault, HeadState State, OctetClass? Octets, HeadState Next, HeadAction Action)[] _tolerated =
    [
        (Fault.TargetControlAccepted, HeadState.Line, OctetClass.Nul, HeadState.Line, HeadAction.Append),
        (Fault.TargetControlAccepted, HeadState.Line, OctetClass.Control, HeadState.Line, HeadAction.Append),
        (Fault.NulInLineSkipped, HeadState.Line, OctetClass.Nul, HeadState.Line, HeadAction.None),
        (Fault.NulSkipped, HeadState.Field, OctetClass.Nul, HeadState.Field, HeadAction.None),
        (Fault.NulAccepted, HeadState.Field, OctetClass.Nul, HeadState.Field, HeadAction.Append),
        (Fault.NulTruncates, HeadState.Field, OctetClass.Nul, HeadState.Field, HeadAction.Append),
        (Fault.NulDropsField, HeadState.Field, OctetClass.Nul, HeadState.Field, HeadAction.Append),
        (Fault.LengthTextTrimmed, HeadState.Field, OctetClass.Control, HeadState.Field, HeadAction.Append),
        (Fault.CodingSearched, HeadState.Field, OctetClass.Control, HeadState.Field, HeadAction.Append),
        (Fault.ControlInValueFails, HeadState.Field, OctetClass.Control, HeadState.Field, HeadAction.Append),
        (Fault.HostInvalidAccepted, HeadState.Field, OctetClass.Control, HeadState.Field, HeadAction.Append),
        (Fault.InvalidNameAccepted, HeadState.FieldStart, OctetClass.Control, HeadState.Field, HeadAction.Append),
        (Fault.InvalidNameAccepted, HeadState.Field, OctetClass.Control, HeadState.Field, HeadAction.Append),
        (Fault.BareLineFeedKept, HeadState.Field, OctetClass.LineFeed, HeadState.Field, HeadAction.Append),
        (Fault.LineFeedTrimmed, HeadState.Field, OctetClass.LineFeed, HeadState.Field, HeadAction.Append),
        (Fault.LineFeedIsBlank, HeadState.Line, OctetClass.LineFeed, HeadState.Line, HeadAction.Append),
        (Fault.LineFeedShiftsContent, HeadState.FieldStart, OctetClass.LineFeed, HeadState.EndReturn, HeadAction.None),
        (Fault.LineFeedShiftsContent, HeadState.EndReturn, OctetClass.Text, HeadState.Done, HeadAction.HeadEnd),
        (Fault.LeadingOctetsSkipped, HeadState.Start, OctetClass.Nul, HeadState.Start, HeadAction.None),
        (Fault.LeadingOctetsSkipped, HeadState.Start, OctetClass.Control, HeadState.Start, HeadAction.None),
        (Fault.BareReturnEndsLine, HeadState.FieldReturn, null, HeadState.FieldStart, HeadAction.FieldEndAgain),
        (Fault.BareReturnEndsRequestLine, HeadState.LineReturn, null, HeadState.FieldStart, HeadAction.LineEndAgain),
        (Fault.BareReturnKept, HeadState.FieldReturn, null, HeadState.Field, HeadAction.AppendReturnAgain),
        (Fault.CodingSearched, HeadState.FieldReturn, null, HeadState.Field, HeadAction.AppendReturnAgain),
        (Fault.ReturnInNameIgnored, HeadState.FieldReturn, null, HeadState.Field, HeadAction.AppendReturnAgain),
        (Fault.ReturnInFieldDropped, HeadState.FieldReturn, null, HeadState.Field, HeadAction.Append),
        (Fault.ReturnInFieldDropped, HeadState.EndReturn, null, HeadState.Field, HeadAction.Append),
        (Fault.ReturnInLineDropped, HeadState.LineReturn, null, HeadState.Line, HeadAction.Append),
        (Fault.LineEndUnchecked, HeadState.LineReturn, null, HeadState.LineReturn, HeadAction.None),
        (Fault.ReturnsBeforeHeadEndIgnored, HeadState.EndReturn, OctetClass.CarriageReturn, HeadState.EndReturn, HeadAction.None),
        (Fault.HeadEndUnchecked, HeadState.EndReturn, null, HeadState.Done, HeadAction.HeadEnd),
    ];

    private static readonly ILookup<int, (Fault Fault, HeadState Next, HeadAction Action)> _toleratedAt = _tolerated
        .SelectMany(cell => Enum.GetValues<OctetClass>()
            .Where(each => cell.Octets is null ? each != OctetClass.LineFeed : each == cell.Octets)
            .Select(each => (Place: Place(cell.State, each), Cell: (cell.Fault, cell.Next, cell.Action))))
        .ToLookup(cell => cell.Place, cell => cell.Cell);
}

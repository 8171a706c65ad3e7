using System.Text;

namespace Conform.Http;

/// <summary>Field lines up to the empty line (RFC 9112 section 5), of a header section or of trailers.</summary>
/// <param name="faults">Where broken grammar is noted.</param>
/// <param name="framed">Whether a garbled framing field makes the message unreadable: true for the header section.</param>
internal sealed class FieldSection(FaultList faults, bool framed)
{
    private readonly List<FieldLine> lines = [];
    private string name = "";
    private StringBuilder? value;
    private OctetRange range;
    private bool any;

    /// <summary>Whether the empty line was read.</summary>
    public bool Ended { get; private set; }

    /// <summary>Why nothing behind this can be read; null while it can.</summary>
    public ResponseFault? Fatal { get; private set; }

    /// <summary>The field lines that are known to have ended, in order.</summary>
    public FieldLine[] ToArray() => [.. lines];

    /// <summary>Takes the next line.</summary>
    public void Add(LineBuffer line, long at)
    {
        NoteLineEnd(line, at, faults);
        var text = line.Text;
        if (text.IsEmpty)
        {
            Flush();
            Ended = true;
        }
        else if (Grammar.IsBlank(text[0])) Fold(text, at, line.Length);
        else Begin(text, at, line.Length);
        any = true;
    }

    /// <summary>No further line will come, so the last one is as long as it will ever be.</summary>
    public void Flush()
    {
        if (value is not null) lines.Add(new(name, value.ToString().Trim(' ', '\t'), range));
        value = null;
    }

    /// <summary>Notes a line end without CR, and a CR that is none.</summary>
    public static void NoteLineEnd(LineBuffer line, long at, FaultList faults)
    {
        if (line.EndsBare) faults.Add("line-end", "A line ends in LF without CR.", at + line.Length - 1);
        var bare = line.Text.IndexOf((byte)'\r');
        if (bare >= 0) faults.Add("bare-cr", "A CR stands without LF behind it.", at + bare);
    }

    private void Fold(ReadOnlySpan<byte> text, long at, int length)
    {
        if (!any) faults.Add("leading-whitespace", "Whitespace stands between the status line and the first field.", at);
        else faults.Add("obs-fold", "A field value goes on in a further line.", at);
        if (value is null) return;
        NoteControls(text, at);
        value.Append(' ').Append(Encoding.Latin1.GetString(Grammar.TrimBlanks(text)));
        range = range with { Length = range.Length + length };
    }

    private void Begin(ReadOnlySpan<byte> text, long at, int length)
    {
        Flush();
        var colon = text.IndexOf((byte)':');
        if (colon < 0)
        {
            faults.Add("field-line", "A field line has no colon.", at);
            return;
        }

        name = Encoding.Latin1.GetString(text[..colon]);
        value = new StringBuilder(Encoding.Latin1.GetString(Grammar.TrimBlanks(text[(colon + 1)..])));
        range = new(at, length);
        if (!Grammar.IsToken(text[..colon])) NoteName(text[..colon], at);
        NoteControls(text[(colon + 1)..], at + colon + 1);
    }

    private void NoteName(ReadOnlySpan<byte> octets, long at)
    {
        var blank = octets.TrimEnd(" \t"u8);
        var fault = blank.Length < octets.Length && Grammar.IsToken(blank)
            ? new ResponseFault("whitespace-before-colon", "Whitespace stands between a field name and its colon.", at + blank.Length)
            : new("field-name", octets.IsEmpty ? "A field name is empty." : "A field name is no token.", at);
        if (framed && Framing.IsFramingField(name)) Fatal = fault;
        faults.Add(fault.Rule, fault.Message, fault.At);
    }

    private void NoteControls(ReadOnlySpan<byte> octets, long at)
    {
        var control = Grammar.FirstControl(octets);
        if (control >= 0) faults.Add("field-value", $"A field value has the control octet 0x{octets[control]:X2}.", at + control);
    }
}

namespace Conform.Http;

/// <summary>Status line, field lines, empty line.</summary>
internal sealed class HeadReader(long start, FaultList faults)
{
    /// <summary>More than any server means to send: 256 KiB.</summary>
    public const int Limit = 256 * 1024;

    private readonly LineBuffer line = new();
    private readonly FieldSection fields = new(faults, framed: true);

    public int Length { get; private set; }

    public StatusLine? Status { get; private set; }

    public bool Ended => fields.Ended;

    public bool Failed { get; private set; }

    /// <summary>Whether the octets do not even begin like a response.</summary>
    public bool Stray { get; private set; }

    public FieldLine[] Fields => fields.ToArray();

    public void Flush() => fields.Flush();

    /// <summary>Reads at most to the end of one line and says how many octets that took.</summary>
    public int Read(ReadOnlySpan<byte> from)
    {
        var at = start + Length - line.Length;
        var used = line.Take(from[..Math.Min(from.Length, Limit + 1 - Length)]);
        Length += used;
        if (Status is null && !Begins()) Failed = true;
        else if (Length > Limit) Fail("head-size", $"The head is longer than {Limit} octets.", start + Limit);
        else if (line.Ended)
        {
            Line(at);
            line.Clear();
        }

        return used;
    }

    private bool Begins()
    {
        var wrong = StatusLine.FirstWrong(line.Octets);
        if (wrong >= 0)
        {
            Stray = wrong < StatusLine.NameLength;
            faults.Add("status-line", $"No status line: octet 0x{line.Octets[wrong]:X2} cannot be its number {wrong + 1}.", start + wrong);
            return false;
        }

        var code = StatusLine.Code(line.Octets);
        if (line.Octets.Length < 12 || code is >= 100 and <= 599) return true;
        faults.Add("status-code", $"The status code {code:D3} is outside 100 to 599.", start + 9);
        return false;
    }

    private void Line(long at)
    {
        if (Status is not null)
        {
            fields.Add(line, at);
            Failed = fields.Fatal is not null;
            return;
        }

        FieldSection.NoteLineEnd(line, at, faults);
        Status = StatusLine.Read(line.Text, at, faults);
        if (Status is null) Fail("status-line", "The status code is followed by something other than a space.", at + 12);
    }

    private void Fail(string rule, string message, long at)
    {
        faults.Add(rule, message, at);
        Failed = true;
    }
}

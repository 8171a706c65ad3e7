using System.Buffers;
using System.Globalization;
using System.Text;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract;

/// <summary>Writes a response head: status line, the application's fields as they are, then what the server owes.</summary>
internal sealed record ResponseHead(string Status, IReadOnlyList<(string Name, string Value)> Fields, ResponsePlan Plan)
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>The connection stays and the client, being HTTP/1.0, must be told.</summary>
    public bool SaysKeepAlive { get; init; }

    /// <summary>The answer to a HEAD request.</summary>
    public bool IsHead { get; init; }

    /// <summary>The 200 to a GET of the fixed representation: the one place where defects of the head show.</summary>
    public bool IsFixture { get; init; }

    /// <summary>The answer is the stream whose length is not known before.</summary>
    public bool IsStream { get; init; }

    /// <summary>Under a defect, the answer is in the version of the request.</summary>
    public bool IsInKind { get; init; }

    /// <summary>Under a defect, the minor version that the answer repeats from its request.</summary>
    public int? Echoed { get; init; }

    /// <summary>Under a defect, a transfer coding is named that the client does not want.</summary>
    public bool Compresses { get; init; }

    /// <summary>Under a defect, more goes out than the length states.</summary>
    public bool Exceeds { get; init; }

    /// <summary>The request came together with more; only defects care.</summary>
    public bool IsFollowed { get; init; }

    /// <summary>The request had no other field than Host; only defects care.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Whether a defect shows that spoils what follows: in the fixed representation, where it was asked for plainly and together with more.</summary>
    public bool Spoils(Fault fault, FaultSet faults) => IsFixture && IsPlain && faults[fault] && IsFollowed;

    /// <summary>Under a defect, line ends stand between the blocks.</summary>
    public bool Separates { get; init; }

    /// <summary>Under a defect, octets that are no text are changed.</summary>
    public bool IsText { get; init; }

    /// <summary>Under a defect, no Date is added.</summary>
    public bool OmitsDate { get; init; }

    private int Code => int.Parse(Status.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture);

    public void WriteTo(IBufferWriter<byte> output, FaultSet faults)
    {
        var on = new FixtureFaults(IsFixture, faults);
        var misprint = Misprint.Of(this, Code, faults);
        StringBuilder text = new(256);
        text.Append(misprint?.StatusLine ?? (on[Fault.StatusLineHttp10] || IsInKind ? "HTTP/1.0 " : $"HTTP/1.{Echoed ?? 1} ") + StatusText(faults)).Append(on[Fault.BlankFirstLineSent] ? "\r\n " : "\r\n");
        foreach (var (name, value) in Ordered(faults).Where(field => misprint?.Takes(field.Name) != true))
        {
            Line(text, name, value);
        }

        Owed(text, faults, on, misprint);
        text.Append(misprint?.Text);
        text.Append(on[Fault.HeadWithLineFeed] ? "\n" : "\r\n");
        output.Write(Encoding.Latin1.GetBytes(text.ToString()));
    }

    /// <summary>The status line's code and reason; the space between stays where there is no reason (RFC 9112 section 4).</summary>
    private string StatusText(FaultSet faults)
    {
        var bare = Status.Length < 5;
        if (bare)
        {
            return faults[Fault.ReasonlessStatusLost] ? ""
                : faults[Fault.ReasonSpaceMissing] ? Status.TrimEnd(' ') : Status[..3] + " ";
        }

        return faults[Fault.ReasonDropped] ? Status[..3] + " " : Status;
    }

    private IEnumerable<(string Name, string Value)> Ordered(FaultSet faults)
    {
        var fields = Fields.Where(field => IsKept(field.Name, faults));
        if (faults[Fault.FurtherChallengeLost])
            fields = fields.Where((field, i) => !field.Name.Equals("WWW-Authenticate", StringComparison.OrdinalIgnoreCase) || fields.Take(i).All(f => f.Name != field.Name));
        return faults[Fault.RepeatedFieldsJoined]
            ? fields.GroupBy(field => field.Name, (name, same) => (name, string.Join(", ", same.Select(field => field.Value))))
            : fields;
    }

    private bool IsKept(string name, FaultSet faults)
    {
        bool Is(string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
        var dropped = (Is("Content-Length") && (Plan.Length is null || (IsHead && faults[Fault.HeadLengthZeroed]) || Code == 205))
            || (Is("Allow") && Code == 405 && faults[Fault.AllowMissing])
            || (Is("Allow") && Code == 200 && faults[Fault.OptionsUnlisted])
            || (Is("ETag") && Code == 304 && faults[Fault.NotModifiedWithoutTag])
            || (Is("Content-Type") && IsHead && faults[Fault.HeadFieldsDiffer])
            || (Is("Date") && faults[Fault.DateOverwritten])
            || (Is("Content-Length") && Code == 301 && faults[Fault.RedirectLengthShort])
            || (Is("Content-Length") && (Spoils(Fault.LengthOneShort, faults) || Spoils(Fault.LengthOneLong, faults)));
        return !dropped;
    }

    private void Owed(StringBuilder text, FaultSet faults, FixtureFaults on, Misprint? misprint)
    {
        bool Has(string name) => Fields.Any(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && IsKept(field.Name, faults));
        if (!Has("Date") && !OmitsDate && !faults[Fault.DateMissing] && misprint?.Takes("Date") != true)
        {
            Line(text, "Date", Now.ToString(faults[Fault.DateMalformed] ? "yyyy-MM-ddTHH:mm:ssZ" : "r", CultureInfo.InvariantCulture));
        }

        var overlooks = faults[Fault.LengthInLettersRepeated] && Has("Content-Length") && Fields.All(field => field.Name != "Content-Length");
        if (Plan.Length is { } length && (!Has("Content-Length") || overlooks))
        {
            Line(text, "Content-Length", Stated(length, faults, on));
        }

        if (IsStream && Plan.Framing == ResponseFraming.Chunked && faults[Fault.StreamWithLength])
        {
            Line(text, "Content-Length", "14");
        }

        var isEmptied = IsStream && IsHead && faults[Fault.HeadLengthZeroed];
        if (isEmptied)
        {
            Line(text, "Content-Length", "0");
        }

        if (on[Fault.LengthRepeated])
        {
            Line(text, "Content-Length", Stated(Plan.Length ?? 0, faults, on));
        }

        if ((Plan.Framing == ResponseFraming.Chunked && !isEmptied && misprint?.Takes("Transfer-Encoding") != true) || on[Fault.LengthAndChunked])
        {
            Line(text, "Transfer-Encoding", Compresses ? "gzip, chunked" : "chunked");
        }

        text.Append(on[Fault.BadFieldNameSent] ? "X Reference: 1\r\n" : "");
        text.Append(on[Fault.BlankBeforeColonSent] ? "X-Reference : 1\r\n" : "");
        text.Append(on[Fault.ControlSent] ? "X-Reference: 1\u00012\r\n" : "");
        text.Append(on[Fault.ReturnSent] ? "X-Reference: 1\r2\r\n" : "");
        text.Append(on[Fault.FoldedFieldSent] ? "X-Reference: 1\r\n 2\r\n" : "");
        if (Plan.Closes && !faults[Fault.ClosesUnannounced])
        {
            Line(text, "Connection", "close");
        }
        else if (SaysKeepAlive)
        {
            Line(text, "Connection", "keep-alive");
        }
    }

    private string Stated(long length, FaultSet faults, FixtureFaults on)
    {
        var stated = IsHead && faults[Fault.HeadLengthZeroed] ? 0
            : Spoils(Fault.LengthOneShort, faults) || (Code == 301 && faults[Fault.RedirectLengthShort]) ? length - 1
            : Spoils(Fault.LengthOneLong, faults) ? length + 1
            : length;
        return stated.ToString(CultureInfo.InvariantCulture);
    }

    private static void Line(StringBuilder text, string name, string value) =>
        text.Append(name).Append(": ").Append(value).Append("\r\n");

    /// <summary>Faults that would break every plain exchange, and so are kept to the fixed representation.</summary>
    private readonly record struct FixtureFaults(bool IsFixture, FaultSet Faults)
    {
        public bool this[Fault fault] => IsFixture && Faults[fault];
    }
}

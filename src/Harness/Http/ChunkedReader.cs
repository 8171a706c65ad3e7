namespace Conform.Http;

/// <summary>The chunked transfer coding (RFC 9112 section 7.1), strictly: a size that could be read two ways ends the reading.</summary>
internal sealed class ChunkedReader(long start, ContentStore content, FaultList faults)
{
    private const int LineLimit = 16 * 1024;

    private enum Part { Size, Data, DataCr, DataLf, Trailers, End }

    private readonly LineBuffer line = new();
    private readonly FieldSection trailers = new(faults, framed: false);
    private Part part;
    private long left;
    private long at = start;
    private int trailerOctets;

    public bool Ended => part == Part.End;

    public bool Failed { get; private set; }

    public FieldLine[] Trailers => trailers.ToArray();

    public void Flush() => trailers.Flush();

    /// <summary>Reads at most one line or one piece of data and says how many octets that took.</summary>
    public int Read(ReadOnlySpan<byte> from)
    {
        var used = part switch
        {
            Part.Size => ReadSize(from),
            Part.Data => ReadData(from),
            Part.DataCr => Expect(from[0], '\r', Part.DataLf),
            Part.DataLf => Expect(from[0], '\n', Part.Size),
            _ => ReadTrailer(from),
        };
        at += used;
        return used;
    }

    /// <summary>How many of so many unseen octets can only be data of the present chunk.</summary>
    public long Skip(long count)
    {
        if (part != Part.Data) return 0;
        var used = Math.Min(count, left);
        content.Skip(used);
        Took(used);
        at += used;
        return used;
    }

    private int ReadData(ReadOnlySpan<byte> from)
    {
        var used = (int)Math.Min(from.Length, left);
        content.Append(from[..used]);
        Took(used);
        return used;
    }

    private void Took(long used)
    {
        left -= used;
        if (left == 0) part = Part.DataCr;
    }

    private int Expect(byte octet, char wanted, Part next)
    {
        if (octet == wanted) part = next;
        else Fail("chunked", "The data of a chunk is not followed by CRLF.", at);
        return 1;
    }

    private int ReadSize(ReadOnlySpan<byte> from)
    {
        var begin = at - line.Length;
        var used = line.Take(from[..Math.Min(from.Length, LineLimit + 1 - line.Length)]);
        if (line.Length > LineLimit) Fail("head-size", $"A chunk line is longer than {LineLimit} octets.", begin + LineLimit);
        else if (line.Ended)
        {
            Size(begin);
            line.Clear();
        }

        return used;
    }

    private void Size(long begin)
    {
        var text = line.Text;
        if (line.EndsBare || text.Contains((byte)'\r'))
        {
            Fail("chunked", "A chunk line does not end in CRLF, or has a CR within.", begin);
            return;
        }

        var digits = text.IndexOfAnyExcept(Hexadecimal);
        if (digits < 0) digits = text.Length;
        var rest = text[digits..];
        if (digits == 0 || !(rest.IsEmpty || rest[0] == ';' || Grammar.IsBlank(rest[0])))
        {
            Fail("chunked", "A chunk size is no hexadecimal number.", begin);
            return;
        }

        var significant = text[..digits].TrimStart((byte)'0');
        if (significant.Length > 16 || (significant.Length == 16 && significant[0] > '7'))
        {
            Fail("chunked", "A chunk size is larger than any chunk can be.", begin);
            return;
        }

        if (!rest.IsEmpty && Grammar.TrimBlanks(rest).IsEmpty)
            faults.Add("chunked", "A chunk size is padded with whitespace.", begin + digits);
        else if (Parameters.Wrong(rest, valueNeeded: false, blanks: false) is { } wrong)
            faults.Add("chunk-extension", $"A chunk extension is malformed: {wrong}", begin + digits);
        left = significant.IsEmpty ? 0 : long.Parse(significant, System.Globalization.NumberStyles.AllowHexSpecifier, null);
        part = left == 0 ? Part.Trailers : Part.Data;
    }

    private static readonly System.Buffers.SearchValues<byte> Hexadecimal = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF"u8);

    private int ReadTrailer(ReadOnlySpan<byte> from)
    {
        var begin = at - line.Length;
        var used = line.Take(from[..Math.Min(from.Length, HeadReader.Limit + 1 - trailerOctets)]);
        trailerOctets += used;
        if (trailerOctets > HeadReader.Limit) Fail("head-size", $"The trailers are longer than {HeadReader.Limit} octets.", begin);
        else if (line.Ended)
        {
            trailers.Add(line, begin);
            line.Clear();
            if (trailers.Ended) part = Part.End;
        }

        return used;
    }

    private void Fail(string rule, string message, long where)
    {
        faults.Add(rule, message, where);
        Failed = true;
    }
}

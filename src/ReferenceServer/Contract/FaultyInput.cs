using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Contract;

/// <summary>What defects do to the content that a program reads.</summary>
internal sealed class FaultyInput(RequestBody inner, RequestHead head, Func<bool> isHeadOut, FaultSet faults) : RequestBody
{
    private bool IsLost => (head.Framing.IsChunked && faults[Fault.ChunkedContentLost]) || (head.ExpectsContinue && faults[Fault.ExpectedContentUnread])
        || (isHeadOut() && faults[Fault.ContentDrainedByHead]) || (head.Fields.Any(line => line.Is("Upgrade", FaultSet.None)) && faults[Fault.UpgradeTakesContent]);

    private bool IsRefused => head.Framing is { IsStated: true, IsChunked: false, Length: 0 } && faults[Fault.EmptyLengthFails];

    public override byte[] Read()
    {
        RefuseEmpty();
        var all = IsLost ? [] : inner.Read();
        return Handed(all.Length > 1 && faults[Fault.ReadAllOneShort] ? all[..^1] : all);
    }

    public override byte[] Read(int size)
    {
        if (IsLost || (size < 0 && faults[Fault.NegativeReadsNothing]))
        {
            return [];
        }

        RefusePieces();
        if (size > 10_000 && faults[Fault.LargePieceCut])
        {
            return Handed(inner.Read(4096));
        }

        if (size == 4097 && faults[Fault.PieceOverBufferShort])
        {
            return Handed(inner.Read(size) is [.. var all, _] ? all : []);
        }

        return Ended(inner.Read(size == 0 && faults[Fault.ReadZeroTakes] ? 1 : size), size);
    }

    public override byte[] ReadLine(int size = -1)
    {
        if (IsLost)
        {
            return [];
        }

        RefusePieces();
        if (size >= 0 && faults[Fault.LineRestLost])
        {
            var line = inner.ReadLine();
            return line.Length > size ? line[..size] : line;
        }

        if (size > 128 && faults[Fault.SizedLineCut])
        {
            var line = inner.ReadLine(size);
            return Handed(line.Length > 128 ? line[..128] : line);
        }

        return Ended(Shortened(inner.ReadLine(size)), size);
    }

    private byte[] Shortened(byte[] line) =>
        line is [(byte)'\n'] && faults[Fault.EmptyLineIsEnd] ? []
        : line.Length > 8192 && faults[Fault.LongLineCut] ? line[..8192]
        : line is [.., not (byte)'\n'] && faults[Fault.LastLineLost] ? []
        : line;

    public override IReadOnlyList<byte[]> ReadLines(int hint = -1)
    {
        var lines = faults[Fault.LinesFail] ? throw new InvalidOperationException("lines cannot be read") : base.ReadLines(hint);
        return lines.Count > 1 && faults[Fault.LinesJoined] ? [[.. lines.SelectMany(line => line)]] : lines;
    }

    private void RefusePieces()
    {
        if ((head.Framing.IsChunked && faults[Fault.ChunkedPiecesFail]) || IsRefused)
        {
            throw new InvalidOperationException("this cannot be read in pieces");
        }
    }

    private void RefuseEmpty()
    {
        if (IsRefused)
        {
            throw new InvalidOperationException("there is nothing to read");
        }
    }

    private byte[] Ended(byte[] octets, int size) => octets.Length == 0 && size != 0 && head.Framing.Length > 0 && faults[Fault.EndOfContentFails]
        ? throw new EndOfStreamException()
        : Handed(octets);

    private byte[] Handed(byte[] octets) => Array.Exists(octets, o => o > 127) && faults[Fault.InputOctetsLost]
        ? Array.ConvertAll(octets, o => o > 127 ? (byte)'?' : o)
        : octets;
}

/// <summary>What defects do to the errors that a program writes.</summary>
internal sealed class FaultyErrors(ErrorLog inner, Action<string> leak, Func<bool> isIterating, FaultSet faults) : ErrorLog
{
    public override void Write(string text)
    {
        if (text.Contains('%', StringComparison.Ordinal) && faults[Fault.LogTextIsPattern])
        {
            throw new FormatException(text);
        }

        if (!text.All(char.IsAscii) && faults[Fault.ErrorsAsciiOnly])
        {
            throw new InvalidOperationException("the log takes ASCII alone");
        }

        if (faults[Fault.ErrorsOnWire] || (isIterating() && faults[Fault.LogInField]))
        {
            leak(text);
        }

        if (!faults[Fault.ErrorsLost])
        {
            inner.Write(text);
        }

        if (faults[Fault.LogLinesDoubled])
        {
            inner.Write(text);
        }
    }

    public override void WriteLines(IEnumerable<string> lines)
    {
        if (faults[Fault.ErrorLinesFail])
        {
            throw new InvalidOperationException("the log takes one line at a time");
        }

        if (faults[Fault.ErrorLinesCounted] && lines is not IReadOnlyCollection<string>)
        {
            return;
        }

        base.WriteLines(faults[Fault.ErrorLinesHalved] ? lines.Take(1) : faults[Fault.LogLinesReversed] ? lines.Reverse() : lines);
    }

    public override void Flush() => inner.Flush();
}

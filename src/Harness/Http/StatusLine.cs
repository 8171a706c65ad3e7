using System.Text;

namespace Conform.Http;

/// <summary>A status line (RFC 9112 section 4): <c>HTTP/</c> DIGIT <c>.</c> DIGIT SP 3DIGIT SP [reason].</summary>
internal sealed record StatusLine(string Version, int Status, string Reason)
{
    private const int CodeEnd = 12;

    /// <summary>Octets that must match before something counts as the begin of a response at all.</summary>
    public const int NameLength = 5;

    /// <summary>Looks at as much of a line as is there. Known early, so that garbage without a line end is not waited on.</summary>
    /// <returns>Index of the first octet that cannot stand where it does, or -1.</returns>
    public static int FirstWrong(ReadOnlySpan<byte> line)
    {
        for (var i = 0; i < line.Length && i <= CodeEnd; i++)
        {
            var fits = i switch
            {
                < NameLength => line[i] == "HTTP/"u8[i],
                5 => line[i] == '1',
                6 => line[i] == '.',
                8 => line[i] == ' ',
                CodeEnd => line[i] is (byte)' ' or (byte)'\r' or (byte)'\n',
                _ => Grammar.IsDigit(line[i]),
            };
            if (!fits) return i;
        }

        return -1;
    }

    /// <summary>The status code once its three digits are there, else 0.</summary>
    public static int Code(ReadOnlySpan<byte> line) =>
        line.Length < CodeEnd ? 0 : ((line[9] - '0') * 100) + ((line[10] - '0') * 10) + (line[11] - '0');

    /// <summary>Reads a whole line whose begin <see cref="FirstWrong"/> has let pass; null when what follows the code is no SP.</summary>
    public static StatusLine? Read(ReadOnlySpan<byte> text, long at, FaultList faults)
    {
        var version = Encoding.Latin1.GetString(text[..8]);
        if (text.Length == CodeEnd)
        {
            faults.Add("status-line-space", "The space behind the status code is missing.", at + CodeEnd);
            return new(version, Code(text), "");
        }

        if (text[CodeEnd] != ' ') return null;
        var reason = text[(CodeEnd + 1)..];
        var control = Grammar.FirstControl(reason);
        if (control >= 0)
            faults.Add("reason-phrase", $"The reason phrase has the control octet 0x{reason[control]:X2}.", at + CodeEnd + 1 + control);
        return new(version, Code(text), Encoding.Latin1.GetString(reason));
    }
}

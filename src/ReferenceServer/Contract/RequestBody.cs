using System.Collections;

namespace Conform.ReferenceServer.Contract;

/// <summary>The content of a request; the twin of <c>wsgi.input</c>. It ends where the content ends, whatever follows on the connection.</summary>
/// <remarks>A content that breaks off throws <see cref="EndOfStreamException"/>.</remarks>
public abstract class RequestBody : IEnumerable<byte[]>
{
    /// <summary>Everything that is left.</summary>
    /// <returns>The octets; empty at the end.</returns>
    public virtual byte[] Read() => Read(-1);

    /// <summary>So many octets, or fewer where the content ends before.</summary>
    /// <param name="size">How many; negative means everything.</param>
    /// <returns>The octets; empty at the end.</returns>
    public abstract byte[] Read(int size);

    /// <summary>Up to and with the next line feed.</summary>
    /// <param name="size">At most so many octets; negative means no limit.</param>
    /// <returns>The line; empty at the end.</returns>
    public abstract byte[] ReadLine(int size = -1);

    /// <summary>All lines that are left.</summary>
    /// <param name="hint">Stop once so many octets were read; not positive means no limit.</param>
    /// <returns>The lines with their line feeds.</returns>
    public virtual IReadOnlyList<byte[]> ReadLines(int hint = -1)
    {
        List<byte[]> lines = [];
        for (var octets = 0; hint <= 0 || octets < hint;)
        {
            var line = ReadLine();
            if (line.Length == 0)
            {
                break;
            }

            lines.Add(line);
            octets += line.Length;
        }

        return lines;
    }

    /// <summary>The lines that are left, one at a time.</summary>
    /// <returns>The lines with their line feeds.</returns>
    public IEnumerator<byte[]> GetEnumerator()
    {
        while (ReadLine() is { Length: > 0 } line)
        {
            yield return line;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

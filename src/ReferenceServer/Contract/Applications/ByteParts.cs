using System.Globalization;
using System.Text;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>Parts of a representation that is not the fixed text (RFC 9110 section 15.3.7). Everything that a 200 would tell of it is told with them.</summary>
internal static class ByteParts
{
    private const string Boundary = "conform-part-boundary";

    /// <summary>The parts that Range asks for; null where it asks for nothing that can be read, so that the whole is to be sent.</summary>
    /// <param name="start">Starts the answer.</param>
    /// <param name="range">The field.</param>
    /// <param name="content">The whole.</param>
    /// <param name="type">Its media type.</param>
    /// <param name="fields">The other fields of a 200.</param>
    public static IEnumerable<ReadOnlyMemory<byte>>? Of(
        StartResponse start, string range, byte[] content, string type, params (string Name, string Value)[] fields)
    {
        var asked = RangeRequest.Read(range, content.Length, FaultSet.None);
        (string, string) length = ("Content-Range", $"bytes */{content.Length}");
        return asked.IsUnsatisfiable ? Answer.Text(start, "416 Range Not Satisfiable", "range not satisfiable\n", length)
            : asked.Slices switch
            {
                [] => null,
                [var one] => Answer.With(start, "206 Partial Content", type, Octets(one, content), [.. fields, ("Content-Range", Where(one, content))]),
                var several => Answer.With(
                    start, "206 Partial Content", $"multipart/byteranges; boundary={Boundary}",
                    Multipart(several, Boundary, "\r\n", slice => $"Content-Type: {type}\r\nContent-Range: {Where(slice, content)}\r\n", slice => Octets(slice, content)), fields),
            };
    }

    /// <summary>Several parts as multipart/byteranges (RFC 9110 section 14.6).</summary>
    /// <param name="slices">Where they are.</param>
    /// <param name="boundary">What stands between them.</param>
    /// <param name="line">What ends the lines around them.</param>
    /// <param name="fields">The field lines of a part.</param>
    /// <param name="octets">The octets of a part.</param>
    public static byte[] Multipart(IEnumerable<Slice> slices, string boundary, string line, Func<Slice, string> fields, Func<Slice, byte[]> octets)
    {
        using MemoryStream parts = new();
        foreach (var slice in slices)
        {
            parts.Write(Encoding.ASCII.GetBytes($"--{boundary}{line}{fields(slice)}{line}"));
            parts.Write(octets(slice));
            parts.Write(Encoding.ASCII.GetBytes(line));
        }

        parts.Write(Encoding.ASCII.GetBytes($"--{boundary}--{line}"));
        return parts.ToArray();
    }

    private static string Where(Slice slice, byte[] content) =>
        string.Create(CultureInfo.InvariantCulture, $"bytes {slice.First}-{slice.Last}/{content.Length}");

    private static byte[] Octets(Slice slice, byte[] content) => content[(int)slice.First..((int)slice.Last + 1)];
}

using System.Text;
using Conform.Http;

namespace Conform.Harness.Tests.Http;

/// <summary>Short words for feeding a reader and for writing down all that it says.</summary>
internal static class Fed
{
    public static byte[] Octets(string text) => Encoding.Latin1.GetBytes(text);

    public static ResponseReader Reader(string methods = "", int keep = 1024 * 1024)
    {
        var names = methods.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(i => i < names.Length ? names[i] : null, keep);
    }

    public static ResponseReader Read(string text, string methods = "", bool? clean = true)
    {
        var reader = Reader(methods);
        reader.Feed(Octets(text));
        if (clean is { } how) reader.End(how);
        return reader;
    }

    public static Response One(string text, string methods = "", bool? clean = true)
    {
        var reader = Read(text, methods, clean);
        Assert.That(reader.Final, Has.Count.EqualTo(1));
        return reader.Final[0];
    }

    public static string[] Rules(this Response response) => [.. response.Faults.Select(f => f.Rule)];

    public static string Text(this ReadOnlyMemory<byte> octets) => Encoding.Latin1.GetString(octets.Span);

    /// <summary>Everything that a reader can be asked, as text.</summary>
    public static string Dump(this ResponseReader reader)
    {
        var text = new StringBuilder();
        text.AppendLine($"{reader.CompleteFinal} of {reader.Final.Count}, heads {reader.HeadsSeen}, close {reader.SaysClose}, "
            + $"broken {reader.Broken}, left over {reader.Leftover}");
        foreach (var response in reader.Final) Dump(text, "final", response);
        foreach (var response in reader.PendingInterim) Dump(text, "pending", response);
        return text.ToString();
    }

    private static void Dump(StringBuilder text, string what, Response r)
    {
        text.AppendLine($"{what} {r.Version} {r.Status} [{r.Reason}] {r.State} {r.Framing} head {r.Head} {r.HeadEnded} body {r.Body} "
            + $"length {r.ContentLength} digest {r.ContentDigest} to {r.RequestMethod} close {r.SaysClose} content [{r.Content.Text()}]");
        foreach (var f in r.Fields) text.AppendLine($"  field {f}");
        foreach (var f in r.Trailers) text.AppendLine($"  trailer {f}");
        foreach (var f in r.Faults) text.AppendLine($"  fault {f}");
        foreach (var i in r.Interim) Dump(text, "  interim", i);
    }
}

using System.Text;
using BenchmarkDotNet.Attributes;
using Conform.Cases;
using Conform.Http;

namespace Conform.Benchmarks;

/// <summary>What is read: responses, and the case files that travel inside the program.</summary>
[InProcess, MemoryDiagnoser]
public class Reading
{
    private static readonly byte[] Response = Encoding.ASCII.GetBytes(
        "HTTP/1.1 200 OK\r\nServer: x/1.0\r\nDate: Fri, 02 Jan 2026 03:04:05 GMT\r\nContent-Type: text/html\r\nContent-Length: 612\r\n"
        + "Last-Modified: Tue, 01 Jul 2025 12:00:00 GMT\r\nConnection: keep-alive\r\nETag: \"6863cdc0-264\"\r\nAccept-Ranges: bytes\r\n\r\n" + new string('x', 612));

    /// <summary>Octets a piece: all of them, and the smallest pieces there are.</summary>
    [Params(4096, 1)]
    public int Piece { get; set; }

    [Benchmark]
    public int A_typical_response()
    {
        var reader = new ResponseReader(_ => "GET");
        for (var at = 0; at < Response.Length; at += Piece) reader.Feed(Response.AsSpan(at, Math.Min(Piece, Response.Length - at)));
        return reader.Final[0].Status;
    }
}

/// <summary>The catalogue is parsed at the start of every command.</summary>
[InProcess, MemoryDiagnoser]
public class Parsing
{
    [Benchmark]
    public int The_embedded_catalogue() => CatalogueLoader.Embedded(Generation.Vocabulary.HasMutator).Cases.Count;
}

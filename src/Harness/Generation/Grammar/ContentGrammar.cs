using System.Text;
using Bogus;

namespace Conform.Generation.Grammar;

/// <summary>Content: any octets, among them some that look like framing or like a request.</summary>
internal static class ContentGrammar
{
    /// <summary>The longest content that is drawn, in octets.</summary>
    public const int Longest = 16 * 1024;

    private static readonly byte[] Lookalike =
        Encoding.ASCII.GetBytes("\r\n\r\n0\r\n\r\nGET /inside-content HTTP/1.1\r\nHost: inside.example\r\n\r\n");

    /// <summary>Content of a drawn length: often small, sometimes at a border where buffers end.</summary>
    public static byte[] Content(Randomizer random, int longest = Longest) => Content(Length(random, longest), random);

    /// <summary>Content of this length.</summary>
    public static byte[] Content(int length, Randomizer random) => random.Number(0, 3) switch
    {
        0 => Encoding.ASCII.GetBytes(random.Word(Alphabet.Alphanumeric + " ", length, length)),
        1 => Repeated(length),
        2 => Encoding.ASCII.GetBytes(random.Word("\r\n0;aF :", length, length)),
        _ => Binary(length, random),
    };

    private static int Length(Randomizer random, int longest) => Math.Min(longest, random.Number(0, 9) switch
    {
        0 => random.OneOf(0, 1, 2),
        1 => random.OneOf(255, 256, 257, 1023, 1024, 1025),
        2 => random.OneOf(4095, 4096, 4097, 8191, 8192, 8193, Longest - 1, Longest),
        3 => random.Number(300, 4000),
        _ => random.Number(1, 200),
    });

    private static byte[] Repeated(int length)
    {
        var content = new byte[length];
        for (var i = 0; i < length; i++)
            content[i] = Lookalike[i % Lookalike.Length];
        return content;
    }

    private static byte[] Binary(int length, Randomizer random)
    {
        var content = new byte[length];
        for (var i = 0; i < length; i++)
            content[i] = (byte)random.Number(0, 255);
        return content;
    }
}

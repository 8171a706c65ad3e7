namespace Conform.ReferenceServer.Tests.Defects;

/// <summary>Short ways to write requests.</summary>
internal static class Requests
{
    public const string Host = "Host: localhost\r\n";

    public static string Get(string target = "/", string fields = "") => $"GET {target} HTTP/1.1\r\n{Host}{fields}\r\n";

    public static string Line(string line) => $"{line}\r\n{Host}\r\n";

    /// <summary>A GET of the report with one more field line.</summary>
    public static string Field(string line) => $"GET /r HTTP/1.1\r\n{Host}{line}\r\n\r\n";

    public static string Post(string fields, string content = "hello") => $"POST /r HTTP/1.1\r\n{Host}{fields}\r\n\r\n{content}";

    public static string Echo(string content) =>
        $"POST /probe/content HTTP/1.1\r\n{Host}Content-Length: {content.Length}\r\n\r\n{content}";

    public static string Length(string value, string content = "hello") => Post("Content-Length: " + value, content);

    public static string Coding(string value, string content = "5\r\nhello\r\n0\r\n\r\n") => Post("Transfer-Encoding: " + value, content);

    public static string Chunks(string content) => Coding("chunked", content);

    /// <summary>A GET that runs a program; quoted words in it become hexadecimal.</summary>
    public static string Run(string program, string method = "GET") =>
        $"{method} /probe/run?p={Compact(program)} HTTP/1.1\r\n{Host}\r\n";

    private static string Compact(string program) => string.Concat(
        program.Split('\'').Select((part, i) => i % 2 == 1 ? Convert.ToHexStringLower(System.Text.Encoding.Latin1.GetBytes(part)) : part));
}

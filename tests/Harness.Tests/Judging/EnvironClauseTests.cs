using System.Text;

namespace Conform.Harness.Tests.Judging;

/// <summary>What clauses ask of the environ in a report.</summary>
internal sealed class EnvironClauseTests
{
    private const string Text = "string";

    [TestCase("understood variable SERVER_PORT \"80\"", "Pass")]
    [TestCase("understood variable SERVER_PORT \"8\"", "Fail Violation")]
    [TestCase("understood variable ABSENT \"8\"", "Fail Violation")]
    [TestCase("understood no variable ABSENT", "Pass")]
    [TestCase("understood no variable SERVER_PORT", "Fail Violation")]
    [TestCase("understood kind string of SERVER_PORT", "Pass")]
    [TestCase("understood kind tuple of SERVER_PORT", "Fail Violation")]
    [TestCase("understood kind bool of ABSENT", "Fail Violation")]
    [TestCase("understood kind tuple of wsgi.version and understood variable wsgi.version \"(1, 0)\"", "Pass")]
    [TestCase("understood plain variables as text and understood octets alone and understood tidy names", "Pass")]
    [TestCase("understood url \"http://h:1/m/a%20b/%C3%A9?x=%41\"", "Pass")]
    [TestCase("understood url \"http://h:1/m/a b\"", "Fail Violation")]
    public void One_environ_is_looked_at(string clause, string outcome) => Assert.That(Short(clause), Is.EqualTo(outcome));

    [TestCase("SERVER_PORT", "int", "80", "understood plain variables as text", "Fail Violation")]
    [TestCase("SERVER_PORT", Text, "8080", "understood a port of digits", "Pass")]
    [TestCase("SERVER_PORT", Text, "http", "understood a port of digits", "Fail Violation")]
    [TestCase("SERVER_PORT", Text, "", "understood a port of digits", "Fail Violation")]
    [TestCase("SERVER_PORT", "int", "80", "understood a port of digits", "Fail Violation")]
    [TestCase("REMOTE_ADDR", Text, "127.0.0.1", "understood a client's address alone", "Pass")]
    [TestCase("REMOTE_ADDR", Text, "::1", "understood a client's address alone", "Pass")]
    [TestCase("REMOTE_ADDR", Text, "", "understood a client's address alone", "Pass")]
    [TestCase("REMOTE_ADDR", Text, "127.0.0.1:80", "understood a client's address alone", "Fail Violation")]
    [TestCase("REMOTE_ADDR", Text, "[::1]", "understood a client's address alone", "Fail Violation")]
    [TestCase("REMOTE_ADDR", Text, "[::1]:80", "understood a client's address alone", "Fail Violation")]
    [TestCase("REMOTE_ADDR", Text, "2130706433", "understood a client's address alone", "Fail Violation")]
    [TestCase("REMOTE_ADDR", Text, "('127.0.0.1', 80)", "understood a client's address alone", "Fail Violation")]
    [TestCase("REMOTE_ADDR", Text, "localhost", "understood a client's address alone", "Fail Violation")]
    [TestCase("REMOTE_ADDR", "tuple", "127.0.0.1", "understood a client's address alone", "Fail Violation")]
    [TestCase("own.port", "int", "80", "understood plain variables as text", "Pass")]
    [TestCase("own.key_1", Text, "", "understood tidy names", "Pass")]
    [TestCase("own-key.1", Text, "", "understood tidy names", "Fail Violation")]
    [TestCase("ownkey", Text, "", "understood tidy names", "Fail Violation")]
    [TestCase("OWN_KEY", Text, "", "understood tidy names", "Pass")]
    [TestCase("HTTP_HOST", Text, "", "understood url \"http://s/m/a%20b/%C3%A9?x=%41\"", "Pass")]
    [TestCase("QUERY_STRING", Text, "", "understood url \"http://h:1/m/a%20b/%C3%A9\"", "Pass")]
    public void A_variable_makes_a_difference(string key, string kind, string value, string clause, string outcome) =>
        Assert.That(Short(clause, (key, kind, $"\"{Hex(value)}\"")), Is.EqualTo(outcome));

    [Test]
    public void A_character_beyond_an_octet_is_no_octet() =>
        Assert.That(Short("understood octets alone", ("HTTP_X", Text, "{\"cp\":[97,8364]}")), Is.EqualTo("Fail Violation"));

    [Test]
    public void What_is_no_report_says_nothing() =>
        Assert.That(Trial.Of("accept 200 with understood no variable A").Short(Talk.Asked().Received(Talk.Ok).Expect()), Is.EqualTo("Fail Violation"));

    private static string Short(string clause, params (string Key, string Kind, string Value)[] changed)
    {
        Dictionary<string, (string Kind, string Value)> environ = new(StringComparer.Ordinal)
        {
            ["HTTP_HOST"] = (Text, $"\"{Hex("h:1")}\""), ["SERVER_NAME"] = (Text, $"\"{Hex("s")}\""), ["SERVER_PORT"] = (Text, $"\"{Hex("80")}\""),
            ["SCRIPT_NAME"] = (Text, $"\"{Hex("/m")}\""), ["PATH_INFO"] = (Text, $"\"{Hex("/a b/\xC3\xA9")}\""), ["QUERY_STRING"] = (Text, $"\"{Hex("x=%41")}\""),
            ["wsgi.url_scheme"] = (Text, $"\"{Hex("http")}\""), ["wsgi.version"] = ("tuple", $"\"{Hex("(1, 0)")}\""), ["wsgi.input"] = ("stream", "\"\""),
        };
        foreach (var (key, kind, value) in changed) environ[key] = (kind, value);
        var json = $"{{\"env\":{{{string.Join(',', environ.Select(e => $"\"{e.Key}\":{{\"t\":\"{e.Value.Kind}\",\"v\":{e.Value.Value}}}"))}}},\"content\":{{\"hex\":\"\"}}}}";
        return Trial.Of("accept 200 with " + clause).Short(Talk.Asked().Received($"HTTP/1.1 200 OK\r\nContent-Length: {json.Length}\r\n\r\n{json}").Expect());
    }

    private static string Hex(string text) => Convert.ToHexStringLower(Encoding.Latin1.GetBytes(text));
}

using System.Text;
using System.Text.Json;
using Conform.Commands;

namespace Conform.Harness.Tests.Commands;

public sealed class LintResponseTests
{
    private const string Good = "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok";

    [Test]
    public void A_good_response_has_no_finding()
    {
        var (code, output, errors) = Lint(Good + Good);
        Assert.That((code, errors), Is.EqualTo((0, "")));
        Assert.That(output, Does.StartWith("response 1: HTTP/1.1 200 OK, 2 octets of content\nresponse 2: ").And.EndWith("nothing found\n"));
    }

    [Test]
    public void A_finding_names_rule_weight_requirement_and_what_was_seen()
    {
        var (code, output, _) = Lint(Good.Replace("Content-Type", "ETag: a\r\nContent-Type", StringComparison.Ordinal));
        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.Contain("  violation  etag: ETag is \"a\": An entity-tag stands between double quotes.\n             RFC 9110 §8.8.3 MUST NOT (rfc9110-8.8.3-etag-abnf): "));
    }

    [TestCase("violation", 0)]
    [TestCase("warning", 0)]
    [TestCase("note", 1)]
    public void Notes_count_only_where_that_is_asked_for(string failOn, int code) =>
        Assert.That(Lint(Good.Replace("Content-Type", "X-Frame-Options: a\r\nContent-Type", StringComparison.Ordinal), "--fail-on", failOn).Code, Is.EqualTo(code));

    [Test]
    public void What_was_asked_decides_how_a_response_is_read()
    {
        var head = Good[..^2];
        Assert.That(Lint(head).Output, Does.Contain("incomplete-content"));
        Assert.That(Lint(head, "--method", "HEAD").Code, Is.Zero);
        Assert.That(Lint(Good.Replace("200 OK", "304 X", StringComparison.Ordinal)[..^2], "--fail-on", "note", "--method", "POST").Output, Does.Contain("post-status"));
        Assert.That(Lint(Good.Replace("HTTP/1.1", "HTTP/1.0", StringComparison.Ordinal), "--method", "GET", "--request-version", "HTTP/1.1", "--fail-on", "warning").Output, Does.Contain("http-1.0-answer"));
    }

    [Test]
    public void The_requests_can_be_given_whole()
    {
        var asked = Written("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        Assert.That(Lint(Good, "--request", asked).Output, Does.Contain("close-echoed"));
        Assert.That(Lint(Good, "--request", asked, "--method", "GET").Code, Is.EqualTo(2));
        Assert.That(Lint(Good, "--request", Written("hello")).Code, Is.EqualTo(2));
    }

    [Test]
    public void Json_says_the_same()
    {
        using var json = JsonDocument.Parse(Lint("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "--format", "json").Output);
        var response = json.RootElement.GetProperty("responses")[0];
        Assert.That(response.GetProperty("status").GetInt32(), Is.EqualTo(200));
        var finding = response.GetProperty("findings").EnumerateArray().Single();
        Assert.That(finding.EnumerateObject().Select(p => p.Name), Is.EqualTo(["rule", "weight", "requirement", "reference", "level", "asked", "expected", "observed"]));
        Assert.That(finding.GetProperty("requirement").GetString(), Is.EqualTo("rfc9110-6.6.1-date-present"));
    }

    [Test]
    public void Garbage_is_a_finding_and_nothing_is_an_error()
    {
        Assert.That(Lint("hello").Output, Does.StartWith("response 1: no response\n  violation  status-line: "));
        Assert.That(Lint(string.Empty), Is.EqualTo((2, "", "conform: there is nothing to read\n")));
        Assert.That(Invoke("lint-response", "/nowhere/at/all").Code, Is.EqualTo(2));
        Assert.That(Lint(Good, "--request-version", "HTTP/1.1").Code, Is.EqualTo(2));
        Assert.That(Lint(Good, "--method", "GET", "--request-version", "2").Code, Is.EqualTo(2));
    }

    private static string Written(string octets)
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"octets-{octets.Length}-{TestContext.CurrentContext.Test.ID}");
        File.WriteAllBytes(file, Encoding.Latin1.GetBytes(octets));
        return file;
    }

    private static (int Code, string Output, string Errors) Lint(string octets, params string[] options) => Invoke(["lint-response", Written(octets), .. options]);

    private static (int Code, string Output, string Errors) Invoke(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = RootCommandFactory.Create(output, errors, TimeProvider.System).Parse(arguments).Invoke();
        return (code, output.ToString(), errors.ToString());
    }
}

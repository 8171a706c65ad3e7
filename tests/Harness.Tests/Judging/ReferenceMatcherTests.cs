namespace Conform.Harness.Tests.Judging;

/// <summary>What is compared with the reference server is what came; what a reset lost is not compared.</summary>
public sealed class ReferenceMatcherTests
{
    private const string Asked = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nhi";
    private const string Short = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok";
    private const string Other = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nno";

    private static readonly Trial Compared = Trial.Of("accept 200", "check agrees with the reference on status, content")
        with { Reference = Talk.Asked(Asked).Received(Talk.Ok).Fin().Expect() };

    [Test]
    public void The_same_content_agrees() => Assert.That(Compared.Short(Talk.Asked(Asked).Received(Talk.Ok).Fin().Expect()), Is.EqualTo("Pass"));

    [Test]
    public void Other_content_differs() => Assert.That(Compared.Short(Talk.Asked(Asked).Received(Other).Fin().Expect()), Is.EqualTo("Fail Violation"));

    [TestCase("accept 200 then close", Talk.Ok, "Pass")]
    [TestCase("accept 200 then close", Other, "Fail Violation")]
    [TestCase("accept 200 then 200", Talk.Ok, "Fail Warning")]
    public void Who_closes_is_compared_up_to_there(string accept, string answer, string expected)
    {
        var compared = Trial.Of(accept, "check agrees with the reference on status, content") with { Reference = Talk.Asked(Asked + Asked).Received(Talk.Ok + Other).Fin().Expect() };
        Assert.That(compared.Short(Talk.Asked(Asked + Asked).Received(answer).Fin().Expect()), Is.EqualTo(expected));
    }

    [Test]
    public void Content_lost_to_a_reset_with_ours_unread_is_not_compared() =>
        Assert.That(Compared.Short(Talk.Asked(Asked).Received(Short).Reset().Expect()), Is.EqualTo("NotObservable"));
}

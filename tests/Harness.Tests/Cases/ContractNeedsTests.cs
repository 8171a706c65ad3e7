using Conform.Cases;

namespace Conform.Harness.Tests.Cases;

/// <summary>What a case needs of a contract is read off its requirement, its program and what it looks for.</summary>
public sealed class ContractNeedsTests
{
    [TestCase("st.41_sr~y.61~", "")]
    [TestCase("sr~y.61~g.a", "iterable-close")]
    [TestCase("~y.61~", "start-response")]
    [TestCase("sr_srx~y.61~", "start-response exc-info")]
    [TestCase("sr?~y.61~", "start-response")]
    [TestCase("ret.lazy_sr~y.61~", "late-start")]
    [TestCase("~y._sr_y.61~", "late-start")]
    [TestCase("sr_w.61~~", "write")]
    [TestCase("sb.crlf_sr~y.61~", "violations")]
    [TestCase("hb.int_sr~y.61~", "violations typed-violations")]
    [TestCase("sr~yb.int~", "typed-violations")]
    [TestCase("sr_ret.index~y.61~", "sequences")]
    [TestCase("rd.r5_sr~y.61~", "")]
    [TestCase("rd.r5l_sr~y.61~", "readline")]
    [TestCase("x.exit.3~~", "start-response exit")]
    [TestCase("sr~y.61_x.app~", "errors")]
    [TestCase("cl.1_sr~y.61~", "")]
    [TestCase("cl.2_sr~y.61~", "length-guard")]
    [TestCase("h.636F6E74656E742D4C656E677468.33_sr~rep.3.0_y.61~", "")]
    [TestCase("h.636F6E74656E742D4C656E677468.34_sr~rep.3.0_y.61~", "length-guard")]
    [TestCase("cl.1_cl.2_sr~y.61~", "length-guard")]
    public void A_program(string compact, string needs) => Assert.That(ContractNeeds.Of(Subject("rfc9110-15.5-any", compact)), Is.EquivalentTo(Words(needs)));

    [TestCase("pep3333-close-normal", "iterable-close")]
    [TestCase("pep3333-path-info-slashes-kept", "path-as-sent")]
    [TestCase("pep3333-path-info-decoded-once", "cgi-vars")]
    [TestCase("pep3333-server-protocol", "request-version")]
    [TestCase("pep3333-server-name-port", "cgi-vars")]
    [TestCase("pep3333-stream-binary", "")]
    [TestCase("rfc9112-close-normal", "")]
    public void A_requirement(string id, string needs) => Assert.That(ContractNeeds.Of(Subject(id, null)), Is.EquivalentTo(Words(needs)));

    [TestCase("pep3333-wsgi-keys-present", true)]
    [TestCase("pep3333-environ-fresh", true)]
    [TestCase("pep3333-server-name-port", true)]
    [TestCase("pep3333-path-info-bytes-as-latin1", true)]
    [TestCase("pep3333-input-chunked-length", true)]
    [TestCase("pep3333-http-vars-value", false)]
    [TestCase("pep3333-path-info-absolute-form", false)]
    [TestCase("rfc9110-5.3-order", false)]
    public void A_requirement_of_applications_alone(string id, bool expected) => Assert.That(ContractNeeds.IsOfContractAlone(Subject(id, null)), Is.EqualTo(expected));

    [TestCase("witness told close once", "iterable-close")]
    [TestCase("witness told end of blocks", "lazy-body")]
    [TestCase("witness told start returned", "start-response")]
    [TestCase("witness told tell here", "")]
    [TestCase("agrees with the reference on status, content", "")]
    [TestCase("witness told every step of the program", "start-response lazy-body iterable-close")]
    [TestCase("agrees with the reference on trace", "start-response lazy-body iterable-close")]
    public void A_check(string check, string needs)
    {
        var expect = new ExpectStep([ExpectationParser.ParseLine("check " + check, default, _ => null)], default);
        Assert.That(ContractNeeds.Of(Subject("rfc9110-15.5-any", null) with { Steps = [expect] }), Is.EquivalentTo(Words(needs)));
    }

    [Test]
    public void Every_need_is_a_word_of_the_table() =>
        Assert.That(CatalogueLoader.Embedded().Cases.SelectMany(ContractNeeds.Of).Distinct(StringComparer.Ordinal).Except(ContractCaps.All.Select(c => c.Word), StringComparer.Ordinal), Is.Empty);

    private static string[] Words(string needs) => needs.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Case Subject(string requirement, string? compact) => new()
    {
        Id = "a/b/c", Summary = "Why.", Location = default, Requires = default, Steps = [],
        Requirement = new Requirement(requirement, "RFC 9110", "1", RequirementLevel.Must, "A rule."),
        Program = compact is null ? null : new AppProgram([], compact, default),
    };
}

using Conform.Cases;

namespace Conform.Harness.Tests.Cases;

/// <summary>The readable program and the compact form of CALLABLE.md, section A.4.</summary>
public sealed class AppProgramTests
{
    [TestCase("start 200 OK|yield a", "st.323030204f4b_sr~y.61~")]
    [TestCase("start 200 OK|field X-A: b c|length 3|yield abc", "st.323030204f4b_h.582d41.622063_cl.3_sr~y.616263~")]
    [TestCase("start 200 OK|restart 503 No|field X: 1|return list|yield", "st.323030204f4b_sr_st.353033204e6f_h.58.31_srx_ret.list~y.~")]
    [TestCase("start? 200 OK|restart? 200 OK", "st.323030204f4b_sr?_st.323030204f4b_srx?~~")]
    [TestCase("start 200 OK|write a\\x00|write|read r5 l|gate g1|tell t1|raise", "st.323030204f4b_sr_w.6100_w._rd.r5l_g.g1_t.t1_x.app~~")]
    [TestCase("return lazy|start 200 OK|yield late", "ret.lazy_st.323030204f4b_sr~y.6c617465~")]
    [TestCase("body:|yield|start 200 OK|yield late|close:|gate c", "~y._st.323030204f4b_sr_y.6c617465~g.c")]
    [TestCase("start 200 OK|body:|raise", "st.323030204f4b_sr~x.app~")]
    [TestCase("# a comment||start 200 OK|yield 3 octets|repeat 4 10|yield  two", "st.323030204f4b_sr~yz.3_rep.4.10_y.74776f~")]
    [TestCase("bad-status crlf|bad-field name-colon|bad-yield int", "sb.crlf_hb.name-colon_sr~yb.int~")]
    [TestCase("start 200 OK|bad-status word|bad-write text|exit 3", "st.323030204f4b_sb.word_sr_wb.text_x.exit.3~~")]
    [TestCase("return lie 5|start 200 OK|raise iter|yield 5\\x20octets", "ret.lie.5_st.323030204f4b_sr_x.iter~y.35206f6374657473~")]
    [TestCase("bad-start few|field X-A: b|yield told", "h.582d41.62_sra.few~yt~")]
    [TestCase("ask X_Y|set a.b c d|drop Z|log x|log-flush|log-wide", "e.get.585f59_e.set.612e62.632064_e.del.5a_er.78_ef_eu~~")]
    [TestCase("wrap disk 5 4|start 200 OK|field A: b|change-fields|return wrapped-again", "fw.disk.5.4_st.323030204f4b_h.41.62_sr_lm_ret.wrapped-again~~")]
    [TestCase("read r-1 l2|return shy|raise here", "rd.r-1l2_ret.shy_x.here~~")]
    [TestCase("start 200 OK|field X-A: ${repeat 5000 ab}", "st.323030204f4b_h.582d41.6162.5000_sr~~")]
    [TestCase("log x-${call}|log y${call}z", "er.782d*_er.79*7a~~")]
    [TestCase("start 200 \\xE9|yield a", "st.32303020e9_sr~y.61~")]
    public void Lines_become_the_compact_form(string lines, string compact)
    {
        var (program, problems) = Compile(lines);
        Assert.That(problems, Is.Empty);
        Assert.That(program.Compact, Is.EqualTo(compact));
    }

    [TestCase("stat 200 OK", "unknown step stat", "did you mean start?")]
    [TestCase("start 200", "200 is no status with a reason", null)]
    [TestCase("start OK 200", "OK 200 is no status with a reason", null)]
    [TestCase("yield a|field X: y", "no response is being started here", null)]
    [TestCase("start 200 OK|field X", "a field needs a name, a colon and a value", null)]
    [TestCase("start 200 OK|length x", "x is no number from 0 to 2147483647", null)]
    [TestCase("write ${call}", "a program takes no placeholders", null)]
    [TestCase("start 200 OK|field X: ${repeat 5}", "${repeat 5} repeats nothing", null)]
    [TestCase("write ${host}", "a program takes no placeholders", null)]
    [TestCase("write \\q", "unknown escape \\q", null)]
    [TestCase("yield 99999999 octets", "99999999 is no number from 0 to 10000000", null)]
    [TestCase("yield a|return list", "the call has returned already", null)]
    [TestCase("return lst", "lst is not known here", "did you mean list?")]
    [TestCase("close:|yield a", "no block is handed out while closing", null)]
    [TestCase("close:|body:", "body: is over already", null)]
    [TestCase("body: x", "body: stands alone on its line", null)]
    [TestCase("gate a.b", "a.b is no label", null)]
    [TestCase("bad-status crfl", "crfl is not known here", "did you mean crlf?")]
    [TestCase("read", "read needs to know how", null)]
    [TestCase("read q5", "q5 is no way to read", null)]
    [TestCase("read i5", "i5 is no way to read", null)]
    [TestCase("repeat 5", "repeat needs a count and milliseconds", null)]
    [TestCase("read r--1", "r--1 is no way to read", null)]
    [TestCase("read i-1", "i-1 is no way to read", null)]
    [TestCase("set a", "set needs a name and a value", null)]
    [TestCase("log-lines a", "log-lines needs two texts", null)]
    [TestCase("wrap disk 5", "wrap needs a kind, a position and a size", null)]
    [TestCase("bad-start some", "some is not known here", null)]
    [TestCase("exit 256", "256 is no number from 0 to 255", null)]
    public void What_is_wrong_is_told_with_its_line(string lines, string message, string? hint)
    {
        var (_, problems) = Compile(lines);
        Assert.That(problems.Select(p => (p.Location.Line, p.Message)), Is.EqualTo(new[] { (10 + lines.Count(c => c == '|'), message) }));
        if (hint is not null) Assert.That(problems[0].Hint, Is.EqualTo(hint));
    }

    [Test]
    public void A_program_that_no_request_line_can_carry_is_refused() =>
        Assert.That(Compile(string.Join('|', Enumerable.Repeat("yield " + new string('x', 800), 2))).Problems.Single().Message, Does.Contain("octets of the request-line"));

    [Test]
    public void The_compact_form_needs_no_encoding() =>
        Assert.That(
            Compile("start 200 OK|field X: &=%# +\"|yield &a=b#|close:|tell x").Program.Compact,
            Does.Match("^[A-Za-z0-9._~-]*$"));

    private static (AppProgram Program, List<Diagnostic> Problems) Compile(string lines)
    {
        var problems = new List<Diagnostic>();
        return (AppProgramCompiler.Compile(lines.Split('|'), new SourceLocation("f.md", 10), problems), problems);
    }
}

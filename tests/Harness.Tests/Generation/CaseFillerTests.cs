using Conform.Cases;
using Conform.Generation;

namespace Conform.Harness.Tests.Generation;

public sealed class CaseFillerTests
{
    private const string AllDrawn =
        "${token}|${any-method}|${any-target}|${any-path}|${any-query}|${field-lines}|${field-name}|${field-value}|${content}|${content 9}|" +
        "${chunked-content}|${digits 4}|${hex 5}|${ows}|${request}|${canary}";

    [TestCase("${host}", "127.0.0.1:8080")]
    [TestCase("${path}", "/base/")]
    [TestCase("${resource}", "/base/echo")]
    [TestCase("${static} ${stream} ${report}", "/base/static /base/stream /base/report")]
    [TestCase("${repeat 3 ab}", "ababab")]
    [TestCase("${repeat 2 \\r\\n\\x20\\\\}", "\r\n \\\r\n \\")]
    [TestCase("${repeat 1 \\t\\0\\x7Fa}", "\t\0\u007Fa")]
    [TestCase("${repeat 0 a}", "")]
    public void What_needs_no_draw(string text, string expected) => Assert.That(Build.Filled(text), Is.EqualTo(expected));

    [TestCase(0, "\r\n")]
    [TestCase(1, "G T")]
    [TestCase(2, "#")]
    [TestCase(3, "\r\n")]
    public void Each_draw_takes_the_next_text(int index, string expected) =>
        Assert.That(Build.Filled("${each \\r\\n G\\x20T \\x23}", index: index), Is.EqualTo(expected));

    [TestCase("${pad-to 4}x", "aaaax")]
    [TestCase("ab${pad-to 4}x", "abaax")]
    [TestCase("abcd${pad-to 4}x", "abcdx")]
    [TestCase("abcdefgh${pad-to 4}x", "abcdefghx")]
    [TestCase("${host}${pad-to 16}x${pad-to 20}", "127.0.0.1:8080aaxaaa")]
    public void Padding_goes_up_to_its_place_in_the_block(string text, string expected) => Assert.That(Build.Filled(text), Is.EqualTo(expected));

    [Test]
    public void A_block_that_counts_many_times_is_filled_once()
    {
        var @case = Build.Case() with { Steps = [new Conform.Cases.SendStep(Build.Template("${token}\r\n"), default) { Times = 3 }] };
        var octets = System.Text.Encoding.ASCII.GetString(CaseFiller.Fill(@case, 1, 0, Build.Target).Steps[0].Octets.Span).Split("\r\n");
        Assert.That((octets.Length, octets[1]), Is.EqualTo((4, octets[0])));
    }

    [Test]
    public void Fillers_are_lines_with_names_of_their_own_and_each_draw_takes_the_next_count() =>
        Assert.That(
            Enumerable.Range(0, 3).Select(i => Build.Filled("${fillers 1 2}", index: i)),
            Is.EqualTo((string[])["X-Fill-1: a\r\n", "X-Fill-1: a\r\nX-Fill-2: a\r\n", "X-Fill-1: a\r\n"]));

    [Test]
    public void Padding_goes_to_the_next_place_with_each_draw() =>
        Assert.That(Enumerable.Range(0, 3).Select(i => Build.Filled("${pad-to 2 3}", index: i)), Is.EqualTo((string[])["aa", "aaa", "aa"]));

    [TestCase("L: ${content-length}\r\n\r\nhello", "5")]
    [TestCase("L: ${content-length+2}\r\n\r\nhello", "7")]
    [TestCase("L: ${content-length-2}\r\n\r\nhello", "3")]
    [TestCase("L: ${content-length-hex}\r\n\r\n0123456789abcdefg", "11")]
    [TestCase("L: ${content-length}\n\nhello", "5")]
    [TestCase("\r\nL: ${content-length}\r\n\r\nhello\r\n\r\n", "9")]
    [TestCase("L: ${content-length}\r\n", "0")]
    [TestCase("L: ${content-length}\r\n\r\n${repeat 300 a}", "300")]
    public void Content_is_counted_from_the_first_empty_line_behind_a_head(string text, string expected) =>
        Assert.That(Build.Filled(text).Split('\n').First(line => line.StartsWith('L')).Trim()[3..], Is.EqualTo(expected));

    [Test]
    public void Each_block_counts_its_own_content()
    {
        var filled = CaseFiller.Fill(Build.Case("A: ${content-length}\r\n\r\n12345", "B: ${content-length}\r\n\r\n123"), 1, 0, Build.Target);
        Assert.That(filled.Steps.Select(step => step.Octets.Text()), Is.EqualTo((string[])["A: 5\r\n\r\n12345", "B: 3\r\n\r\n123"]));
    }

    [Test]
    public void The_application_gets_its_compact_program()
    {
        var withApp = Build.Case("GET ${app} HTTP/1.1") with { Program = new AppProgram([], "sr~y.61~", Build.Here) };
        Assert.That(CaseFiller.Fill(withApp, 1, 0, Build.Target).Steps[0].Octets.Text(), Is.EqualTo("GET /base/app/probe/run?p=sr~y.61~ HTTP/1.1"));
    }

    [Test]
    public void The_same_seed_gives_the_same_octets_in_any_order_and_at_the_same_time()
    {
        string Draw(int index) => Build.Filled(AllDrawn, seed: 77, index);
        var forwards = Enumerable.Range(0, 50).Select(Draw).ToList();
        var backwards = Enumerable.Range(0, 50).Reverse().Select(Draw).Reverse().ToList();
        var together = new string[50];
        Parallel.For(0, 50, index => together[index] = Draw(index));
        Assert.That(backwards, Is.EqualTo(forwards));
        Assert.That(together, Is.EqualTo(forwards));
        Assert.That(forwards.Distinct().Count(), Is.EqualTo(50));
    }

    [Test]
    public void Seed_index_and_case_each_change_what_is_drawn()
    {
        var other = Build.Case("${content 40}") with { Id = "another/by/hand" };
        string[] draws =
        [
            Build.Filled("${content 40}"), Build.Filled("${content 40}", seed: 2), Build.Filled("${content 40}", index: 1),
            CaseFiller.Fill(other, 1, 0, Build.Target).Steps[0].Octets.Text(),
        ];
        Assert.That(draws.Distinct().Count(), Is.EqualTo(4));
    }

    [Test]
    public void These_octets_came_from_this_seed_before_and_will_again() =>
        Assert.That(Build.Filled("${token} ${digits 6} ${canary} ${field-name}", seed: 20, index: 3), Is.EqualTo("nplfp207cv 260153 cr52f0tl9j14avnh X-eT3S-sJKT"));

    [Test]
    public void A_value_does_not_depend_on_what_stands_before_it() =>
        Assert.That(Build.Filled("${content}${request}${token #2}"), Does.EndWith(Build.Filled("${token #2}")));

    [Test]
    public void Equal_texts_have_equal_values_and_labels_make_them_differ()
    {
        var words = Build.Filled("${token} ${token} ${token #2}").Split(' ');
        Assert.That(words[0], Is.EqualTo(words[1]).And.Not.EqualTo(words[2]));
    }

    [Test]
    public void The_coded_content_is_the_content_of_the_same_label()
    {
        var filled = CaseFiller.Fill(Build.Case("${chunked-content 7 #1}", "${content 7 #1}"), 5, 0, Build.Target);
        Assert.That(RequestReader.Unchunk(filled.Steps[0].Octets.Text()), Is.EqualTo(filled.Steps[1].Octets.Text()));
    }

    [Test]
    public void Control_and_expectations_see_the_values_of_the_conversation()
    {
        var clause = new ContentIs(Build.Template("<${content #1}>"));
        var pattern = new ConversationPattern([new ResponseElement(new ResponsePattern(new StatusSet([]), [clause]))], Fate.Any);
        var made = Build.Case("${content #1}") with { Control = Build.Template("${token}") };
        made = made with
        {
            Steps = [.. made.Steps, new ExpectStep([new Expectation(ExpectationVerb.Accept, pattern, null, "", Build.Here)], Build.Here)],
        };
        var filled = CaseFiller.Fill(made, 1, 0, Build.Target);
        Assert.That(CaseFiller.FillTemplate(clause.Template, filled.Drawn).Text(), Is.EqualTo($"<{filled.Steps[0].Octets.Text()}>"));
        Assert.That(filled.Control!.Value.Text(), Is.EqualTo(filled.Drawn.Values["token"].Text()));
        Assert.That(filled.Steps[1].Octets.IsEmpty, Is.True);
    }

    [Test]
    public void A_canary_token_is_told_and_always_equally_long()
    {
        var tokens = Enumerable.Range(0, 100).Select(index => CaseFiller.Fill(Build.Case("GET /${canary}"), 1, index, Build.Target))
            .Select(filled => (filled.Drawn.CanaryToken, Sent: filled.Steps[0].Octets.Text())).ToList();
        Assert.That(tokens, Has.All.Matches<(string Token, string Sent)>(t => t.Token.Length == 16 && t.Sent == "GET /" + t.Token));
        Assert.That(tokens.Distinct().Count(), Is.EqualTo(100));
    }

    [Test]
    public void A_capability_that_is_not_there_is_an_error_and_so_is_an_unknown_word()
    {
        Assert.That(() => CaseFiller.Fill(Build.Case("${echo}"), 1, 0, Build.Target with { Echo = null }), Throws.InvalidOperationException);
        Assert.That(() => Build.Filled("${banana}"), Throws.InvalidOperationException);
        Assert.That(() => Build.Filled("${request banana}"), Throws.InvalidOperationException);
    }

    [TestCase("token", true)]
    [TestCase("repeat", true)]
    [TestCase("content-length", true)]
    [TestCase("content-length-hex", true)]
    [TestCase("content-length-12", true)]
    [TestCase("content-length+", false)]
    [TestCase("content-lengthy", false)]
    [TestCase("Token", false)]
    public void What_can_be_filled_is_told(string name, bool known) => Assert.That(Vocabulary.HasPlaceholder(name), Is.EqualTo(known));

    [Test]
    public void The_plain_requests()
    {
        Assert.That(CanaryRequest.Build("h:1", "ctok").Text(), Is.EqualTo("GET /ctok HTTP/1.1\r\nHost: h:1\r\n\r\n"));
        Assert.That(SentinelRequest.Build("h:1", "/p?q").Text(), Is.EqualTo("GET /p?q HTTP/1.1\r\nHost: h:1\r\nConnection: close\r\n\r\n"));
    }
}

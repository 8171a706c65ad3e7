using System.Text;
using Conform.Observations;

namespace Conform.Harness.Tests.Judging;

/// <summary>What an application told about its calls, and what is made of it.</summary>
internal sealed class CallsTests
{
    // A letter is a call: large where it begins and is held, small where it is let go, 1 or 2 where the harness hears that it ended.
    [TestCase("ABab", 1, 1, "multithread", "false", "Fail Violation")]
    [TestCase("ABab", 1, 1, "multithread", "true", "Pass")]
    [TestCase("AaBb", 1, 1, "multithread", "false", "Pass")]
    [TestCase("ABab", 1, 2, "multithread", "false", "Pass")]
    [TestCase("AaB1b2", 1, 1, "multithread", "false", "Pass", Description = "Two connections tell in no order: the end of the one may be heard of late.")]
    [TestCase("AaB1b2", 1, 2, "multiprocess", "false", "Pass")]
    [TestCase("ABba", 1, 2, "multiprocess", "false", "Fail Violation")]
    [TestCase("ABba", 1, 1, "multiprocess", "false", "Pass")]
    [TestCase("AaBb", 1, 2, "multiprocess", "false", "Pass")]
    [TestCase("AaBb", 1, 1, "run_once", "true", "Fail Violation")]
    [TestCase("AaBb", 1, 2, "run_once", "true", "Pass")]
    [TestCase("AaBb", 1, 1, "run_once", "false", "Pass")]
    public void Flags_are_refuted_by_calls_that_were_seen(string order, int first, int second, string flag, string value, string outcome)
    {
        var told = Convert.ToHexStringLower(Encoding.ASCII.GetBytes(value));
        var events = order.SelectMany(c => char.ToUpperInvariant(c) is 'A' or '1' ? Step(-1, first, c) : Step(-2, second, c));
        Assert.That(Short($"check calls agree with {flag}", events), Is.EqualTo(outcome));

        WireEvent[] Step(int channel, int process, char what) => what switch
        {
            'A' or 'B' => [Told(channel, process, "hello"), Told(channel, process, $"environ wsgi.{flag} bool {told}"), new WireEvent(0, default, channel, WireEventKind.Held)],
            'a' or 'b' => [new WireEvent(0, default, channel, WireEventKind.LetGo)],
            _ => [new WireEvent(0, default, channel, WireEventKind.CallEnded)],
        };
    }

    [TestCase(7, 8, "Fail Violation")]
    [TestCase(7, 7, "Pass", Description = "Calls that take turns in one thread, as greenlets do, are no threads.")]
    [TestCase(null, null, "Fail Violation")]
    public void Calls_of_one_thread_are_no_threads(int? first, int? second, string outcome)
    {
        WireEvent[] events = [.. Call(-1, first), .. Call(-2, second), new WireEvent(0, default, -1, WireEventKind.LetGo), new WireEvent(0, default, -2, WireEventKind.LetGo)];
        Assert.That(Short("check calls agree with multithread", events), Is.EqualTo(outcome));

        static WireEvent[] Call(int channel, int? thread) =>
        [
            Told(channel, 1, "hello", thread), Told(channel, 1, "environ wsgi.multithread bool 66616c7365"), new WireEvent(0, default, channel, WireEventKind.Held),
        ];
    }

    [TestCase("check witness told environ REQUEST_METHOD \"HEAD\"", "Pass")]
    [TestCase("check witness told environ REQUEST_METHOD \"GET\"", "Fail Violation")]
    [TestCase("check witness told logged \"some trouble\"", "Pass")]
    [TestCase("check witness told logged \"other\"", "Fail Violation")]
    [TestCase("check witness told logged \"some trouble\" twice", "Pass")]
    [TestCase("check witness told logged \"some trouble\" once", "Fail Violation")]
    [TestCase("check witness told logged \"some trouble\" then logged \"more\"", "Pass")]
    [TestCase("check witness told logged \"more\" then logged \"some trouble\" then logged \"more\"", "Fail Violation")]
    [TestCase("check witness told environ wsgi.version tuple", "Pass")]
    [TestCase("check witness told environ wsgi.version string", "Fail Violation")]
    [TestCase("check witness told environ SERVER_NAME none", "Pass")]
    [TestCase("check witness told start returned", "Pass")]
    [TestCase("check witness told start returned nothing never", "Fail Violation")]
    [TestCase("check witness told restart returned nothing never", "Pass")]
    [TestCase("check witness told errors returned", "Pass")]
    [TestCase("check witness told touched never", "Pass")]
    public void What_was_told_is_found(string line, string outcome)
    {
        var events = new[] { "environ REQUEST_METHOD string 48454144", "errors returned", "logged some trouble", "logged some trouble", "logged more", "environ wsgi.version tuple 28", "environ SERVER_NAME none", "start returned nothing", "restart returned" }
            .Select(text => Told(-1, 1, text));
        Assert.That(Short(line, events), Is.EqualTo(outcome));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void What_a_call_was_waited_for_in_vain_rests_on_a_deadline(bool quiet)
    {
        WireEvent[] call = [Told(-1, 1, "hello"), new WireEvent(0, default, -1, quiet ? WireEventKind.Quiet : WireEventKind.CallEnded) { Note = "the server did not log \"x\"" }];
        Assert.That(Trial.Of("accept 200", "check witness told logged \"x\"").Judge(With(call)).RestsOnDeadline, Is.EqualTo(quiet));
    }

    [TestCase(false, "Pass")]
    [TestCase(true, "Fail Violation", Description = "It was the next request that brought the application there.")]
    public void Who_comes_to_a_gate_that_was_awaited_in_vain_has_not_come(bool inVain, string outcome)
    {
        WireEvent[] call =
        [
            .. inVain ? [new WireEvent(0, default, 1, WireEventKind.Quiet) { Note = ObservationReader.NotAtGate("closing") }] : (WireEvent[])[],
            Told(-1, 1, "hello"), new WireEvent(0, default, -1, WireEventKind.Held) { Note = "closing" }, new WireEvent(0, default, -1, WireEventKind.LetGo),
        ];
        Assert.That(Short("check the application came to closing", call), Is.EqualTo(outcome));
    }

    private static WireEvent Told(int channel, int process, string text, int? thread = null) =>
        new(0, default, channel, WireEventKind.Told) { Note = text, Octets = Encoding.ASCII.GetBytes($"{{\"pid\":{process}{(thread is null ? "" : $",\"tid\":{thread}")}}}") };

    private static string Short(string line, IEnumerable<WireEvent> calls) => Trial.Of("accept 200", line).Short(With(calls));

    private static Transcript With(IEnumerable<WireEvent> calls)
    {
        Transcript wire = Talk.Asked().Received(Talk.Ok).Expect();
        var all = wire.Events.Concat(calls).Select((e, i) => e with { Sequence = i });
        return new Transcript([.. all]);
    }
}

using Conform.Wire.Witness;

namespace Conform.Harness.Tests.Wire;

/// <summary>What adapters write in a folder, read as if it had been told.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase), CancelAfter(60_000)]
public sealed class LedgerTests
{
    private const string Hello = """{"v":1,"id":"w1","call":1,"n":1,"pid":7,"ev":"hello"}""";
    private const string Next = """{"v":1,"id":"w1","call":1,"n":2,"pid":7,"ev":"next","d":"61"}""";
    private const string End = """{"v":1,"id":"w1","call":1,"n":3,"pid":7,"ev":"end"}""";
    private const string Gate = """{"v":1,"id":"w1","call":1,"n":2,"pid":7,"ev":"gate","gate":"held"}""";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);
    private readonly string _folder = Directory.CreateTempSubdirectory("conform-ledger-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "w1.jsonl");

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task What_is_written_is_told_line_by_line()
    {
        Assert.That(await HeardAsync(Hello, Next, End), Is.EqualTo("1 hello, 1 next 61, 1 over"));
    }

    [Test]
    public async Task Calls_that_share_the_file_are_told_apart()
    {
        Assert.That(await HeardAsync(Hello, Hello.Replace("\"call\":1", "\"call\":2"), Next, End.Replace("\"pid\":7", "\"pid\":8"), End), Is.EqualTo("1 hello, 2 hello, 1 next 61, 1 over"));
    }

    [Test]
    public async Task What_is_told_behind_the_end_is_a_call_of_its_own()
    {
        Assert.That(await HeardAsync(Hello, End, Next, End), Is.EqualTo("1 hello, 1 over, 2 next 61, 2 over"));
    }

    [Test]
    public async Task A_call_that_never_said_that_it_was_over_ends_where_its_name_is_used_again()
    {
        Assert.That(await HeardAsync(Hello, Hello), Is.EqualTo("1 hello, 1 over, 2 hello"));
    }

    [Test]
    public async Task What_stood_there_before_is_not_told()
    {
        await File.WriteAllTextAsync(Path, Hello + "\n" + Next[..10]);
        Assert.That(await HeardAsync(Hello), Is.EqualTo("1 hello"));
    }

    [Test]
    public async Task A_file_that_was_made_anew_is_read_from_its_start()
    {
        await File.WriteAllTextAsync(Path, new string('x', 500) + "\n");
        await using var ledger = Ledger.Open(_folder, TimeProvider.System);
        var sink = new Sink();
        using var listening = ledger.Listen("w1", sink);
        await File.WriteAllTextAsync(Path, Hello + "\n");
        await ledger.CatchUpAsync(Patience, TimeProvider.System, default);
        Assert.That(sink.Heard, Is.EqualTo("1 hello"));
    }

    [Test]
    public async Task Half_a_line_waits_for_the_other_half()
    {
        await using var ledger = Ledger.Open(_folder, TimeProvider.System);
        var sink = new Sink();
        using var listening = ledger.Listen("w1", sink);
        await File.WriteAllTextAsync(Path, Hello + "\n" + Next[..20]);
        await ledger.CatchUpAsync(Patience, TimeProvider.System, default);
        Assert.That((sink.Heard, ledger.Complaint), Is.EqualTo(("1 hello", (string?)null)));
        await File.AppendAllTextAsync(Path, Next[20..] + "\n");
        await ledger.CatchUpAsync(Patience, TimeProvider.System, default);
        Assert.That(sink.Heard, Is.EqualTo("1 hello, 1 next 61"));
    }

    [Test]
    public async Task What_is_no_line_is_complained_of_and_what_stands_behind_it_is_told(CancellationToken stop)
    {
        await using var ledger = Ledger.Open(_folder, TimeProvider.System);
        var sink = new Sink();
        using var listening = ledger.Listen("w1", sink);
        await File.WriteAllTextAsync(Path, "bogus\n" + Hello + "\n", stop);
        await ledger.CatchUpAsync(Patience, TimeProvider.System, stop);
        await ledger.CatchUpAsync(Patience, TimeProvider.System, stop);
        Assert.That(sink.Heard, Is.EqualTo("1 hello"));
        Assert.That(ledger.Complaint, Does.EndWith("no line of its protocol: bogus"));
    }

    [Test]
    public async Task It_looks_by_itself(CancellationToken stop)
    {
        await using var ledger = Ledger.Open(_folder, TimeProvider.System);
        var sink = new Sink();
        using var listening = ledger.Listen("w1", sink);
        await File.WriteAllTextAsync(Path, Hello + "\n" + End + "\n", stop);
        await sink.Over.WaitAsync(stop);
        Assert.That(sink.Heard, Is.EqualTo("1 hello, 1 over"));
    }

    [Test]
    public async Task Who_waits_is_let_go_by_a_file_of_the_name_of_the_line(CancellationToken stop)
    {
        await using var ledger = Ledger.Open(_folder, TimeProvider.System);
        var sink = new Sink();
        using var listening = ledger.Listen("w1", sink);
        await File.WriteAllTextAsync(Path, Hello + "\n" + Gate + "\n", stop);
        await sink.Standing.WaitAsync(stop);
        Assert.That(Gates, Is.Empty, "it stands there until it is let go");
        sink.LetGo.SetResult();
        await UntilAsync(() => Gates.Length > 0, stop);
        Assert.That(Gates, Is.EqualTo(new[] { "w1.7.1.2.go" }));
    }

    [Test]
    public async Task Who_went_on_by_itself_finds_no_open_gate_later(CancellationToken stop)
    {
        var ledger = Ledger.Open(_folder, TimeProvider.System);
        var sink = new Sink();
        using var listening = ledger.Listen("w1", sink);
        await File.WriteAllTextAsync(Path, Hello + "\n" + Gate + "\n" + Next.Replace("\"n\":2", "\"n\":3") + "\n", stop);
        await UntilAsync(() => sink.Heard.EndsWith("1 went, 1 next 61", StringComparison.Ordinal) || sink.Heard.EndsWith("1 next 61, 1 went", StringComparison.Ordinal), stop);
        sink.LetGo.SetResult();
        await ledger.DisposeAsync();
        Assert.That(Gates, Is.Empty);
    }

    [Test]
    public async Task Who_is_called_when_nobody_listens_any_more_is_let_go_at_once(CancellationToken stop)
    {
        await using var ledger = Ledger.Open(_folder, TimeProvider.System);
        var sink = new Sink();
        ledger.Listen("w1", sink).Dispose();
        await File.WriteAllTextAsync(Path, Hello + "\n" + Gate + "\n", stop);
        await UntilAsync(() => Gates.Length > 0, stop);
        Assert.That(sink.Heard, Is.Empty);
    }

    [Test]
    public async Task Calls_of_an_earlier_conversation_with_the_same_id_stay_its_own(CancellationToken stop)
    {
        await using var ledger = Ledger.Open(_folder, TimeProvider.System);
        var (earlier, later) = (new Sink(), new Sink());
        var first = ledger.Listen("w1", earlier);
        await File.WriteAllTextAsync(Path, Hello + "\n", stop);
        await ledger.CatchUpAsync(Patience, TimeProvider.System, stop);
        first.Dispose();
        using var second = ledger.Listen("w1", later);
        first.Dispose();
        await File.AppendAllTextAsync(Path, Next + "\n" + Hello.Replace("\"call\":1", "\"call\":2") + "\n", stop);
        await ledger.CatchUpAsync(Patience, TimeProvider.System, stop);
        Assert.That((earlier.Heard, later.Heard), Is.EqualTo(("1 hello, 1 next 61", "1 hello")));
    }

    [Test]
    public async Task The_end_of_the_run_lets_everybody_go(CancellationToken stop)
    {
        var ledger = Ledger.Open(_folder, TimeProvider.System);
        var sink = new Sink();
        using var listening = ledger.Listen("w1", sink);
        await File.WriteAllTextAsync(Path, Hello + "\n" + Gate + "\n", stop);
        await sink.Standing.WaitAsync(stop);
        await ledger.DisposeAsync();
        Assert.That(Gates, Is.EqualTo(new[] { "w1.7.1.2.go" }));
    }

    [Test]
    public async Task Gates_that_an_earlier_run_left_open_are_shut()
    {
        await File.WriteAllTextAsync(System.IO.Path.Combine(_folder, "w1.7.1.2.go"), string.Empty);
        await File.WriteAllTextAsync(System.IO.Path.Combine(_folder, "my.go"), string.Empty);
        await using var ledger = Ledger.Open(_folder, TimeProvider.System);
        Assert.That(Gates, Is.EqualTo(new[] { "my.go" }), "and nothing else is touched");
    }

    [TestCase("\"../../x\"")]
    [TestCase("-1")]
    [TestCase("1.5")]
    public async Task A_gate_whose_file_would_have_no_plain_name_is_complained_of(string call)
    {
        await using var ledger = Ledger.Open(_folder, TimeProvider.System);
        using var listening = ledger.Listen("w1", new Sink());
        await File.WriteAllTextAsync(Path, Gate.Replace("\"call\":1", "\"call\":" + call) + "\n");
        await ledger.CatchUpAsync(Patience, TimeProvider.System, default);
        Assert.That(ledger.Complaint, Does.StartWith("pid, call and n of a gate in a ledger are decimals"));
        Assert.That(Gates, Is.Empty);
    }

    [Test]
    public void There_must_be_a_folder() =>
        Assert.That(() => Ledger.Open(_folder + "-not", TimeProvider.System), Throws.InstanceOf<DirectoryNotFoundException>().With.Message.EqualTo($"there is no folder {_folder}-not"));

    private string[] Gates => [.. Directory.EnumerateFiles(_folder, "*.go").Select(f => System.IO.Path.GetFileName(f))];

    private static async Task UntilAsync(Func<bool> condition, CancellationToken stop)
    {
        while (!condition()) await Task.Delay(Look, TimeProvider.System, stop);
    }

    private async Task<string> HeardAsync(params string[] lines)
    {
        await using var ledger = Ledger.Open(_folder, TimeProvider.System);
        var sink = new Sink();
        using var listening = ledger.Listen("w1", sink);
        await File.AppendAllLinesAsync(Path, lines);
        await ledger.CatchUpAsync(Patience, TimeProvider.System, default);
        return sink.Heard;
    }

    private sealed class Sink : IWitnessSink
    {
        private readonly List<string> _heard = [];
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _standing = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _calls;

        public string Heard
        {
            get
            {
                lock (_heard) return string.Join(", ", _heard);
            }
        }

        public Task Over => _over.Task;

        public Task Standing => _standing.Task;

        public TaskCompletionSource LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Begin() => ++_calls;

        public void Told(int call, WitnessLine line) => Add($"{call} {line.Text}");

        public async Task HoldAsync(int call, string label, CancellationToken cancellation)
        {
            _standing.TrySetResult();
            try
            {
                await LetGo.Task.WaitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                Add($"{call} went");
                throw;
            }
        }

        public void Ended(int call)
        {
            Add($"{call} over");
            _over.TrySetResult();
        }

        private void Add(string text)
        {
            lock (_heard) _heard.Add(text);
        }
    }
}

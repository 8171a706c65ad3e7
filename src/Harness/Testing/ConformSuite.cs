using System.CommandLine;
using Conform.Commands;
using Conform.Judging;
using Conform.Judging.Lint;

namespace Conform.Testing;

/// <summary>
/// The cases as tests of any test framework: one run of the engine, shared by all tests of a fixture. What runs, and what is known of the server, is said in the
/// words of <c>conform run</c>.
/// </summary>
/// <example>
/// <code>
/// static readonly ConformSuite Suite = new("rfc9112", "--delivery", "whole");
/// static IEnumerable&lt;TestCaseData&gt; Tests => Suite.Tests.Select(t => new TestCaseData(t) { TestName = t });
/// [OneTimeSetUp] public Task Run() => Suite.RunAsync("--target", "http://127.0.0.1:8080/");
/// [TestCaseSource(nameof(Tests))] public void Conforms(string test) => Suite.Verify(test, Assert.Ignore);
/// </code>
/// </example>
/// <param name="words">Which cases, and options, as behind <c>conform run</c>; without a target the embedded reference server is driven.</param>
public sealed class ConformSuite(params string[] words)
{
    private readonly Lock _gate = new();
    private readonly RunCollector _found = new();
    private Task? _run;

    /// <summary>
    /// The names of the tests: a case each, in the order of the case files, then <c>lint/RULE</c> for each rule that all responses are held to, then
    /// <c>run/…</c> for what no single case shows.
    /// </summary>
    /// <exception cref="ConformanceException">The words are wrong, or a case file is broken.</exception>
    public IReadOnlyList<string> Tests => field ??= Named();

    /// <summary>Everything that the run found; empty before it.</summary>
    public IReadOnlyList<Result> Results => [.. _found.Results.Select(r => r.Result)];

    /// <summary>Runs all cases. However often it is called, they run once: the first call decides.</summary>
    /// <param name="more">Further words, such as a target that is known only now.</param>
    /// <exception cref="ConformanceException">The words are wrong, or the server cannot be reached.</exception>
    public Task RunAsync(params string[] more)
    {
        lock (_gate) return _run ??= ExecuteAsync(more);
    }

    /// <summary>Tells what a test came to: returns where it passes, or fails as it is known to; throws where it fails.</summary>
    /// <param name="test">One of <see cref="Tests"/>.</param>
    /// <param name="ignore">Told why this server cannot show it, where that is so, such as <c>Assert.Ignore</c>.</param>
    /// <exception cref="ConformanceException">It fails; the message tells what was expected and seen, the octets, and how to see it again.</exception>
    public void Verify(string test, Action<string> ignore)
    {
        ArgumentNullException.ThrowIfNull(ignore);
        if (_run is not { IsCompletedSuccessfully: true }) throw new InvalidOperationException("the cases have not run; await RunAsync before the first test, such as in a OneTimeSetUp");
        if (_found.Failure(test) is { } failure) throw new ConformanceException(failure);
        if (_found.NotShown(test) is { } reason) ignore(reason);
    }

    private static (ParseResult Parse, RunOptions Options) Read(IEnumerable<string> words)
    {
        var options = new RunOptions();
        var command = new Command("run");
        options.AddTo(command);
        var parse = command.Parse([.. words]);
        return parse.Errors.Count == 0 ? (parse, options) : throw new ConformanceException(string.Join('\n', parse.Errors.Select(e => e.Message)));
    }

    private List<string> Named()
    {
        var (parse, options) = Read(words);
        var errors = new StringWriter();
        try
        {
            var catalogue = Suites.Load(parse.GetValue(options.Suites), errors);
            var cases = Selection.Of(catalogue, parse, options).Run.Select(c => c.Case.Id).Distinct(StringComparer.Ordinal);
            return [.. cases, .. LintRules.All.Select(r => $"lint/{r.Name}"), .. WholeRunTests.Names];
        }
        catch (UsageException e)
        {
            throw new ConformanceException(errors + e.Message, e);
        }
    }

    private async Task ExecuteAsync(string[] more)
    {
        var (parse, options) = Read([.. words, .. more]);
        var errors = new StringWriter();
        try
        {
            await new RunWork(parse, options, TextWriter.Null, errors, TimeProvider.System) { Also = _found.Writer() }.ExecuteAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new ConformanceException(errors + e.Message, e);
        }
    }
}

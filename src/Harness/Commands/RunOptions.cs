using System.Net;
using System.CommandLine;
using Conform.Cases;
using Conform.Running.Targets;

namespace Conform.Commands;

/// <summary>The options of a run, and how they are read.</summary>
internal sealed class RunOptions
{
    /// <summary>Which cases.</summary>
    public Argument<string[]> Cases { get; } = new Argument<string[]>("CASES") { Description = "case ids, folders, files or globs; all where none is given", Arity = ArgumentArity.ZeroOrMore }.RefuseOptions().OfferCases();

    /// <summary>The server under test.</summary>
    public Option<string?> Target { get; } = new Option<string?>("--target") { Description = "URL (http, https, unix), a target's name, or a folder with a target.yaml; without it the embedded reference server", HelpName = "URL|NAME|FOLDER" }.OfferTargets();

    /// <summary>Case files of the user's own.</summary>
    public Option<string?> Suites { get; } = new("--suites") { Description = "a folder or file of cases, instead of those inside the program", HelpName = "PATH" };

    /// <summary>Reports.</summary>
    public Option<string[]> Report { get; } = new Option<string[]>("--report") { Description = $"{string.Join(", ", ReportTargets.Formats)}; to standard output without a FILE", HelpName = "FORMAT[:FILE]", DefaultValueFactory = _ => [] }.Offer(() => ReportTargets.Formats);

    /// <summary>The seed.</summary>
    public Option<long> Seed { get; } = new("--seed") { Description = "of everything that is drawn", DefaultValueFactory = _ => 1 };

    /// <summary>Concurrency.</summary>
    public Option<string> Jobs { get; } = new("--jobs") { Description = "conversations at once; auto asks what the target bears", HelpName = "N|auto", DefaultValueFactory = _ => "auto" };

    /// <summary>The deadline.</summary>
    public Option<double?> Timeout { get; } = new("--timeout") { Description = "seconds to wait for an answer; without it 20 times the slowest plain answer, 1 to 10 s", HelpName = "SECONDS" };

    /// <summary>From which weight a failure counts.</summary>
    public Option<string> FailOn { get; } = Among("--fail-on", "the least failure that turns the exit code to 1", "violation", "violation", "warning", "note");

    /// <summary>Deliveries.</summary>
    public Option<string[]> Delivery { get; } = new Option<string[]>("--delivery") { Description = "whole, octets, lines, cuts, behind commas; default whole,octets,lines", HelpName = "NAME", DefaultValueFactory = _ => [] }.Offer(() => ["whole", "octets", "lines", "cuts"]);

    /// <summary>Only these.</summary>
    public Option<string[]> Only { get; } = new("--only") { Description = "only cases that these select too", HelpName = "GLOB", DefaultValueFactory = _ => [] };

    /// <summary>Not these.</summary>
    public Option<string[]> Skip { get; } = new("--skip") { Description = "leave these out, and count them", HelpName = "GLOB", DefaultValueFactory = _ => [] };

    /// <summary>A part of the run.</summary>
    public Option<string?> Shard { get; } = new("--shard") { Description = "run the I-th of N parts", HelpName = "I/N" };

    /// <summary>Known failures.</summary>
    public Option<string?> Deviations { get; } = new("--deviations") { Description = "the failures that are known: CASE  OUTCOME  REASON a line; CASE may be a glob, and <LINK> and (until 2027-01-31) may stand behind the reason", HelpName = "FILE" };

    /// <summary>Cases that never decide.</summary>
    public Option<string?> Flaky { get; } = new("--flaky") { Description = "the cases that never decide, nor are compared with snapshots, because they come out now so and now so: CASE  REASON a line", HelpName = "FILE" };

    /// <summary>What the server did before.</summary>
    public Option<string?> Snapshots { get; } = new("--snapshots") { Description = "compare what the server does with what it did, and write the difference beside it", HelpName = "DIR" };

    /// <summary>A fault of the embedded reference.</summary>
    public Option<string?> Defect { get; } = new Option<string?>("--defect") { Description = "run the embedded reference server with this fault", HelpName = "NAME" }.OfferDefects();

    /// <summary>Show all.</summary>
    public Option<bool> Verbose { get; } = new("--verbose") { Description = "list the passing cases too" };

    /// <summary>No colours.</summary>
    public Option<bool> NoColor { get; } = new("--no-color") { Description = "no colours, whatever the terminal can do (NO_COLOR does the same)" };

    private Option<string?> Host { get; } = new("--host") { Description = "what ${host} becomes", HelpName = "NAME" };

    private Option<bool> Insecure { get; } = new("--insecure") { Description = "take any certificate" };

    private Option<string?> Echo { get; } = Capability("--echo", "any method: 200, content = the request's content");

    private Option<string?> Static { get; } = Capability("--static", "GET, HEAD: a fixed representation with ETag and Last-Modified");

    private Option<string?> Stream { get; } = Capability("--stream", "GET: content whose length is not known before");

    private Option<string?> Understood { get; } = Capability("--understood", "any request: a report of what was understood");

    private Option<string?> App { get; } = Capability("--app", "an adapter, which has all of these");

    /// <summary>Write the list of deviations anew.</summary>
    public Option<bool> UpdateDeviations { get; } = new("--update-deviations")
    {
        Description = "bring the file of --deviations up to date with this run: what fails is listed, what no longer does is removed, reasons are kept",
    };

    private Option<string?> Witness { get; } = Address("--witness", "where the adapter reports to, so that we listen there: its PROBE_WITNESS");

    private Option<string?> Ledger { get; } = Folder("--ledger", "where the adapter writes that instead, for a server that may connect to nobody: its PROBE_LEDGER");

    private IReadOnlyList<(string Word, Option<string?> Option)> Named { get; } = [.. Places.All.Select(p => (p.Word, Capability($"--{p.Word}", p.Holds)))];

    private Option<string?> Credentials { get; } = Account();

    /// <summary>All of them on a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Arguments.Add(Cases);
        Option[] options =
        [
            Target, Report, Seed, Jobs, Timeout, FailOn, Only, Skip, Delivery, Deviations, UpdateDeviations, Flaky, Snapshots, Host, Insecure, Echo, Static, Stream, Understood, App, Witness,
            Ledger, .. Named.Select(n => n.Option), Credentials, Shard, Suites, Defect, Verbose, NoColor,
        ];
        foreach (var option in options) command.Options.Add(option);
    }

    /// <summary>What the user said of the target.</summary>
    /// <param name="parse">The command line.</param>
    public TargetOptions TargetOptions(ParseResult parse) => new()
    {
        Host = parse.GetValue(Host),
        Insecure = parse.GetValue(Insecure),
        Echo = parse.GetValue(Echo),
        Static = parse.GetValue(Static),
        Stream = parse.GetValue(Stream),
        Report = parse.GetValue(Understood),
        App = parse.GetValue(App),
        Witness = parse.GetValue(Witness) is { } at ? IPEndPoint.Parse(at) : null,
        Ledger = parse.GetValue(Ledger) is { } folder ? Path.GetFullPath(folder) : null,
        Places = Named.ToDictionary(n => n.Word, n => parse.GetValue(n.Option), StringComparer.Ordinal),
        Credentials = parse.GetValue(Credentials),
    };

    /// <summary>The words about the target, to be typed again.</summary>
    /// <param name="parse">The command line.</param>
    public IEnumerable<string> TargetWords(ParseResult parse)
    {
        foreach (var option in (IEnumerable<Option<string?>>)[Host, Echo, Static, Stream, Understood, App, Witness, Ledger, .. Named.Select(n => n.Option), Credentials])
        {
            if (parse.GetValue(option) is not { } value) continue;
            yield return option.Name;
            yield return value;
        }

        if (parse.GetValue(Insecure)) yield return Insecure.Name;
    }

    private static Option<string?> Capability(string name, string what)
    {
        var option = new Option<string?>(name) { Description = $"path of a resource: {what}", HelpName = "PATH" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } path && !path.StartsWith('/')) result.AddError($"{name} {path}: a path begins with /");
        });
        return option;
    }

    private static Option<string?> Address(string name, string what)
    {
        var option = new Option<string?>(name) { Description = what, HelpName = "ADDRESS:PORT" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !(IPEndPoint.TryParse(text, out var at) && at.Port > 0))
                result.AddError($"{name} {text}: an address and a port, such as 127.0.0.1:9800");
        });
        return option;
    }

    private static Option<string?> Folder(string name, string what)
    {
        var option = new Option<string?>(name) { Description = what, HelpName = "DIR" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } folder && !Directory.Exists(folder)) result.AddError($"{name} {folder}: there is no such folder");
            if (result.GetResult("--witness") is not null) result.AddError($"{name} and --witness: an adapter tells it in one place");
        });
        return option;
    }

    private static Option<string?> Account()
    {
        var option = new Option<string?>("--credentials") { Description = "user and password of a test account, which opens --protected and is shown in reports", HelpName = "USER:PASSWORD" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } account && !account.Contains(':')) result.AddError($"--credentials {account}: a user, a colon and a password");
        });
        return option;
    }

    private static Option<string> Among(string name, string description, string first, params string[] words)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => first, HelpName = string.Join('|', words) };
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}

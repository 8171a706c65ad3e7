using System.CommandLine;
using Conform.Cases;
using Conform.Judging.Lint;

namespace Conform.Commands;

/// <summary><c>conform lint-response</c>: holds raw responses against every rule of the lint; sends nothing.</summary>
internal static class LintResponseCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Where the findings go.</param>
    /// <param name="errors">Where it goes that the command cannot be carried out.</param>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var file = new Argument<string?>("FILE") { Description = "one or more responses, octet by octet as they came; standard input without it, or with -", Arity = ArgumentArity.ZeroOrOne }.RefuseOptions();
        var method = new Option<string?>("--method") { Description = "the method that they answer; without it no rule that rests on it is asked", HelpName = "M" };
        var version = new Option<string?>("--request-version") { Description = "the version of the request, such as HTTP/1.1", HelpName = "V" };
        var request = new Option<string?>("--request") { Description = "what was asked on the connection, octet by octet, instead of method and version", HelpName = "FILE" };
        var failOn = new Option<string>("--fail-on") { Description = "the least finding that turns the exit code to 1", DefaultValueFactory = _ => "violation", HelpName = "violation|warning|note" };
        failOn.AcceptOnlyFromAmong("violation", "warning", "note");
        var format = new Option<string>("--format") { Description = "how to write the findings", DefaultValueFactory = _ => ListFormat.Text };
        format.AcceptOnlyFromAmong(ListFormat.Text, ListFormat.Json);
        var command = new Command("lint-response", "hold raw responses from a file or standard input against every rule of the lint; nothing is sent") { file, method, version, request, failOn, format };
        command.SetAction((parse, cancellation) => Guard.ExecuteAsync(
            async () =>
            {
                var octets = await InputFile.ReadAsync(parse.GetValue(file), cancellation);
                if (octets.Length == 0) throw new UsageException("there is nothing to read");
                var asked = await AskedAsync(parse.GetValue(request), parse.GetValue(method), parse.GetValue(version), cancellation);
                var linted = CannedConnection.Read(octets, asked).ToList();
                var report = new LintResponseReport(Suites.Load(null, errors).FindRequirement);
                output.Write(parse.GetValue(format) == ListFormat.Json ? report.Json(linted) : report.Text(linted));
                var least = Enum.Parse<Weight>(parse.GetValue(failOn)!, ignoreCase: true);
                return linted.Any(l => l.Findings.Any(f => report.RequirementOf(f.Rule).Weight >= least)) ? 1 : 0;
            },
            errors));
        return command;
    }

    private static async Task<Func<int, LintRequest?>> AskedAsync(string? file, string? method, string? version, CancellationToken cancellation)
    {
        if (file is not null)
        {
            if (method is not null || version is not null) throw new UsageException("--request says method and version already");
            var requests = LintRequest.All(await InputFile.ReadAsync(file, cancellation));
            if (requests.Count == 0) throw new UsageException($"--request {file}: there is no request in it");
            return index => index < requests.Count ? requests[index] : null;
        }

        if (version is not null && method is null) throw new UsageException("--request-version needs --method");
        if (version is not (null or ['H', 'T', 'T', 'P', '/', '1', '.', >= '0' and <= '9'])) throw new UsageException($"--request-version {version}: say HTTP/1.1, or another of its kind");
        var request = method is null ? null : new LintRequest(method, version);
        return _ => request;
    }
}

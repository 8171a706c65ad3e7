using System.CommandLine;
using Conform.Wire;

namespace Conform.Commands;

/// <summary><c>conform send</c>: the textbook exchange: connect, send, read, split at the first empty line, save.</summary>
internal static class SendCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    /// <param name="time">The clock.</param>
    public static Command Create(TextWriter output, TextWriter errors, TimeProvider time)
    {
        var url = new Argument<string>("URL") { Description = "where to: http, https or unix" }.RefuseOptions();
        var file = new Argument<string?>("FILE") { Description = "octets to send as they are; standard input without it, or with -", Arity = ArgumentArity.ZeroOrOne }.RefuseOptions();
        var content = new Option<string?>("--content") { Description = "write the content of the first final response here", HelpName = "FILE" };
        var timeout = new Option<double>("--timeout") { Description = "seconds to wait when nothing comes", DefaultValueFactory = _ => 5, HelpName = "SECONDS" };
        var insecure = new Option<bool>("--insecure") { Description = "take any certificate" };
        var command = new Command("send", "send a file or standard input as it is, and show what comes back") { url, file, content, timeout, insecure };
        command.SetAction((parse, cancellation) => Guard.ExecuteAsync(
            async () =>
            {
                var text = parse.GetValue(url)!;
                if (!TargetUri.TryParse(text, out var uri, out var problem)) throw new UsageException($"{text}: {problem}");
                var octets = await InputFile.ReadAsync(parse.GetValue(file), cancellation);
                var work = new SendWork(uri, new WireOptions { Insecure = parse.GetValue(insecure) }, TimeSpan.FromSeconds(parse.GetValue(timeout)), time);
                return await work.ExecuteAsync(octets, parse.GetValue(content), output, cancellation);
            },
            errors));
        return command;
    }
}

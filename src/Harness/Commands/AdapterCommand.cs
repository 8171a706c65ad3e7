using System.CommandLine;
using System.Text;
using Conform.Running;

namespace Conform.Commands;

/// <summary><c>conform adapter</c>: hands out the probe application of a contract, to be put behind a server of one's own.</summary>
internal static class AdapterCommand
{
    private const string Root = "suites/contract/adapters/";

    /// <summary>Makes the command.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var name = new Argument<string?>("CONTRACT")
        {
            Description = "the contract that the server hosts; without it the contracts are listed", Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("adapter", "print the probe application of a contract, to be put behind your server") { name };
        command.SetAction((parse, _) => Guard.ExecuteAsync(() => Task.FromResult(Print(parse.GetValue(name), output)), errors));
        return command;
    }

    private static int Print(string? contract, TextWriter output)
    {
        var adapters = SuiteFiles.Embedded.Where(p => p.StartsWith(Root, StringComparison.Ordinal)).Select(p => p[Root.Length..].Split('/')).Where(p => p.Length == 2).ToList();
        if (contract is null)
        {
            foreach (var parts in adapters) output.WriteLine($"{parts[0],-8} {parts[1]}");
            return 0;
        }

        var found = adapters.FirstOrDefault(p => p[0] == contract)
            ?? throw new UsageException($"there is no adapter for {contract}; there are {string.Join(", ", adapters.Select(p => p[0]))}");
        output.Write(Encoding.UTF8.GetString(SuiteFiles.Read(Root + string.Join('/', found))));
        return 0;
    }
}

using System.CommandLine;
using System.Text;
using Conform.Running;

namespace Conform.Commands;

/// <summary><c>conform adapter</c>: hands out the probe application of a contract, to be put behind a server of one's own.</summary>
internal static class AdapterCommand
{
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
        if (contract is null)
        {
            foreach (var (name, file) in Adapters.All) output.WriteLine($"{name,-8} {file}");
            return 0;
        }

        var found = Adapters.Find(contract)
            ?? throw new UsageException($"there is no adapter for {contract}; there are {string.Join(", ", Adapters.All.Select(a => a.Contract))}");
        output.Write(Encoding.UTF8.GetString(found.Octets));
        return 0;
    }
}

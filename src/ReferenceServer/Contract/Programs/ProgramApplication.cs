using Conform.ReferenceServer.Contract.Applications;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Programs;

/// <summary>Runs the program in the query string.</summary>
internal static class ProgramApplication
{
    private const int LongestId = 64;

    public static IEnumerable<ReadOnlyMemory<byte>> Call(
        Dictionary<string, object> environ, StartResponse start, Func<string, IWitness> witnesses, TimeProvider time, FaultSet faults)
    {
        var id = ParameterOf(Answer.TextOf(environ, "QUERY_STRING"), "id");
        // It may become the name of a file.
        if (id.Length > LongestId || !id.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return Answer.Text(start, "400 Bad Request", "an id has letters, digits and dashes only, 64 at most\n");
        ProbeProgram program;
        try
        {
            program = ProbeProgram.Parse(ParameterOf(Answer.TextOf(environ, "QUERY_STRING"), "p"));
        }
        catch (FormatException error)
        {
            return Answer.Text(start, "400 Bad Request", error.Message + "\n");
        }

        var witness = new Record(witnesses(id));
        return new ProgramCall(program, environ, start, witness, time, faults).Begin();
    }

    private static string ParameterOf(string query, string name) =>
        query.Split('&').FirstOrDefault(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..] ?? "";
}

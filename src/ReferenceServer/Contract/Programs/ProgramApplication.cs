using Conform.ReferenceServer.Contract.Applications;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Programs;

/// <summary>Runs the program in the query string.</summary>
internal static class ProgramApplication
{
    public static IEnumerable<ReadOnlyMemory<byte>> Call(
        Dictionary<string, object> environ, StartResponse start, Func<string, IWitness> witnesses, TimeProvider time, FaultSet faults)
    {
        ProbeProgram program;
        try
        {
            program = ProbeProgram.Parse(ParameterOf(Answer.TextOf(environ, "QUERY_STRING"), "p"));
        }
        catch (FormatException error)
        {
            return Answer.Text(start, "400 Bad Request", error.Message + "\n");
        }

        var witness = new Record(witnesses(ParameterOf(Answer.TextOf(environ, "QUERY_STRING"), "id")));
        return new ProgramCall(program, environ, start, witness, time, faults).Begin();
    }

    private static string ParameterOf(string query, string name) =>
        query.Split('&').FirstOrDefault(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..] ?? "";
}

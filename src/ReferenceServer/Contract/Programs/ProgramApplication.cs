using System.Text;
using Conform.ReferenceServer.Contract.Applications;

namespace Conform.ReferenceServer.Contract.Programs;

/// <summary>Runs the program in the query string.</summary>
internal static class ProgramApplication
{
    public static IEnumerable<ReadOnlyMemory<byte>> Call(
        Dictionary<string, object> environ, StartResponse start, Func<string, IWitness> witnesses, TimeProvider time)
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

        if (!Violations.Express(program))
        {
            return Answer.With(start, "200 OK", "application/json", Encoding.ASCII.GetBytes("""{"cap-missing":"typed-violations"}"""));
        }

        return new ProgramCall(program, environ, start, witnesses(ParameterOf(Answer.TextOf(environ, "QUERY_STRING"), "id")), time).Begin();
    }

    private static string ParameterOf(string query, string name) =>
        query.Split('&').FirstOrDefault(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..] ?? "";
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conform.Reporting.Formats;

/// <summary>A badge as shields.io's endpoint takes it.</summary>
internal static class BadgeReport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Render(FinishedRun run, TextWriter output)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteString("label", "HTTP/1.1 conformance");
            json.WriteString("message", Message(run));
            json.WriteString("color", Color(run.Summary));
            if (run.Summary.ExitCode != ExitCode.Ok) json.WriteBoolean("isError", true);
            json.WriteEndObject();
        }

        output.Write(System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    private static string Message(FinishedRun run)
    {
        if (run.Summary.ExitCode != ExitCode.Ok) return RunTitle.Outcome(run.Summary);
        var decided = run.Cases.Where(c => c.Value is not (ResultState.NotObservable or ResultState.Skip or ResultState.Flaky)).ToList();
        var good = decided.Count(c => c.Value is ResultState.Pass or ResultState.Lenient);
        return good == decided.Count ? $"{good:N0} cases" : $"{good:N0} of {decided.Count:N0} cases";
    }

    private static string Color(RunSummary summary) => (summary.ExitCode, summary.Known) switch
    {
        (ExitCode.Ok, 0) => "brightgreen",
        (ExitCode.Ok, _) => "green",
        (ExitCode.Unexpected, _) => "red",
        _ => "lightgrey",
    };
}

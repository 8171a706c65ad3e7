using System.Text;
using System.Xml;
using Conform.Judging;
using Conform.Observations;
using Conform.Reporting.Records;

namespace Conform.Reporting;

/// <summary>
/// JUnit's XML, one test suite a case file. Only what is unexpected is a failure; inconclusive and error are errors;
/// known deviations, not-observable and skip are skipped, each with its reason.
/// </summary>
/// <param name="output">Where the document goes; disposed with the writer.</param>
public sealed class JUnitWriter(TextWriter output) : IReportWriter
{
    private const int LineWidth = 120;
    private readonly List<Entry> _entries = [];
    private RunHeader? _header;

    private sealed record Entry(string File, string Name, double Seconds, string Kind, string Message, string Detail, string Octets);

    /// <inheritdoc/>
    public void Begin(RunHeader header) => _header = header;

    /// <inheritdoc/>
    public void Add(Result result, Standing standing)
    {
        var name = result.Delivery == "-" ? CaseName.Heading(result.Case) : $"{CaseName.Heading(result.Case)} ({result.Delivery})";
        var requirement = Assessment.Decisive(result);
        var detail = $"{requirement.Reference} {Names.Of(requirement.Level)}: {requirement.Text}\n"
            + $"expected {result.Verdict.Expected}\nobserved {result.Verdict.Observed}\n{string.Join('\n', result.Verdict.Notes)}";
        _entries.Add(new Entry(
            CaseName.File(result.Case), name, result.Duration.TotalSeconds, Kind(result, standing), Message(result, standing), detail.TrimEnd(),
            Kind(result, standing) is "failure" or "error" ? Seen(result) : string.Empty));
    }

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        foreach (var stale in summary.Stale)
        {
            _entries.Add(new Entry("deviations", stale.Subject, 0, "failure", "stale: it is listed, and does not deviate so any more", $"{stale.Location}: {stale}", string.Empty));
        }

        foreach (var expired in summary.Expired)
        {
            _entries.Add(new Entry("deviations", $"{expired.Subject} (expired)", 0, "failure", $"expired: its last day was {ListedCase.Text(expired.Until!.Value)}", $"{expired.Location}: {expired}", string.Empty));
        }

        foreach (var difference in summary.Differences)
        {
            _entries.Add(new Entry("snapshots", difference.Name, 0, "failure", "the snapshot differs", difference.Text, string.Empty));
        }

        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", CloseOutput = false });
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "conform");
        WriteCounts(xml, _entries);
        foreach (var suite in _entries.GroupBy(e => e.File).OrderBy(g => g.Key, StringComparer.Ordinal)) WriteSuite(xml, suite.Key, [.. suite]);
        xml.WriteEndElement();
        xml.Flush();
        output.Write('\n');
        output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => output.Dispose();

    // What was sent and what came back, as the terminal shows it, and how to see it again.
    private string Seen(Result result)
    {
        if (_header is not { } header || result.Evidence is not { } evidence) return string.Empty;
        return string.Join('\n', Exchange.Lines(evidence, new ExchangeSize(LineWidth)).Select(l => l.Text)
            .Append("again").Concat(Reproduction.Command(header, result, LineWidth)).Concat(Reproduction.Raw(header, evidence, LineWidth))) + "\n";
    }

    private static string Kind(Result result, Standing standing) => (standing.Kind, result.Outcome) switch
    {
        (StandingKind.Known or StandingKind.Flaky, _) or (_, Outcome.NotObservable or Outcome.Skip) => "skipped",
        (_, Outcome.Inconclusive or Outcome.Error) => "error",
        (StandingKind.Unexpected, _) => "failure",
        _ => string.Empty,
    };

    private static string Message(Result result, Standing standing) => (standing.Kind, result.Outcome) switch
    {
        (StandingKind.Known, _) => $"known: {standing.Because}",
        (StandingKind.Flaky, _) => $"flaky: {standing.Because}",
        (_, Outcome.Fail) => $"expected {result.Verdict.Expected}; observed {result.Verdict.Observed}",
        _ => $"{Names.Of(result.Outcome)}: {Reasons.Of(result)}",
    };

    private static void WriteCounts(XmlWriter xml, IReadOnlyCollection<Entry> entries)
    {
        xml.WriteAttributeString("tests", XmlConvert.ToString(entries.Count));
        xml.WriteAttributeString("failures", XmlConvert.ToString(entries.Count(e => e.Kind == "failure")));
        xml.WriteAttributeString("errors", XmlConvert.ToString(entries.Count(e => e.Kind == "error")));
        xml.WriteAttributeString("skipped", XmlConvert.ToString(entries.Count(e => e.Kind == "skipped")));
        xml.WriteAttributeString("time", XmlConvert.ToString(Math.Round(entries.Sum(e => e.Seconds), 6)));
    }

    private void WriteSuite(XmlWriter xml, string file, IReadOnlyCollection<Entry> entries)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Legal(file));
        WriteCounts(xml, entries);
        if (_header is { } header)
        {
            xml.WriteAttributeString("timestamp", header.Started.ToString("s", System.Globalization.CultureInfo.InvariantCulture));
            xml.WriteStartElement("properties");
            WriteProperty(xml, "tool", header.ToolVersion);
            WriteProperty(xml, "target", header.Target.Name);
            WriteProperty(xml, "url", header.Target.Url);
            WriteProperty(xml, "seed", XmlConvert.ToString(header.Seed));
            WriteProperty(xml, "suite", header.SuiteDigest);
            WriteProperty(xml, "deliveries", string.Join(' ', header.Deliveries));
            if (header.Target.Version is { } version) WriteProperty(xml, "version", version);
            xml.WriteEndElement();
        }

        foreach (var entry in entries) WriteCase(xml, entry);
        xml.WriteEndElement();
    }

    private static void WriteProperty(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("property");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("value", Legal(value));
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, Entry entry)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", Legal(entry.Name));
        xml.WriteAttributeString("classname", Legal(entry.File.Replace('/', '.')));
        xml.WriteAttributeString("time", XmlConvert.ToString(Math.Round(entry.Seconds, 6)));
        if (entry.Kind.Length > 0)
        {
            xml.WriteStartElement(entry.Kind);
            xml.WriteAttributeString("message", Legal(entry.Message));
            if (entry.Kind != "skipped") xml.WriteString(Legal(entry.Detail));
            xml.WriteEndElement();
        }

        if (entry.Octets.Length > 0) xml.WriteElementString("system-out", Legal(entry.Octets));
        xml.WriteEndElement();
    }

    /// <summary>XML 1.0 has no place for most control characters; they are written as the case language escapes them.</summary>
    private static string Legal(string text)
    {
        var legal = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\n' || c is >= ' ' and < '\uD800' and not '\u007F' or > '\uDFFF' and < '\uFFFE') legal.Append(c);
            else legal.Append(Octets.Escape(c));
        }

        return legal.ToString();
    }
}

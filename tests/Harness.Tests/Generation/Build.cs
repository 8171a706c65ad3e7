using System.Text;
using Conform.Cases;
using Conform.Generation;

namespace Conform.Harness.Tests.Generation;

/// <summary>Cases built by hand: a template is text with <c>${…}</c>, line ends as they stand.</summary>
internal static class Build
{
    public static readonly SourceLocation Here = new("test.md", 1);

    public static readonly TargetValues Target =
        new("127.0.0.1:8080", "/base/", "/base/echo", "/base/echo", "/base/static", "/base/stream", "/base/report", "/base/app");

    public static OctetTemplate Template(string text)
    {
        var parts = new List<TemplatePart>();
        while (text.IndexOf("${", StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = text.IndexOf('}', start);
            parts.Add(new LiteralPart(Encoding.Latin1.GetBytes(text[..start]), 1));
            var words = text[(start + 2)..end].Split(' ');
            parts.Add(new PlaceholderPart(words[0], words[1..], 1));
            text = text[(end + 1)..];
        }

        parts.Add(new LiteralPart(Encoding.Latin1.GetBytes(text), 1));
        return new OctetTemplate(parts, Here);
    }

    public static Case Case(params string[] sends) => new()
    {
        Id = "made/by/hand",
        Summary = "A case for a test.",
        Requirement = new Requirement("r", "RFC 9112", "2.2", RequirementLevel.Must, "Something."),
        Location = Here,
        Steps = [.. sends.Select(text => new SendStep(Template(text), Here))],
        Requires = Capabilities.None,
    };

    public static string Text(this ReadOnlyMemory<byte> octets) => Encoding.Latin1.GetString(octets.Span);

    /// <summary>What the first send step becomes.</summary>
    public static string Filled(string text, long seed = 1, int index = 0) => CaseFiller.Fill(Case(text), seed, index, Target).Steps[0].Octets.Text();
}

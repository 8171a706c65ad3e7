using System.Globalization;

namespace Conform.Cases.Parsing;

/// <summary>Where in the application's life a step runs.</summary>
internal enum AppPhase
{
    Call,
    Body,
    Close,
}

/// <summary>Puts the compact form of a program together.</summary>
internal sealed class AppProgramBuilder
{
    private readonly List<string>[] _phases = [[], [], []];
    private List<string>? _pending;
    private string _pendingVerb = "sr";

    public AppPhase Phase { get; private set; }

    /// <summary>A response is being described and not started yet.</summary>
    public bool IsStarting => _pending is not null;

    /// <summary>Goes on to a later phase.</summary>
    public void Enter(AppPhase phase)
    {
        if (phase < Phase) throw new LanguageException($"{phase.ToString().ToLowerInvariant()}: is over already", "the phases are call, body, close");
        Flush();
        Phase = phase;
    }

    /// <summary>Begins to describe a response; it is started when another step comes.</summary>
    public void Begin(string verb, string? status)
    {
        Flush();
        (_pending, _pendingVerb) = (status is null ? [] : [status], verb);
    }

    /// <summary>Adds to the response that is being described.</summary>
    public void Describe(string step)
    {
        if (_pending is null) throw new LanguageException("no response is being started here", "field and length lines follow start or restart");
        _pending.Add(step);
    }

    public void Add(string step)
    {
        Flush();
        _phases[(int)Phase].Add(step);
    }

    public string Build()
    {
        Flush();
        return string.Join('~', _phases.Select(p => string.Join('_', p)));
    }

    /// <summary>The octets of a text, in hexadecimal.</summary>
    public static string Hex(string text)
    {
        var template = OctetTemplateParser.ParseText(text, default);
        if (template.Parts.Any(p => p is PlaceholderPart)) throw new LanguageException("a program takes no placeholders", "the harness must know it before anything is drawn");
        return Convert.ToHexStringLower([.. template.Parts.Cast<LiteralPart>().SelectMany(p => p.Octets.ToArray())]);
    }

    /// <summary>The same, where the name of the conversation may stand in it: its place is kept until the program is sent.</summary>
    public static string Logged(string text) => string.Join(AppProgram.OwnName, text.Split("${call}").Select(Hex));

    /// <summary>A number from 0 to <paramref name="largest"/>.</summary>
    public static int Number(string text, int largest) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= largest
            ? number
            : throw new LanguageException($"{(text.Length == 0 ? "nothing" : text)} is no number from 0 to {largest}");

    /// <summary>A name that needs no encoding and cannot be taken for the program's own marks.</summary>
    public static string Label(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        ? text
        : throw new LanguageException($"{(text.Length == 0 ? "nothing" : text)} is no label", "letters, digits and hyphens");

    /// <summary>One of these words.</summary>
    public static string OneOf(string text, params IReadOnlyCollection<string> words) => words.Contains(text, StringComparer.Ordinal)
        ? text
        : throw new LanguageException($"{(text.Length == 0 ? "nothing" : text)} is not known here", NearestWord.HintOrAll(text, words));

    private void Flush()
    {
        if (_pending is null) return;
        _phases[(int)Phase].AddRange(_pending);
        _phases[(int)Phase].Add(_pendingVerb);
        _pending = null;
    }
}

namespace Conform.Cases.Parsing;

/// <summary>A case while its file is read.</summary>
internal sealed class CaseDraft(string id, int line, DiagnosticSink problems, RequirementIndex requirements)
{
    public string Id { get; } = id;

    /// <summary>Folder and file, to which headings named in <c>needs</c> belong.</summary>
    public string FileId => Id[..Id.LastIndexOf('/')];

    public int Line { get; } = line;

    public DiagnosticSink Problems { get; } = problems;

    public RequirementIndex Requirements { get; } = requirements;

    public List<string> Summary { get; } = [];

    public Requirement? Requirement { get; set; }

    public bool NamesRequirement { get; set; }

    public List<(string Id, int Line)> Needs { get; } = [];

    public int? Repeat { get; set; }

    public (string Name, int Line)? Mutator { get; set; }

    /// <summary>The parts of the program that is drawn; null where none is.</summary>
    public (IReadOnlyList<string> Parts, int Line)? Generates { get; set; }

    public bool Waits { get; set; }

    public Capabilities Requires { get; set; }

    public OctetTemplate? Control { get; set; }

    public AppProgram? Program { get; set; }

    public List<Step> Steps { get; } = [];

    /// <summary>Once a block stands, what describes the case as a whole is over.</summary>
    public bool HasBlock { get; set; }

    public IEnumerable<OctetTemplate> Sent => Steps.OfType<SendStep>().Select(s => s.Template);

    public IEnumerable<Expectation> Expectations => Steps.OfType<ExpectStep>().SelectMany(s => s.Expectations);

    public IEnumerable<PlaceholderPart> Placeholders =>
        (Control is null ? Sent : Sent.Prepend(Control)).SelectMany(t => t.Parts).OfType<PlaceholderPart>();

    public SourceLocation At(int line) => new(Problems.File, line);

    /// <summary>The case; null where no requirement is known, so that there is none to build.</summary>
    public Case? Build() => Requirement is null ? null : new Case
    {
        Id = Id,
        Summary = string.Join("\n\n", Summary),
        Requirement = Requirement,
        Location = At(Line),
        Control = Control,
        Needs = [.. Needs.Select(n => n.Id)],
        Repeat = Repeat ?? 1,
        IsDrawn = Repeat is not null,
        Waits = Waits,
        Mutator = Mutator?.Name,
        Generates = Generates?.Parts,
        Program = Program,
        Steps = Steps,
        Requires = Placeholders.Aggregate(Requires | Reported | Watched, static (all, p) => all | PlaceholderReader.Implied(p)),
        HasCanary = HasCanary,
    };

    public bool HasCanary => Sent.SelectMany(t => t.Parts).Any(p => p is PlaceholderPart { Name: "canary" });

    private Capabilities Watched => Steps.Any(s => s is AwaitGateStep or ReleaseStep) || Expectations.Any(e => ExpectationParts.NeedsWitness(e.Pattern))
        ? Capabilities.Witness | (Expectations.Any(e => ExpectationParts.NeedsLog(e.Pattern)) ? Capabilities.Log : Capabilities.None)
        : Capabilities.None;

    private Capabilities Reported => Expectations.SelectMany(e => ExpectationParts.Clauses(e.Pattern))
        .Any(c => c is UnderstoodPart or UnderstoodField or UnderstoodAsSent or UnderstoodVariable or UnderstoodTrait or UnderstoodUrl) ? Capabilities.Report : Capabilities.None;
}

namespace Conform.Cases;

/// <summary>A place in a case file, for diagnostics.</summary>
/// <param name="File">Path of the file, as it was given or inside the suites.</param>
/// <param name="Line">Line number from 1.</param>
public readonly record struct SourceLocation(string File, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}";
}

/// <summary>A conversation with a server, written as data.</summary>
public sealed record Case
{
    /// <summary>Folder, file and heading: <c>rfc9112/content-length/differing-values</c>. Unique in the catalogue.</summary>
    public required string Id { get; init; }

    /// <summary>The prose under the heading: why the case exists.</summary>
    public required string Summary { get; init; }

    /// <summary>The requirement that the case is about.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>Where the heading stands.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The same request without the fault; null where the case accepts more than refusals.</summary>
    public OctetTemplate? Control { get; init; }

    /// <summary>Ids of cases whose pass this one needs.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>How many draws are made of it: 1 for a fixed case; a drawn case gives <c>ID[0]</c> … <c>ID[N-1]</c>.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>True where an <c>- repeat:</c> stands: the case draws, is not snapshot, and its ids carry an index.</summary>
    public bool IsDrawn { get; init; }

    /// <summary>True where the server may rightly say nothing until its own timeout: such cases run last and alone.</summary>
    public bool Waits { get; init; }

    /// <summary>Name of the mutator that is applied to the drawn message (Generation), or null.</summary>
    public string? Mutator { get; init; }

    /// <summary>The program that the application runs, or null.</summary>
    public AppProgram? Program { get; init; }

    /// <summary>What a drawn program may have beyond what every contract has, in the words of <see cref="ProgramParts"/>; null where no program is drawn.</summary>
    public IReadOnlyList<string>? Generates { get; init; }

    /// <summary>Whether the application does what the case says, drawn or not.</summary>
    public bool RunsProgram => Program is not null || Generates is not null;

    /// <summary>The conversation, in order.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>How many connections are open at once.</summary>
    public int Width => Math.Max(1, Steps.OfType<ConnectionStep>().Select(s => s.Name).Distinct(StringComparer.Ordinal).Count());

    /// <summary>What the target must have.</summary>
    public required Capabilities Requires { get; init; }

    /// <summary>Whether the octets carry the canary request.</summary>
    public bool HasCanary { get; init; }
}

/// <summary>The application's program: readable lines, and the compact form that rides in the query string.</summary>
/// <param name="Lines">One step a line, as written.</param>
/// <param name="Compact">The compact form.</param>
/// <param name="Location">Where the block begins.</param>
public sealed record AppProgram(IReadOnlyList<string> Lines, string Compact, SourceLocation Location)
{
    /// <summary>Stands in the compact form where the name of the conversation goes, and occurs in no other meaning.</summary>
    public const string OwnName = "*";
}

/// <summary>The text of a <c>send</c> or <c>control</c> block, taken apart but not filled: literal octets and placeholders in order.</summary>
/// <param name="Parts">The parts in order.</param>
/// <param name="Location">Where the block begins.</param>
public sealed record OctetTemplate(IReadOnlyList<TemplatePart> Parts, SourceLocation Location);

/// <summary>A piece of an octet template.</summary>
/// <param name="Line">Line in the file.</param>
public abstract record TemplatePart(int Line);

/// <summary>Octets that stand as they are.</summary>
/// <param name="Octets">The octets, escapes already resolved and line ends added.</param>
/// <param name="Line">Line in the file.</param>
public sealed record LiteralPart(ReadOnlyMemory<byte> Octets, int Line) : TemplatePart(Line);

/// <summary>A <c>${name}</c>, or <c>${name argument…}</c>, to be filled.</summary>
/// <param name="Name">The placeholder's name, such as <c>host</c>.</param>
/// <param name="Arguments">What stands behind the name, split at blanks.</param>
/// <param name="Line">Line in the file.</param>
public sealed record PlaceholderPart(string Name, IReadOnlyList<string> Arguments, int Line) : TemplatePart(Line);

using System.Text;
using Conform.Cases;

namespace Conform.Generation.Programs;

/// <summary>What a program declares of a response.</summary>
/// <param name="Status">Code and reason.</param>
/// <param name="Fields">Names and values, without the length.</param>
/// <param name="Surplus">How many octets more than there are Content-Length states, 0 for the right length; null where none is stated.</param>
internal sealed record Declared(string Status, IReadOnlyList<(string Name, string Value)> Fields, int? Surplus)
{
    /// <summary>The lines of an app block behind <c>start</c> or <c>restart</c>.</summary>
    /// <param name="verb">Which of the two.</param>
    /// <param name="length">How many octets there are.</param>
    public IEnumerable<string> Lines(string verb, int length) =>
        [$"{verb} {Status}", .. Fields.Select(f => $"field {f.Name}: {f.Value}"), .. Surplus is { } more ? [$"length {length + more}"] : (string[])[]];
}

/// <summary>A block of content.</summary>
/// <param name="Text">What stands behind <c>yield</c> or <c>write</c>: text with escapes, or a size in octets; empty for an empty block.</param>
/// <param name="Length">How many octets it has.</param>
internal sealed record Block(string Text, int Length)
{
    /// <summary>A block of these octets.</summary>
    /// <param name="octets">One character an octet; no blank at an edge.</param>
    public static Block Of(string octets) => new(TemplateText.Quote(octets)[1..^1], Encoding.Latin1.GetByteCount(octets));

    /// <summary>A block of a size.</summary>
    /// <param name="octets">How many octets.</param>
    public static Block Of(int octets) => new($"{octets} octets", octets);
}

/// <summary>Where a program fails.</summary>
internal enum DrawnFailure
{
    /// <summary>Before anything is declared.</summary>
    Unstarted,

    /// <summary>Behind the declaration, within the call.</summary>
    Started,

    /// <summary>When blocks are asked for, before there is content.</summary>
    AtBlocks,

    /// <summary>Behind content.</summary>
    BehindContent,
}

/// <summary>A program in pieces, before it becomes the lines of an app block: every one of these is within the contract, and what is cut off it stays so.</summary>
internal sealed record DrawnProgram
{
    /// <summary>What the call returns; <c>gen</c> needs no word.</summary>
    public string Kind { get; init; } = "gen";

    /// <summary>What is read and asked before anything is declared; told in a block before the others, whose length nobody states.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>What is declared first.</summary>
    public required Declared First { get; init; }

    /// <summary>What takes its place; null where nothing does.</summary>
    public Declared? Second { get; init; }

    /// <summary>Whether it does so behind an empty block.</summary>
    public bool IsSecondLate { get; init; }

    /// <summary>What is written, in order.</summary>
    public IReadOnlyList<Block> Written { get; init; } = [];

    /// <summary>What is handed out, in order.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>What is told at the close; null where nothing is done there.</summary>
    public string? AtClose { get; init; }

    /// <summary>Where it fails; null where it does not.</summary>
    public DrawnFailure? Failure { get; init; }

    /// <summary>
    /// Whether every server must treat it alike: there is content where the status goes with it, its length is the stated one where it is known, no empty
    /// block stands behind all that was promised, nothing is written within an iteration, and what is done at the close belongs to what has one. What fails
    /// has not given all that it promised.
    /// </summary>
    public bool KeepsContract => (Failure is not null ? FailsInTime : IsBare ? GivesNothing : GivesAll) && (AtClose is null || Kind is not ("list" or "tuple"));

    private bool IsBare => (Second ?? First).Status is ['2', '0', '4', ..] or ['3', '0', '4', ..];

    // What has no content need not be asked for any, so that what is done when it is over must not hang on having begun.
    private bool GivesNothing => IsPlain && Length == 0 && First.Surplus is null && Kind != "generator";

    private bool FailsInTime => IsPlain && !IsBare && (Failure == DrawnFailure.BehindContent ? Length > 0 : Length == 0)
        && (Failure is DrawnFailure.AtBlocks or DrawnFailure.BehindContent || Blocks.Count == 0)
        && First.Surplus is null or > 0 && Kind is not ("list" or "tuple");

    private bool IsPlain => Second is null && Written.Count == 0 && Asked.Count == 0;

    private bool GivesAll => (Length > 0 || Asked.Count > 0)
        && (Asked.Count == 0 || ((Second ?? First).Surplus is null && Second is null && Written.Count == 0))
        && (Second ?? First).Surplus is null or 0
        && ((Second ?? First).Surplus is null || Blocks is not [.., { Length: 0 }])
        && (!IsSecondLate || (Second is not null && Written.Count == 0))
        && (Kind != "lazy" || Written.Count == 0);

    /// <summary>How many octets there are.</summary>
    public int Length => Written.Concat(Blocks).Sum(b => b.Length);

    /// <summary>The lines of its app block.</summary>
    public IReadOnlyList<string> Lines =>
    [
        .. Kind == "gen" ? [] : (string[])[$"return {Kind}"],
        .. Asked,
        .. Failure == DrawnFailure.Unstarted ? [] : First.Lines("start", Length),
        .. IsSecondLate ? ["yield"] : (string[])[],
        .. Second?.Lines("restart", Length) ?? [],
        .. Written.Select(b => $"write {b.Text}"),
        .. Asked.Count > 0 ? ["yield told"] : (string[])[],
        .. Failure == DrawnFailure.AtBlocks ? ["body:"] : (string[])[],
        .. Blocks.Select(b => $"yield {b.Text}".TrimEnd()),
        .. Failure is null ? [] : (string[])["raise app"],
        .. AtClose is { } label ? ["close:", $"tell {label}"] : (string[])[],
    ];

    /// <summary>How much there is to read: steps first, then octets of content, then characters, and of those the first in the alphabet.</summary>
    public (int Steps, int Octets, int Characters, int Place) Size => (Lines.Count, Length, Lines.Sum(l => l.Length), Lines.Sum(l => l.Sum(c => c)));

    /// <summary>The program as a case has it.</summary>
    /// <param name="location">Where the case stands.</param>
    /// <exception cref="InvalidOperationException">The grammar drew what the language does not know.</exception>
    public AppProgram Compile(SourceLocation location)
    {
        var found = new List<Diagnostic>();
        var program = AppProgramCompiler.Compile(Lines, location, found);
        return found.Count == 0 ? program : throw new InvalidOperationException($"a program was drawn that is none: {found[0].Message}");
    }
}

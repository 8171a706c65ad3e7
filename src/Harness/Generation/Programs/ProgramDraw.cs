using Conform.Cases;
using Conform.Generation.Grammar;

namespace Conform.Generation.Programs;

/// <summary>The program of one draw of a case: a function of seed, case and index alone, so that target and reference run the same one.</summary>
internal static class ProgramDraw
{
    /// <summary>Draws it.</summary>
    /// <param name="subject">The case.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="index">Which draw, from 0.</param>
    /// <returns>Null where the case draws no program.</returns>
    public static DrawnProgram? Of(Case subject, long seed, int index) =>
        subject.Generates is { } parts ? ProgramGrammar.Draw(new DrawSource(seed, subject.Id, index).For("program"), parts) : null;

    /// <summary>The case with the program of a draw, where it draws one and has none yet.</summary>
    /// <param name="subject">The case.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="index">Which draw, from 0.</param>
    public static Case Settle(Case subject, long seed, int index) =>
        subject.Program is null && Of(subject, seed, index) is { } drawn ? subject with { Program = drawn.Compile(subject.Location) } : subject;
}

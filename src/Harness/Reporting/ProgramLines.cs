using Conform.Observations;

namespace Conform.Reporting;

/// <summary>A program that was drawn, as lines that people read, and that an app block takes.</summary>
internal static class ProgramLines
{
    public static IEnumerable<ExchangeLine> Of(Drawn drawn) => drawn.Program is not { } program
        ? []
        : [new ExchangeLine(ExchangeLineKind.Label, Heading(program, drawn)), .. program.Select(line => new ExchangeLine(ExchangeLineKind.Program, line))];

    private static string Heading(IReadOnlyList<string> program, Drawn drawn) => drawn.ShrunkFrom is not { } whole
        ? $"the program drawn, {Quantity.Count(program.Count, "line")}"
        : program.Count == whole.Count
            ? $"the program drawn, {Quantity.Count(program.Count, "line")}; none could be left out in {Quantity.Count(drawn.Runs, "run")}"
            : $"the program drawn, {Quantity.Count(whole.Count, "line")} shrunk to {program.Count} in {Quantity.Count(drawn.Runs, "run")}";
}

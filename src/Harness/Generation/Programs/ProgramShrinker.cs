namespace Conform.Generation.Programs;

/// <summary>A program from which nothing can be cut, or for which there were no runs left.</summary>
/// <param name="Smallest">The program.</param>
/// <param name="Runs">How many others were run to find it.</param>
internal sealed record ShrunkProgram(DrawnProgram Smallest, int Runs);

/// <summary>Finds the fewest steps over which two servers still disagree: cuts a piece off, keeps what still disagrees, and begins again.</summary>
internal static class ProgramShrinker
{
    /// <summary>Shrinks.</summary>
    /// <param name="failing">A program over which they disagree.</param>
    /// <param name="disagree">Whether they do over another one.</param>
    /// <param name="most">How many are run at most.</param>
    /// <returns>The program itself, or a smaller one over which they were seen to disagree.</returns>
    public static async Task<ShrunkProgram> ShrinkAsync(DrawnProgram failing, Func<DrawnProgram, Task<bool>> disagree, int most)
    {
        var (smallest, runs) = (failing, 0);
        var tried = new HashSet<string>(StringComparer.Ordinal);
        for (var isCut = true; isCut;)
        {
            isCut = false;
            foreach (var cut in ProgramCuts.Of(smallest).Where(c => tried.Add(string.Join('\n', c.Lines))))
            {
                if (runs == most) return new ShrunkProgram(smallest, runs);
                runs++;
                if (!await disagree(cut)) continue;
                (smallest, isCut) = (cut, true);
                break;
            }
        }

        return new ShrunkProgram(smallest, runs);
    }
}

namespace Conform.Reporting;

/// <summary>What the program exits with.</summary>
public enum ExitCode
{
    /// <summary>Nothing was unexpected.</summary>
    Ok = 0,

    /// <summary>Something was unexpected: a verdict, a stale deviation, a snapshot that differs.</summary>
    Unexpected = 1,

    /// <summary>The command was wrong: unknown option, case or target, nothing selected, a broken case file, a report that cannot be written.</summary>
    Usage = 2,

    /// <summary>The target could not be reached, or died.</summary>
    TargetDown = 3,

    /// <summary>The harness itself failed.</summary>
    HarnessFailed = 4,
}

/// <summary>Decides the exit code.</summary>
public static class ExitCodes
{
    /// <summary>The code that says most: a wrong command tested nothing, a failed harness cannot be trusted, a dead target hides verdicts.</summary>
    /// <param name="usage">The command was wrong.</param>
    /// <param name="errors">How many results are errors of the harness.</param>
    /// <param name="targetDown">The target could not be reached, or died.</param>
    /// <param name="unexpected">How many things were unexpected.</param>
    public static ExitCode Of(bool usage, int errors, bool targetDown, int unexpected) => (usage, errors, targetDown, unexpected) switch
    {
        (true, _, _, _) => ExitCode.Usage,
        (_, > 0, _, _) => ExitCode.HarnessFailed,
        (_, _, true, _) => ExitCode.TargetDown,
        (_, _, _, > 0) => ExitCode.Unexpected,
        _ => ExitCode.Ok,
    };

    /// <summary>What the code means, in a few words.</summary>
    /// <param name="code">The code.</param>
    public static string Meaning(ExitCode code) => code switch
    {
        ExitCode.Ok => "nothing unexpected",
        ExitCode.Unexpected => "something was unexpected",
        ExitCode.Usage => "the command was wrong",
        ExitCode.TargetDown => "the target could not be reached, or died",
        _ => "the harness itself failed",
    };
}

namespace Conform.Judging;

/// <summary>What a case came to.</summary>
public enum Outcome
{
    /// <summary>An accept matched, every check held, no never did.</summary>
    Pass,

    /// <summary>A tolerate matched: allowed, not praised.</summary>
    Lenient,

    /// <summary>None of these, or a never.</summary>
    Fail,

    /// <summary>A control did not pass, or repeated runs disagree.</summary>
    Inconclusive,

    /// <summary>The target cannot show it by what it is or has.</summary>
    NotObservable,

    /// <summary>The harness itself failed.</summary>
    Error,

    /// <summary>Left out on purpose.</summary>
    Skip,
}

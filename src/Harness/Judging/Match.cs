namespace Conform.Judging;

/// <summary>How a pattern and what was seen go together.</summary>
internal enum Fit
{
    /// <summary>They do.</summary>
    Yes,

    /// <summary>They do not.</summary>
    No,

    /// <summary>Up to the point where the target cannot show more, they do.</summary>
    Unobservable,

    /// <summary>Up to a point where the server closed a kept connection without saying so, they do (RFC 9112 section 9.6: SHOULD).</summary>
    ClosedUnsaid,
}

/// <summary>A fit, and why.</summary>
/// <param name="Fit">The fit.</param>
/// <param name="Why">What did not go together, in words, or what was careless though it is allowed; empty for a plain yes.</param>
internal readonly record struct Match(Fit Fit, string Why)
{
    /// <summary>They go together.</summary>
    public static Match Yes { get; } = new(Fit.Yes, string.Empty);

    /// <summary>They go together, but what the server did, though allowed, is no full measure: lenient.</summary>
    /// <param name="why">What it did.</param>
    public static Match Careless(string why) => new(Fit.Yes, why);

    /// <summary>They do not.</summary>
    /// <param name="why">Why.</param>
    public static Match No(string why) => new(Fit.No, why);

    /// <summary>The target cannot show it.</summary>
    /// <param name="why">Why.</param>
    public static Match Unobservable(string why) => new(Fit.Unobservable, why);
}

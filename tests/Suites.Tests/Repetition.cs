namespace Conform.Suites.Tests;

/// <summary>How often the tests that look for a verdict which does not hold look again: few times on every change, many where CONFORM_THOROUGH is set.</summary>
internal static class Repetition
{
    /// <summary>Whether there is time to be thorough.</summary>
    public static bool IsThorough { get; } = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CONFORM_THOROUGH"));

    /// <summary>One of the two.</summary>
    /// <param name="thorough">How often where there is time.</param>
    /// <param name="quick">How often otherwise.</param>
    public static int Times(int thorough, int quick) => IsThorough ? thorough : quick;
}

using Conform.Reporting;
using Conform.Running;
using Conform.Running.Targets;

namespace Conform.Commands;

/// <summary>Turns what can go wrong into one clear message and the right exit code.</summary>
internal static class Guard
{
    /// <summary>Runs a command's work.</summary>
    /// <param name="work">The work; it returns the exit code.</param>
    /// <param name="errors">Where messages go.</param>
    public static async Task<int> ExecuteAsync(Func<Task<int>> work, TextWriter errors)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is UsageException or FormatException or DeviationException or TargetMissingException)
        {
            return Say(errors, e.Message, ExitCode.Usage);
        }
        catch (TargetGoneException e)
        {
            return Say(errors, e.Message, ExitCode.TargetDown);
        }
        catch (OperationCanceledException)
        {
            return Say(errors, "stopped before the end", ExitCode.HarnessFailed);
        }
        catch (Exception e)
        {
            return Say(errors, $"the harness itself failed: {e}", ExitCode.HarnessFailed);
        }
    }

    private static int Say(TextWriter errors, string message, ExitCode code)
    {
        errors.WriteLine("conform: " + message);
        return (int)code;
    }
}

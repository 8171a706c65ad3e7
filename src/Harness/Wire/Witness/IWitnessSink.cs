namespace Conform.Wire.Witness;

/// <summary>What listens to the calls of one conversation. Each call is told of from a task of its own.</summary>
public interface IWitnessSink
{
    /// <summary>A call of the application has begun.</summary>
    /// <returns>Its number, for what follows.</returns>
    int Begin();

    /// <summary>The application told something.</summary>
    /// <param name="call">The call's number.</param>
    /// <param name="line">What it told.</param>
    void Told(int call, WitnessLine line);

    /// <summary>The application stands at a gate. It goes on once this is done.</summary>
    /// <param name="call">The call's number.</param>
    /// <param name="label">The gate.</param>
    /// <param name="cancellation">The application waits no longer, or the run has ended.</param>
    Task HoldAsync(int call, string label, CancellationToken cancellation);

    /// <summary>The call is over.</summary>
    /// <param name="call">The call's number.</param>
    void Ended(int call);
}

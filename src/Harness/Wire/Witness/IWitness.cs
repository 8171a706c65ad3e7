namespace Conform.Wire.Witness;

/// <summary>Hears what adapters tell of the calls of their application, by whatever way it comes.</summary>
public interface IWitness : IAsyncDisposable
{
    /// <summary>Where it is told, for people.</summary>
    string Place { get; }

    /// <summary>What came that was no line of the protocol, or why nothing can come; null where nothing is wrong.</summary>
    string? Complaint { get; }

    /// <summary>Listens for the calls of a conversation until what is returned is disposed.</summary>
    /// <param name="id">The conversation's id.</param>
    /// <param name="sink">Is told what comes.</param>
    IDisposable Listen(string id, IWitnessSink sink);

    /// <summary>Returns when every call that began before now is known.</summary>
    /// <param name="patience">How long a caller may take to say who it is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the run.</param>
    Task CatchUpAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellation);
}

namespace Conform.ReferenceServer.Contract;

/// <summary>Who is told what the wire cannot show, and who may hold a program at a point. One for one call of the application.</summary>
internal interface IWitness : IDisposable
{
    /// <summary>Something happened in the application.</summary>
    /// <param name="happening">What: start, restart, write, next, read, tell, close.</param>
    /// <param name="result">What came of it: returned or raised; null where nothing can.</param>
    /// <param name="kind">The kind of error that was raised; null without one.</param>
    /// <param name="detail">A label, or content in hexadecimal; null where there is none.</param>
    void Tell(string happening, string? result = null, string? kind = null, string? detail = null);

    /// <summary>Returns when the application may go on.</summary>
    /// <param name="label">The gate.</param>
    void Hold(string label);
}

/// <summary>Nobody watches: nothing is told and no gate is closed.</summary>
internal sealed class NoWitness : IWitness
{
    public static readonly NoWitness Instance = new();

    public void Tell(string happening, string? result = null, string? kind = null, string? detail = null)
    {
    }

    public void Hold(string label)
    {
    }

    public void Dispose()
    {
    }
}

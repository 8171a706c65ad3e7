namespace Conform.ReferenceServer.Contract;

/// <summary>Who is told what the wire cannot show, and who may hold a program at a point.</summary>
internal interface IWitness
{
    /// <summary>Something happened in the application.</summary>
    void Tell(string happening, string detail);

    /// <summary>Returns when the application may go on.</summary>
    void Hold(string label);
}

/// <summary>Nobody watches: nothing is told and no gate is closed.</summary>
internal sealed class NoWitness : IWitness
{
    public static readonly NoWitness Instance = new();

    public void Tell(string happening, string detail)
    {
    }

    public void Hold(string label)
    {
    }
}

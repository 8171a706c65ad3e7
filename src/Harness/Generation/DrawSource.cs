using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Bogus;

namespace Conform.Generation;

/// <summary>
/// Randomness for one draw of one case. Each purpose gets a randomizer of its own, so that a value depends on the seed, the case and
/// the index alone: never on order, on parallelism, or on what else is drawn.
/// </summary>
/// <param name="Seed">The run's seed.</param>
/// <param name="CaseId">The case's id.</param>
/// <param name="Index">Which draw of the case, from 0.</param>
internal sealed record DrawSource(long Seed, string CaseId, int Index)
{
    /// <summary>A fresh randomizer, always the same for the same purpose.</summary>
    /// <param name="purpose">What is drawn with it, such as the text of a placeholder.</param>
    public Randomizer For(string purpose)
    {
        var name = Encoding.UTF8.GetBytes($"{Seed}\n{CaseId}\n{Index}\n{purpose}");
        return new Randomizer(BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(name)));
    }
}

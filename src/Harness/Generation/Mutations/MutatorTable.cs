namespace Conform.Generation.Mutations;

/// <summary>Every mutator, by name and by family.</summary>
internal static class MutatorTable
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutator> All { get; } = [.. FieldMutators.All, .. RequestMutators.All, .. LengthMutators.All, .. ChunkMutators.All];

    /// <summary>Whether a case may name it: a mutator, or a family.</summary>
    public static bool Has(string name) => All.Any(mutator => mutator.Name == name || mutator.Family == name);

    /// <summary>The mutator for a draw; a family takes its members in turn, so that few draws already meet them all.</summary>
    /// <param name="name">The mutator's or family's name; null for none.</param>
    /// <param name="index">Which draw.</param>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static Mutator? Choose(string? name, int index)
    {
        if (name is null)
            return null;
        var named = All.Where(mutator => mutator.Name == name || mutator.Family == name).ToList();
        return named.Count > 0 ? named[index % named.Count] : throw new InvalidOperationException($"There is no mutator '{name}'.");
    }
}

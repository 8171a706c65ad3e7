using System.Text.RegularExpressions;
using Conform.Generation.Mutations;

namespace Conform.Generation;

/// <summary>The words that can be filled and mutated, for lint and for the manual of words.</summary>
public static partial class Vocabulary
{
    /// <summary>Every mutator: name, the family that draws it among others, and what it does in one line.</summary>
    public static IReadOnlyList<(string Name, string Family, string Summary)> Mutators { get; } =
        [.. MutatorTable.All.Select(mutator => (mutator.Name, mutator.Family, mutator.Summary))];

    /// <summary>Whether <c>- mutate: NAME</c> means something: a mutator, or a family of them.</summary>
    /// <param name="name">The name.</param>
    public static bool HasMutator(string name) => MutatorTable.Has(name);

    /// <summary>Whether <c>${NAME …}</c> can be filled.</summary>
    /// <param name="name">The name, without what stands behind it.</param>
    public static bool HasPlaceholder(string name) => PlaceholderTable.Has(name) || Computed().IsMatch(name);

    [GeneratedRegex(@"^(repeat|content-length(-hex|[+-][0-9]+)?)$")]
    private static partial Regex Computed();
}

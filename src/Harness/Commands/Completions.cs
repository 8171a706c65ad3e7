using System.CommandLine;
using Conform.Cases;
using Conform.Generation;
using Conform.ReferenceServer.Defects;
using Conform.Running.Targets;

namespace Conform.Commands;

/// <summary>What a shell offers behind an argument or an option.</summary>
internal static class Completions
{
    /// <summary>Offers case ids, a folder at a time, as a shell does with paths.</summary>
    /// <param name="argument">The argument.</param>
    /// <returns>The same argument.</returns>
    public static Argument<string[]> OfferCases(this Argument<string[]> argument)
    {
        argument.CompletionSources.Add(context => Steps(CatalogueLoader.Embedded(Vocabulary.HasMutator).Cases.Select(c => c.Id), context.WordToComplete));
        return argument;
    }

    /// <summary>Offers the targets inside the program.</summary>
    /// <param name="option">The option.</param>
    /// <returns>The same option.</returns>
    public static Option<T> OfferTargets<T>(this Option<T> option) => Offer(option, () => TargetSource.Names);

    /// <summary>Offers the defects of the reference server.</summary>
    /// <param name="option">The option.</param>
    /// <returns>The same option.</returns>
    public static Option<T> OfferDefects<T>(this Option<T> option) => Offer(option, () => DefectCatalogue.All.Select(d => d.Name));

    /// <summary>Offers words.</summary>
    /// <param name="option">The option.</param>
    /// <param name="words">The words, asked for when a shell wants them.</param>
    /// <returns>The same option.</returns>
    public static Option<T> Offer<T>(this Option<T> option, Func<IEnumerable<string>> words)
    {
        option.CompletionSources.Add(context => words().Where(w => w.StartsWith(context.WordToComplete, StringComparison.Ordinal)));
        return option;
    }

    // Over a thousand ids at once help nobody: what is offered ends at the next slash.
    internal static IEnumerable<string> Steps(IEnumerable<string> ids, string word) => ids.Where(id => id.StartsWith(word, StringComparison.Ordinal))
        .Select(id => id.IndexOf('/', word.Length) is var slash and >= 0 ? id[..(slash + 1)] : id).Distinct(StringComparer.Ordinal);
}

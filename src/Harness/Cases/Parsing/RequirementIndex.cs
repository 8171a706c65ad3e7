using System.Collections.Frozen;

namespace Conform.Cases.Parsing;

/// <summary>Requirements by their ids.</summary>
internal sealed class RequirementIndex(IEnumerable<Requirement> requirements)
{
    private readonly FrozenDictionary<string, Requirement> _byId =
        requirements.GroupBy(r => r.Id, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    public Requirement? Find(string id) => _byId.GetValueOrDefault(id);

    /// <exception cref="LanguageException">There is none of that id.</exception>
    public Requirement Get(string id) => Find(id) ?? throw new LanguageException($"there is no requirement {id}", Hint(id));

    public string Hint(string id) => NearestWord.Hint(id, _byId.Keys) ?? "requirements stand in the tables of suites/requirements";
}

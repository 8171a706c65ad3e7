using Conform.Cases.Parsing;

namespace Conform.Cases.Vocabulary;

/// <summary>A word that begins a list item of a case.</summary>
internal abstract record ItemWord(string Key, string Value, string Summary, string Example)
    : Word(Value.Length == 0 ? Key : $"{Key}: {Value}", Summary, Example)
{
    /// <summary>Whether it is a step of the conversation; the others describe the case as a whole and stand before its first block.</summary>
    public virtual bool IsStep => false;

    /// <exception cref="LanguageException">The value is not what the word takes.</exception>
    public abstract void Apply(CaseDraft draft, string value, int line);
}

/// <summary>A word that is a step.</summary>
internal abstract record StepWord(string Key, string Value, string Summary, string Example) : ItemWord(Key, Value, Summary, Example)
{
    public override bool IsStep => true;

    public override void Apply(CaseDraft draft, string value, int line) => draft.Steps.Add(Step(value, draft.At(line)));

    protected abstract Step Step(string value, SourceLocation location);
}

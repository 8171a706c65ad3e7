using System.Globalization;
using Conform.Cases.Parsing;

namespace Conform.Cases.Vocabulary;

internal sealed record RequirementItem() : ItemWord(
    "requirement", "ID", "the requirement that the case is about; every case has exactly one", "- requirement: rfc9112-3.2-host-missing")
{
    public override void Apply(CaseDraft draft, string value, int line)
    {
        if (draft.NamesRequirement) throw new LanguageException("a second requirement", "a line of an expect block can name one of its own in square brackets");
        draft.NamesRequirement = true;
        draft.Requirement = draft.Requirements.Get(value);
    }
}

internal sealed record NeedsItem() : ItemWord(
    "needs", "ID, ID", "cases that must pass for this one to say anything: full ids, or headings of the same file", "- needs: one-host, rfc9112/host/two-hosts")
{
    public override void Apply(CaseDraft draft, string value, int line)
    {
        foreach (var id in value.Split(',', StringSplitOptions.TrimEntries))
            draft.Needs.Add((id.Contains('/') ? id : $"{draft.FileId}/{id}", line));
    }
}

internal sealed record RepeatItem() : ItemWord(
    "repeat", "N", "makes N draws of the case, ID[0] to ID[N-1]; at most 10000", "- repeat: 40")
{
    public override void Apply(CaseDraft draft, string value, int line) =>
        draft.Repeat = draft.Repeat is not null ? throw new LanguageException("a second repeat")
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 10_000 ? count
            : throw new LanguageException($"{value} is no number of draws", "1 to 10000");
}

internal sealed record MutateItem() : ItemWord(
    "mutate", "MUTATOR", "bends each drawn request; the mutator states what a server may answer", "- mutate: NAME")
{
    public override void Apply(CaseDraft draft, string value, int line) =>
        draft.Mutator = draft.Mutator is null ? (value, line) : throw new LanguageException("a second mutate");
}

internal sealed record GenerateItem() : ItemWord(
    "generate", "program with PART, …",
    $"draws what the application does, in place of an app block: status, fields, length, blocks, and how they are handed out; and these parts: {string.Join("; ", ProgramParts.All.Select(p => $"{p.Word}, {p.Meaning}"))}",
    "- generate: program with write, restart")
{
    private const string Program = "program";
    private const string With = " with ";

    public override void Apply(CaseDraft draft, string value, int line)
    {
        if (draft.Generates is not null) throw new LanguageException("a second generate");
        var (what, parts) = value.IndexOf(With, StringComparison.Ordinal) is >= 0 and var at ? (value[..at], value[(at + With.Length)..]) : (value, null);
        if (what != Program) throw new LanguageException($"{what} is nothing that is drawn", "such as - generate: program, or - generate: program with write");
        draft.Generates = (parts is null ? [] : [.. parts.Split(',', StringSplitOptions.TrimEntries).Select(Known)], line);
    }

    private static string Known(string part) => ProgramParts.All.Any(p => p.Word == part) ? part
        : throw new LanguageException($"{(part.Length == 0 ? "nothing" : part)} is no part of a drawn program", NearestWord.HintOrAll(part, [.. ProgramParts.All.Select(p => p.Word)]));
}

internal sealed record WaitsItem() : ItemWord(
    "waits", "", "the server may rightly say nothing until its own timeout; such cases run last and alone", "- waits")
{
    public override void Apply(CaseDraft draft, string value, int line) => draft.Waits = true;
}

internal sealed record RequiresItem() : ItemWord(
    "requires", "CAPABILITY, …", $"what the target must have beyond what the placeholders say: {string.Join(' ', KnownCapabilities.Words.Select(w => w.Word))}; plain-connection is one without TLS, tls-connection one with it", "- requires: echo, stream")
{
    public override void Apply(CaseDraft draft, string value, int line)
    {
        foreach (var word in value.Split(',', StringSplitOptions.TrimEntries))
            draft.Requires |= Find(word);
    }

    private static Capabilities Find(string word)
    {
        var found = KnownCapabilities.Words.FirstOrDefault(w => w.Word == word).Capability;
        return found != Capabilities.None ? found
            : throw new LanguageException($"there is no capability {word}", NearestWord.HintOrAll(word, [.. KnownCapabilities.Words.Select(w => w.Word)]));
    }
}

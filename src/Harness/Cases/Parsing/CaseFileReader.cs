using Conform.Cases.Vocabulary;
using Markdig.Syntax;

namespace Conform.Cases.Parsing;

/// <summary>Walks along the blocks of one case file.</summary>
internal sealed class CaseFileReader
{
    private readonly string _id;
    private readonly RequirementIndex _requirements;
    private readonly DiagnosticSink _problems;
    private readonly SourceText _source;
    private readonly List<CaseDraft> _drafts = [];
    private readonly List<string> _introduction = [];
    private string? _title;
    private CaseDraft? _current;
    private bool _lost;

    public CaseFileReader(string path, string id, string text, RequirementIndex requirements)
    {
        (_id, _requirements, _problems) = (id, requirements, new DiagnosticSink(path));
        _source = new SourceText(text, _problems);
    }

    public CaseFile Read()
    {
        foreach (var block in MarkdownBlocks.Parse(_source.Text)) Read(block);
        if (_title is null) _problems.Add(1, "the file has no title", "begin with a level-1 heading");
        if (_drafts.Count == 0 && !_lost) _problems.Add(1, "there is no case in this file", "a case begins with a level-2 heading");
        var ends = _drafts.Skip(1).Select(d => d.Line).Append(int.MaxValue);
        foreach (var (draft, end) in _drafts.Zip(ends).ToList())
            CaseRules.Check(draft, isReadable: !_problems.All.Any(p => p.Location.Line > draft.Line && p.Location.Line < end));
        return new CaseFile(
            _problems.File, _id, _title ?? string.Empty, string.Join("\n\n", _introduction), [.. _drafts.Select(d => d.Build()).OfType<Case>()], _problems.All)
        {
            Declared = [.. _drafts.Select(d => (d.Id, d.Line))],
            Needed = [.. _drafts.SelectMany(d => d.Needs.Select(n => (d.Id, n.Id, n.Line)))],
            Mutators = [.. _drafts.Select(d => d.Mutator).OfType<(string, int)>()],
        };
    }

    private void Read(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                ReadHeading(heading, heading.Line + 1);
                break;
            case ParagraphBlock or ListBlock when _current is null && !_lost:
                _introduction.Add(string.Join('\n', MarkdownBlocks.Raw(block, _source)));
                break;
            case ParagraphBlock when _current is { HasBlock: true }:
                _problems.Add(block.Line + 1, "prose stands before the first block", "put it above, or into a comment line of an expect block");
                break;
            case ParagraphBlock:
                _current?.Summary.Add(string.Join('\n', MarkdownBlocks.Raw(block, _source)));
                break;
            case ListBlock list:
                ReadList(list);
                break;
            case FencedCodeBlock fenced:
                ReadFenced(fenced, fenced.Line + 1);
                break;
            default:
                _problems.Add(block.Line + 1, $"{MarkdownBlocks.Name(block)} does not belong in a case file", "there are headings, prose, - items and fenced blocks");
                break;
        }
    }

    private void ReadHeading(HeadingBlock heading, int line)
    {
        var text = MarkdownBlocks.Heading(heading, _source);
        if (heading.Level == 1)
        {
            if (_title is not null || _drafts.Count > 0) _problems.Add(line, "a second title", "cases begin with level-2 headings");
            _title ??= text;
            return;
        }

        (_current, _lost) = (null, true);
        if (heading.Level != 2) _problems.Add(line, $"a level-{heading.Level} heading", "cases begin with level-2 headings");
        else if (text.Length == 0 || text.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
            _problems.Add(line, $"{text} names no case", $"lower-case letters, digits and hyphens{Suggested(text)}");
        else _drafts.Add(_current = new CaseDraft($"{_id}/{text}", line, _problems, _requirements));
    }

    private static string Suggested(string text)
    {
        var words = string.Concat(text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? string.Empty : $", such as {string.Join('-', words)}";
    }

    private void ReadList(ListBlock list)
    {
        foreach (var item in list)
        {
            var (first, last) = MarkdownBlocks.LinesOf(item, _source);
            var line = _source.Line(first);
            if (!line.StartsWith("- ", StringComparison.Ordinal)) _problems.Add(first, "not a list item as cases have them", "a line that begins with - and a blank");
            else if (_current is { } draft) _problems.Try(first, () => ItemWords.Apply(draft, line[2..].Trim(), first));
            if (Enumerable.Range(first + 1, last - first).Where(n => _source.Line(n).Trim().Length > 0).Cast<int?>().FirstOrDefault() is { } more)
                _problems.Add(more, "a list item is one line", "an empty line parts it from what follows");
        }
    }

    private void ReadFenced(FencedCodeBlock fenced, int line)
    {
        var kind = $"{fenced.Info} {fenced.Arguments}".Trim();
        if (_current is null && !_lost) _problems.Add(line, "a block without a case", "a level-2 heading comes first");
        if (_current is not { } draft) return;
        draft.HasBlock = true;
        if (_source.Line(line)[0] != fenced.FencedChar) _problems.Add(line, "the block is indented", "its fence begins the line");
        if (fenced.ClosingFencedCharCount == 0) _problems.Add(line, "the block is never closed", "close it with the same fence");
        var lines = Enumerable.Range(line + 1, fenced.Lines.Count).Select(_source.Line).ToList();
        _problems.Try(line, () => Apply(kind, draft, lines, line));
    }

    private static void Apply(string kind, CaseDraft draft, List<string> lines, int line)
    {
        var (word, times) = BlockWords.Find(kind);
        if (word is null)
            throw new LanguageException($"there is no {(kind.Length == 0 ? "block without a name" : $"{kind} block")}", Parsing.NearestWord.HintOrAll(kind, [.. BlockWords.All.Select(w => w.Name)]));
        word.Apply(draft, lines, line + 1, times);
    }
}

using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Conform.Cases.Parsing;

/// <summary>Reads the structure of a Markdown file; where things stand counts, what stands there is read from the source.</summary>
internal static class MarkdownBlocks
{
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    public static MarkdownDocument Parse(string text) => MarkdownParser.Parse(text, _pipeline);

    /// <summary>First and last line of a block, from 1.</summary>
    public static (int First, int Last) LinesOf(Block block, SourceText source) => (block.Line + 1, source.LineAt(Math.Max(block.Span.Start, block.Span.End)));

    /// <summary>The source lines of a block.</summary>
    public static IEnumerable<string> Raw(Block block, SourceText source)
    {
        var (first, last) = LinesOf(block, source);
        for (var line = first; line <= last; line++) yield return source.Line(line).Trim();
    }

    /// <summary>What a heading says.</summary>
    public static string Heading(HeadingBlock heading, SourceText source) => source.Line(heading.Line + 1).Trim().Trim('#').Trim();

    /// <summary>What a block is called in a message.</summary>
    public static string Name(Block block) => block switch
    {
        CodeBlock => "an indented block",
        QuoteBlock => "a quotation",
        HtmlBlock => "HTML",
        ThematicBreakBlock => "a rule",
        LinkReferenceDefinitionGroup => "a link definition",
        _ => block.GetType().Name,
    };
}

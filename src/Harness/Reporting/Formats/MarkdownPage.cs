using System.Text;

namespace Conform.Reporting.Formats;

/// <summary>A page that grows until it is full. What is left out is told at its end.</summary>
/// <param name="most">How many octets it may have.</param>
/// <param name="reserve">How many of them are kept for its last words.</param>
internal sealed class MarkdownPage(int most, int reserve)
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _leftOut = [];
    private int _octets;

    /// <summary>Adds a part as a whole, or not at all.</summary>
    public void Add(string part)
    {
        if (!TryAdd(part)) _leftOut.Add("a table");
    }

    /// <summary>Adds a heading and as many parts as there is room for.</summary>
    public void AddAll(string heading, IEnumerable<string> parts)
    {
        var all = parts.ToList();
        if (!TryAdd(heading)) return;
        var added = all.TakeWhile(TryAdd).Count();
        if (added < all.Count) _leftOut.Add($"{all.Count - added:N0} of {heading.Trim('#', ' ', '\n').Split('\n')[0]}");
    }

    /// <summary>Adds a list under a heading.</summary>
    public void List(string heading, IReadOnlyList<string> items)
    {
        if (items.Count > 0) AddAll($"\n## {heading} ({items.Count:N0})\n\n", items.Select(i => $"- {i}\n"));
    }

    /// <summary>The page.</summary>
    public string Finish()
    {
        if (_leftOut.Count > 0) _text.Append($"\nLeft out, because the page may have {most / 1024:N0} KiB: {Markdown.Html(string.Join("; ", _leftOut.Take(10)))}. The HTML report has it all.\n");
        return _text.ToString();
    }

    private bool TryAdd(string part)
    {
        var octets = Encoding.UTF8.GetByteCount(part);
        if (_octets + octets > most - reserve) return false;
        _octets += octets;
        _text.Append(part);
        return true;
    }
}

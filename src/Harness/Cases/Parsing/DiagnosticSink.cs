namespace Conform.Cases.Parsing;

/// <summary>Collects what is wrong with one file, so that one problem hides no other.</summary>
internal sealed class DiagnosticSink(string file)
{
    private readonly List<Diagnostic> _all = [];

    public string File { get; } = file;

    public IReadOnlyList<Diagnostic> All => _all;

    public void Add(int line, string message, string? hint = null) => _all.Add(new Diagnostic(new SourceLocation(File, line), message, hint));

    /// <summary>Reads one thing; where it cannot be understood, that is written down and reading goes on behind it.</summary>
    public void Try(int line, Action read)
    {
        try
        {
            read();
        }
        catch (LanguageException e)
        {
            Add(line, e.Message, e.Hint);
        }
    }
}

namespace Conform.Commands;

/// <summary>The files that commands write for a user; they are inside the program.</summary>
internal static class ProgramFiles
{
    /// <summary>Reads one.</summary>
    /// <param name="name">Its name, such as <c>completion.bash</c>.</param>
    public static string Read(string name)
    {
        using var stream = typeof(ProgramFiles).Assembly.GetManifestResourceStream("files/" + name) ?? throw new InvalidOperationException($"the program has no {name} inside");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

namespace Conform.Generation.Messages;

/// <summary>A field line in pieces; one character an octet.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
/// <param name="Value">The value without the whitespace around it.</param>
internal sealed record FieldLine(string Name, string Value)
{
    /// <summary>What stands between name and value: a colon, where there is no fault.</summary>
    public string Separator { get; init; } = ":";

    /// <summary>Whitespace before the value.</summary>
    public string Before { get; init; } = " ";

    /// <summary>Whitespace behind the value.</summary>
    public string After { get; init; } = "";

    /// <summary>What ends the line.</summary>
    public string End { get; init; } = "\r\n";

    /// <summary>The whole line with its end.</summary>
    public string Text => Name + Separator + Before + Value + After + End;

    /// <summary>Whether the line has this name, in any case.</summary>
    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}

using System.Text;
using Conform.Cases;
using Conform.Generation.Messages;

namespace Conform.Generation;

/// <summary>What the value of a placeholder may depend on.</summary>
/// <param name="Case">The case.</param>
/// <param name="Source">The randomness of this draw.</param>
/// <param name="Target">What the target's placeholders become.</param>
/// <param name="Conversation">Tells conversations about the same draw apart.</param>
internal sealed record DrawContext(Case Case, DrawSource Source, TargetValues Target, string Conversation)
{
    /// <summary>Under which id the application tells the witness about this conversation; null where no witness is asked.</summary>
    public string? CallId { get; } = Case.Requires.HasFlag(Capabilities.Witness)
        ? "w" + Grammar.Alphabet.Word(Source.For("call " + Conversation), Grammar.Alphabet.Lower + Grammar.Alphabet.Digits, 15, 15)
        : null;

    /// <summary>The draw of a <c>${request …}</c>, always the same for the same text.</summary>
    public DrawnMessage Request(PlaceholderKey key)
    {
        var options = RequestOptions.Of(key.Arguments);
        if (Mutations.MutatorTable.Choose(Case.Mutator, Source.Index) is { } mutator)
            options = options.For(mutator);
        return MessageDraw.Draw(Source.For(key.Text), Target, options);
    }

    /// <summary>Whether the request goes where what was understood is told.</summary>
    public bool GoesToReport(PlaceholderKey key) => Target.Report is not null && RequestOptions.Of(key.Arguments).Place is null or "report";

    /// <summary>The token of the canary request: sixteen letters and digits, so that every draw has equally many octets.</summary>
    public string CanaryToken() => "c" + Grammar.Alphabet.Word(Source.For("canary"), Grammar.Alphabet.Lower + Grammar.Alphabet.Digits, 15, 15);

    /// <summary>A name for something that the conversation makes: sixteen letters and digits, other ones in every conversation.</summary>
    public string NameOf(PlaceholderKey key) =>
        "n" + Grammar.Alphabet.Word(Source.For($"{key.Text} {Conversation}"), Grammar.Alphabet.Lower + Grammar.Alphabet.Digits, 15, 15);

    /// <summary>A value of the target, as octets.</summary>
    /// <exception cref="InvalidOperationException">The target lacks it: the case is not observable and must not be filled.</exception>
    public static byte[] Have(string? value, string name) => value is null
        ? throw new InvalidOperationException($"The target has no ${{{name}}}.")
        : Encoding.Latin1.GetBytes(value);
}

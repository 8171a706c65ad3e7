using Bogus;
using Conform.Generation.Messages;

namespace Conform.Generation.Mutations;

/// <summary>One way to make one fault in a valid request.</summary>
/// <param name="Name">What stands behind <c>- mutate:</c>.</param>
/// <param name="Family">The word that draws one of several: <c>head</c> or <c>framing</c>.</param>
/// <param name="Summary">What it does and what a server may answer, in one line.</param>
/// <param name="Framing">The framing that the message must have; null for any.</param>
/// <param name="Apply">Makes the fault.</param>
internal sealed record Mutator(
    string Name, string Family, string Summary, RequestFraming? Framing, Func<DrawnMessage, MutationContext, Mutation> Apply);

/// <summary>What a mutator may look at besides the message.</summary>
/// <param name="Random">Where it draws from.</param>
/// <param name="Reports">Whether the message goes where what was understood is told, so that a reading can be judged.</param>
internal sealed record MutationContext(Randomizer Random, bool Reports);

/// <summary>A message with a fault.</summary>
/// <param name="Message">The message.</param>
/// <param name="Sentence">What was done, in one sentence.</param>
/// <param name="Allowed">Lines of an expect block: all that a server may answer.</param>
internal sealed record Mutation(DrawnMessage Message, string Sentence, IReadOnlyList<string> Allowed);

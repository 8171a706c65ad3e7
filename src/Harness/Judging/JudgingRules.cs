using Conform.Cases;
using Conform.Observations;

namespace Conform.Judging;

/// <summary>What judging takes from elsewhere, the same for every case.</summary>
/// <param name="Requirements">Finds a requirement by its id.</param>
/// <param name="Fill">Fills a template of an expect block with what was drawn.</param>
public sealed record JudgingRules(Func<string, Requirement?> Requirements, Func<OctetTemplate, Drawn, ReadOnlyMemory<byte>> Fill);

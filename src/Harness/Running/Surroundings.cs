using Conform.Wire.Witness;

namespace Conform.Running;

/// <summary>What stands beside a target while its cases run.</summary>
/// <param name="Witness">Hears what its adapter reports; null where it reports to nobody.</param>
/// <param name="Reference">Holds the same conversations; null where nothing is compared.</param>
/// <param name="Printed">Where a text stands in what the target printed; null where its log is not read.</param>
internal sealed record Surroundings(IWitness? Witness, ReferencePeer? Reference, Func<string, IReadOnlyList<long>>? Printed = null);

namespace Conform.Generation.Deliveries;

/// <summary>Octets → the writes they go out in. The pieces, one behind the other, are always exactly the octets.</summary>
public static class DeliveryPlan
{
    /// <summary>The most cuts of one piece of octets; at half a millisecond a piece this keeps a conversation well below a second.</summary>
    public const int MostCuts = 600;

    /// <summary>The most cuts of one draw of many: each draw is cut elsewhere, so that together they are cut finely all the same.</summary>
    public const int MostCutsOfADraw = 160;

    /// <summary>The pieces in order; none is empty, and no octets are no piece.</summary>
    /// <param name="octets">Adjacent send steps, joined.</param>
    /// <param name="delivery">How to cut.</param>
    /// <param name="most">The most cuts that there may be.</param>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Pieces(ReadOnlyMemory<byte> octets, Delivery delivery, int most = MostCuts)
    {
        var pieces = new List<ReadOnlyMemory<byte>>();
        var start = 0;
        foreach (var cut in CutsOf(octets.Span, delivery, most))
        {
            pieces.Add(octets[start..cut]);
            start = cut;
        }

        if (start < octets.Length)
            pieces.Add(octets[start..]);
        return pieces;
    }

    /// <summary>The ways to cut the octets in two: everywhere in the lines of the protocol, and at the edges of content.</summary>
    /// <param name="octets">The octets.</param>
    /// <param name="draws">How many draws their case makes, which share the ways between them.</param>
    /// <param name="draw">Which of the draws, from 0.</param>
    public static IEnumerable<Delivery> Cuts(ReadOnlyMemory<byte> octets, int draws = 1, int draw = 0) =>
        SingleOctets(octets.Span, MostCuts).Where((_, i) => i % draws == draw).Select(Delivery.CutAt);

    private static IReadOnlyList<int> CutsOf(ReadOnlySpan<byte> octets, Delivery delivery, int most) => delivery.Kind switch
    {
        DeliveryKind.Octets => SingleOctets(octets, most),
        DeliveryKind.Lines => Bounded(BehindLines(octets), most),
        DeliveryKind.Cuts when delivery.Offset > 0 && delivery.Offset < octets.Length => [delivery.Offset],
        _ => [],
    };

    private static List<int> BehindLines(ReadOnlySpan<byte> octets)
    {
        var cuts = new List<int>();
        for (var i = 0; i < octets.Length - 1; i++)
        {
            if (octets[i] == '\n')
                cuts.Add(i + 1);
        }

        return cuts;
    }

    // As fine as the bound lets: first every octet of every line of the protocol, then only the edges of longer and longer stretches.
    private static List<int> SingleOctets(ReadOnlySpan<byte> octets, int most)
    {
        var stretches = MessageWalk.Stretches(octets);
        List<int> cuts = [];
        foreach (var longestLine in (ReadOnlySpan<int>)[512, 64, 8, 0])
        {
            cuts = Cuts(stretches, longestLine);
            if (cuts.Count <= most)
                return cuts;
        }

        return Bounded(cuts, most);
    }

    private static List<int> Cuts(IReadOnlyList<Stretch> stretches, int longestLine)
    {
        const int edge = 4;
        var cuts = new List<int>();
        foreach (var stretch in stretches)
        {
            var whole = stretch.Length <= (stretch.IsContent ? 2 * edge : Math.Max(longestLine, 2 * edge));
            for (var at = stretch.Start; at < stretch.Start + stretch.Length; at++)
            {
                var fromEnd = stretch.Start + stretch.Length - at;
                if (at > 0 && (whole || at - stretch.Start <= edge || fromEnd <= edge))
                    cuts.Add(at);
            }
        }

        return cuts;
    }

    private static List<int> Bounded(List<int> cuts, int most) =>
        cuts.Count <= most ? cuts : [.. cuts.Take(most / 2), .. cuts.TakeLast(most / 2)];
}

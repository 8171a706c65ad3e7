using Conform.Cases;
using Conform.Http;

namespace Conform.Judging;

/// <summary>Decides whether a response carries the parts of the fixed representation that were asked for.</summary>
internal static class RangeMatcher
{
    // What separates two ranges may be sent along where it is less than another part would cost (RFC 9110 section 15.3.7.2); nobody writes 256 octets.
    private const int LargestGap = 256;

    /// <summary>Decides.</summary>
    /// <param name="clause">What was asked for.</param>
    /// <param name="response">A complete response.</param>
    /// <param name="context">What is known besides.</param>
    public static Match Decide(RangesAre clause, Response response, JudgeContext context)
    {
        var (name, known) = clause.Answer is { } number
            ? ($"answer {number}", context.Answers.ElementAtOrDefault(number - 1))
            : ("the fixed representation", context.Traits.Fixed?.Plain);
        if (known is not { IsComplete: true, Status: 200 }) return Match.Unobservable($"nothing is known of {name}");
        var whole = known.Content;
        if (whole.Length < known.ContentLength) return Match.Unobservable($"{name} is longer than what is kept of it");
        if (ByteSpan.ReadAll(context.Fill(clause.Spans), whole.Length) is not { } wanted) return Match.Unobservable($"{name} has only {whole.Length} octets");
        var read = ByteParts.Read(response);
        if (read.Wrong is { } wrong) return Match.No(wrong);
        if (!clause.Several && read.IsMultipart) return Match.No("one range came in multipart/byteranges");
        return read.Parts.Select(p => p.Wrong(whole.Span)).FirstOrDefault(w => w is not null) is { } bad ? Match.No(bad)
            : clause.Several ? Together([.. read.Parts.Select(p => p.Span)], wanted, clause.AnyOrder)
            : read.Parts[0].Span == wanted[0] ? Match.Yes
            // A server may send less than it was asked for, as the answer says what it is (RFC 9110 section 15.3.7).
            : wanted[0].Covers(read.Parts[0].Span) ? Match.Careless($"only {read.Parts[0].Span} of {wanted[0]} came")
            : Match.No($"Content-Range is {read.Parts[0].Span}, not {wanted[0]}");
    }

    // Each part is one of the ranges, a piece of one, or several of them with what lies between; parts come in the order of their first range.
    private static Match Together(List<ByteSpan> parts, IReadOnlyList<ByteSpan> wanted, bool anyOrder)
    {
        if (parts.Count > wanted.Count) return Match.No($"{parts.Count} parts for {wanted.Count} ranges");
        foreach (var part in parts)
        {
            if (Surplus(part, [.. wanted.Where(w => w.Meets(part)).OrderBy(w => w.First)])) return Match.No($"{part} is more than was asked for");
        }

        var order = parts.ConvertAll(p => wanted.TakeWhile(w => !w.Meets(p)).Count());
        if (!anyOrder && !order.SequenceEqual(order.Order())) return Match.No($"the parts come as {string.Join(", ", parts)}");
        // Of several ranges too a server may send less than it was asked for (RFC 9110 section 15.3.7), though not nothing.
        return wanted.FirstOrDefault(w => !parts.Exists(p => p.Covers(w)), new ByteSpan(0, -1)) is not { Length: > 0 } missing ? Match.Yes
            : parts.Count == 0 ? Match.No($"{missing} is missing")
            : Match.Careless($"{missing} is missing");
    }

    private static bool Surplus(ByteSpan part, List<ByteSpan> within)
    {
        var reached = part.First - 1;
        foreach (var span in within)
        {
            if (span.First - reached - 1 > (reached < part.First ? 0 : LargestGap)) return true;
            reached = Math.Max(reached, Math.Min(span.Last, part.Last));
        }

        return reached != part.Last;
    }
}

namespace Conform.Reporting.Terminal;

/// <summary>Results that say the same: one case under several deliveries, or several draws of it.</summary>
/// <param name="First">The one that is shown in full.</param>
/// <param name="Deliveries">The deliveries of the first one's case that say so, in order.</param>
/// <param name="OtherDraws">Further draws that say the same.</param>
internal sealed record FailureGroup(AssessedResult First, IReadOnlyList<string> Deliveries, IReadOnlyList<string> OtherDraws)
{
    public static IReadOnlyList<FailureGroup> Of(IEnumerable<AssessedResult> results) =>
    [
        .. results
            .GroupBy(r => (CaseName.WithoutDraw(r.Result.Case), r.Result.Outcome, r.Result.Verdict.Expected, r.Result.Verdict.Observed, r.Standing))
            .Select(group =>
            {
                var first = group.First();
                return new FailureGroup(
                    first,
                    [.. group.Where(r => r.Result.Case == first.Result.Case).Select(r => r.Result.Delivery).Distinct()],
                    [.. group.Select(r => r.Result.Case).Distinct().Where(c => c != first.Result.Case)]);
            }),
    ];

    public string DeliveryText => Deliveries is ["-"] ? string.Empty : string.Join(' ', Deliveries);
}

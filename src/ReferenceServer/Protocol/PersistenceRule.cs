using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>Whether the connection may live on after this request, RFC 9112 section 9.3.</summary>
internal static class PersistenceRule
{
    public static bool Persists(HttpVersion version, IReadOnlyList<FieldLine> fields, FaultSet faults)
    {
        var options = FieldValues.Members(fields, "Connection", faults);
        if (Closes(options, faults))
        {
            return false;
        }

        return version.IsAtLeast11 || faults[Fault.Http10KeptUnasked]
            || options.Contains("keep-alive", StringComparer.OrdinalIgnoreCase);
    }

    private static bool Closes(IReadOnlyList<string> options, FaultSet faults)
    {
        if (options.Count == 0 || faults[Fault.CloseOptionIgnored])
        {
            return false;
        }

        var considered = options.Count > 1 && faults[Fault.CloseOnlyFirstOption] ? options.Take(1) : options;
        return considered.Contains(
            "close", faults[Fault.CloseOptionCaseSensitive] ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>Expect as RFC 9110 section 10.1.1 asks: 100-continue is understood from HTTP/1.1 on, anything else is refused.</summary>
internal static class ExpectationRule
{
    private const string Continue = "100-continue";

    public static bool Continues(HttpVersion version, IReadOnlyList<string> expected, Framing framing, FaultSet faults) =>
        expected.Any(member => Understands(member, faults))
        && !(IsMixed(expected) && faults[Fault.MixedExpectationsForgotten])
        && (version.IsAtLeast11 || faults[Fault.ContinueToHttp10])
        && framing.HasContent;

    public static Rejection? Refuses(HttpVersion version, IReadOnlyList<string> expected, Framing framing, FaultSet faults)
    {
        if (!version.IsAtLeast11)
        {
            return expected.Count > 0 && faults[Fault.ExpectationHttp10Refused] ? Rejection.Expectation : null;
        }

        if (expected.Count > 0 && !framing.HasContent && faults[Fault.ExpectationWithoutContentRefused])
        {
            return Rejection.FieldLine;
        }

        var unknown = expected.Any(member => !Understands(member, faults)) && !(IsMixed(expected) && faults[Fault.MixedExpectationsForgotten]);
        return unknown && faults[Fault.UnknownExpectationFails] ? Rejection.Internal
            : unknown ? Rejection.Expectation : null;
    }

    private static bool IsMixed(IReadOnlyList<string> expected) =>
        expected.Any(member => Understands(member, FaultSet.None)) && expected.Any(member => !Understands(member, FaultSet.None));

    private static bool Understands(string member, FaultSet faults) => string.Equals(
        member, Continue, faults[Fault.ExpectationCaseSensitive] ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
}

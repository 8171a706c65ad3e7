using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Protocol;

/// <summary>Host as RFC 9112 section 3.2 asks: one from HTTP/1.1 on, never two, and always well-formed.</summary>
internal static class HostRule
{
    public static Rejection? Check(RequestLine line, IReadOnlyList<FieldLine> fields, FaultSet faults)
    {
        if (fields.Count > 40 && faults[Fault.HostLookedForEarly])
        {
            fields = [.. fields.Take(40)];
        }

        // A name in another case must not make every request fail under the defect that ignores it.
        var hosts = FieldValues.All(
            fields.Where(field => field.Name == "Host" || (field.Is("Host", FaultSet.None) && !faults[Fault.HostNameCaseSensitive])), "Host", FaultSet.None);
        if (fields.Any(field => field.Name.StartsWith("Host", StringComparison.Ordinal) && field.Name.Length > 4) && faults[Fault.HostByPrefix])
        {
            hosts = [.. fields.Where(field => field.Name.StartsWith("Host", StringComparison.Ordinal)).Select(field => field.Value)];
        }

        if (hosts.Count == 0)
        {
            if (!line.Version.IsAtLeast11)
            {
                return faults[Fault.HostMissingHttp10Fails] ? Rejection.Internal : null;
            }

            var needless = faults[Fault.HostMissingAccepted]
                || (faults[Fault.HostMissingLaterAccepted] && line.Version.Minor > 1)
                || (faults[Fault.HostMissingAbsoluteAccepted] && line.Target.Form == TargetForm.Absolute);
            return needless ? null : Rejection.HostMissing;
        }

        if (hosts.Count > 1)
        {
            var tolerated = faults[Fault.HostRepeatedAccepted]
                || (faults[Fault.HostRepeatedIdenticalAccepted] && hosts.All(host => host == hosts[0]))
                || (faults[Fault.HostRepeatedAbsoluteAccepted] && line.Target.Form == TargetForm.Absolute)
                || (faults[Fault.HostRepeatedHttp10Accepted] && !line.Version.IsAtLeast11);
            return tolerated ? null : Rejection.HostRepeated;
        }

        if (hosts[0].Contains('%', StringComparison.Ordinal) && faults[Fault.HostEscapeFails])
        {
            return Rejection.Internal;
        }

        if (hosts[0].Length == 0 && faults[Fault.HostEmptyFails])
        {
            return Rejection.Internal;
        }

        // Port 0 stands for the odd port here: the usual one is in every request that a client makes.
        if ((hosts[0].EndsWith(':') || hosts[0].EndsWith(":80", StringComparison.Ordinal)) && faults[Fault.HostPortFails])
        {
            return Rejection.Internal;
        }

        return Authority.IsValid(hosts[0]) || faults[Fault.HostInvalidAccepted] ? null : Rejection.HostInvalid;
    }
}

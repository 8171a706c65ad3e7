using System.Globalization;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Contract;

/// <summary>Status and fields as an application declared them, checked, with everything that is derived from them.</summary>
/// <param name="Status">Code, space, reason.</param>
/// <param name="Fields">The fields in order.</param>
/// <param name="Code">The status code.</param>
/// <param name="Length">The Content-Length, where the application states one.</param>
internal sealed record Declaration(string Status, IReadOnlyList<(string Name, string Value)> Fields, int Code, long? Length)
{
    private static readonly HashSet<string> _hopByHop = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding",
        "Upgrade",
    };

    /// <summary>Checks a declaration by the rules of PEP 3333.</summary>
    /// <exception cref="ContractViolationException">It breaks one.</exception>
    public static Declaration Of(string status, IReadOnlyList<(string Name, string Value)> fields, FaultSet faults)
    {
        Demand(status is not null, "pep3333-status-not-string", "the status is null");
        Demand(IsLatin1(status) || faults[Fault.WideStatusSent], "pep3333-status-non-latin1", "the status has characters above U+00FF");
        Demand(!HasControl(status) || faults[Fault.ControlInStatusPassed], "pep3333-status-control-chars", "the status has a control character");
        if (fields?.Any(field => field.Name == "Status") == true && faults[Fault.StatusFieldObeyed])
        {
            status = fields.First(field => field.Name == "Status").Value;
        }

        var wellFormed = status.Length >= 3 && Octet.IsDigits(status.AsSpan(0, 3)) && status[0] != '0' && (status.Length == 3 || status[3] == ' ');
        Demand(wellFormed || faults[Fault.BadStatusPassed], "pep3333-status-bad-code", "the status does not begin with three digits");
        var code = wellFormed ? int.Parse(status.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture) : 200;
        Demand(code >= 200 || faults[Fault.InformationalPassed], "pep3333-status-1xx", "an interim status cannot be a final one");
        Demand(fields is not null, "pep3333-headers-list-type", "the field list is null");
        foreach (var (name, value) in fields)
        {
            Check(name, value, faults);
        }

        return new(wellFormed ? status : "200 " + status, [.. fields], code, LengthOf(fields, faults));
    }

    private static void Check(string name, string value, FaultSet faults)
    {
        Demand(name is not null && value is not null, "pep3333-headers-value-type", "a field name or value is null");
        Demand(Octet.IsToken(name) || faults[Fault.NameUnchecked], "pep3333-headers-name-token", "a field name is no token");
        Demand(IsLatin1(value) || faults[Fault.WideFieldSent], "pep3333-headers-latin1", "a field value has characters above U+00FF");
        Demand(!HasControl(value) || (value.Contains('\a', StringComparison.Ordinal) && faults[Fault.BellPassed])
            || (value.Contains('\x7F', StringComparison.Ordinal) && faults[Fault.DeletePassed]) || faults[Fault.ControlInFieldPassed] || faults[Fault.TargetReflected], "pep3333-headers-crlf", "a field value has a control character");
        Demand(!_hopByHop.Contains(name) || faults[Fault.HopByHopPassed] || Passes(name, faults), "pep3333-headers-hop-by-hop", name + " belongs to the server");
    }

    /// <summary>Under a defect.</summary>
    private static bool Passes(string name, FaultSet faults) =>
        (name == "Connection" && faults[Fault.ConnectionFieldPassed]) || (name == "Transfer-Encoding" && faults[Fault.CodingFieldPassed]);

    private static long? LengthOf(IReadOnlyList<(string Name, string Value)> fields, FaultSet faults)
    {
        var lengths = fields.Where(field => field.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)).ToList();
        Demand(lengths.Count < 2 || faults[Fault.SecondLengthSent], "pep3333-cl-conflict", "Content-Length is given more than once");
        if (lengths.Count == 0)
        {
            return null;
        }

        var value = lengths[0].Value;
        value = value.Contains('_', StringComparison.Ordinal) && faults[Fault.UnderscoredLengthSent] ? value.Replace("_", "", StringComparison.Ordinal)
            : value is "" && faults[Fault.EmptyLengthIsNought] ? "0" : value;
        Demand(
            (Octet.IsDigits(value) || (value.StartsWith('+') && faults[Fault.SignedLengthSent])) && long.TryParse(value, CultureInfo.InvariantCulture, out _),
            "pep3333-cl-invalid", "Content-Length is no count of octets");
        return long.Parse(value, CultureInfo.InvariantCulture);
    }

    private static bool IsLatin1(string text) => !text.AsSpan().ContainsAnyExceptInRange('\0', '\xFF');

    private static bool HasControl(string text) => text.Any(c => c is (< ' ' and not '\t') or '\x7F');

    private static void Demand([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool holds, string rule, string message)
    {
        if (!holds)
        {
            throw new ContractViolationException(rule, message);
        }
    }
}

namespace Conform.ReferenceServer.Defects;

/// <summary>Faults of how far a server looks, and of what it takes for malformed because it is odd.</summary>
internal static class ReachDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.HostLookedForEarly, "rfc9112-3.2-host-duplicate-different", "Looks for Host among the first forty fields, and no further."),
        new(Fault.FramingLookedForEarly, "rfc9112-6.1-cl-and-te-both", "Looks for the fields of framing among the first forty, and no further."),
        new(Fault.EscapedHostRefused, "rfc9110-2.2-grammar-parsed", "Refuses escapes in Host."),
        new(Fault.AbsoluteCapitalsRefused, "rfc9112-3.2.2-absolute-form-accepted", "Refuses capital letters in the host of an absolute form."),
        new(Fault.ShortMethodRefused, "rfc9112-3.1-method-custom-token", "Takes a method of one letter for malformed."),
        new(Fault.NoughtOfGetRefused, "rfc9110-2.2-interpret-as-defined", "Refuses a GET of its first page that says that it has no content."),
        new(Fault.TrailerBeyondAsciiRefused, "rfc9110-5.5-obs-text-opaque", "Refuses a trailer with octets beyond ASCII."),
        new(Fault.LongTrailerRefused, "rfc9112-7.1-chunk-decode-basics", "Takes a trailer of more than 300 octets for malformed."),
        new(Fault.RoundValueFails, "rfc9110-2.2-interpret-as-defined", "Fails with 500 at a value of just 256 octets."),
        new(Fault.ReturnsBeforeHeadEndIgnored, "rfc9112-2.2-bare-cr-field-name", "Takes an LF behind any number of CRs for the end of the head, and none that is alone."),
    ];
}

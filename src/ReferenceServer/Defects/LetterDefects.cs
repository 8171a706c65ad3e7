namespace Conform.ReferenceServer.Defects;

/// <summary>Faults in single letters, lines and members of what an application is told, reads and answers.</summary>
internal static class LetterDefects
{
    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Fault.QueryEscapesMended, "pep3333-query-string-raw", "Escapes the percent signs of a query that begin no escape."),
        new(Fault.LongValueCut, "pep3333-http-vars-value", "Cuts the value of a usual field that is longer than usual."),
        new(Fault.WeightsSorted, "pep3333-http-vars-value", "Sorts what a client likes."),
        new(Fault.LongMethodHandedOnAsPut, "pep3333-request-method-present", "Hands a method of more than eight letters on as PUT."),
        new(Fault.OptionsHandedOnAsGet, "pep3333-request-method-present", "Hands OPTIONS on as GET."),
        new(Fault.MethodTakenFromQuery, "pep3333-request-method-present", "Takes the method out of the query."),
        new(Fault.CharsetAdded, "pep3333-content-type-value", "Adds a charset to the type of the content of a request."),
        new(Fault.ContentFieldsLost, "pep3333-http-vars-presence", "Leaves out fields whose names begin with Content."),
        new(Fault.CookieQuotesDropped, "pep3333-http-vars-value", "Takes the quotes off cookies."),
        new(Fault.UserTakenFromCredentials, "pep3333-missing-vars-left-out", "Names the user of credentials that it has not looked at."),
        new(Fault.KeptClientIsNewer, "pep3333-server-protocol", "Gives HTTP/1.1 for a client of HTTP/1.0 that wants its connection kept."),
        new(Fault.LinesJoined, "pep3333-input-methods", "Gives all lines as one."),
        new(Fault.LastLineLost, "pep3333-input-methods", "Drops a last line that has no line feed."),
        new(Fault.ErrorLinesHalved, "pep3333-errors-reach-log", "Writes the first of several lines of an error alone."),
        new(Fault.NothingUnframed, "pep3333-cl-exact", "Takes a length of nought for none."),
        new(Fault.LocationRedirects, "pep3333-headers-passed-on", "Makes a redirect of any page that has a Location."),
        new(Fault.FailedCallRepeated, "pep3333-called-once", "Calls an application again that failed."),
        new(Fault.AnyTagIsCurrent, "pep3333-status-passthrough", "Answers 304 for an application whatever tag the client has."),
    ];
}

using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>An address that has moved to the front page, whatever one wants of it.</summary>
internal sealed class RedirectApplication(FaultSet faults)
{
    public IEnumerable<ReadOnlyMemory<byte>> Call(Dictionary<string, object> environ, StartResponse start)
    {
        var method = Answer.TextOf(environ, "REQUEST_METHOD");
        if (faults[Fault.ConditionOfRedirect] && Answer.ConditionByFault(environ, start) is { } conditional)
        {
            return conditional;
        }

        var status = environ.ContainsKey("HTTP_RANGE") && faults[Fault.RangeOfRedirect] ? "416 Range Not Satisfiable"
            : method == "PUT" && faults[Fault.RedirectedPutTaken] ? "204 No Content"
            : method == "HEAD" && faults[Fault.RedirectHeadOpen] ? "200 OK"
            : "301 Moved Permanently";
        return Answer.With(
            start, status, "text/html", "<a href=\"/\">moved</a>\n"u8.ToArray(), faults[Fault.LocationMissing] ? [] : [("Location", "/")]);
    }
}

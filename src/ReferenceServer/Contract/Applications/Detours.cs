using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>Answers that only a server with a defect has: to paths and names that lead out of what it serves.</summary>
internal static class Detours
{
    /// <summary>The answer; null where the resource has its say.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>>? Take(Dictionary<string, object> environ, string path, StartResponse start, FaultSet faults)
    {
        if (path.Contains("..", StringComparison.Ordinal) && path.Contains("passwd", StringComparison.Ordinal) && faults[Fault.TraversalServed])
        {
            return Answer.Text(start, "200 OK", "root:x:0:0:root:/root:/bin/sh\n");
        }

        if (path.StartsWith("//other", StringComparison.Ordinal) && faults[Fault.DoubleSlashRedirected])
        {
            return Answer.Text(start, "301 Moved Permanently", "", ("Location", path[..(path.IndexOf('/', 2) + 1)]));
        }

        if (!environ.ContainsKey("HTTP_HOST") && path.Length > 1 && faults[Fault.NamelessRedirect])
        {
            return Answer.Text(start, "301 Moved Permanently", "", ("Location", $"http://{path}/"));
        }

        var reflected = path + Uri.UnescapeDataString(Answer.TextOf(environ, "HTTP_HOST"));
        return reflected.Contains('\n', StringComparison.Ordinal) && faults[Fault.TargetReflected]
            ? Answer.Text(start, "200 OK", "", ("X-Path", reflected)) : null;
    }
}

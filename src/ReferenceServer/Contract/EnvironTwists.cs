using System.Globalization;
using System.Text;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Contract;

/// <summary>What defects do to an environ, so that plain exchanges survive: only where a path says that the environ is looked at, or to programs.</summary>
internal static class EnvironTwists
{
    private const string Looked = "/environ";
    private const string Passed = "/passed";
    private const string Told = "/told";
    private const string Every = "/environ/every";
    private const string Run = "/probe/run";

    private sealed record Twist(Fault Fault, string Key, Func<object?, RequestHead, object?> Change, string Where = Looked);

    private static readonly Twist[] _all =
    [
        new(Fault.PortAsNumber, "SERVER_PORT", static (v, _) => v is string port ? int.Parse(port, CultureInfo.InvariantCulture) : v),
        new(Fault.MethodUpperCased, "REQUEST_METHOD", static (v, _) => Text(v).ToUpperInvariant()),
        new(Fault.BadEscapeDropped, "PATH_INFO", static (v, _) => Text(v).Replace("%", "", StringComparison.Ordinal)),
        new(Fault.AuthorityInPath, "PATH_INFO", static (v, head) => head.Target.Form == TargetForm.Absolute ? head.Target.Raw : v),
        new(Fault.PathPlusDecoded, "PATH_INFO", static (v, _) => Text(v).Replace('+', ' ')),
        new(Fault.PathAsText, "PATH_INFO", static (v, _) => Decoded(v)),
        new(Fault.RawQueryAsText, "QUERY_STRING", static (v, _) => Uri.UnescapeDataString(Text(v)), "/raw-query"),
        new(Fault.RawOctetsEncoded, "PATH_INFO", static (v, head) => head.Target.Raw.All(char.IsAscii) ? v : Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Text(v)))),
        new(Fault.ScriptNameRepeated, "SCRIPT_NAME", static (v, head) => head.Target.Path.Contains("/environ/url", StringComparison.Ordinal) ? head.Target.Path : v),
        new(Fault.LengthWithPlus, "CONTENT_LENGTH", static (v, _) => v is string ? "+" + v : v),
        new(Fault.ZeroLengthNegative, "CONTENT_LENGTH", static (v, _) => v is "0" ? "-1" : v),
        new(Fault.ChunkedLengthWrong, "CONTENT_LENGTH", static (v, head) => head.Framing.IsChunked ? "0" : v),
        new(Fault.ContentTypeTwice, "HTTP_CONTENT_TYPE", static (_, head) => Field(head, "Content-Type")),
        new(Fault.ServerNameEmpty, "SERVER_NAME", static (_, _) => ""),
        new(Fault.PortFromHost, "SERVER_PORT", static (v, head) => Field(head, "Host") is { } host && host.Split(':') is [_, { } port] ? port : v),
        new(Fault.ProtocolAlways11, "SERVER_PROTOCOL", static (_, _) => "HTTP/1.1"),
        new(Fault.SchemeInCapitals, "wsgi.url_scheme", static (v, _) => Text(v).ToUpperInvariant()),
        new(Fault.ForwardedSchemeTrusted, "wsgi.url_scheme", static (v, head) => Field(head, "X-Forwarded-Proto")?.ToUpperInvariant() ?? v),
        new(Fault.VersionAsText, "wsgi.version", static (_, _) => "1.0"),
        new(Fault.RunOnceMissing, "wsgi.run_once", static (_, _) => null),
        new(Fault.ProcessFlagMissing, "wsgi.multiprocess", static (_, _) => null),
        new(Fault.AcceptLanguageLost, "HTTP_ACCEPT_LANGUAGE", static (_, _) => null),
        new(Fault.ValueBlanksMerged, "HTTP_X_WS", static (v, _) => v is string ? Text(v).Replace("  ", " ", StringComparison.Ordinal) : v),
        new(Fault.FieldOctetsLost, "HTTP_X_HI", static (v, _) => v is string ? string.Concat(Text(v).Select(c => c > '\x7F' ? '?' : c)) : v),
        new(Fault.FieldsAsText, "HTTP_X_HI", static (v, _) => Decoded(v)),
        new(Fault.CookiesLost, "HTTP_COOKIE", static (v, _) => v is string ? Text(v).Split("; ")[^1] : v),
        new(Fault.ProxyFieldMangled, "HTTP_PROXY", static (_, head) => Field(head, "Proxy")?.Split(':')[0]),
        new(Fault.KeyWithoutPrefix, "extra", static (_, _) => "1"),
        new(Fault.AuthorizationCut, "HTTP_AUTHORIZATION", static (v, _) => v is string ? Text(v).Split(' ')[0] : v),
        new(Fault.AddressWithPort, "REMOTE_ADDR", static (v, _) => v is string ? v + ":80" : v),
        new(Fault.RemoteUserInvented, "REMOTE_USER", static (_, _) => "nobody"),
        new(Fault.PatchHandedOnAsPost, "REQUEST_METHOD", static (v, _) => v is "PATCH" ? "POST" : v),
        new(Fault.UnknownHandedOnAsGet, "REQUEST_METHOD", static (v, _) => v is "BREW" ? "GET" : v),
        new(Fault.EmptyQueryInvented, "QUERY_STRING", static (v, head) => v is "" ? head.Method : v, "/environ/query"),
        new(Fault.RootPathEmpty, "PATH_INFO", static (v, head) => head.Target.Raw == "/" && Field(head, "Probe-Case") is not null ? "" : v, "/"),
        new(Fault.LengthInvented, "CONTENT_LENGTH", static (v, _) => v ?? "1", "/environ/length"),
        new(Fault.TypeInvented, "CONTENT_TYPE", static (v, _) => v ?? "application/x-www-form-urlencoded", "/environ/type"),
        new(Fault.TypeLowered, "CONTENT_TYPE", static (v, _) => v is string ? Text(v).ToLowerInvariant() : v, Passed),
        new(Fault.QuotedValueLowered, "HTTP_X_QUOTED", static (v, _) => v is string ? Text(v).ToLowerInvariant() : v, Passed),
        new(Fault.LateFieldLost, "HTTP_X_NUMBER_2ND", static (v, head) => head.Fields.Count > 40 ? null : v, Passed),
        new(Fault.LateNamesLost, "HTTP_X_NAME_60", static (_, _) => null, Passed),
        new(Fault.PortAlways80, "SERVER_PORT", static (_, _) => "80", "/environ/own-port"),
        new(Fault.TypeWithoutContentLost, "CONTENT_TYPE", static (_, _) => null, "/environ/type-alone"),
        new(Fault.MethodOverridden, "REQUEST_METHOD", static (v, head) => Field(head, "X-HTTP-Method-Override") ?? v, Passed),
        new(Fault.LongQueryCut, "QUERY_STRING", static (v, _) => Text(v) is { Length: > 1000 } text ? text[..1000] : v, Passed),
        new(Fault.LongPathCut, "PATH_INFO", static (v, _) => Text(v) is { Length: > 1000 } text ? text[..1000] : v, Passed),
        new(Fault.PathEndsAtNul, "PATH_INFO", static (v, _) => Text(v).Split('\0')[0], Passed),
        new(Fault.PathLineEndsLost, "PATH_INFO", static (v, _) => Text(v).Replace("\r", "", StringComparison.Ordinal), Passed),
        new(Fault.PathLowered, "PATH_INFO", static (v, _) => Text(v).ToLowerInvariant(), "/Path/"),
        new(Fault.LeftoverLength, "CONTENT_LENGTH", static (v, _) => v ?? "5", "/passed/second"),
        new(Fault.FieldLikeVariableLost, "HTTP_PATH_INFO", static (_, _) => null, Passed),
        new(Fault.QueryEscapesMended, "QUERY_STRING", static (v, _) => Text(v).Replace("%zz", "%25zz", StringComparison.Ordinal), Told),
        new(Fault.LongMethodHandedOnAsPut, "REQUEST_METHOD", static (v, _) => Text(v).Length > 8 ? "PUT" : v, Told),
        new(Fault.OptionsHandedOnAsGet, "REQUEST_METHOD", static (v, _) => v is "OPTIONS" ? "GET" : v, Told),
        new(Fault.MethodTakenFromQuery, "REQUEST_METHOD", static (v, head) => head.Target.Query?.Contains("_method=DELETE", StringComparison.Ordinal) == true ? "DELETE" : v, Told),
        new(Fault.CharsetAdded, "CONTENT_TYPE", static (v, _) => v is "text/plain" ? "text/plain; charset=utf-8" : v, Told),
        new(Fault.ContentFieldsLost, "HTTP_CONTENT_OWN", static (_, _) => null, Told),
        new(Fault.CookieQuotesDropped, "HTTP_COOKIE", static (v, _) => v is string ? Text(v).Replace("\"", "", StringComparison.Ordinal) : v, Told),
        new(Fault.UserTakenFromCredentials, "REMOTE_USER", static (v, head) => Field(head, "Authorization") is null ? v : "eve", Told),
        new(Fault.KeptClientIsNewer, "SERVER_PROTOCOL", static (v, head) => Field(head, "Connection") is "keep-alive" ? "HTTP/1.1" : v, Told),
        new(Fault.PathEndCut, "PATH_INFO", static (v, _) => Text(v).TrimEnd('.', ' '), Told),
        new(Fault.DefaultPortAdded, "HTTP_HOST", static (v, _) => v is "probe.test" ? "probe.test:80" : v, Told),
        new(Fault.LongValueCut, "HTTP_USER_AGENT", static (v, _) => Text(v) is { Length: > 100 } text ? text[..100] : v, "/told/long"),
        new(Fault.LongValueCut, "HTTP_REFERER", static (v, _) => Text(v) is { Length: > 100 } text ? text[..100] : v, "/told/long"),
        new(Fault.WeightsSorted, "HTTP_ACCEPT", static (v, _) => v is string ? string.Join(',', Text(v).Split(',').Order(StringComparer.Ordinal)) : v, "/told/long"),
        new(Fault.ArgumentsNamed, "probe.arguments", static (_, _) => "start_response", "/told/arguments"),
        new(Fault.VersionForOldClientsAsText, "wsgi.version", static (v, head) => head.Version.IsAtLeast11 ? v : "1.0", "/keys"),
        new(Fault.FormsPrefixed, "SCRIPT_NAME", static (v, head) => head.Method == "POST" ? "/" : v, Every),
        new(Fault.TypeOfPatchInvented, "CONTENT_TYPE", static (v, head) => v is null && head.Method == "PATCH" ? "text/plain" : v, Every),
        new(Fault.MethodOfDeleteUntold, "REQUEST_METHOD", static (v, _) => v is "DELETE" ? null : v, Run),
        new(Fault.LaterVersionAsText, "wsgi.version", static (_, _) => "1.0", "/later"),
        new(Fault.HeadHandedOnAsGet, "REQUEST_METHOD", static (v, _) => v is "HEAD" ? "GET" : v, Run),
        new(Fault.LaterMinorIsOld, "SERVER_PROTOCOL", static (v, _) => v is "HTTP/1.2" ? "HTTP/1.0" : v, "/environ/minor"),
        new(Fault.ThreadsDenied, "wsgi.multithread", static (_, _) => false, Run),
        new(Fault.RunOnceClaimed, "wsgi.run_once", static (_, _) => true, Run),
    ];

    public static void Apply(Dictionary<string, object> environ, RequestHead head, FaultSet faults)
    {
        foreach (var twist in _all.Where(twist => !faults.IsEmpty && head.Target.Path.Contains(twist.Where, StringComparison.Ordinal)))
        {
            var before = environ.GetValueOrDefault(twist.Key);
            var after = twist.Change(before, head);
            if (Equals(before, after) || !faults[twist.Fault])
            {
                continue;
            }

            environ.Remove(twist.Key);
            if (after is not null)
            {
                environ.Add(twist.Key, after);
            }
        }
    }

    private static string Text(object? value) => value as string ?? "";

    private static object? Decoded(object? value) =>
        value is string text && !text.All(char.IsAscii) ? Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text)) : value;

    private static string? Field(RequestHead head, string name) =>
        head.Fields.Where(field => field.Is(name, FaultSet.None)).Select(field => field.Value).FirstOrDefault();
}

/// <summary>Under a defect: an environ that is more than a dictionary.</summary>
internal sealed class OwnEnviron(IDictionary<string, object> from) : Dictionary<string, object>(from, StringComparer.Ordinal);

using System.Globalization;
using System.Text;
using Conform.ReferenceServer.Defects;
using Conform.ReferenceServer.Protocol;

namespace Conform.ReferenceServer.Contract;

/// <summary>Makes the environ of a call from a request head: CGI's names and PEP 3333's.</summary>
internal static class EnvironBuilder
{
    public static Dictionary<string, object> Build(
        RequestHead head, ConnectionFacts connection, RequestBody input, ErrorLog errors, FaultSet faults)
    {
        var path = Decoded(head.Target.Path, faults);
        var mount = Mount.Of(path, head.Target.Path, faults);
        Dictionary<string, object> environ = new(StringComparer.Ordinal)
        {
            ["REQUEST_METHOD"] = head.Method == "DELETE" && faults[Fault.DeleteHandedOnAsGet] ? "GET" : head.Method,
            ["SCRIPT_NAME"] = path.Length > 1 && faults[Fault.ScriptNameWrong] ? "/" : mount.Script,
            ["PATH_INFO"] = mount.Path,
            ["QUERY_STRING"] = head.Target.Query is { } query && faults[Fault.QueryDecoded] ? Unescaped(query) : head.Target.Query ?? "",
            ["REQUEST_URI"] = head.Target.Raw,
            ["SERVER_NAME"] = connection.ServerName,
            ["SERVER_PORT"] = connection.ServerPort,
            ["SERVER_PROTOCOL"] = $"HTTP/{head.Version.Major}.{head.Version.Minor}",
            ["wsgi.version"] = (1, 0),
            ["wsgi.url_scheme"] = faults[Fault.SchemeAlwaysHttps] ? "https" : connection.Scheme,
            ["wsgi.input"] = input,
            ["wsgi.errors"] = errors,
            ["wsgi.multithread"] = true,
            ["wsgi.multiprocess"] = false,
            ["wsgi.run_once"] = false,
            ["wsgi.input_terminated"] = true,
            ["wsgi.file_wrapper"] = (FileWrapper)FileBlocks.Wrap,
        };
        AddIfKnown(environ, "REMOTE_ADDR", connection.RemoteAddress);
        AddIfKnown(environ, "REMOTE_PORT", connection.RemotePort);
        AddFields(environ, head, faults);
        Twist(environ, faults);
        EnvironTwists.Apply(environ, head, faults);
        var isShown = path.Contains("/environ/meta", StringComparison.Ordinal) || path.Contains("/environ/every", StringComparison.Ordinal);
        return isShown && faults[Fault.EnvironOfOwnKind] ? new OwnEnviron(environ) : environ;
    }

    /// <summary>Under a defect: what was right is changed.</summary>
    private static void Twist(Dictionary<string, object> environ, FaultSet faults)
    {
        if (environ["PATH_INFO"] is "/probe/static" && environ["REQUEST_METHOD"] is "DELETE" or "PUT" or "PATCH" && faults[Fault.OtherMethodsServePage])
        {
            environ["REQUEST_METHOD"] = "GET";
        }

        if (environ["PATH_INFO"] is "/probe/static" or "*" && environ["REQUEST_METHOD"] is "OPTIONS" && faults[Fault.OptionsServePage])
        {
            (environ["REQUEST_METHOD"], environ["PATH_INFO"]) = ("GET", "/probe/static");
        }

        if (environ.GetValueOrDefault("HTTP_VIA") is string via && faults[Fault.ViaMembersMerged])
        {
            environ["HTTP_VIA"] = via.Replace("1.0 first, ", "", StringComparison.Ordinal);
        }

        if (environ.GetValueOrDefault("HTTP_CONNECTION") is string options && options.Contains("X-Forwarded-For", StringComparison.Ordinal) && faults[Fault.OneNamedFieldDropped])
        {
            environ.Remove("HTTP_X_FORWARDED_FOR");
        }

        if (environ.GetValueOrDefault("HTTP_HOST") is string host && host.LastIndexOf(':') is > 0 and var colon && faults[Fault.AuthorityPortLost])
        {
            environ["HTTP_HOST"] = host[..colon];
        }

        if (environ.GetValueOrDefault("HTTP_X_PROBE") is string lines && faults[Fault.LinesSorted])
        {
            environ["HTTP_X_PROBE"] = string.Join(',', lines.Split(',').Order(StringComparer.Ordinal));
        }
    }

    /// <summary>Adds one field as CGI folds it; a repeated one is joined.</summary>
    public static void AddField(Dictionary<string, object> environ, FieldLine field, FaultSet faults)
    {
        if (field.Name.Contains('_', StringComparison.Ordinal) && !faults[Fault.UnderscoreNamesKept])
        {
            if ((field.Name == "Content_Length" && faults[Fault.UnderscoreSetsLength]) || (environ.ContainsKey(field.Name) && faults[Fault.FieldSetsVariable]))
            {
                environ[string.Equals(field.Name, "content_length", StringComparison.OrdinalIgnoreCase) ? "CONTENT_LENGTH" : field.Name] = field.Value;
            }

            if (field.Name == "Content_Type" && faults[Fault.UnderscoreTypeHandedOn])
            {
                environ["HTTP_CONTENT_TYPE"] = field.Value;
            }

            return;
        }

        // Libraries take HTTP_PROXY for the proxy to use.
        if (field.Is("Proxy", FaultSet.None))
        {
            return;
        }

        if (field.Name.StartsWith("If-", StringComparison.OrdinalIgnoreCase) && faults[Fault.ConditionsIgnored])
        {
            return;
        }

        if (faults[Fault.OddNamesOverlooked] && IsForPages(field) && CultureInfo.InvariantCulture.TextInfo.ToTitleCase(field.Name.ToLowerInvariant()) != field.Name)
        {
            return;
        }

        var folded = field.Name.ToUpperInvariant().Replace('-', '_');
        var key = folded == "CONTENT_TYPE" ? folded : "HTTP_" + folded;
        if (folded == "CONTENT_TYPE" && faults[Fault.ContentTypeCut])
        {
            environ[key] = field.Value.Split(';')[0];
            return;
        }

        if (environ.TryGetValue(key, out var earlier) && !faults[Fault.RepeatedFieldsLost])
        {
            environ[key] = earlier + (folded == "COOKIE" ? "; " : ",") + field.Value;
        }
        else
        {
            environ[key] = field.Value;
        }
    }

    private static bool IsForPages(FieldLine field) => field.Name.StartsWith("If-", StringComparison.OrdinalIgnoreCase) || field.Is("Authorization", FaultSet.None);

    private static void AddFields(Dictionary<string, object> environ, RequestHead head, FaultSet faults)
    {
        foreach (var field in head.Fields.Where(field => !field.Is("Content-Length", FaultSet.None)))
        {
            AddField(environ, field, faults);
        }

        if (head.Framing is { IsStated: true, IsChunked: false })
        {
            environ["CONTENT_LENGTH"] = head.Framing.Length.ToString(CultureInfo.InvariantCulture);
        }

        // The target's own authority wins over Host, RFC 9112 section 3.2.2.
        if (head.Target is { Form: TargetForm.Absolute, Authority: { } authority } && !faults[Fault.AbsoluteFormIgnored])
        {
            environ["HTTP_HOST"] = authority;
        }
    }

    private static void AddIfKnown(Dictionary<string, object> environ, string key, string? value)
    {
        if (value is not null)
        {
            environ[key] = value;
        }
    }

    private static string Decoded(string path, FaultSet faults)
    {
        if (path.Contains('%', StringComparison.Ordinal) && faults[Fault.PathNotDecoded])
        {
            return path;
        }

        if (path.Contains("%2F", StringComparison.OrdinalIgnoreCase) && faults[Fault.EscapedSlashesKept])
        {
            path = path.Replace("%2F", "%252F", StringComparison.Ordinal).Replace("%2f", "%252f", StringComparison.Ordinal);
        }

        if (path.Contains("%7e", StringComparison.Ordinal) && faults[Fault.LowerEscapesKept])
        {
            return path;
        }

        var once = Unescaped(path);
        if (once.Contains("//", StringComparison.Ordinal) && faults[Fault.PathSlashesMerged])
        {
            while (once.Contains("//", StringComparison.Ordinal))
            {
                once = once.Replace("//", "/", StringComparison.Ordinal);
            }
        }

        return once.Contains('%', StringComparison.Ordinal) && faults[Fault.PathDecodedTwice] ? Unescaped(once) : once;
    }

    /// <summary>Each well-formed escape becomes its octet, as U+0000 to U+00FF.</summary>
    private static string Unescaped(string text)
    {
        var percent = text.IndexOf('%', StringComparison.Ordinal);
        if (percent < 0)
        {
            return text;
        }

        var result = new StringBuilder(text, 0, percent, text.Length);
        for (var i = percent; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                result.Append((char)octet);
                i += 2;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }
}

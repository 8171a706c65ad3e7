using System.Collections.Concurrent;
using System.Text;
using Conform.ReferenceServer.Defects;

namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>A page for one user, by the Basic scheme (RFC 7617). Each request stands alone, whatever came before on its connection.</summary>
internal sealed class ProtectedApplication(FaultSet faults)
{
    /// <summary>User, colon, password. The password has a colon too, as it may.</summary>
    public const string Account = "probe:pass:word";

    private const string Challenge = "Basic realm=\"probe\", charset=\"UTF-8\"";

    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _refused = new(StringComparer.Ordinal);

    public IEnumerable<ReadOnlyMemory<byte>> Call(Dictionary<string, object> environ, StartResponse start)
    {
        var method = Answer.TextOf(environ, "REQUEST_METHOD");
        var connection = Answer.TextOf(environ, "REMOTE_PORT");
        if (faults[Fault.ConditionBeforeLogin] && Answer.ConditionByFault(environ, start) is { } conditional)
        {
            return conditional;
        }

        if (faults[Fault.TrailerMerged])
        {
            Answer.InputOf(environ).Read();
        }

        var isOpen = IsOpen(environ.GetValueOrDefault("HTTP_AUTHORIZATION") as string) || IsOpenByFault(environ, method);
        if (!isOpen || (faults[Fault.RefusalRemembered] && _refused.ContainsKey(connection)))
        {
            _refused[connection] = true;
            return faults[Fault.CredentialsMissingForbidden] ? Answer.Text(start, "403 Forbidden", "go away\n")
                : faults[Fault.ChallengeMissing] ? Answer.Text(start, "401 Unauthorized", "who are you?\n")
                : Answer.Text(start, "401 Unauthorized", "who are you?\n", ("WWW-Authenticate", Challenge));
        }

        _seen[connection] = true;
        _seen[Answer.TextOf(environ, "HTTP_USER_AGENT")] = true;
        return method is "GET" or "HEAD"
            ? Answer.Text(start, "200 OK", "for one user alone\n", ("Cache-Control", "private"))
            : Answer.NotAllowed(start, "GET, HEAD");
    }

    private bool IsOpen(string? authorization)
    {
        var blank = authorization?.IndexOf(' ', StringComparison.Ordinal) ?? -1;
        if (blank > 0)
        {
            var token = authorization![blank..];
            return IsBasic(authorization[..blank]) && IsAccount(Decoded(faults[Fault.SchemeBlankExact] ? token[1..] : token.TrimStart(' ')));
        }

        return authorization switch
        {
            "Basic" when faults[Fault.SchemeAloneFails] => throw new InvalidOperationException("a scheme alone"),
            "" => faults[Fault.AuthorizationEmptyOpens],
            not null when faults[Fault.AuthSchemeOptional] => IsAccount(Decoded(authorization)),
            _ => false,
        };
    }

    private bool IsBasic(string scheme) => faults[Fault.AuthSchemeUnchecked]
        || scheme.Equals("Basic", faults[Fault.AuthSchemeCaseSensitive] ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    private bool IsAccount(string? account)
    {
        var (user, known) = (account?.Split(':')[0], Account.Split(':')[0]);
        var fails = account is null ? faults[Fault.CredentialsMalformedFail]
            : user == account ? faults[Fault.ColonlessCredentialsFail]
            : user != known && faults[Fault.UnknownUserFails];
        return fails ? throw new InvalidOperationException("credentials that nobody expects")
            : faults[Fault.AnyPasswordOpens] ? user == known
            : (account == Account[..^1] && faults[Fault.PasswordCutOpens])
            || (account != Account && Account.Equals(account, StringComparison.OrdinalIgnoreCase) && faults[Fault.PasswordCaseIgnored])
            || account == (faults[Fault.PasswordCutAtColon] ? Account[..Account.LastIndexOf(':')] : Account);
    }

    private bool IsOpenByFault(Dictionary<string, object> environ, string method) =>
        (faults[Fault.CredentialsRemembered] && _seen.ContainsKey(Answer.TextOf(environ, "REMOTE_PORT")))
        || (faults[Fault.CredentialsRememberedByAgent] && _seen.ContainsKey(Answer.TextOf(environ, "HTTP_USER_AGENT")) && environ.ContainsKey("HTTP_USER_AGENT"))
        || (faults[Fault.ProxyCredentialsTaken] && IsOpen(environ.GetValueOrDefault("HTTP_PROXY_AUTHORIZATION") as string))
        || ((environ.ContainsKey("HTTP_X_FORWARDED_FOR") || environ.ContainsKey("HTTP_RANGE")) && faults[Fault.LoginSkippedByField])
        || (Answer.TextOf(environ, "QUERY_STRING").Length > 0 && faults[Fault.LoginSkippedByQuery])
        || (faults[Fault.FromBelieved] && environ.ContainsKey("HTTP_FROM"))
        || (faults[Fault.ProtectedHeadOpen] && method == "HEAD");

    private static string? Decoded(string token)
    {
        var octets = new byte[token.Length];
        // The decoder would pass over blanks, which no token68 has (RFC 9110 section 11.2).
        return !token.Contains(' ', StringComparison.Ordinal) && Convert.TryFromBase64String(token, octets, out var count)
            ? Encoding.UTF8.GetString(octets, 0, count)
            : null;
    }
}

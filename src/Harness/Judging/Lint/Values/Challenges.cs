namespace Conform.Judging.Lint.Values;

/// <summary>What can be wrong with challenges; each kind has a rule of its own.</summary>
internal enum ChallengeFault
{
    /// <summary>The grammar is broken.</summary>
    Grammar,

    /// <summary>It cannot be told where a parameter or a challenge ends.</summary>
    Separation,

    /// <summary>A parameter stands twice in a challenge.</summary>
    Repeated,

    /// <summary>The realm is no quoted-string.</summary>
    PlainRealm,

    /// <summary>Blanks stand around an equals sign.</summary>
    Blanks,
}

/// <summary>Lists of challenges and of auth-params (RFC 9110 sections 11.2, 11.3 and 11.6).</summary>
internal static class Challenges
{
    /// <summary>What is wrong with the value of WWW-Authenticate or Proxy-Authenticate.</summary>
    /// <param name="text">The value of one line.</param>
    public static IEnumerable<(ChallengeFault Fault, string Message)> Faults(string text) => Faults(text, new HashSet<string>(), isChallenge: true);

    /// <summary>What is wrong with the value of Authentication-Info: parameters without a scheme.</summary>
    /// <param name="text">The value of one line.</param>
    public static IEnumerable<(ChallengeFault Fault, string Message)> InfoFaults(string text) => Faults(text, new HashSet<string>(), isChallenge: false);

    private static List<(ChallengeFault, string)> Faults(string text, HashSet<string> seen, bool isChallenge)
    {
        var found = new List<(ChallengeFault, string)>();
        var takesParameters = !isChallenge;
        foreach (var member in Lists.Trimmed(text))
        {
            var rest = member;
            if (isChallenge && Scheme(member) is { } scheme)
            {
                seen.Clear();
                rest = member[scheme.Length..].TrimStart(' ');
                if (rest.Length == member.Length - scheme.Length && rest.Length > 0) found.Add((ChallengeFault.Grammar, $"No space stands behind the scheme {scheme}."));
                takesParameters = rest.Length > 0 && !IsToken68(rest);
                if (!takesParameters) continue;
            }

            if (takesParameters) Parameter(rest, seen, found);
            else found.Add((ChallengeFault.Grammar, $"{Shown.Text(rest)} belongs to no challenge."));
        }

        return found;
    }

    // A member is a parameter where an equals sign follows its first word, and the begin of a challenge else.
    private static string? Scheme(string member)
    {
        var value = new ValueCursor(member);
        var word = value.Token().ToString();
        value.Blanks();
        if (word.Length == 0) return null;
        return value.IsAt('=') ? null : word;
    }

    private static bool IsToken68(string text)
    {
        var letters = text.TrimEnd('=');
        return letters.Length > 0 && letters.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' or '+' or '/');
    }

    private static void Parameter(string text, HashSet<string> seen, List<(ChallengeFault, string)> found)
    {
        var value = new ValueCursor(text);
        var name = value.Token().ToString();
        var blanks = value.Blanks();
        if (name.Length == 0 || !value.Take('='))
        {
            found.Add((ChallengeFault.Grammar, $"{Shown.Text(text)} is no parameter."));
            return;
        }

        blanks += value.Blanks();
        if (blanks > 0) found.Add((ChallengeFault.Blanks, $"Blanks stand around the equals sign of {name}."));
        if (!seen.Add(name.ToLowerInvariant())) found.Add((ChallengeFault.Repeated, $"Parameter {name} stands twice in a challenge."));
        var isQuoted = value.IsAt('"');
        if (!isQuoted && name.Equals("realm", StringComparison.OrdinalIgnoreCase)) found.Add((ChallengeFault.PlainRealm, "The realm is no quoted-string."));
        if (value.TokenOrQuoted().IsEmpty)
            found.Add((isQuoted ? ChallengeFault.Separation : ChallengeFault.Grammar, $"The value of {name} is {(isQuoted ? "a quoted-string without its end" : "neither a token nor a quoted-string")}."));
        else if (!value.IsAtEnd)
            found.Add((ChallengeFault.Separation, $"No comma separates {name} from {Shown.Text(value.Rest.Trim(" \t").ToString())}."));
    }
}

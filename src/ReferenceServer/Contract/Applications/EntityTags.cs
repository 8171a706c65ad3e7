namespace Conform.ReferenceServer.Contract.Applications;

/// <summary>Compares a list of entity tags with one, RFC 9110 section 8.8.3.2.</summary>
internal static class EntityTags
{
    /// <summary>The list is <c>*</c> or has the tag. The strong comparison never matches a weak member.</summary>
    public static bool Match(string list, string tag, bool isWeak)
    {
        if (list.Trim(' ', '\t') == "*")
        {
            return true;
        }

        for (var rest = list.AsSpan(); ;)
        {
            rest = rest.TrimStart(" \t,");
            var weak = rest.StartsWith("W/");
            rest = weak ? rest[2..] : rest;
            var end = rest is ['"', ..] ? rest[1..].IndexOf('"') : -1;
            if (end < 0)
            {
                return false;
            }

            if (rest[..(end + 2)].SequenceEqual(tag) && (isWeak || !weak))
            {
                return true;
            }

            rest = rest[(end + 2)..];
        }
    }
}

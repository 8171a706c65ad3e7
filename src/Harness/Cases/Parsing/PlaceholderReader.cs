using System.Globalization;
using Conform.Cases.Vocabulary;

namespace Conform.Cases.Parsing;

/// <summary>Reads what stands between the braces of <c>${…}</c>.</summary>
internal static class PlaceholderReader
{
    private const int Largest = 2_000_000;

    // Three years, in seconds.
    private const int Farthest = 100_000_000;

    /// <exception cref="LanguageException">There is no such placeholder, or it is given what it does not take.</exception>
    public static PlaceholderPart Read(string text, int line)
    {
        if (text.Contains("${", StringComparison.Ordinal))
            throw new LanguageException("a placeholder has no other one inside", "write it out, or make a case for each; \\x24 is the sign itself");
        var words = text.Split(' ');
        if (words.Contains(string.Empty, StringComparer.Ordinal))
            throw new LanguageException($"${{{text}}} has a blank too many", "one blank between the words, none at the ends");
        var name = words[0];
        var word = PlaceholderWords.Find(name) ?? throw new LanguageException(
            $"unknown placeholder ${{{name}}}", NearestWord.Hint(name, PlaceholderWords.All.Select(w => w.Name)) ?? "conform words shows them all");
        var arguments = words[1..];
        Check(word, name, arguments);
        return new PlaceholderPart(name, arguments, line);
    }

    /// <summary>What the target must have for a placeholder.</summary>
    public static Capabilities Implied(PlaceholderPart part) => (PlaceholderWords.Find(part.Name)?.Implies ?? Capabilities.None)
        | (part.Name != "request" ? Capabilities.None
            : part.Arguments.Contains("echo", StringComparer.Ordinal) ? Capabilities.Echo
            : part.Arguments.Contains("report", StringComparer.Ordinal) ? Capabilities.Report
            : Capabilities.None);

    private static void Check(PlaceholderWord word, string name, string[] arguments)
    {
        var labelled = arguments.Length > 0 && arguments[^1].StartsWith('#');
        var given = labelled && word.Arguments is not (PlaceholderArguments.Repetition or PlaceholderArguments.Turns) ? arguments[..^1] : arguments;
        if (labelled && given.Length < arguments.Length) CheckLabel(word, name, arguments[^1]);
        switch (word.Arguments)
        {
            case PlaceholderArguments.None or PlaceholderArguments.Label when given.Length > 0:
                throw new LanguageException($"${{{name}}} takes nothing but a name", word.Arguments == PlaceholderArguments.Label ? "a label begins with #" : null);
            case PlaceholderArguments.Number when given.Length != 1:
                throw new LanguageException($"${{{name}}} takes one number", $"such as {word.Example}");
            case PlaceholderArguments.OptionalNumber when given.Length > 1:
                throw new LanguageException($"${{{name}}} takes at most one number", $"such as {word.Example}");
            case PlaceholderArguments.Number or PlaceholderArguments.OptionalNumber when given.Length == 1:
                Number(name, given[0]);
                break;
            case PlaceholderArguments.Date:
                Date(name, given);
                break;
            case PlaceholderArguments.Said:
                Said(word, given);
                break;
            case PlaceholderArguments.Request:
                foreach (var option in given.Where(o => !PlaceholderWords.RequestOptions.Contains(o, StringComparer.Ordinal)))
                    throw new LanguageException($"${{request}} does not know {option}", NearestWord.HintOrAll(option, PlaceholderWords.RequestOptions));
                break;
            case PlaceholderArguments.Repetition:
                Repetition(word, given);
                break;
            case PlaceholderArguments.Turns or PlaceholderArguments.NumberTurns when given.Length == 0:
                throw new LanguageException($"${{{name}}} takes at least one of what the draws take", $"such as {word.Example}");
            case PlaceholderArguments.Turns:
                foreach (var text in given) Escaped(text);
                break;
            case PlaceholderArguments.NumberTurns:
                foreach (var number in given) Number(name, number);
                break;
        }
    }

    private static void Said(PlaceholderWord word, string[] given)
    {
        if (given is not [var number, var field, .. var form])
            throw new LanguageException("${said} takes the number of an answer and the name of a field", $"such as {word.Example}");
        if (Number("said", number) == 0) throw new LanguageException("there is no answer 0", "the first final answer of the case is answer 1");
        if (!field.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) throw new LanguageException($"{field} is no name of a field", $"such as {word.Example}");
        var isTag = field.Equals("ETag", StringComparison.OrdinalIgnoreCase);
        if (field.Equals("Last-Modified", StringComparison.OrdinalIgnoreCase)) Date("said", form);
        else if (!isTag && form.Length > 0) throw new LanguageException($"{field} has no other form than its own", $"${{said {number} {field}}}");
        else if (form.Length > 1) throw new LanguageException("${said} takes one form of a tag", string.Join(", ", TagForms.Names));
        else if (form is [var tag] && !TagForms.Names.Contains(tag, StringComparer.Ordinal))
            throw new LanguageException($"there is no form of tags {tag}", NearestWord.HintOrAll(tag, TagForms.Names));
    }

    private static void Date(string name, string[] given)
    {
        var form = given is [['+' or '-', ..] shift, ..] && Number(name, shift[1..], Farthest) >= 0 ? given[1..] : given;
        if (form.Length > 1) throw new LanguageException($"${{{name}}} takes a number of seconds and a form", "such as ${last-modified +60 rfc850}");
        if (form is [var word] && !DateForms.Names.Contains(word, StringComparer.Ordinal))
            throw new LanguageException($"there is no form of dates {word}", NearestWord.HintOrAll(word, DateForms.Names));
    }

    private static void CheckLabel(PlaceholderWord word, string name, string label)
    {
        if (word.Arguments is PlaceholderArguments.None or PlaceholderArguments.Date or PlaceholderArguments.Said)
            throw new LanguageException($"${{{name}}} is not drawn, so it takes no label");
        if (label.Length < 2 || !label.Skip(1).All(char.IsAsciiLetterOrDigit))
            throw new LanguageException($"{label} is no label", "a label is # and letters or digits, such as #2");
    }

    // A label is what begins with # in every placeholder, so a repeated text must not.
    private static void Repetition(PlaceholderWord word, string[] given)
    {
        if (given.Length != 2) throw new LanguageException("${repeat} takes a number and a text without blanks", $"such as {word.Example}");
        if (given[1].StartsWith('#')) throw new LanguageException("a repeated text cannot begin with #", "write \\x23");
        var count = Number("repeat", given[0]);
        var octets = Escaped(given[1]);
        if (count * octets > Largest * 4L) throw new LanguageException($"${{repeat}} makes {count * octets} octets", $"at most {Largest * 4L}");
    }

    // How many octets a text comes to.
    private static long Escaped(string text)
    {
        if (text.StartsWith('#')) throw new LanguageException($"{text} looks like a label", "write \\x23");
        var octets = 0L;
        for (var at = 0; at < text.Length; octets++)
        {
            if (text[at] == '\\') Escapes.Read(text, ref at, quoted: false);
            else at++;
        }

        return octets;
    }

    private static int Number(string name, string text, int most = Largest) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw new LanguageException($"{text} is no number that ${{{name}}} takes", $"digits, at most {most}");
}

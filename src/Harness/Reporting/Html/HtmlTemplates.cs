using HandlebarsDotNet;

namespace Conform.Reporting.Html;

/// <summary>The templates of pages, and what they share.</summary>
internal static class HtmlTemplates
{
    /// <summary>Fills a template.</summary>
    /// <param name="name">Its name, such as <c>report</c>, which is that of its style sheet and script too.</param>
    /// <param name="model">What it is filled with: words to texts, numbers, truths, lists and further models.</param>
    public static string Fill(string name, Dictionary<string, object?> model)
    {
        model["css"] = Read("base.css") + Read($"{name}.css");
        model["js"] = Read("base.js") + Read($"{name}.js");
        return Handlebars.Create().Compile(Read($"{name}.hbs"))(model);
    }

    private static string Read(string file)
    {
        using var stream = typeof(HtmlTemplates).Assembly.GetManifestResourceStream($"html/{file}") ?? throw new InvalidOperationException($"there is no html/{file} in the program");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conform.Running.Targets;

/// <summary>Reads a <c>target.yaml</c>. The keys are a table, and nothing is found by reflection, so that the program can be compiled ahead of time.</summary>
/// <param name="path">For messages.</param>
internal sealed class TargetFileReader(string path)
{
    private static readonly Dictionary<string, Action<TargetFileReader, TargetFile, YamlNode>> Keys = new(StringComparer.Ordinal)
    {
        ["name"] = (r, f, n) => f.Name = r.Text(n),
        ["description"] = (r, f, n) => f.Description = r.Text(n),
        ["command"] = (r, f, n) => f.Command = r.Text(n),
        ["prepare"] = (r, f, n) => f.Prepare = r.List(n),
        ["env"] = (r, f, n) => f.Env = r.Map(n),
        ["templates"] = (r, f, n) => f.Templates = r.List(n),
        ["version"] = (r, f, n) => f.Version = r.Text(n),
        ["packages"] = (r, f, n) => f.Packages = r.List(n),
        ["url"] = (r, f, n) => f.Url = r.Text(n),
        ["capabilities"] = (r, f, n) => f.Capabilities = r.Map(n),
        ["credentials"] = (r, f, n) => f.Credentials = r.Text(n),
        ["needs"] = (r, f, n) => f.Needs = r.List(n),
        ["host"] = (r, f, n) => f.Host = r.Text(n),
        ["adapter"] = (r, f, n) => f.Adapter = r.Text(n),
        ["ledger"] = (r, f, n) => f.Ledger = r.Text(n),
        ["prints-log"] = (r, f, n) => f.PrintsLog = r.Truth(n),
        ["ready-seconds"] = (r, f, n) => f.ReadySeconds = r.Number(n),
    };

    /// <summary>Reads the text.</summary>
    /// <param name="text">The file's text.</param>
    /// <exception cref="FormatException">It is no target file; the message names file and line.</exception>
    public TargetFile Read(string text)
    {
        var file = new TargetFile();
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count > 0)
            {
                foreach (var (key, value) in Pairs(stream.Documents[0].RootNode))
                {
                    if (!Keys.TryGetValue(Text(key), out var set)) throw Wrong(key, $"unknown key {Text(key)}; there are {string.Join(", ", Keys.Keys)}");
                    set(this, file, value);
                }
            }
        }
        catch (YamlException e)
        {
            throw new FormatException($"{path}:{e.Start.Line}: {e.InnerException?.Message ?? e.Message}", e);
        }

        return file.Command.Length > 0 ? file : throw new FormatException($"{path}: no `command:`; say how the server is started");
    }

    private FormatException Wrong(YamlNode node, string problem) => new($"{path}:{node.Start.Line}: {problem}");

    private IEnumerable<KeyValuePair<YamlNode, YamlNode>> Pairs(YamlNode node) =>
        node is YamlMappingNode mapping ? mapping.Children : throw Wrong(node, "a line is KEY: VALUE");

    private string Text(YamlNode node) => node is YamlScalarNode { Value: { } text } ? text : throw Wrong(node, "a text belongs here, and no list");

    private List<string> List(YamlNode node) =>
        node is YamlSequenceNode sequence ? [.. sequence.Children.Select(Text)] : throw Wrong(node, "a list belongs here, such as [one, two]");

    private Dictionary<string, string> Map(YamlNode node) => Pairs(node).ToDictionary(p => Text(p.Key), p => Text(p.Value), StringComparer.Ordinal);

    private bool Truth(YamlNode node) => bool.TryParse(Text(node), out var truth) ? truth : throw Wrong(node, $"{Text(node)}: true or false belongs here");

    private int Number(YamlNode node) =>
        int.TryParse(Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(node, $"{Text(node)}: a number belongs here");
}

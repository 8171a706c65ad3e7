using System.Text;

namespace Conform.Suites.Tests.Adapters;

/// <summary>Who puts an adapter on a server of their own can read all of it first.</summary>
public sealed class AdapterSizeTests
{
    private const int Most = 300;
    private const int Widest = 160;

    private static IEnumerable<string> Contracts => Conform.Running.Adapters.All.Select(a => a.Contract);

    [TestCaseSource(nameof(Contracts))]
    public void The_file_to_deploy_has_fewer_lines_than_three_hundred(string contract)
    {
        var lines = Encoding.UTF8.GetString(Conform.Running.Adapters.Find(contract)!.Value.Octets).TrimEnd('\n').Split('\n');
        Assert.Multiple(() =>
        {
            Assert.That(lines, Has.Length.LessThan(Most), $"the parts of {contract} are put together in one file");
            Assert.That(lines.Where(line => line.Length > Widest), Is.Empty, "fewer lines are no gain where they are wider than a screen");
        });
    }
}

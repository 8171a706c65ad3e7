using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Conform.Harness.Tests.Architecture;

/// <summary>The folders of the harness are layers: this is the whole table of who may know whom, and nothing may know more.</summary>
public sealed class FolderArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Http"] = [],
        ["Cases"] = ["Http"],
        ["Observations"] = ["Http"],
        ["Generation"] = ["Cases", "Observations", "Http"],
        ["Judging"] = ["Cases", "Observations", "Http"],
        ["Wire"] = ["Observations", "Http"],
        ["Snapshots"] = ["Cases", "Observations", "Http"],
        ["Reporting"] = ["Judging", "Cases", "Observations", "Http", "Generation"],
        ["Running"] = ["Generation", "Wire", "Judging", "Cases", "Observations", "Http", "ReferenceServer"],
        ["Testing"] = ["Commands", "Running", "Reporting", "Judging", "Cases", "Observations", "Http"],
        ["Commands"] = ["Running", "Reporting", "Snapshots", "Generation", "Wire", "Judging", "Cases", "Observations", "Http", "ReferenceServer"],
    };

    private static readonly ArchUnitNET.Domain.Architecture Loaded = new ArchLoader()
        .LoadAssemblies(typeof(global::Conform.Judging.Judge).Assembly, typeof(global::Conform.ReferenceServer.Hosting.ReferenceServerHost).Assembly).Build();

    [Test]
    public void Every_dependency_is_in_the_table()
    {
        var broken = Loaded.Types.SelectMany(type => type.Dependencies.Select(d => (From: Folder(type), To: Folder(d.Target), Type: type.FullName, d.Target.FullName)))
            .Where(d => d.From is not null && d.To is not null && d.From != d.To && Allowed.ContainsKey(d.From) && !Allowed[d.From].Contains(d.To, StringComparer.Ordinal))
            .Select(d => $"{d.Type} ({d.From}) must not know {d.FullName} ({d.To})").Distinct(StringComparer.Ordinal);
        Assert.That(broken, Is.Empty);
    }

    [Test]
    public void Every_folder_is_in_the_table()
    {
        var folders = Loaded.Types.Select(Folder).OfType<string>().Distinct(StringComparer.Ordinal).Where(f => f != "ReferenceServer");
        Assert.That(folders, Is.EquivalentTo(Allowed.Keys));
    }

    [Test]
    public void The_reference_server_knows_nothing_of_the_harness() =>
        Assert.That(typeof(global::Conform.ReferenceServer.Hosting.ReferenceServerHost).Assembly.GetReferencedAssemblies().Select(a => a.Name), Has.None.EqualTo("conform"));

    [TestCase("Bogus", "Generation")]
    [TestCase("Polly", "Running")]
    [TestCase("Spectre.Console", "Reporting")]
    [TestCase("DiffEngine", "Snapshots")]
    [TestCase("DiffPlex", "Snapshots")]
    public void A_library_lives_in_one_folder(string library, string folder)
    {
        var users = Loaded.Types.Where(t => Folder(t) is not null && t.Dependencies.Any(d => d.Target.FullName.StartsWith(library + ".", StringComparison.Ordinal)))
            .Select(Folder).Distinct(StringComparer.Ordinal);
        Assert.That(users, Is.EqualTo(new[] { folder }));
    }

    private static string? Folder(IType type)
    {
        var parts = type.Namespace?.FullName.Split('.') ?? [];
        return parts is ["Conform", var folder, ..] ? folder : null;
    }
}

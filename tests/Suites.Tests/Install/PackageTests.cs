using System.Text.RegularExpressions;

namespace Conform.Suites.Tests.Install;

/// <summary>The packages, made, installed and used; nothing is downloaded.</summary>
[NonParallelizable]
public sealed class PackageTests : ProgramTestBase
{
    private const string Version = "0.0.1-test";

    private static readonly Dictionary<string, string> NoBuild = new() { ["PACK_NO_BUILD"] = "1" };

    [Test]
    public async Task The_tool_and_the_library_are_packed_installed_and_used()
    {
        await DoneAsync("bash", Path.Combine(Clone.Root, "build/pack.sh"), Path.Combine(Folder, "feed"), Clone.Configuration, Version);
        Assert.That(Directory.GetFiles(Path.Combine(Folder, "feed")).Select(Path.GetFileName), Is.EquivalentTo(new[] { $"Conform.Testing.{Version}.nupkg", $"Conform.Tool.{Version}.nupkg" }));
        Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><clear /><add key="feed" value="feed" /></packageSources>
              <fallbackPackageFolders><add key="known" value="{Packages}" /></fallbackPackageFolders>
            </configuration>
            """);

        await DoneAsync("dotnet", "tool", "install", "Conform.Tool", "--tool-path", "tools", "--version", Version, "--configfile", "nuget.config");
        var tool = Path.Combine(Folder, "tools", "conform");
        Assert.That(await DoneAsync(tool, "run", "rfc9112/host", "--delivery", "whole"), Does.Contain("exit 0"));
        Assert.That(await DoneAsync(tool, "list"), Does.Contain($"\n{SuiteRun.Catalogue.Cases.Count} cases, "));

        Write("mine/mine.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Conform.Testing" Version="{Version}" />
                {string.Join("\n    ", new[] { "Microsoft.NET.Test.Sdk", "NUnit", "NUnit3TestAdapter" }.Select(p => $"<PackageReference Include=\"{p}\" Version=\"{Pinned(p)}\" />"))}
              </ItemGroup>
            </Project>
            """);
        Write("mine/MyTests.cs", """
            using Conform.Testing;
            using NUnit.Framework;

            public class MyTests
            {
                static readonly ConformSuite Suite = new("rfc9112/host", "--delivery", "whole");
                static IEnumerable<TestCaseData> Tests => Suite.Tests.Select(t => new TestCaseData(t) { TestName = t });
                [OneTimeSetUp] public Task Run() => Suite.RunAsync();
                [TestCaseSource(nameof(Tests))] public void Conforms(string test) => Suite.Verify(test, Assert.Ignore);
            }
            """);
        var told = await DoneAsync("dotnet", "test", "mine", "--nologo");
        Assert.That(told, Does.Match(@"Passed! +- Failed: +0, Passed: +\d{3}"));
    }

    private static string Packages => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
        ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string Pinned(string package) => Regex.Match(
        File.ReadAllText(Path.Combine(Clone.Root, "Directory.Packages.props")), $"Include=\"{Regex.Escape(package)}\" Version=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;

    private async Task<string> DoneAsync(string program, params string[] words)
    {
        var (code, output) = await Shell.RunAsync(Folder, NoBuild, program, words);
        Assert.That(code, Is.Zero, $"{program} {string.Join(' ', words)}\n{output}");
        return output;
    }
}

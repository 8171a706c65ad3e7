namespace Conform.Suites.Tests;

/// <summary>Tests of the built program, each in an empty folder of its own.</summary>
[Platform(Exclude = "Win"), Parallelizable(ParallelScope.All), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class ProgramTestBase
{
    protected const string PlusSign = "rfc9112/content-length/plus-sign";
    protected const string PlusAccepted = "length-plus-accepted";
    protected static readonly string[] OneCase = ["run", PlusSign, "--delivery", "whole"];

    /// <summary>The folder that the program runs in.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("conform-program-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(Folder, recursive: true);

    protected string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    internal Task<ProgramRun> RunAsync(params string[] arguments) => ProgramRun.InAsync(Folder, arguments);

    internal Task<ProgramRun> OneAsync(params string[] more) => RunAsync([.. OneCase, .. more]);
}

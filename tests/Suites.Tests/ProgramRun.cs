using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Conform.Suites.Tests;

/// <summary>What the built program did: it runs as a process of its own, in an empty folder, so outside a clone.</summary>
/// <param name="ExitCode">What it exited with.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
/// <param name="OutputOctets">Standard output as it came.</param>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors, byte[] OutputOctets)
{
    private static readonly string Program = typeof(Judging.Judge).Assembly.Location;

    public string All => Output + Errors;

    public IReadOnlyList<string> OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The one line that a wrong command says.</summary>
    public string ErrorLine => Errors.TrimEnd('\n') is var line && !line.Contains('\n') ? line : throw new InvalidOperationException($"more than one line:\n{Errors}");

    public static Process Start(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = directory, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment.Remove("NO_COLOR");
        return Process.Start(start)!;
    }

    public static Task<ProgramRun> InAsync(string directory, params string[] arguments) => WithInputAsync(directory, default, arguments);

    public static async Task<ProgramRun> WithInputAsync(string directory, ReadOnlyMemory<byte> input, params string[] arguments)
    {
        using var process = Start(directory, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        using var octets = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(octets);
        await process.WaitForExitAsync();
        return new ProgramRun(process.ExitCode, System.Text.Encoding.UTF8.GetString(octets.ToArray()), await errors, octets.ToArray());
    }

    /// <summary>Asks a process to end, as a service manager does.</summary>
    public static void Terminate(Process process)
    {
        if (Kill(process.Id, 15) != 0) throw new InvalidOperationException("the process is gone already");
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);
}

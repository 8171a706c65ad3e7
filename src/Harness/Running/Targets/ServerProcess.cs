using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Conform.Running.Targets;

/// <summary>A process that conform started, known by its process id, with the last lines that it printed.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private const int TailLines = 20;
    private const int Terminate = 15;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private readonly Process _process;

    private ServerProcess(Process process) => _process = process;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>How it ended, for people; empty while it runs.</summary>
    public string Ending => _process.HasExited ? $"exit code {_process.ExitCode}" : string.Empty;

    /// <summary>The last lines of its output and its errors.</summary>
    public string Tail => Printed.Tail(TailLines);

    /// <summary>What it printed.</summary>
    public PrintedLines Printed { get; } = new();

    /// <summary>Starts a program without a shell.</summary>
    /// <param name="words">The program and its arguments.</param>
    /// <param name="environment">Variables besides our own.</param>
    /// <param name="directory">Where it runs.</param>
    /// <exception cref="InvalidOperationException">It cannot be started; the message says what.</exception>
    public static ServerProcess Start(IReadOnlyList<string> words, IReadOnlyDictionary<string, string> environment, string directory)
    {
        var info = new ProcessStartInfo(words[0], words.Skip(1))
        {
            WorkingDirectory = directory, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var (name, value) in environment) info.Environment[name] = value;
        var process = new Process { StartInfo = info };
        var server = new ServerProcess(process);
        process.OutputDataReceived += (_, line) => server.Keep(line.Data, isError: false);
        process.ErrorDataReceived += (_, line) => server.Keep(line.Data, isError: true);
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"cannot start {words[0]}: {e.Message}", e);
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return server;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="words">The program and its arguments.</param>
    /// <param name="environment">Variables besides our own.</param>
    /// <param name="directory">Where it runs.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Whether it ended well, and the last lines that it printed.</returns>
    public static async Task<(bool Well, string Tail)> RunAsync(
        IReadOnlyList<string> words, IReadOnlyDictionary<string, string> environment, string directory, CancellationToken cancellation)
    {
        await using var running = Start(words, environment, directory);
        await running._process.WaitForExitAsync(cancellation);
        return (running._process.ExitCode == 0, running.Tail);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            if (!OperatingSystem.IsWindows()) _ = Signal(_process.Id, Terminate);
            await Task.WhenAny(_process.WaitForExitAsync(CancellationToken.None), Task.Delay(Grace, TimeProvider.System, CancellationToken.None));
            if (!_process.HasExited) _process.Kill(entireProcessTree: true);

            // A child that outlives it may hold its output open; that must not hold us.
            await Task.WhenAny(_process.WaitForExitAsync(CancellationToken.None), Task.Delay(Grace, TimeProvider.System, CancellationToken.None));
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Signal(int process, int signal);

    private void Keep(string? line, bool isError)
    {
        if (line is not null) Printed.Keep(line, isError);
    }
}

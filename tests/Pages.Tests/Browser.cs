using Microsoft.Playwright;

namespace Conform.Pages.Tests;

/// <summary>The Chromium of this machine, without a window. Without one a test says that it was skipped; where it must be there the test fails.</summary>
internal static class Browser
{
    private const string Required = "CONFORM_REQUIRE_TARGETS";
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (path is null)
        {
            const string Missing = "there is no Chromium here; install the package chromium";
            if (Environment.GetEnvironmentVariable(Required) is { Length: > 0 }) Assert.Fail($"{Missing} ({Required} is set)");
            else Assert.Ignore($"skipped: {Missing}");
        }

        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = ["--no-sandbox"] }));
    }
}

using Microsoft.Playwright;

namespace Conform.Pages.Tests;

/// <summary>One browser and one folder for all tests of a page.</summary>
public abstract class PageTestBase
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the pages are written.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("conform-pages-").FullName;

    /// <summary>The browser.</summary>
    protected IBrowser Chromium => _browser ?? throw new InvalidOperationException("not started");

    [OneTimeSetUp]
    public async Task StartAsync() => (_playwright, _browser) = await Browser.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}

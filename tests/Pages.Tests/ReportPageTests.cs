using Conform.Judging;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Conform.Pages.Tests;

/// <summary>The one-file report, used as a person does.</summary>
public sealed class ReportPageTests : PageTestBase
{
    private const int Phone = 390;

    // Of seventy cases ten are inconclusive, ten are errors and ten fail; of these, one is known, one flaky, and three more are too light.
    private const int Unexpected = 25;

    private readonly List<string> _errors = [];
    [SetUp]
    public void Forget() => _errors.Clear();

    [TearDown]
    public void The_script_never_failed() => Assert.That(_errors, Is.Empty);

    [Test]
    public async Task It_opens_on_what_is_unexpected_and_asks_for_nothing_from_elsewhere()
    {
        var page = await OpenAsync();
        var asked = new List<string>();
        page.Request += (_, r) => asked.Add(r.Url);
        await page.ReloadAsync();
        Assert.That(asked, Has.All.StartsWith("file:"), "offline");
        Assert.That(await Rows(page).CountAsync(), Is.EqualTo(Unexpected), "fail, inconclusive and error, without what is known or flaky");
        Assert.That(await page.Locator("h1").InnerTextAsync(), Does.Contain("nginx 1.22.1").And.Contain("unexpected results"));
        Assert.That(await page.Locator(".notice").AllInnerTextsAsync(), Has.Some.Contain("Expired lines").And.Some.Contain("Stale deviations"));
    }

    [Test]
    public async Task It_filters_by_outcome_level_section_and_text()
    {
        var page = await OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("70 cases");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "lenient" }).CheckAsync();
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("10 of 70 cases");
        await page.GetByLabel("Level").SelectOptionAsync("SHOULD");
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("3 of 70 cases");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await page.GetByLabel("Section").SelectOptionAsync("RFC 9110 §6.6.1");
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("23 of 70 cases");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await page.GetByLabel("Text").FillAsync("Number CASE-33");
        await Assertions.Expect(Rows(page).Locator("strong")).ToHaveTextAsync(["case-33"]);
    }

    [Test]
    public async Task A_case_shows_requirement_octets_times_and_how_to_see_it_again()
    {
        var page = await OpenAsync();
        await Rows(page).First.ClickAsync();
        var article = page.Locator("#page");
        Assert.That(await article.InnerTextAsync(), Does.Contain("RFC 9112 §6.3").Or.Contain("RFC 9110 §6.6.1").Or.Contain("PEP 3333"));
        Assert.That(await article.Locator("pre.s").First.InnerTextAsync(), Does.Contain("X: </script><b>\\xE9\\0"), "octets are visible, and no markup");
        Assert.That(await article.Locator("pre.h").First.InnerTextAsync(), Does.Contain("HTTP/1.1 200 OK").And.Not.Contain("<h1>"));
        Assert.That(await article.Locator("pre.c").First.InnerTextAsync(), Does.Contain("<h1>Hello, web!</h1>").And.Not.Contain("Content-Length"));
        Assert.That(await article.Locator(".times tbody tr").CountAsync(), Is.EqualTo(4));
        Assert.That(await article.InnerTextAsync(), Does.Contain("conform run files/f0/").And.Contain("--target nginx").And.Not.Contain("undefined").And.Not.Contain("null"));
        await article.GetByRole(AriaRole.Button, new() { Name = "octets" }).ClickAsync();
        Assert.That(page.Url, Does.EndWith("%40octets"), "a link leads to the delivery");
    }

    [Test]
    public async Task It_is_used_by_the_keyboard_alone()
    {
        var page = await OpenAsync();
        await Rows(page).First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowDown");
        var name = await page.EvaluateAsync<string>("document.activeElement.querySelector('strong').textContent");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#page h2")).ToContainTextAsync(name);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#page")).ToBeHiddenAsync();
        Assert.That(await page.EvaluateAsync<string>("document.activeElement.querySelector('strong').textContent"), Is.EqualTo(name), "back where one was");
        await page.Keyboard.PressAsync("Shift+Tab");
        Assert.That(await page.EvaluateAsync<bool>("document.activeElement !== document.body"), Is.True);
    }

    [TestCase(ColorScheme.Light, 1360)]
    [TestCase(ColorScheme.Dark, 1360)]
    [TestCase(ColorScheme.Light, Phone)]
    [TestCase(ColorScheme.Dark, Phone)]
    public async Task Axe_finds_nothing(ColorScheme scheme, int width)
    {
        var page = await OpenAsync(scheme, width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        foreach (var group in await page.Locator(".file h2 button[aria-expanded=false]").AllAsync()) await group.ClickAsync();
        await AssertAccessibleAsync(page);
        await Rows(page).First.ClickAsync();
        await AssertAccessibleAsync(page);
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width), "nothing is wider than the page");
    }

    [Test]
    public async Task Ten_thousand_results_stay_usable()
    {
        var run = SampleRun.Of(5000, i => i % 500 == 1 ? Outcome.Fail : Outcome.Pass);
        var url = await SampleRun.WriteAsync(Folder, run);
        Assert.That(new FileInfo(new Uri(url).LocalPath).Length, Is.LessThan(24 * 1024 * 1024), "octets");
        var page = await NewPageAsync(ColorScheme.Light, 1360);
        await page.GotoAsync(url);
        Assert.That(await Rows(page).CountAsync(), Is.EqualTo(6), "those that fail, without what is known or too light");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("5,000 cases");
        Assert.That(await page.Locator("*").CountAsync(), Is.LessThan(6000), "cases are drawn when they are asked for");
        await page.GetByLabel("Text").FillAsync("case-4999");
        await Assertions.Expect(Rows(page)).ToHaveCountAsync(1);
        await Rows(page).First.ClickAsync();
        await Assertions.Expect(page.Locator("#page h2")).ToContainTextAsync("files/f124/case-4999");
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        var found = await page.RunAxe();
        Assert.That(found.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}: {v.Help}")), Is.Empty);
    }

    private static ILocator Rows(IPage page) => page.Locator("#groups ul:not([hidden]) .case");

    private async Task<IPage> OpenAsync(ColorScheme scheme = ColorScheme.Light, int width = 1360)
    {
        var page = await NewPageAsync(scheme, width);
        await page.GotoAsync(await SampleRun.WriteAsync(Folder, SampleRun.Of(70)));
        return page;
    }

    private async Task<IPage> NewPageAsync(ColorScheme scheme, int width)
    {
        var context = await Chromium.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, Offline = true });
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => _errors.Add(error);
        return page;
    }
}

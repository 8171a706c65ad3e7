using Conform.Judging;
using Conform.Reporting.Matrix;
using Conform.Reporting.Records;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Conform.Pages.Tests;

/// <summary>The page of a matrix, used as a person does.</summary>
public sealed class MatrixPageTests : PageTestBase
{
    [TestCase(ColorScheme.Light, 1360)]
    [TestCase(ColorScheme.Dark, 390)]
    public async Task It_shows_where_servers_differ_and_axe_finds_nothing(ColorScheme scheme, int width)
    {
        var context = await Chromium.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, Offline = true });
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync(await WriteAsync());
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("10 of 30 cases");
        await page.GetByRole(AriaRole.Button, new() { Name = "case-2", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".what dd").First).ToHaveTextAsync("200 then kept");
        Assert.That((await page.RunAxe()).Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}: {v.Help}")), Is.Empty);
        await page.GetByLabel("Show").SelectOptionAsync("f");
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("10 of 30 cases");
        await page.GetByLabel("Show").SelectOptionAsync("");
        await page.GetByLabel("Text").FillAsync("case-17");
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("1 of 30 cases");
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width), "nothing is wider than the page");
        Assert.That(errors, Is.Empty);
    }

    private async Task<string> WriteAsync()
    {
        var good = Server("alpha", _ => Outcome.Pass);
        var matrix = new ServerMatrix([good, Server("beta", i => i % 3 == 2 ? Outcome.Fail : Outcome.Pass)]);
        var path = Path.Combine(Folder, "matrix.html");
        await File.WriteAllTextAsync(path, MatrixHtml.Render(matrix, MatrixChanges.Of(new ServerMatrix([good, good with { Name = "beta" }]), matrix)));
        return new Uri(path).AbsoluteUri;
    }

    private static ServerRun Server(string name, Func<int, Outcome> outcome) => ServerRun.Of(
        new Recording(SampleRun.Header with { Target = SampleRun.Header.Target with { Name = name } }, [.. SampleRun.Of(30, outcome).Results.Select(r => r.Result)], null), name);
}

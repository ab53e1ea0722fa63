using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>Steps that browser tests share.</summary>
internal static partial class PageSteps
{
    /// <summary>Presses Tab until something has the focus.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        for (var i = 0; i < 80; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"Tab does not reach {selector} on {page.Url}.");
    }

    /// <summary>Clicks a button that asks first, and says yes: it asks once.</summary>
    public static async Task ConfirmAsync(this IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    /// <summary>Waits for the first page, as after signing in. Its address is enough: waiting for it to be loaded may miss that it is, on a machine that is busy.</summary>
    public static Task AtHomeAsync(this IPage page) => Assertions.Expect(page).ToHaveURLAsync(Home(), new() { Timeout = 30_000 });

    /// <summary>The page says this in its notice.</summary>
    public static Task NoticeAsync(this IPage page, string text) => Assertions.Expect(page.Locator(".notice").First).ToContainTextAsync(text);

    /// <summary>Downloads what a link leads to, whose file name must be this.</summary>
    public static async Task<byte[]> DownloadAsync(this IPage page, string link, string fileName)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync());
        Assert.Equal(fileName, download.SuggestedFilename);
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    /// <summary>Axe finds nothing, and the page does not scroll sideways.</summary>
    public static async Task AssertReadableAsync(this IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{page.Url}: {string.Join("; ", found.Violations.Select(rule => $"{rule.Id} {rule.Nodes[0].Html}"))}");
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, page.ViewportSize!.Width);
    }

    [GeneratedRegex("^https?://[^/]+/$")]
    private static partial Regex Home();
}

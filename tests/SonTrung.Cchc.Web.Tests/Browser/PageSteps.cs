using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>Steps that browser tests share.</summary>
internal static class PageSteps
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

    /// <summary>Axe finds nothing, and the page does not scroll sideways.</summary>
    public static async Task AssertReadableAsync(this IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{page.Url}: {string.Join("; ", found.Violations.Select(rule => $"{rule.Id} {rule.Nodes[0].Html}"))}");
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, page.ViewportSize!.Width);
    }
}

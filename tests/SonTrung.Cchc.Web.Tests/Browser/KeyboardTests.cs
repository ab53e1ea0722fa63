using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>What people do without a mouse, and what the chairman does with a thumb.</summary>
public sealed class KeyboardTests(Chromium chromium, Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task ActivityForm_ByKeysAlone_IsCorrectedAndSaved()
    {
        const string title = "Tọa đàm về chữ ký số tại thôn Hồ Sơn";
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson");
        await page.GotoAsync("/hoat-dong/nhap");
        await TabToAsync(page, "#Form_Title");
        await page.Keyboard.TypeAsync(title);
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#Form_Title")).ToHaveValueAsync(title);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("Form_ChannelId", await page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.outerHTML.slice(0, 300)"));
        await AssertReadableAsync(page);
        await page.Locator("#Form_ChannelId").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(page, "main button[type=submit]");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = title })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Confirmation_ByKeysAlone_IsCancelledThenGiven()
    {
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson");
        await page.GotoAsync("/hoat-dong");
        await page.Locator("main table a").First.ClickAsync();
        await AssertReadableAsync(page);
        var delete = page.Locator("button[data-confirm]");
        var address = page.Url;
        await TabToAsync(page, "button[data-confirm]");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await AssertReadableAsync(page);

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(delete).ToBeFocusedAsync();
        Assert.Equal(address, page.Url);

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("form[action$='/khoi-phuc']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Chairman_OnAPhone_ApprovesInThreeClicks()
    {
        using (var staff = await portal.SignInAsync("canbo@xahuongson"))
        {
            await ReportPath.ActAsync(staff, await ReportPath.OpenAsync(staff), "/trinh-ky");
        }

        var page = await chromium.OpenAsAsync(portal, "chutich@xahuongson", 360, 740);
        await AssertReadableAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Đọc và quyết định" }).ClickAsync();
        await AssertReadableAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Duyệt báo cáo", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Duyệt báo cáo", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByText("Đã duyệt (chưa ký số)")).ToBeVisibleAsync();
        await AssertReadableAsync(page);
    }

    [Theory]
    [InlineData("/hoat-dong/999999")]
    [InlineData("/tiep-nhan")]
    public async Task Refusal_OnAPhone_IsReadable(string url)
    {
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", 360, 740);
        Assert.InRange((await page.GotoAsync(url))!.Status, 403, 404);
        await AssertReadableAsync(page);
    }

    private static async Task TabToAsync(IPage page, string selector)
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

    private static async Task AssertReadableAsync(IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{page.Url}: {string.Join("; ", found.Violations.Select(rule => $"{rule.Id} {rule.Nodes[0].Html}"))}");
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, page.ViewportSize!.Width);
    }
}

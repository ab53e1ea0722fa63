using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>An activity from the empty form to its page, by keys alone, at an office screen and on a phone.</summary>
public sealed class ActivityEntryTests(Chromium chromium, Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Entry_ByKeysAlone_IsSavedAskedAboutAndFound(int width, int height)
    {
        var title = $"Phát thanh về chữ ký số ở bề ngang {width}";
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);
        await page.GotoAsync("/hoat-dong/nhap");
        if (width > height)
        {
            await AssertOnOneScreenAsync(page);
        }

        await EnterAsync(page, title);
        if (width > height)
        {
            await AssertOnOneScreenAsync(page);
        }

        await page.TabToAsync(".entry > .actions .btn-primary");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = title })).ToBeVisibleAsync();
        await page.Locator(".filter-more summary").ClickAsync();
        await page.AssertReadableAsync();

        await page.GotoAsync("/hoat-dong/nhap");
        await Assertions.Expect(page.Locator("[name='Form.ChannelId']:checked + label")).ToHaveTextAsync("Truyền thanh cơ sở");
        if (width > height)
        {
            await AssertOnOneScreenAsync(page);
        }

        await EnterAsync(page, title + "!");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".alike")).ToBeFocusedAsync();
        await page.AssertReadableAsync();
        await page.TabToAsync(".alike a");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("12 lượt phát")).ToBeVisibleAsync();
        await page.AssertReadableAsync();
    }

    [Fact]
    public async Task Form_WhatTheReportLacks_IsToldWhileTyping()
    {
        var page = await chromium.OpenAsAsync(portal, "vanthu@xahuongson");
        await page.GotoAsync("/hoat-dong/nhap");
        await Assertions.Expect(page.Locator("[data-place=Nowhere]")).ToBeVisibleAsync();

        await page.GetByText("Truyền thanh cơ sở", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-place=NoFigures]")).ToBeVisibleAsync();
        await page.GetByLabel("lượt phát").FillAsync("3");
        await Assertions.Expect(page.Locator("[data-place]:visible")).ToHaveCountAsync(0);

        await page.Locator("[name='Form.PlanItemId']").SelectOptionAsync("");
        await Assertions.Expect(page.Locator("[data-place=NoPlanItem]")).ToBeVisibleAsync();
        await page.GetByText("Thêm chi tiết").ClickAsync();
        await page.AssertReadableAsync();
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task PlanLine_FilledInByTheChannel_IsSaidAndCanBeRefused(int width, int height)
    {
        var page = await chromium.OpenAsAsync(portal, "vanthu@xahuongson", width, height);
        await page.GotoAsync("/hoat-dong/nhap?ngay=01/10/2026");
        var planItem = page.Locator("[name='Form.PlanItemId']");
        var before = await planItem.InputValueAsync();
        await page.GetByText("Pano, băng rôn, khẩu hiệu", new() { Exact = true }).ClickAsync();
        var said = page.GetByText("Tự điền theo phương tiện.");
        await Assertions.Expect(said).ToBeVisibleAsync();
        Assert.NotEqual(before, await planItem.InputValueAsync());
        await page.AssertReadableAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Không dùng" }).ClickAsync();
        await Assertions.Expect(planItem).ToHaveValueAsync(before);
        await Assertions.Expect(planItem).ToBeFocusedAsync();
        await page.GetByText("Tờ gấp, tờ rơi", new() { Exact = true }).ClickAsync();

        await Assertions.Expect(planItem).ToHaveValueAsync(before);
        await Assertions.Expect(said).ToBeHiddenAsync();
    }

    private static async Task EnterAsync(IPage page, string title)
    {
        await page.TabToAsync("[name='Form.Title']");
        await page.Keyboard.TypeAsync(title);
        await page.TabToAsync("[name='Form.Place']");
        await page.Keyboard.TypeAsync($"Cụm loa {page.ViewportSize!.Width}");
        await page.TabToAsync("[name='Form.ChannelId']");
        for (var i = 0; i < 15 && await page.Locator("[name='Form.ChannelId']:checked + label", new() { HasText = "Truyền thanh cơ sở" }).CountAsync() == 0; i++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await page.TabToAsync("[data-measures=direct] .measure:last-child [inputmode]");
        await page.Keyboard.TypeAsync("12");
    }

    private static async Task AssertOnOneScreenAsync(IPage page)
    {
        var foot = await page.Locator(".entry > .actions").EvaluateAsync<double>("actions => actions.getBoundingClientRect().bottom + scrollY");
        Assert.InRange(foot, 1, page.ViewportSize!.Height);
    }
}

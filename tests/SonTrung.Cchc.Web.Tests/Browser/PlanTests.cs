using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>A plan worked on by keyboard and on a phone.</summary>
public sealed class PlanTests(Chromium chromium, Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Line_EnteredByKeyboardWithATarget_StandsInTheTable(int width, int height)
    {
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);
        var title = $"Nhiệm vụ mới {width}";
        await page.GotoAsync("/ke-hoach/2026");
        await page.GetByRole(AriaRole.Link, new() { Name = "Thêm nhiệm vụ" }).ClickAsync();
        await page.GetByLabel("Nhiệm vụ (bắt buộc)").FocusAsync();
        await page.Keyboard.TypeAsync(title);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Hình");
        await page.GetByRole(AriaRole.Group, new() { Name = "Chỉ tiêu chính" }).GetByLabel("Loại chỉ tiêu").SelectOptionAsync(new SelectOptionValue { Label = "Số lượng" });
        await page.GetByRole(AriaRole.Group, new() { Name = "Chỉ tiêu chính" }).GetByLabel("Số cần đạt").FillAsync("1.200");
        await page.GetByRole(AriaRole.Group, new() { Name = "Chỉ tiêu chính" }).GetByLabel("Đếm gì").SelectOptionAsync(new SelectOptionValue { Label = "Tờ gấp, tờ rơi" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu nhiệm vụ" }).PressAsync("Enter");
        await page.WaitForURLAsync("**/ke-hoach/2026#nhiem-vu-*");

        var row = page.Locator(".plan-table tr", new() { HasText = title });
        await Assertions.Expect(row).ToContainTextAsync("1.200 tờ");
        await Assertions.Expect(row.Locator("progress")).ToHaveAttributeAsync("value", "0");
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Order_AltArrow_MovesTheLineAndStaysOnIt()
    {
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson");
        await page.GotoAsync("/ke-hoach/2026/sap-xep");
        var lines = page.Locator(".plan-order").Nth(1).Locator(".line");
        var second = await lines.Nth(1).GetAttributeAsync("id");
        await lines.Nth(1).GetByRole(AriaRole.Button).First.FocusAsync();

        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await page.WaitForURLAsync($"**/sap-xep#{second}");

        await Assertions.Expect(lines.First).ToHaveAttributeAsync("id", second!);
        await Assertions.Expect(lines.First.GetByRole(AriaRole.Button).First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(lines.Nth(1)).ToHaveAttributeAsync("id", second!);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task WhatStandsBelowALine_WhenItWraps_BeginsAtTheSameEdge(int width, int height)
    {
        var page = await chromium.OpenAsAsync(portal, "chutich@xahuongson", width, height);
        await page.GotoAsync("/ke-hoach/2026");

        var moved = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll(".plan-table .row-note")].flatMap((note) => {
              const left = note.getBoundingClientRect().left;
              let bottom = -Infinity;
              return [...note.querySelectorAll("a, span")].filter((part) => {
                const box = part.getBoundingClientRect();
                const opens = box.top >= bottom - 1 && box.top > note.getBoundingClientRect().top + 4;
                bottom = Math.max(bottom, box.bottom);
                return opens && Math.abs(box.left - left) > 1;
              }).map((part) => part.textContent);
            })
            """);

        Assert.Empty(moved);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Activities_BehindALine_AreOneClickAway()
    {
        var page = await chromium.OpenAsAsync(portal, "chutich@xahuongson");
        await page.GotoAsync("/ke-hoach/2026?tim=doi+thoai");

        await page.Locator(".plan-table .plan-behind a").ClickAsync();
        await page.WaitForURLAsync("**/hoat-dong?nam=2026&nhiem-vu=*");

        await Assertions.Expect(page.Locator("main tbody tr")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }
}

using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>The superior office: who owes, a reminder, what the communes did together, and the figures taken away.</summary>
public sealed class SuperiorTests(Chromium chromium, Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Wall_Reminder_RollUp_AndItsDownload(int width, int height)
    {
        var page = await chromium.OpenAsAsync(portal, "sonoivu@hatinh", width, height);
        await page.GotoAsync("/theo-doi");
        await page.AssertReadableAsync();
        await page.Locator(".page-head").GetByRole(AriaRole.Link, new() { Name = "Gửi đôn đốc" }).ClickAsync();
        await page.WaitForURLAsync("**/theo-doi/don-doc**");
        foreach (var commune in await page.Locator("[name='Form.CommuneIds']").AllAsync())
        {
            await commune.UncheckAsync();
        }

        await page.Locator("[name='Form.CommuneIds']").First.CheckAsync();
        await page.Locator("[name='Form.Text']").FillAsync($"Đề nghị xã gửi báo cáo, bề ngang {width}");
        await page.AssertReadableAsync();
        await page.Locator("[name='Form.Choice'][value=Chosen]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("không rút lại được");
        await page.GetByRole(AriaRole.Dialog).Locator("button[value=yes]").ClickAsync();
        await page.NoticeAsync("Đã gửi đôn đốc 1 xã");
        await page.GotoAsync("/theo-doi/don-doc");
        await Assertions.Expect(page.Locator("main tbody tr").First).ToBeVisibleAsync();

        await page.GotoAsync("/tong-hop");
        await Assertions.Expect(page.Locator("main table tbody tr").First).ToBeVisibleAsync();
        await page.AssertReadableAsync();
        var period = await page.Locator("#ky").InputValueAsync();
        var book = await page.DownloadAsync("Tải Excel", $"tong-hop-{period}.xlsx");
        Assert.Equal("PK"u8.ToArray(), book[..2]);
        await page.Context.CloseAsync();
    }
}

using Microsoft.Playwright;
using SonTrung.Cchc.Tests.Infrastructure;
using SonTrung.Cchc.Web.Tests.Infrastructure;

[assembly: AssemblyFixture(typeof(SonTrung.Cchc.Web.Tests.Browser.Chromium))]

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>Debian's Chromium, started once for all browser tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        // A busy machine answers late.
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ExternalTool.Require("chromium", "chromium"),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A new window of a given size with no cookies.</summary>
    public async Task<IPage> OpenAsync(Uri address, int width = 1366, int height = 768)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "vi-VN",
        });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    /// <summary>A new window of somebody who has signed in and sees their first page.</summary>
    public async Task<IPage> OpenAsAsync(Portal portal, string userName, int width = 1366, int height = 768)
    {
        var page = await OpenAsync(portal.Address, width, height);
        await page.GotoAsync("/dang-nhap");
        await page.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await page.GetByLabel("Mật khẩu").FillAsync(Portal.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await page.AtHomeAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
    }
}

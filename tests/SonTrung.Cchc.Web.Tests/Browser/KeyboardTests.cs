using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Features.Signing;
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
        await page.TabToAsync("#Form_Title");
        await page.Keyboard.TypeAsync(title);
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#Form_Title")).ToHaveValueAsync(title);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("Form_ChannelId", await page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.outerHTML.slice(0, 300)"));
        await page.AssertReadableAsync();
        await page.Locator("#Form_ChannelId").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.TabToAsync("main button[type=submit]");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = title })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Confirmation_ByKeysAlone_IsCancelledThenGiven()
    {
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson");
        await page.GotoAsync("/hoat-dong");
        await page.Locator("main table a").First.ClickAsync();
        await page.AssertReadableAsync();
        var delete = page.Locator("button[data-confirm]");
        var address = page.Url;
        await page.TabToAsync("button[data-confirm]");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.AssertReadableAsync();

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
        await page.AssertReadableAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Đọc và quyết định" }).ClickAsync();
        await page.AssertReadableAsync();
        Assert.Equal(
            ".doc, .digest, .report-acts, .page-head .actions, .timeline",
            await page.EvaluateAsync<string>(
                """
                () => ['.page-head .actions', '.digest', '.report-acts', '.doc', '.timeline']
                  .map(part => [part, document.querySelector(part).getBoundingClientRect().top]).sort((one, other) => one[1] - other[1]).map(([part]) => part).join(', ')
                """));
        Assert.Equal(1, await page.EvaluateAsync<int>("() => new Set([...document.querySelectorAll('.digest .tile')].map(tile => Math.round(tile.getBoundingClientRect().width))).size"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Việc cần làm" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Duyệt báo cáo", Exact = true })).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Duyệt báo cáo", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Duyệt báo cáo", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByText("Đã duyệt (chưa ký số)")).ToBeVisibleAsync();
        await page.AssertReadableAsync();
    }

    [Fact]
    public async Task Chairman_OnAPhone_SignsInThreeClicksAndAPin()
    {
        await using var own = new Portal();
        using var tokens = new TestSignatures();
        await tokens.PrepareAsync(own);
        using (var staff = await own.SignInAsync("canbo@xahuongson"))
        using (var chairman = await own.SignInAsync("chutich@xahuongson"))
        {
            await KeptCertificatesControllerTests.ImportAsync(chairman, "/chung-thu-so/ca-nhan", tokens.Person);
            await ReportPath.ActAsync(staff, await ReportPath.OpenAsync(staff), "/trinh-ky");
        }

        var page = await chromium.OpenAsAsync(own, "chutich@xahuongson", 360, 740);
        await page.GetByRole(AriaRole.Link, new() { Name = "Đọc và quyết định" }).ClickAsync();
        await page.AssertReadableAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Việc cần làm" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Ký ban hành", Exact = true })).ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ký ban hành", Exact = true }).ClickAsync();
        await page.AssertReadableAsync();
        await Assertions.Expect(page.GetByLabel("Mã PIN")).ToBeInViewportAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ký ban hành", Exact = true })).ToBeInViewportAsync();
        await page.GetByLabel("Mã PIN").FillAsync(KeptCertificatesControllerTests.Pin);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ký ban hành", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator(".page-head .status")).ToHaveTextAsync("Đã ký");
        await page.AssertReadableAsync();
    }

    [Theory]
    [InlineData("/hoat-dong/999999")]
    [InlineData("/tiep-nhan")]
    public async Task Refusal_OnAPhone_IsReadable(string url)
    {
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", 360, 740);
        Assert.InRange((await page.GotoAsync(url))!.Status, 403, 404);
        await page.AssertReadableAsync();
    }
}

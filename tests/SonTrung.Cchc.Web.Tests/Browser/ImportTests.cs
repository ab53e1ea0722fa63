using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>A block copied from Excel becomes activities and is taken back, at an office screen and on a phone.</summary>
public sealed class ImportTests(Chromium chromium, Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Import_PastedBlock_IsLookedThroughEnteredAndTakenBack(int width, int height)
    {
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);
        await page.GotoAsync("/hoat-dong");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nhập từ Excel" }).ClickAsync();
        await page.AssertReadableAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem trước" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await page.AssertReadableAsync();

        await page.GetByLabel("Hoặc dán khối ô chép từ Excel").FillAsync(
            $"Ngày\tNội dung\tPhương tiện\tLượt phát\tGhi chú\n05/05/2026\tPhát thanh ở bề ngang {width}\tLoa phát thanh thôn\t12\tx\n06/05/2026\tSai ngày tháng\tTruyền thanh cơ sở\tmười\t\n30/02/2026\tĐăng bài ở bề ngang {width}\tZalo, Facebook\t\t\n"
            + $"05/05/2026\tPhát thanh ở bề ngang {width}\tTruyền thanh cơ sở\t12\t");
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem trước" }).ClickAsync();
        await Assertions.Expect(page.Locator(".import-counts")).ToHaveTextAsync("1 dòng nhập được, 3 lỗi, 0 có thể trùng");
        await page.AssertReadableAsync();

        await page.GetByLabel("Phương tiện, hình thức: “Loa phát thanh thôn”").SelectOptionAsync(new SelectOptionValue { Label = "Truyền thanh cơ sở" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Dùng các tên đã chọn" }).ClickAsync();
        await Assertions.Expect(page.Locator(".import-counts")).ToHaveTextAsync("1 dòng nhập được, 2 lỗi, 1 có thể trùng");
        await page.AssertReadableAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Chỉ dòng lỗi (2)" }).ClickAsync();
        await Assertions.Expect(page.Locator(".import-table tbody tr")).ToHaveCountAsync(2);
        await page.AssertReadableAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Nhập 1 hoạt động" }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("Đã nhập 1 hoạt động.");
        await page.AssertReadableAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem các hoạt động năm 2026" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = $"Phát thanh ở bề ngang {width}" })).ToBeVisibleAsync();
        await page.AssertReadableAsync();

        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác cả lần nhập" }).ClickAsync();
        await page.Locator("dialog .btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("Đã hoàn tác 1 dòng.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Các lần nhập" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("Đã hoàn tác 1/1");
        await page.AssertReadableAsync();
    }
}

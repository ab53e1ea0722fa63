using Microsoft.Playwright;
using SonTrung.Cchc.Tests.Infrastructure;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>The portal's main job, as five people do it: log, compose, submit, approve, issue, receive.</summary>
public sealed class WholePathTests(Chromium chromium)
{
    private const string Activity = "Tuyên truyền lưu động về nộp hồ sơ trực tuyến tại thôn Mai Hà";

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Report_FromActivityToReceipt_ReachesTheSuperiorOffice(int width, int height)
    {
        using var portal = new Portal();
        var page = await chromium.OpenAsync(portal.Address, width, height);

        await SignInAsync(page, "canbo@xahuongson");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nhập hoạt động" }).First.ClickAsync();
        await page.GetByLabel("Nội dung hoạt động").FillAsync(Activity);
        await page.GetByText("Tuyên truyền miệng", new() { Exact = true }).ClickAsync();
        await page.GetByText("Thêm chi tiết").ClickAsync();
        await page.GetByLabel("Đơn vị thực hiện").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Nêu riêng trong báo cáo").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText(Activity)).ToBeVisibleAsync();

        await page.GotoAsync("/bao-cao");
        await page.Locator("table").GetByRole(AriaRole.Link, new() { Name = "2026" }).ClickAsync();
        await Assertions.Expect(page.GetByText(Activity)).ToBeVisibleAsync();
        await page.ConfirmAsync("Trình ký");
        await Assertions.Expect(page.GetByText("Đã trình ký.")).ToBeVisibleAsync();
        var report = new Uri(page.Url).AbsolutePath;
        await SignOutAsync(page);

        await SignInAsync(page, "chutich@xahuongson");
        await page.GetByRole(AriaRole.Link, new() { Name = "Đọc và quyết định" }).ClickAsync();
        await Assertions.Expect(page.GetByText(Activity)).ToBeVisibleAsync();
        await page.ConfirmAsync("Duyệt báo cáo");
        await Assertions.Expect(page.GetByText("Đã duyệt (chưa ký số)")).ToBeVisibleAsync();
        await SignOutAsync(page);

        await SignInAsync(page, "vanthu@xahuongson");
        await page.GotoAsync(report);
        await page.GetByLabel("Số văn bản").FillAsync("15");
        await page.ConfirmAsync("Đóng dấu và phát hành (bản giấy)");
        await Assertions.Expect(page.GetByText("Đã phát hành.")).ToBeVisibleAsync();
        await SignOutAsync(page);

        await SignInAsync(page, "sonoivu@hatinh");
        await page.GetByRole(AriaRole.Link, new() { Name = "Mở danh sách tiếp nhận" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "UBND xã Hương Sơn" }).First.ClickAsync();
        var pdf = await page.DownloadAsync("Tải PDF", "BC-15-UBND-2026_tuyen-truyen-CCHC.pdf");
        var text = string.Join(' ', ExternalTool.Run("poppler-utils", "pdftotext", pdf, "-layout", "{}", "-").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", text, StringComparison.Ordinal);
        Assert.Contains("XÃ HƯƠNG SƠN", text, StringComparison.Ordinal);
        Assert.Contains("Số: 15/BC-UBND", text, StringComparison.Ordinal);
        Assert.Contains("lưu động về nộp hồ sơ trực tuyến", text, StringComparison.Ordinal);
        await page.ConfirmAsync("Tiếp nhận");
        await Assertions.Expect(page.GetByText("Đã tiếp nhận báo cáo.")).ToBeVisibleAsync();
    }

    private static async Task SignInAsync(IPage page, string userName)
    {
        await page.GotoAsync("/dang-nhap");
        await page.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await page.GetByLabel("Mật khẩu").FillAsync(Portal.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await page.AtHomeAsync();
    }

    private static Task SignOutAsync(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
}

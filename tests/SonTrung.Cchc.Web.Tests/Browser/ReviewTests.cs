using Microsoft.Playwright;
using SonTrung.Cchc.Tests.Infrastructure;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>Those who decide on a report: chairman, deputy, clerk of documents, superior office, the two checkers.</summary>
public sealed class ReviewTests(Chromium chromium)
{
    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Report_ReturnedThenSignedByTheDeputy_IsIssuedReceivedAndReturned(int width, int height)
    {
        await using var portal = new Portal();
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        var page = await chromium.OpenAsAsync(portal, "chutich@xahuongson", width, height);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Chờ ký (1)" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Đọc và quyết định" }).ClickAsync();
        await page.Locator("summary", new() { HasText = "Trả lại" }).ClickAsync();
        await page.ConfirmAsync("Trả lại");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Phải ghi lý do trả lại.");
        await page.AssertReadableAsync();
        await page.GetByLabel("Lý do trả lại").FillAsync("Mục II thiếu nguyên nhân");
        await page.ConfirmAsync("Trả lại");
        await page.NoticeAsync("Đã trả lại kèm lý do.");
        await page.Context.CloseAsync();

        var returned = await staff.PageAsync(report);
        Assert.Contains("Bị trả lại: Mục II thiếu nguyên nhân", returned.Body!.TextContent, StringComparison.Ordinal);
        var deputy = returned.QuerySelectorAll("select[name='Act.SignerId'] option").Single(option => option.TextContent.Contains("KT. CHỦ TỊCH", StringComparison.Ordinal));
        await ReportPath.ActAsync(staff, report, "/trinh-ky", ("Act.SignerId", deputy.GetAttribute("value")!));

        page = await chromium.OpenAsAsync(portal, "phochutich@xahuongson", width, height);
        await page.GetByRole(AriaRole.Link, new() { Name = "Đọc và quyết định" }).ClickAsync();
        await Assertions.Expect(page.Locator(".doc-signature")).ToContainTextAsync("KT. CHỦ TỊCH");
        await page.ConfirmAsync("Duyệt báo cáo");
        await page.NoticeAsync("Đã duyệt.");
        await page.Context.CloseAsync();

        page = await chromium.OpenAsAsync(portal, "vanthu@xahuongson", width, height);
        await page.GetByRole(AriaRole.Link, new() { Name = "Cấp số, phát hành" }).ClickAsync();
        await page.GetByLabel("Số văn bản").FillAsync("7");
        await page.GetByLabel("Ngày ban hành").FillAsync("1/1/2020");
        await page.ConfirmAsync("Đóng dấu và phát hành (bản giấy)");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Ngày ban hành không được trước ngày duyệt.");
        await page.GetByLabel("Ngày ban hành").FillAsync($"{DateTime.UtcNow.AddHours(7):ddMMyyyy}");
        await page.ConfirmAsync("Đóng dấu và phát hành (bản giấy)");
        await page.NoticeAsync("Đã phát hành.");
        await page.Context.CloseAsync();

        page = await chromium.OpenAsAsync(portal, "sonoivu@hatinh", width, height);
        await Assertions.Expect(page.Locator(".desk-list").GetByText("báo cáo chờ tiếp nhận").First).ToBeVisibleAsync();
        var heading = await page.GetByRole(AriaRole.Heading, new() { Name = "Việc cần tôi làm" }).InnerTextAsync();
        var waiting = heading.Split('(')[1].TrimEnd(')');
        await Assertions.Expect(page.Locator(".bell-count")).ToHaveTextAsync(waiting);
        await page.GetByRole(AriaRole.Link, new() { Name = "Mở danh sách tiếp nhận" }).ClickAsync();
        await page.AssertReadableAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "UBND xã Hương Sơn" }).First.ClickAsync();
        var reference = page.Locator(".doc-appendix-reference").Last;
        await Assertions.Expect(reference).ToHaveTextAsync("của Ủy ban nhân dân xã Hương Sơn)");
        Assert.Equal("solid", await reference.EvaluateAsync<string>("line => getComputedStyle(line, '::after').borderTopStyle"));
        var pdf = await page.DownloadAsync("Tải PDF", "BC-07-UBND-2026_tuyen-truyen-CCHC.pdf");
        Assert.Contains("KT. CHỦ TỊCH", ExternalTool.Run("poppler-utils", "pdftotext", pdf, "-layout", "{}", "-"), StringComparison.Ordinal);
        await page.ConfirmAsync("Tiếp nhận");
        await page.NoticeAsync("Đã tiếp nhận báo cáo.");
        await Assertions.Expect(page.Locator(".bell-count")).ToHaveTextAsync($"{int.Parse(waiting, System.Globalization.CultureInfo.InvariantCulture) - 1}");
        await page.Locator("summary", new() { HasText = "Trả lại" }).ClickAsync();
        await page.GetByLabel("Lý do trả lại").FillAsync("Thiếu số liệu cuộc thi");
        await page.ConfirmAsync("Trả lại");
        await page.NoticeAsync("Đã trả lại kèm lý do.");
        await page.AssertReadableAsync();
        await page.Context.CloseAsync();
        Assert.Contains("trả lại báo cáo: Thiếu số liệu cuộc thi", (await staff.PageAsync(report)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Report_CheckedForFormAndContent_GoesOnToTheSigner(int width, int height)
    {
        await using var portal = new Portal();
        var form = await chromium.OpenAsAsync(portal, "thethuc@sontay", width, height);
        await form.GetByRole(AriaRole.Link, new() { Name = "Kiểm tra" }).ClickAsync();
        var report = new Uri(form.Url).AbsolutePath;
        await form.AssertReadableAsync();
        await form.Locator("summary", new() { HasText = "Trả lại" }).ClickAsync();
        await form.GetByLabel("Lý do trả lại").FillAsync("Sai ký hiệu văn bản ở căn cứ");
        await form.ConfirmAsync("Trả lại");
        await form.NoticeAsync("Đã trả lại kèm lý do.");
        using (var staff = await portal.SignInAsync("canbo@sontay"))
        {
            await ReportPath.ActAsync(staff, report, "/trinh-ky");
        }

        var content = await chromium.OpenAsAsync(portal, "noidung@sontay", width, height);
        await content.GetByRole(AriaRole.Link, new() { Name = "Kiểm tra" }).ClickAsync();
        await content.ConfirmAsync("Đã kiểm tra nội dung");
        await content.NoticeAsync("Đã ghi nhận kiểm tra nội dung.");
        await Assertions.Expect(content.GetByRole(AriaRole.Button, new() { Name = "Đã kiểm tra nội dung" })).ToHaveCountAsync(0);
        await content.Context.CloseAsync();

        await form.GotoAsync(report);
        await form.ConfirmAsync("Đã kiểm tra thể thức");
        await Assertions.Expect(form.Locator(".page-head")).ToContainTextAsync("Chờ ký");
        await form.Context.CloseAsync();
    }
}

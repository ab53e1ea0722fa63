using Microsoft.Playwright;
using SonTrung.Cchc.Tests.Documents.Tables;
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

    /// <summary>Excel puts text with tabs and CRLF on the clipboard, a cell of two lines in quotes, and the same as HTML: the field keeps the cells as they are.</summary>
    [Fact]
    public async Task Paste_BlockOnTheClipboard_KeepsItsCells()
    {
        const string Block = "Ngày\tNội dung\tPhương tiện\tLượt phát\r\n07/05/2026\t\"Chép từ Excel\r\nhai dòng một ô\"\tTruyền thanh cơ sở\t1.200\r\n08/05/2026\tChép từ Excel, dòng sau\tTruyền thanh cơ sở\t7\r\n";
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync("/hoat-dong/nhap-excel");
        await page.EvaluateAsync(
            """
            text => navigator.clipboard.write([new ClipboardItem({
              'text/plain': new Blob([text], { type: 'text/plain' }),
              'text/html': new Blob(['<table><tr><td>Ngày</td></tr></table>'], { type: 'text/html' }),
            })])
            """,
            Block);

        var field = page.GetByLabel("Hoặc dán khối ô chép từ Excel");
        await field.FocusAsync();
        await page.Keyboard.PressAsync("Control+V");
        await Assertions.Expect(field).ToHaveValueAsync(Block.ReplaceLineEndings("\n"));
        await Assertions.Expect(page.Locator(".healed-note")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem trước" }).ClickAsync();
        await Assertions.Expect(page.Locator(".import-counts")).ToHaveTextAsync("2 dòng nhập được, 0 lỗi, 0 có thể trùng");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nhập 2 hoạt động" }).ClickAsync();
        await page.NoticeAsync("Đã nhập 2 hoạt động.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem các hoạt động năm 2026" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Chép từ Excel hai dòng một ô" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("1.200");
    }

    /// <summary>A whole import goes with one click and one yes; what somebody has worked on since stays, and the page names it.</summary>
    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Undo_ImportOfAWorkbook_TakesOutAllButWhatWasWorkedOn(int width, int height)
    {
        // The two widths share a portal: what one leaves behind must not look like what the other enters.
        var (month, edited) = width > 1000 ? ("05", "Chuyên đề riêng về hộ tịch") : ("06", "Phát tờ rơi hướng dẫn chữ ký số");
        var file = new XlsxFile().Sheet("Hoạt động", Row("Ngày", "Nội dung", "Phương tiện") + Row($"09/{month}/2026", $"Từ tệp, để nguyên {width}", "Truyền thanh cơ sở")
            + Row($"10/{month}/2026", $"Từ tệp, sửa sau {width}", "Zalo, Facebook") + Row($"11/{month}/2026", $"Từ tệp, cũng để nguyên {width}", "Zalo, Facebook"));
        using var bytes = file.Open();
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);
        await page.GotoAsync("/hoat-dong/nhap-excel");
        await page.GetByLabel("Tệp Excel hoặc CSV").SetInputFilesAsync(new FilePayload { Name = "hoat-dong.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = bytes.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem trước" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Nhập 3 hoạt động" }).ClickAsync();
        await page.NoticeAsync("Đã nhập 3 hoạt động.");
        var import = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem các hoạt động năm 2026" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);

        await page.GetByRole(AriaRole.Link, new() { Name = $"Từ tệp, sửa sau {width}" }).ClickAsync();
        await page.GotoAsync($"{new Uri(page.Url).AbsolutePath}/sua");
        await page.GetByLabel("Nội dung hoạt động").FillAsync(edited);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi", Exact = true }).ClickAsync();
        await page.NoticeAsync("Đã lưu thay đổi.");
        await page.GotoAsync(import);
        await Assertions.Expect(page.Locator(".panel")).ToContainTextAsync("Sẽ giữ lại khi hoàn tác: 1 dòng");
        await page.ConfirmAsync("Hoàn tác cả lần nhập");

        await page.NoticeAsync("Đã hoàn tác 2 dòng; giữ lại 1 dòng đã có người sửa hoặc dùng sau khi nhập.");
        await Assertions.Expect(page.Locator(".panel li")).ToHaveTextAsync(edited);
        await page.AssertReadableAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem các hoạt động năm 2026" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await page.GotoAsync("/hoat-dong/da-xoa?nam=2026");
        await Assertions.Expect(page.GetByText($"Từ tệp, để nguyên {width}")).ToBeVisibleAsync();

        static string Row(params string[] cells) => $"<row>{string.Concat(cells.Select(cell => $"""<c t="inlineStr"><is><t>{cell}</t></is></c>"""))}</row>";
    }
}

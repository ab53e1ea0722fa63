using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>An old paper becomes a report, and damaged text is mended where it is pasted, at an office screen and on a phone.</summary>
public sealed class OldReportTests(Chromium chromium, Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(1366, 768, 2024)]
    [InlineData(360, 740, 2022)]
    public async Task Import_PastedPaper_IsCorrectedConfirmedAndWritten(int width, int height, int year)
    {
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);
        await page.GotoAsync("/bao-cao");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nhập báo cáo năm cũ" }).ClickAsync();
        await page.AssertReadableAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đọc báo cáo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await page.GetByLabel("Năm báo cáo").SelectOptionAsync($"{year}");
        await page.GetByLabel("Hoặc dán nội dung báo cáo").FillAsync(OldPaper.Text(year));
        await page.GetByRole(AriaRole.Button, new() { Name = "Đọc báo cáo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".old-progress")).ToContainTextAsync("Đã xác nhận 0/");
        await page.AssertReadableAsync();
        await page.GetByText("Đã sửa mã chữ").ClickAsync();
        await Assertions.Expect(page.Locator(".old-healed del", new() { HasText = "hư ớng" })).ToBeVisibleAsync();
        await page.AssertReadableAsync();

        // A line leads to its block, and the block shows its lines.
        var line = page.Locator(".old-lines li", new() { HasText = "Kinh phí còn hạn hẹp" });
        await line.Locator("a").ClickAsync();
        var block = page.Locator(".old-block.old-shown");
        await Assertions.Expect(block).ToHaveCountAsync(1);
        await Assertions.Expect(line).ToContainClassAsync("old-shown");

        // What is corrected is kept without a click, and is there when the window was closed.
        await block.Locator("textarea").FillAsync("- Kinh phí còn hạn hẹp, đã sửa.");
        await Assertions.Expect(page.Locator(".old-saved")).ToContainTextAsync("Đã ghi lúc");
        await block.GetByText("Đúng").ClickAsync();
        await Assertions.Expect(page.Locator(".old-progress")).ToContainTextAsync("Đã xác nhận 1/");
        var address = page.Url;
        await page.GotoAsync("/bao-cao/nhap-bao-cao-cu");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Năm {year}: nội dung đã dán" }).ClickAsync();
        await page.WaitForURLAsync(address.Split('#')[0]);
        await Assertions.Expect(page.Locator("textarea", new() { HasText = "đã sửa." })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận tất cả còn lại" }).ClickAsync();
        await page.NoticeAsync("Đã xác nhận tất cả");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu báo cáo" }).ClickAsync();
        await page.NoticeAsync($"Đã lưu báo cáo năm {year}");
        await Assertions.Expect(page.Locator(".doc")).ToContainTextAsync("Kinh phí còn hạn hẹp, đã sửa.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem văn bản gốc đã nhập" }).ClickAsync();
        await page.AssertReadableAsync();
        await page.ConfirmAsync("Hoàn tác lần nhập");
        await page.NoticeAsync("Đã hoàn tác");
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Paste_DamagedText_IsMendedShownAndTakenBack(int width, int height)
    {
        const string Damaged = "Uû ban nh©n d©n x· S¬n Trung ®· thùc hiÖn c«ng t¸c c¶i c¸ch hµnh chÝnh";
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);
        await page.GotoAsync("/ton-tai-han-che/them");
        var field = page.Locator("textarea").First;
        await field.FillAsync("Năm nay ");

        await PasteAsync(page, Damaged);

        await Assertions.Expect(field).ToHaveValueAsync("Năm nay Uỷ ban nhân dân xã Sơn Trung đã thực hiện công tác cải cách hành chính");
        await Assertions.Expect(page.Locator(".healed-note")).ToContainTextAsync("Đã sửa mã chữ");
        await page.AssertReadableAsync();
        await page.Locator(".healed-note").GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();
        await Assertions.Expect(field).ToHaveValueAsync("Năm nay " + Damaged);

        // Sound text stays as it is, and nothing is said.
        await field.FillAsync("");
        await PasteAsync(page, "Một cữa, quát triệt  điện kiện của xã Đưng K’Nớ");
        await page.WaitForTimeoutAsync(1500);
        await Assertions.Expect(field).ToHaveValueAsync("Một cữa, quát triệt  điện kiện của xã Đưng K’Nớ");
    }

    /// <summary>Pastes as a person does: the field gets the text and the event.</summary>
    private static async Task PasteAsync(IPage page, string text) => await page.Locator("textarea").First.EvaluateAsync(
        """
        (field, text) => {
          field.focus();
          field.setSelectionRange(field.value.length, field.value.length);
          const data = new DataTransfer();
          data.setData("text/plain", text);
          field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
          field.setRangeText(text, field.value.length, field.value.length, "end");
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }
        """,
        text);
}

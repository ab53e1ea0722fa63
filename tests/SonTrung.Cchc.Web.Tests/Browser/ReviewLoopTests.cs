using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>A comment on its way from the chairman's phone to the clerk's desk and back.</summary>
public sealed class ReviewLoopTests(Chromium chromium, Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Comment_FromThePhoneToTheEditorAndBack_IsSettledAndTheReportApproved()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        var phone = await chromium.OpenAsAsync(portal, "chutich@xahuongson", 360, 740);
        await phone.GotoAsync(report);
        await phone.AssertReadableAsync();
        await phone.Locator(".doc-dash .doc-mark").First.ClickAsync();
        await phone.GetByLabel("Ý kiến về câu này").FillAsync("Số buổi này lấy ở đâu?");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Ghim ý kiến" }).ClickAsync();
        await phone.NoticeAsync("Đã ghim ý kiến.");
        await phone.AssertReadableAsync();
        await Assertions.Expect(phone.GetByRole(AriaRole.Button, new() { Name = "Duyệt báo cáo" })).ToHaveCountAsync(0);
        await phone.Locator(".report-acts summary").ClickAsync();
        await phone.AssertReadableAsync();
        await phone.Locator("form[action$='/tra-lai'] button[type=submit]").ClickAsync();
        await phone.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Trả lại", Exact = true }).ClickAsync();
        await phone.NoticeAsync("Đã trả lại kèm lý do.");

        var desk = await chromium.OpenAsAsync(portal, "canbo@xahuongson");
        await Assertions.Expect(desk.Locator("#noi-dung").GetByText("có 1 ý kiến chờ trả lời").First).ToBeVisibleAsync();
        await desk.GotoAsync($"{report}/soan");
        await desk.AssertReadableAsync();
        var thread = desk.Locator(".line .comment");
        await Assertions.Expect(thread).ToContainTextAsync("Số buổi này lấy ở đâu?");
        var line = desk.Locator(".line:has(.comment) textarea.line-text");
        var mended = $"{await line.InputValueAsync()} theo sổ của Trung tâm";
        await line.FillAsync(mended);
        await thread.Locator("textarea").FillAsync("Đã ghi nguồn");
        await thread.GetByRole(AriaRole.Button, new() { Name = "Đã sửa" }).ClickAsync();
        await Assertions.Expect(desk.Locator(".line .comment")).ToContainTextAsync("Đã xử lý");
        await Assertions.Expect(line).ToHaveValueAsync(mended);
        await Assertions.Expect(desk.Locator(".editor-comments h2")).ToContainTextAsync("(0 chưa xử lý)");
        await desk.AssertReadableAsync();
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        await phone.GotoAsync(report);
        await Assertions.Expect(phone.Locator(".changes ins").First).ToContainTextAsync("theo sổ của Trung tâm");
        await phone.AssertReadableAsync();
        await phone.ConfirmAsync("Duyệt báo cáo");
        await Assertions.Expect(phone.GetByText("Đã duyệt (chưa ký số)")).ToBeVisibleAsync();
        await phone.AssertReadableAsync();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>The year closes: an unmet line becomes a shortcoming with its cause, that a task, that a line of next year's plan; what nobody wants is dismissed.</summary>
public sealed class YearlyLoopTests(Chromium chromium)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Loop_FromAnUnmetLineToNextYearsPlan_AndADismissal(int width, int height)
    {
        using var portal = new Portal();
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);

        await page.GotoAsync("/ton-tai-han-che?nam=2026");
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem và đưa vào" }).ClickAsync();
        await page.AssertReadableAsync();
        var meeting = page.Locator(".pick", new() { HasText = "Đối thoại với Nhân dân" });
        await meeting.GetByText("Bỏ qua đề xuất này").ClickAsync();
        await meeting.GetByLabel("Lý do bỏ qua").FillAsync("Lần 2 đã có lịch");
        await page.AssertReadableAsync();
        await meeting.GetByRole(AriaRole.Button, new() { Name = "Bỏ qua", Exact = true }).ClickAsync();
        await page.NoticeAsync("Đã bỏ qua một đề xuất");
        await Assertions.Expect(page.Locator("tr", new() { HasText = "Lần 2 đã có lịch" })).ToContainTextAsync("Đề xuất lại");

        var posts = page.Locator(".pick", new() { HasText = "Tin, bài trên Trang" });
        await posts.GetByLabel("Nguyên nhân").SelectOptionAsync(new SelectOptionValue { Label = "Thiếu kinh phí" });
        await Assertions.Expect(posts.GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đưa vào danh sách" }).ClickAsync();
        await Assertions.Expect(page.Locator("main tbody")).ToContainTextAsync("Nguyên nhân: thiếu kinh phí");
        await page.AssertReadableAsync();

        await page.GotoAsync("/phuong-huong-nhiem-vu/de-xuat?nam=2026");
        var proposal = page.Locator(".pick").First;
        await proposal.GetByRole(AriaRole.Checkbox).CheckAsync();
        await proposal.Locator("textarea").FillAsync("Đăng 60 tin, bài trong năm {năm sau}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đưa vào danh sách" }).ClickAsync();
        await Assertions.Expect(page.Locator("main tbody")).ToContainTextAsync("Đăng 60 tin, bài");

        var agency = await portal.ReadAsync(db => db.Agencies.Where(row => row.Code == "xa-huong-son").Select(row => row.Id).SingleAsync(Cancellation));
        await portal.ReadAsync(async db =>
        {
            db.Add(new Plan { AgencyId = agency, Year = 2027, Subject = "tuyên truyền năm 2027" });
            return await db.SaveChangesAsync(Cancellation);
        });
        await page.GotoAsync("/ke-hoach/2027/lay-tu-nam-truoc");
        await page.AssertReadableAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đăng 60 tin, bài trong năm 2027");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lấy" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".plan-table").First).ToContainTextAsync("Đăng 60 tin, bài trong năm 2027");
        await page.Context.CloseAsync();
    }
}

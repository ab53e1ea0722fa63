using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>What the office staff do around the report: documents, shortcomings, tasks, figures, deleting with undo, taking lists away.</summary>
public sealed class StaffTests(Chromium chromium, Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Document_EnteredAndDeleted_ComesBackByUndo(int width, int height)
    {
        var subject = $"đẩy mạnh tuyên truyền chữ ký số, bề ngang {width}";
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);
        await page.GotoAsync("/van-ban-can-cu");
        await page.GetByRole(AriaRole.Link, new() { Name = "Thêm văn bản" }).ClickAsync();
        await page.GetByLabel("Loại văn bản").FillAsync("Công văn");
        await page.GetByLabel("Số, ký hiệu").FillAsync($"{width}/UBND-VHXH");
        await page.GetByLabel("Ngày ban hành").FillAsync("5/3/2026");
        await page.GetByLabel("Do UBND xã Hương Sơn").CheckAsync();
        await page.GetByLabel("Trích yếu").FillAsync(subject);
        await Assertions.Expect(page.Locator("main [aria-live]").First).ToContainTextAsync($"số {width}/UBND-VHXH ngày 05/03/2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi văn bản" }).ClickAsync();
        await page.NoticeAsync("Đã lưu.");

        await page.GotoAsync($"/van-ban-can-cu?tim={width}");
        await page.GetByRole(AriaRole.Link, new() { Name = $"{width}/UBND-VHXH" }).ClickAsync();
        await page.AssertReadableAsync();
        await page.ConfirmAsync("Xóa văn bản");
        await page.NoticeAsync("Đã xóa văn bản.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();
        await page.NoticeAsync("Đã khôi phục văn bản.");
        await page.GotoAsync($"/van-ban-can-cu?tim={width}");
        await Assertions.Expect(page.Locator("main tbody tr")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task List_Printed_OpensThePrinterOnce(int width, int height)
    {
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);
        await page.AddInitScriptAsync("window.print = () => { window.printed = (window.printed ?? 0) + 1; };");
        await page.GotoAsync("/van-ban-can-cu");

        await page.Locator(".list-tools").GetByRole(AriaRole.Link, new() { Name = "In", Exact = true }).ClickAsync();

        await page.WaitForURLAsync("**/van-ban-can-cu/in?**");
        await page.WaitForFunctionAsync("window.printed === 1");
        await page.AssertReadableAsync();
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "In", Exact = true }).ClickAsync();
        await page.WaitForFunctionAsync("window.printed === 1");
        await page.GetByRole(AriaRole.Link, new() { Name = "Quay lại danh sách" }).ClickAsync();
        await page.WaitForURLAsync("**/van-ban-can-cu?**");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Shortcoming_FromTheProposal_BecomesATaskAndAFile(int width, int height)
    {
        var text = $"Chuyên mục chưa đủ, bề ngang {width}";
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);
        await page.GotoAsync("/ton-tai-han-che?nam=2026");
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem và đưa vào" }).ClickAsync();
        await page.Locator(".pick [type=checkbox]").First.CheckAsync();
        await page.Locator(".pick textarea").First.FillAsync(text);
        await page.AssertReadableAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đưa vào danh sách" }).ClickAsync();
        await page.NoticeAsync("Đã đưa vào danh sách.");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = text })).ToBeVisibleAsync();

        await page.GotoAsync("/phuong-huong-nhiem-vu?nam=2026");
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem và đưa vào" }).ClickAsync();
        await page.Locator(".pick", new() { HasText = text }).GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đưa vào danh sách" }).ClickAsync();
        await Assertions.Expect(page.Locator("main tbody tr", new() { HasText = text }).First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Lấy từ năm trước" }).ClickAsync();
        var taken = await page.Locator(".pick label").First.InnerTextAsync();
        await page.Locator(".pick [type=checkbox]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đưa vào danh sách" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = taken[..30] })).ToBeVisibleAsync();

        await page.Locator("main tbody tr", new() { HasText = text }).First.GetByRole(AriaRole.Link).First.ClickAsync();
        await page.GetByLabel("Nội dung").FillAsync($"{text}, khắc phục trong quý I");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi", Exact = true }).ClickAsync();
        await page.NoticeAsync("Đã lưu.");
        var csv = Encoding.UTF8.GetString(await page.DownloadAsync("Tải CSV", "phuong-huong-nhiem-vu-2026.csv"));
        Assert.Contains($"{text}, khắc phục trong quý I", csv, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Figures_ConfirmedOnTheFirstPage_AreOwedNoMore(int width, int height)
    {
        var department = await portal.ReadAsync(db => db.DepartmentConfirmations
            .Where(owed => owed.ConfirmedUtc == null && db.Users.Any(user => user.UserName == "canbo@xahuongson" && user.AgencyId == owed.AgencyId))
            .OrderBy(owed => owed.DepartmentId).Select(owed => owed.DepartmentId).FirstAsync(TestContext.Current.CancellationToken));
        await portal.ReadAsync(db => db.Users.Where(user => user.UserName == "canbo@xahuongson")
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DepartmentId, department), TestContext.Current.CancellationToken));
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);
        var owed = page.Locator(".desk-list li", new() { HasText = "xác nhận đủ số liệu báo cáo năm 2026" });
        await Assertions.Expect(owed).ToHaveCountAsync(1);
        await page.AssertReadableAsync();

        await page.ConfirmAsync("Xác nhận đủ số liệu");

        await Assertions.Expect(page.GetByText("Đã xác nhận").First).ToBeVisibleAsync();
        await page.GotoAsync("/");
        await Assertions.Expect(owed).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Plan_FromLastYear_TakesTheChosenLinesOnly()
    {
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", 360, 740);
        await page.GotoAsync("/ke-hoach/2026");
        await page.GetByRole(AriaRole.Link, new() { Name = "Lấy từ năm trước" }).ClickAsync();
        await page.AssertReadableAsync();
        foreach (var box in (await page.Locator("[name=dong]").AllAsync()).Skip(1).Concat(await page.Locator("[name=viec], [name=phan]").AllAsync()))
        {
            await box.UncheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Lấy các dòng đã chọn" }).ClickAsync();

        await page.NoticeAsync("Đã lấy 1 nhiệm vụ từ năm 2025.");
        await page.Context.CloseAsync();
    }
}

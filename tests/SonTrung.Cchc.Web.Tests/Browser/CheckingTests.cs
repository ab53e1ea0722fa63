using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>Rà soát in the editor and on its own page: what is found stands beside the words, and one click mends it.</summary>
public sealed class CheckingTests(Chromium chromium, Portal portal) : IClassFixture<Portal>
{
    private const string Faulty = "Quát triệt công tác cải cách hành chính, tạo điện kiện cho người dân";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1366, 768, 2)]
    [InlineData(360, 740, 3)]
    public async Task Editor_FaultTyped_IsShownBesideTheLineAndMendedByOneClick(int width, int height, int at)
    {
        var page = await OpenReportAsync("/soan", width, height);
        var id = await page.Locator(".line-dash").Nth(at).GetAttributeAsync("id");
        var line = page.Locator($"#{id}");

        await line.Locator("textarea").FillAsync(Faulty);

        await Assertions.Expect(line.Locator(".line-findings")).ToContainTextAsync("điều kiện", new() { Timeout = 15_000 });
        await page.AssertReadableAsync();
        await line.GetByRole(AriaRole.Button, new() { Name = "Sửa thành “điều kiện”" }).ClickAsync();
        await Assertions.Expect(line.Locator("textarea")).ToHaveValueAsync(Faulty.Replace("điện kiện", "điều kiện", StringComparison.Ordinal));
        await line.GetByRole(AriaRole.Button, new() { Name = "Sửa thành “Quán triệt”" }).ClickAsync();
        await Assertions.Expect(line.Locator(".line-findings")).ToHaveCountAsync(0, new() { Timeout = 15_000 });

        var mended = Faulty.Replace("điện kiện", "điều kiện", StringComparison.Ordinal).Replace("Quát triệt", "Quán triệt", StringComparison.Ordinal);
        Assert.True(await portal.ReadAsync(db => db.ReportLines.AnyAsync(row => row.Text == mended, Cancellation)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();
        await Assertions.Expect(line.Locator("textarea")).ToHaveValueAsync(Faulty.Replace("điện kiện", "điều kiện", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1366, 768, 4)]
    [InlineData(360, 740, 5)]
    public async Task Report_Error_IsPassedOverWithAReasonOnThePage(int width, int height, int at)
    {
        var page = await OpenReportAsync("/soan", width, height);
        var line = page.Locator(".line-dash").Nth(at);
        await line.Locator("textarea").FillAsync($"Hội nghị ngày 31/02/2026 có {width} người");
        await Assertions.Expect(line.Locator(".line-findings")).ToContainTextAsync("31/02/2026", new() { Timeout = 15_000 });
        await page.GetByRole(AriaRole.Link, new() { Name = "Rà soát", Exact = true }).Last.ClickAsync();

        var finding = page.Locator(".finding-error").Filter(new() { HasText = $"{width} người" });
        await finding.Locator("summary").ClickAsync();
        await page.AssertReadableAsync();
        await finding.GetByLabel("Lý do bỏ qua").FillAsync("Ghi theo văn bản gốc");
        await finding.GetByRole(AriaRole.Button, new() { Name = "Bỏ qua lỗi này" }).ClickAsync();

        await page.NoticeAsync("Đã bỏ qua");
        await Assertions.Expect(page.Locator(".finding").Filter(new() { HasText = $"{width} người" })).ToContainTextAsync("Ghi theo văn bản gốc");
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task PastedText_IsMendedByClicksAndTakenAlong(int width, int height)
    {
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);
        await page.GotoAsync("/ra-soat");
        await page.AssertReadableAsync();
        await page.GetByLabel("Dán văn bản vào đây").FillAsync("BÁO CÁO\nKết quả tuyên truyền năm 2026\n- Tuyên truyền cơ chế một cữa ;\n- Quát triệt nghị quyết.\nTạo điện kiện cho người dân nộp hồ sơ.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rà soát", Exact = true }).ClickAsync();

        var paper = page.Locator("#trang-giay");
        await Assertions.Expect(paper.Locator("mark").Filter(new() { HasText = "một cữa" })).ToHaveCountAsync(1);
        await page.AssertReadableAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sửa thành “một cửa”" }).ClickAsync();
        await Assertions.Expect(paper).ToContainTextAsync("cơ chế một cửa");
        await Assertions.Expect(paper).ToContainTextAsync("điện kiện");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sửa tất cả chỗ chắc chắn" }).ClickAsync();
        await Assertions.Expect(paper).ToContainTextAsync("Tạo điều kiện cho người dân");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Tải văn bản (.txt)" }).ClickAsync());
        var text = await File.ReadAllTextAsync(await download.PathAsync(), Cancellation);
        Assert.Contains("- Tuyên truyền cơ chế một cửa;\n- Quán triệt nghị quyết.\n", text, StringComparison.Ordinal);

        // What is checked again is what stands there now.
        await page.GetByRole(AriaRole.Button, new() { Name = "Rà soát", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".finding-error")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#Text")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("một cửa"));
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Rules_AreReadable(int width, int height)
    {
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);
        await page.GotoAsync("/ra-soat/quy-tac");

        await page.AssertReadableAsync();
    }

    private async Task<IPage> OpenReportAsync(string path, int width, int height)
    {
        string report;
        using (var staff = await portal.SignInAsync("canbo@xahuongson"))
        {
            report = await ReportPath.OpenAsync(staff);
        }

        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);
        await page.GotoAsync($"{report}{path}");
        return page;
    }
}

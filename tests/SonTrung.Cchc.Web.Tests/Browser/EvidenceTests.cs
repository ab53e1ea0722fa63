using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SkiaSharp;
using SonTrung.Cchc.Tests.Evidence;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>Files of an activity as people bring them: several at once, with the picture's day, one refused, one taken back.</summary>
public sealed class EvidenceTests(Chromium chromium, Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(1366, 768, "Tuyên truyền lưu động có ảnh tại thôn Mai Hà", 5)]
    [InlineData(360, 740, "Phát tờ gấp ở chợ, chụp bằng điện thoại", 12)]
    public async Task ActivityForm_SeveralFilesAtOnce_AreShownSavedAndOpened(int width, int height, string title, int day)
    {
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);
        await page.GotoAsync("/hoat-dong/nhap");
        await page.GetByLabel("Nội dung hoạt động").FillAsync(title);
        await page.Locator("#Form_AttachmentIds").SetInputFilesAsync(
        [
            File("họp thôn.jpg", EvidenceFiles.PhonePicture($"2026:04:{day:00} 08:30:00", width: 900, height: 600)),
            File("pano.png", EvidenceFiles.Picture(SKEncodedImageFormat.Png, 300, 400)),
            File("virus.pdf", "MZ"u8.ToArray()),
        ]);

        await Assertions.Expect(page.Locator(".evidence-file img")).ToHaveCountAsync(2);
        await Assertions.Expect(Line(page, "họp thôn.jpg").Locator("img")).ToHaveJSPropertyAsync("naturalHeight", 400);
        await Assertions.Expect(Line(page, "pano.png").Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 300);
        await Assertions.Expect(page.GetByText("“virus.pdf”: Loại tệp này không nhận")).ToBeVisibleAsync();
        await AssertReadableAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Dùng làm ngày hoạt động" }).ClickAsync();
        await Assertions.Expect(page.Locator("#Form_StartsOn")).ToHaveValueAsync($"{day:00}/04/2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bỏ qua" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bỏ tệp pano.png" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".evidence-file img")).ToHaveCountAsync(2);
        await page.Locator("input[name='Form.ChannelId']").First.CheckAsync(new() { Force = true });
        await page.GetByLabel("Nội dung hoạt động").PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Đã ghi hoạt động.")).ToBeVisibleAsync();

        await page.GotoAsync($"/hoat-dong?tim={Uri.EscapeDataString(title)}");
        await page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Assertions.Expect(page.Locator(".evidence-file img")).ToHaveCountAsync(2);
        await AssertReadableAsync(page);
        var picture = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "họp thôn.jpg" }).ClickAsync());
        Assert.Equal(600, await picture.EvaluateAsync<int>("document.images[0].naturalWidth"));
        Assert.Equal(2, await portal.ReadAsync(db => db.Attachments.CountAsync(
            file => db.PropagandaActivities.Any(row => row.Id == file.ActivityId && row.Title == title), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task ActivityForm_SavedWhileAFileIsOnItsWay_WaitsForIt()
    {
        const string title = "Ghi khi tệp còn đang tải";
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson");
        await page.GotoAsync("/hoat-dong/nhap");
        var go = new TaskCompletionSource();
        await page.RouteAsync("**/tai-lieu?ten=*", async route =>
        {
            await go.Task;
            await route.ContinueAsync();
        });
        await page.GetByLabel("Nội dung hoạt động").FillAsync(title);
        await page.Locator("input[name='Form.ChannelId']").First.CheckAsync(new() { Force = true });
        await page.Locator("#Form_AttachmentIds").SetInputFilesAsync(File("danh sách.xlsx", EvidenceFiles.Office(EvidenceFiles.ExcelMain)));
        await page.Keyboard.PressAsync("Tab");
        await page.GetByLabel("Nội dung hoạt động").PressAsync("Enter");
        await Assertions.Expect(page.GetByText("tải xong sẽ tự ghi")).ToBeVisibleAsync();
        go.SetResult();

        await page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "danh sách.xlsx" })).ToBeVisibleAsync();
    }

    private static ILocator Line(IPage page, string name) => page.Locator(".evidence-file").Filter(new() { HasText = name });

    private static FilePayload File(string name, byte[] bytes) => new() { Name = name, MimeType = "application/octet-stream", Buffer = bytes };

    private static async Task AssertReadableAsync(IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{page.Url}: {string.Join("; ", found.Violations.Select(rule => $"{rule.Id} {rule.Nodes[0].Html}"))}");
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, page.ViewportSize!.Width);
    }
}

using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>The clerk of documents: a document is entered into the register, and the book is printed.</summary>
public sealed class RegisterTests(Chromium chromium, Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Document_EnteredByHand_StandsInTheRegisterAndInTheBook(int width, int height)
    {
        var subject = $"mời dự hội nghị tuyên truyền, bề ngang {width}";
        var page = await chromium.OpenAsAsync(portal, "vanthu@xahuongson", width, height);
        await page.GotoAsync("/so-van-ban-di");
        await page.GetByRole(AriaRole.Link, new() { Name = "Vào sổ văn bản" }).ClickAsync();
        await page.Locator("[name='Form.Kind']").FillAsync("Giấy mời");
        await page.Locator("[name='Form.Subject']").FillAsync(subject);
        await Assertions.Expect(page.Locator("[name='Form.Symbol']")).ToHaveValueAsync("GM-UBND");
        await page.Locator("[name='Form.Number']").FillAsync($"{width}");
        await page.Locator("[name='Form.Signer']").FillAsync("Nguyễn Văn Mẫu");
        await page.Locator("[name='Form.Recipients']").FillAsync("Các thôn; Lưu: VT");
        await page.AssertReadableAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi vào sổ" }).ClickAsync();
        await page.NoticeAsync("vào sổ.");

        await page.GotoAsync($"/so-van-ban-di?tim=be+ngang+{width}");
        await Assertions.Expect(page.Locator("main tbody tr")).ToHaveCountAsync(1);
        await page.GotoAsync("/so-van-ban-di");
        await page.GetByRole(AriaRole.Link, new() { Name = "In sổ" }).ClickAsync();
        await Assertions.Expect(page.Locator(".register-book")).ToContainTextAsync(subject);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "In sổ" })).ToBeVisibleAsync();
        await page.AssertReadableAsync();
        await page.Context.CloseAsync();
    }
}

using Microsoft.Playwright;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>The second step of signing in, from the QR code to the door: every page of it is readable at both sizes.</summary>
public sealed class SecondFactorTests(Chromium chromium) : IAsyncDisposable
{
    private const string User = "chutich@xahuongson";

    private readonly SetClock clock = new(DateTimeOffset.UtcNow);
    private Portal? portal;

    public ValueTask DisposeAsync() => portal?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task TurnedOn_ThenSignedInWithTheCode(int width, int height)
    {
        portal = Portal.At(clock);
        var page = await chromium.OpenAsAsync(portal, User, width, height);
        await page.GotoAsync("/tai-khoan/xac-thuc-hai-buoc");
        await page.AssertReadableAsync();
        await page.GetByLabel("Mật khẩu đang dùng").FillAsync(Portal.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bật xác thực hai bước" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "Mã QR để thêm tài khoản vào ứng dụng xác thực" })).ToBeVisibleAsync();
        await page.AssertReadableAsync();
        var key = (await page.Locator("main code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);

        await page.GetByLabel("Mã xác nhận").FillAsync(AuthenticatorCode.Of(key, clock.Now));
        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận và bật" }).ClickAsync();
        await Assertions.Expect(page.Locator(".recovery-codes li")).ToHaveCountAsync(10);
        await page.AssertReadableAsync();

        clock.Now = clock.Now.AddSeconds(60);
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/dang-nhap");
        await page.GetByLabel("Tên đăng nhập").FillAsync(User);
        await page.GetByLabel("Mật khẩu").FillAsync(Portal.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await page.WaitForURLAsync("**/dang-nhap/ma-xac-nhan**");
        await page.AssertReadableAsync();
        await page.Locator("[name=Code]").FillAsync(AuthenticatorCode.Of(key, clock.Now));
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await page.AtHomeAsync();
        await page.Context.CloseAsync();
    }
}

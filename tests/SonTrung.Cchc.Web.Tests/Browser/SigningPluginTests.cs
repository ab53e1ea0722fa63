using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>Signing with the program of one's own computer: the page talks to a stand-in for it.</summary>
public sealed class SigningPluginTests(Chromium chromium) : IAsyncLifetime
{
    private const string Start = "Ký bằng phần mềm ký của máy";

    private readonly TestSignatures tokens = new();
    private SigningPlugin plugin = null!;

    public async ValueTask InitializeAsync() => plugin = await SigningPlugin.StartAsync(tokens);

    public async ValueTask DisposeAsync()
    {
        await plugin.DisposeAsync();
        tokens.Dispose();
    }

    [Fact]
    public async Task Chairman_ThenClerk_PressOneButtonEach()
    {
        await using var portal = await PrepareAsync(plugin.Address);
        var report = await SubmittedAsync(portal);

        var page = await chromium.OpenAsAsync(portal, "chutich@xahuongson");
        await page.GotoAsync($"{report}/ky");
        await page.AssertReadableAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Start }).ClickAsync();
        await page.NoticeAsync("Đã ký ban hành.");
        await Assertions.Expect(page.Locator(".page-head")).ToContainTextAsync("Đã ký");
        Assert.Equal(report, new Uri(page.Url).AbsolutePath);
        await page.Context.CloseAsync();

        using (var clerk = await portal.SignInAsync("vanthu@xahuongson"))
        {
            await ReportPath.ActAsync(clerk, report, "/cap-so", ("Issue.Number", "15"));
        }

        page = await chromium.OpenAsAsync(portal, "vanthu@xahuongson");
        await page.GotoAsync($"{report}/ky-co-quan");
        await page.AssertReadableAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Start }).ClickAsync();
        await page.NoticeAsync("Đã ký số cơ quan và phát hành.");
        await Assertions.Expect(page.Locator(".page-head")).ToContainTextAsync("Đã phát hành");
        await page.Context.CloseAsync();
        Assert.Equal(["", "15"], plugin.Told.Select(told => (string?)told["DocNumber"] ?? ""));
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task NoProgram_SaysSoAndPointsToTheOtherWay(int width, int height)
    {
        await using var portal = await PrepareAsync($"ws://127.0.0.1:{FreePort()}/");
        var page = await SigningPageAsync(portal, width, height);

        await page.GetByRole(AriaRole.Button, new() { Name = Start }).ClickAsync();

        await Assertions.Expect(page.Locator(".plugin-said")).ToContainTextAsync("Không thấy phần mềm ký số VGCA trên máy này.");
        await Assertions.Expect(page.Locator("progress")).ToBeHiddenAsync();
        await page.AssertReadableAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Cách khác: tải tệp về, ký rồi tải lên" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Tải tệp PDF" })).ToBeInViewportAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = Start })).ToBeEnabledAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Program_ThatRefuses_IsQuotedAndCanBeAskedAgain()
    {
        plugin.Refusal = (11, "Người dùng bỏ qua");
        await using var portal = await PrepareAsync(plugin.Address);
        var page = await SigningPageAsync(portal);

        await page.GetByRole(AriaRole.Button, new() { Name = Start }).ClickAsync();
        await Assertions.Expect(page.Locator(".plugin-said")).ToHaveTextAsync("Chưa ký được. Phần mềm ký báo: Người dùng bỏ qua (mã 11).");
        await page.AssertReadableAsync();

        using var stranger = tokens.Stranger();
        (plugin.Refusal, plugin.Token) = (null, stranger);
        await page.GetByRole(AriaRole.Button, new() { Name = Start }).ClickAsync();
        await Assertions.Expect(page.Locator(".plugin-said")).ToContainTextAsync("không phải chứng thư đã khai cho người ký này.");

        plugin.Token = null;
        await page.GetByRole(AriaRole.Button, new() { Name = Start }).ClickAsync();
        await page.NoticeAsync("Đã ký ban hành.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Wait_Stopped_TakesNoFileAfterwards()
    {
        plugin.IsLeftOpen = true;
        await using var portal = await PrepareAsync(plugin.Address);
        var page = await SigningPageAsync(portal);

        await page.GetByRole(AriaRole.Button, new() { Name = Start }).ClickAsync();
        await Assertions.Expect(page.Locator(".plugin-said")).ToContainTextAsync("Đang chờ ký ở cửa sổ của phần mềm ký");
        await Assertions.Expect(page.Locator("progress")).ToBeVisibleAsync();
        await page.AssertReadableAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Dừng lại" }).ClickAsync();
        await Assertions.Expect(page.Locator(".plugin-said")).ToContainTextAsync("Đã dừng.");

        var told = Assert.Single(plugin.Told);
        Assert.Equal(HttpStatusCode.NotFound, (await plugin.FetchAsync((string)told["FileName"]!)).StatusCode);
        await page.Context.CloseAsync();
    }

    private async Task<Portal> PrepareAsync(string address)
    {
        var portal = Portal.With(TimeProvider.System, ("Cchc:SigningPlugin", address));
        await tokens.PrepareAsync(portal);
        return portal;
    }

    private async Task<IPage> SigningPageAsync(Portal portal, int width = 1366, int height = 768)
    {
        var report = await SubmittedAsync(portal);
        var page = await chromium.OpenAsAsync(portal, "chutich@xahuongson", width, height);
        await page.GotoAsync($"{report}/ky");
        return page;
    }

    private static async Task<string> SubmittedAsync(Portal portal)
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        Assert.Equal(HttpStatusCode.Redirect, (await ReportPath.ActAsync(staff, report, "/trinh-ky")).StatusCode);
        return report;
    }

    /// <summary>A port on which nobody listens.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>What is typed into a form outlives "back", a closed window and an expired session, and is gone when it was saved or its person signed out.</summary>
public sealed class DraftTests(Chromium chromium, Portal portal) : IClassFixture<Portal>
{
    private const string Notice = ".draft-notice";

    [Theory]
    [InlineData("/hoat-dong/nhap", "Form.Place", "Ghi")]
    [InlineData("/ke-hoach/2026/nhiem-vu/them", "Form.ReportText", "Lưu nhiệm vụ")]
    [InlineData("/van-ban-can-cu/them", "Form.Issuer", "Ghi văn bản")]
    public async Task RefusedForm_Back_ShowsPagesAndKeepsEveryWord(string url, string field, string button)
    {
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson");
        await page.GotoAsync(url);
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(details => details.open = true)");
        await page.Locator($"[name='{field}']").FillAsync("Chữ gõ dở");
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator($"[name='{field}']")).ToHaveValueAsync("Chữ gõ dở");

        await page.GotoAsync("/bao-cao");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator($"[name='{field}']")).ToHaveValueAsync("Chữ gõ dở");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator($"[name='{field}']")).ToHaveValueAsync("Chữ gõ dở");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(Notice)).ToContainTextAsync("Đã đưa lại những gì bạn gõ dở");
        await Assertions.Expect(page.Locator($"[name='{field}']")).ToHaveValueAsync("Chữ gõ dở");
        await page.AssertReadableAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Bỏ phần gõ dở" }).ClickAsync();
        await Assertions.Expect(page.Locator($"[name='{field}']")).ToHaveValueAsync("");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(Notice)).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task ActivityForm_WindowClosedThenSessionExpired_IsSavedAtLastAndForgotten(int width, int height)
    {
        // Unlike each other: the portal asks about likely duplicates.
        var (title, place, figure) = width == 360 ? ("Phát thanh ở chợ", "Chợ Phố Châu", "2.468") : ("Gõ dở rồi mất điện", "Thôn Tây Sơn", "1.234");
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);
        await page.GotoAsync("/hoat-dong/nhap");
        await page.GetByLabel("Nội dung hoạt động").FillAsync(title);
        await page.GetByLabel("Địa điểm").FillAsync(place);
        await page.GetByText("Truyền thanh cơ sở", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("lượt phát").FillAsync(figure);
        await page.GetByText("Thêm chi tiết").ClickAsync();
        await page.GetByLabel("Nêu riêng trong báo cáo").CheckAsync();
        while (!(await page.EvaluateAsync<string>("JSON.stringify(localStorage)")).Contains("IsHighlighted", StringComparison.Ordinal))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        var again = await page.Context.NewPageAsync();
        await page.CloseAsync(new() { RunBeforeUnload = false });

        page = again;
        await page.GotoAsync("/hoat-dong/nhap");
        await Assertions.Expect(page.Locator(Notice)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Nội dung hoạt động")).ToHaveValueAsync(title);
        await Assertions.Expect(page.GetByLabel("lượt phát")).ToHaveValueAsync(figure);
        await Assertions.Expect(page.GetByLabel("Nêu riêng trong báo cáo")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Nêu riêng trong báo cáo")).ToBeCheckedAsync();
        await page.AssertReadableAsync();

        foreach (var cookie in (await page.Context.CookiesAsync()).Where(cookie => !cookie.Name.Contains("antiforgery", StringComparison.Ordinal)).ToList())
        {
            await page.Context.ClearCookiesAsync(new() { Name = cookie.Name });
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi", Exact = true }).ClickAsync();
        await page.GetByLabel("Tên đăng nhập").FillAsync("canbo@xahuongson");
        await page.GetByLabel("Mật khẩu").FillAsync(Portal.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await page.WaitForURLAsync("**/hoat-dong/nhap");
        await Assertions.Expect(page.GetByLabel("Nội dung hoạt động")).ToHaveValueAsync(title);

        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = title })).ToBeVisibleAsync();
        await page.GotoAsync("/hoat-dong/nhap");
        await Assertions.Expect(page.Locator(Notice)).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByLabel("Nội dung hoạt động")).ToHaveValueAsync("");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task FoldedChannelAndDetails_PutBack_StandOpen()
    {
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson");
        await page.GotoAsync("/hoat-dong/nhap");
        var folded = page.Locator(".chip-fold label").Last;
        await page.Locator(".chip-fold summary").ClickAsync();
        await folded.ClickAsync();
        await page.GetByText("Thêm chi tiết").ClickAsync();
        await page.GetByLabel("Số người").FillAsync("77");
        while (!(await page.EvaluateAsync<string>("JSON.stringify(localStorage)")).Contains("PeopleReached", StringComparison.Ordinal))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await page.ReloadAsync();

        await Assertions.Expect(folded).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Số người")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Số người")).ToHaveValueAsync("77");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Số người")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task SignOut_WithSomethingUnsaved_AsksAndThenForgetsIt()
    {
        var page = await chromium.OpenAsAsync(portal, "vanthu@xahuongson");
        await page.GotoAsync("/ton-tai-han-che/them");
        await page.GetByLabel("Nội dung").FillAsync("Câu riêng của văn thư");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Thôi, quay lại" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Nội dung")).ToHaveValueAsync("Câu riêng của văn thư");

        await page.ConfirmAsync("Đăng xuất");

        await page.WaitForURLAsync("**/dang-nhap");
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Draft_OfOnePerson_IsNotShownToAnother()
    {
        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson");
        await page.GotoAsync("/ton-tai-han-che/them");
        await page.GetByLabel("Nội dung").FillAsync("Câu riêng của cán bộ");
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/dang-nhap");
        await page.GetByLabel("Tên đăng nhập").FillAsync("vanthu@xahuongson");
        await page.GetByLabel("Mật khẩu").FillAsync(Portal.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();

        await page.GotoAsync("/ton-tai-han-che/them");

        await Assertions.Expect(page.GetByLabel("Nội dung")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator(Notice)).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }
}

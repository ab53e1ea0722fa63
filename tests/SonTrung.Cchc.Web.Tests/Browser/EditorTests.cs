using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>Writing the report in place: what is typed is never lost.</summary>
public sealed class EditorTests(Chromium chromium, Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(1366, 768)]
    [InlineData(360, 740)]
    public async Task Typing_IsSavedByItself_AndStandsThereAfterALoad(int width, int height)
    {
        var page = await OpenEditorAsync(width, height);
        var line = page.Locator(".line-dash textarea").Nth(width == 360 ? 1 : 2);
        var text = $"Câu gõ ở màn hình {width}";

        await line.FillAsync(text);

        await Assertions.Expect(page.Locator("#da-luu")).ToContainTextAsync("Đã lưu lúc", new() { Timeout = 10_000 });
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join("; ", found.Violations.Select(rule => $"{rule.Id} {rule.Nodes[0].Html}")));
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".line-dash textarea").Nth(width == 360 ? 1 : 2)).ToHaveValueAsync(text);
    }

    [Fact]
    public async Task Typing_IsSentWithinTwoSecondsOfTheLastKey_WithoutAnotherKeyOrClick()
    {
        var page = await OpenEditorAsync(1366, 768);
        var now = DateTime.UtcNow;
        await page.Clock.InstallAsync(new() { TimeDate = now });
        await page.ReloadAsync();
        await page.Clock.PauseAtAsync(now.AddHours(1));
        var sent = 0;
        page.Request += (_, request) => sent += request.Method == "POST" && request.Url.Contains("/soan/", StringComparison.Ordinal) ? 1 : 0;
        var line = page.Locator(".line-dash textarea").Nth(10);

        await line.FillAsync("Câu tự lưu trong hai giây");
        Assert.Equal(0, sent);
        await page.RunAndWaitForRequestAsync(
            () => page.Clock.RunForAsync(2000),
            request => request.Method == "POST" && request.Url.Contains("/soan/", StringComparison.Ordinal));

        await Assertions.Expect(page.Locator("#da-luu")).ToContainTextAsync("Đã lưu lúc", new() { Timeout = 10_000 });
        await Assertions.Expect(line).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Keys_MoveIndentAndAdd_WithoutLeavingTheLine()
    {
        var page = await OpenEditorAsync(1366, 768);
        var line = page.Locator(".line-dash textarea").Nth(4);
        await line.FillAsync("Câu được chuyển bằng phím");
        await line.PressAsync("Alt+Shift+ArrowUp");
        await Assertions.Expect(page.Locator("#da-luu")).ToContainTextAsync("Đã chuyển dòng", new() { Timeout = 10_000 });
        Assert.Equal("Câu được chuyển bằng phím", await FocusedAsync(page));

        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#da-luu")).ToContainTextAsync("Đã thêm dòng", new() { Timeout = 10_000 });
        Assert.Equal("", await FocusedAsync(page));
        await page.Keyboard.TypeAsync("Dòng mới dưới câu vừa chuyển");
        await page.Keyboard.PressAsync("Alt+Shift+ArrowRight");
        await Assertions.Expect(page.Locator("#da-luu")).ToContainTextAsync("Đã đổi cấp dòng", new() { Timeout = 10_000 });

        await Assertions.Expect(page.Locator(".line-plus textarea").Filter(new() { HasText = "Dòng mới dưới câu vừa chuyển" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Mouse_DragsALineAboveAndBelowOthers_AndSaysSoOnlyWhenItMoved()
    {
        var page = await OpenEditorAsync(1366, 768);
        var element = await page.Locator(".line-dash").Nth(4).GetAttributeAsync("data-element");
        var lines = page.Locator($".line-dash[data-element='{element}']");
        var first = await lines.First.GetAttributeAsync("id");
        var second = await lines.Nth(1).GetAttributeAsync("id");
        var height = (await lines.Nth(1).BoundingBoxAsync())!.Height;

        await lines.First.Locator(".line-mark").DragToAsync(lines.Nth(1), new() { TargetPosition = new() { X = 200, Y = height - 4 } });
        await Assertions.Expect(page.Locator("#da-luu")).ToContainTextAsync("Đã chuyển dòng");
        await Assertions.Expect(lines.First).ToHaveAttributeAsync("id", second!);
        await Assertions.Expect(lines.Nth(1)).ToHaveAttributeAsync("id", first!);

        await lines.Nth(1).Locator(".line-mark").DragToAsync(lines.First, new() { TargetPosition = new() { X = 200, Y = 4 } });
        await Assertions.Expect(lines.First).ToHaveAttributeAsync("id", first!);

        await lines.First.Locator("textarea").PressAsync("Alt+Shift+ArrowUp");
        await Assertions.Expect(page.Locator("#da-luu")).ToContainTextAsync("Dòng vẫn ở chỗ cũ");
    }

    [Fact]
    public async Task AutomaticText_TakenBackOverAnEditedLine_AsksFirst()
    {
        var page = await OpenEditorAsync(1366, 768);
        var line = page.Locator("#" + await page.Locator(".line-dash").Nth(8).GetAttributeAsync("id"));
        await line.Locator("textarea").FillAsync("Câu sửa tay, đừng bỏ");
        await Assertions.Expect(page.Locator("#da-luu")).ToContainTextAsync("Đã lưu lúc", new() { Timeout = 10_000 });
        await Assertions.Expect(line.GetByText("Đã sửa tay")).ToBeVisibleAsync();
        await line.Locator("summary").ClickAsync();
        await line.Locator(".line-acts").GetByRole(AriaRole.Button, new() { Name = "Lấy lại câu tự động" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Thôi, quay lại" }).ClickAsync();
        await Assertions.Expect(line.Locator("textarea")).ToHaveValueAsync("Câu sửa tay, đừng bỏ");

        await page.ConfirmAsync("Lấy lại câu tự động");

        await Assertions.Expect(page.Locator("#da-luu")).ToContainTextAsync("Đã lấy lại dòng");
        Assert.NotEqual("Câu sửa tay, đừng bỏ", await line.Locator("textarea").InputValueAsync());
    }

    [Fact]
    public async Task ExpiredSession_KeepsTheText_AndSavesItAfterSigningInAgain()
    {
        var page = await OpenEditorAsync(1366, 768);
        var session = (await page.Context.CookiesAsync()).Where(cookie => !cookie.Name.Contains("antiforgery", StringComparison.Ordinal)).ToList();
        foreach (var cookie in session)
        {
            await page.Context.ClearCookiesAsync(new() { Name = cookie.Name });
        }

        await page.Locator(".line-dash textarea").Nth(5).FillAsync("Câu gõ khi phiên đã hết");
        await Assertions.Expect(page.Locator("#da-luu a")).ToBeVisibleAsync(new() { Timeout = 10_000 });
        var again = await page.Context.NewPageAsync();
        await again.GotoAsync("/dang-nhap");
        await again.GetByLabel("Tên đăng nhập").FillAsync("canbo@xahuongson");
        await again.GetByLabel("Mật khẩu").FillAsync(Portal.Password);
        await again.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await again.AtHomeAsync();

        await Assertions.Expect(page.Locator("#da-luu")).ToContainTextAsync("Đã lưu lúc", new() { Timeout = 20_000 });
        Assert.True(await portal.ReadAsync(db => db.ReportLines.AnyAsync(line => line.Text == "Câu gõ khi phiên đã hết", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task TwoTabs_OnOneLine_ShowBothTextsUntilOneIsChosen()
    {
        var page = await OpenEditorAsync(1366, 768);
        var id = await page.Locator(".line-dash").Nth(6).GetAttributeAsync("id");
        var first = page.Locator($"#{id} textarea");
        // Another computer, so that no message of the browser brings the tabs together.
        var other = await OpenEditorAsync(1366, 768);
        await other.Locator($"#{id} textarea").FillAsync("Câu của máy kia");
        await Assertions.Expect(other.Locator("#da-luu")).ToContainTextAsync("Đã lưu lúc", new() { Timeout = 10_000 });

        await first.FillAsync("Câu của máy này");
        var conflict = page.Locator($"#{id} .line-conflict");
        await Assertions.Expect(conflict).ToContainTextAsync("Câu của máy kia", new() { Timeout = 10_000 });
        Assert.Equal("Câu của máy này", await first.InputValueAsync());
        await conflict.GetByRole(AriaRole.Button, new() { Name = "Giữ chữ của tôi" }).ClickAsync();

        await Assertions.Expect(page.Locator("#da-luu")).ToContainTextAsync("Đã lưu lúc", new() { Timeout = 10_000 });
        await other.ReloadAsync();
        await Assertions.Expect(other.Locator($"#{id} textarea")).ToHaveValueAsync("Câu của máy này");
    }

    [Fact]
    public async Task LostConnection_ThenReload_PutsTheTextBackAndSavesIt()
    {
        var page = await OpenEditorAsync(1366, 768);
        var id = await page.Locator(".line-dash").Nth(7).GetAttributeAsync("id");
        await page.RouteAsync("**/soan/*", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await page.Locator($"#{id} textarea").FillAsync("Câu gõ khi mất mạng");
        await Assertions.Expect(page.Locator("#da-luu")).ToContainTextAsync("Chưa lưu được", new() { Timeout = 10_000 });

        await page.UnrouteAllAsync();
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator("#da-luu")).ToContainTextAsync("Đã lưu lúc", new() { Timeout = 10_000 });
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator($"#{id} textarea")).ToHaveValueAsync("Câu gõ khi mất mạng");
    }

    [Theory]
    [InlineData("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };")]
    [InlineData("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('off', 'SecurityError'); } });")]
    public async Task Typing_WithStorageFullOrOff_IsSavedAllTheSame(string storage)
    {
        var page = await OpenEditorAsync(1366, 768);
        await page.AddInitScriptAsync(storage);
        await page.ReloadAsync();
        var text = $"Câu gõ khi kho của trình duyệt {(storage.StartsWith('S') ? "đầy" : "tắt")}";

        await page.Locator(".line-dash textarea").Nth(9).FillAsync(text);

        await Assertions.Expect(page.Locator("#da-luu")).ToContainTextAsync("Đã lưu lúc", new() { Timeout = 10_000 });
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".line-dash textarea").Nth(9)).ToHaveValueAsync(text);
    }

    [Fact]
    public async Task TextOfALineThatIsGone_StaysOverReloads_UntilItIsLetGo()
    {
        var page = await OpenEditorAsync(1366, 768);
        await page.EvaluateAsync("""
            () => {
              const { user, report } = document.getElementById("soan").dataset;
              localStorage.setItem(`cchc:${user}:${report}:999999999`, JSON.stringify({ text: "Câu của dòng đã mất", endMark: "", version: "" }));
            }
            """);
        var rescued = page.Locator("[data-rescued-line]");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await page.ReloadAsync();
            await Assertions.Expect(rescued).ToHaveCountAsync(1);
            await Assertions.Expect(rescued).ToContainTextAsync("Câu của dòng đã mất");
        }

        await rescued.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(rescued).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".line-dash").First).ToBeVisibleAsync();
        await Assertions.Expect(rescued).ToHaveCountAsync(0);
    }

    private async Task<IPage> OpenEditorAsync(int width, int height)
    {
        string report;
        using (var staff = await portal.SignInAsync("canbo@xahuongson"))
        {
            report = await ReportPath.OpenAsync(staff);
        }

        var page = await chromium.OpenAsAsync(portal, "canbo@xahuongson", width, height);
        await page.GotoAsync($"{report}/soan");
        return page;
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.value");
}

using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Browser;

/// <summary>What administrators do, on an office screen and on a phone.</summary>
public sealed class AdministrationTests(Chromium chromium, Portal portal) : IClassFixture<Portal>
{
    private const string OwnPassword = "Cua-rieng-toi-2026";

    public static TheoryData<int, int> Sizes() => new() { { 1366, 768 }, { 360, 740 } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task NewUser_WithAOneTimePassword_SignsInAndChoosesAnother(int width, int height)
    {
        var userName = $"moi.{width}@xahuongson";
        var admin = await OpenAsync("quantri@xahuongson", width, height, "/quan-tri");
        await admin.GetByRole(AriaRole.Link, new() { Name = "Người dùng" }).ClickAsync();
        await admin.GetByRole(AriaRole.Link, new() { Name = "Thêm người dùng" }).ClickAsync();
        await admin.GetByLabel("Họ và tên").FillAsync("Đoàn Thị Mẫu Mới");
        await admin.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await admin.GetByText("Cán bộ: nhập số liệu").ClickAsync();
        await ClickAsync(admin, "Ghi");
        var password = await admin.Locator(".one-time-password").InnerTextAsync();
        await admin.AssertReadableAsync();

        var person = await chromium.OpenAsync(portal.Address, width, height);
        await SignInAsync(person, userName, password);
        await person.WaitForURLAsync("**/tai-khoan/mat-khau");
        await person.GotoAsync("/hoat-dong");
        await Assertions.Expect(person).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/tai-khoan/mat-khau$"));
        await person.GetByLabel("Mật khẩu được cấp").FillAsync(password);
        await person.GetByLabel("Mật khẩu mới (bắt buộc)", new() { Exact = true }).FillAsync(OwnPassword);
        await person.GetByLabel("Nhập lại mật khẩu mới").FillAsync(OwnPassword);
        await ClickAsync(person, "Đổi mật khẩu");
        await Assertions.Expect(person.GetByText("Đã đổi mật khẩu.")).ToBeVisibleAsync();
        await person.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await SignInAsync(person, userName, OwnPassword);
        await Assertions.Expect(person.GetByRole(AriaRole.Link, new() { Name = "Nhập hoạt động" }).First).ToBeVisibleAsync();
        await CloseAsync(admin, person);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Leaver_HandsTheWorkOver_AndSignsInNoMore(int width, int height)
    {
        var (leaver, name, password, item) = await NewColleagueWithALineAsync(width);
        var admin = await OpenAsync("quantri@xahuongson", width, height, $"/quan-tri/nguoi-dung/{leaver}");
        await admin.GetByRole(AriaRole.Link, new() { Name = "Cho nghỉ, bàn giao" }).ClickAsync();
        await Assertions.Expect(admin.GetByText(item)).ToBeVisibleAsync();
        await admin.AssertReadableAsync();
        await admin.GetByLabel("Người nhận việc").SelectOptionAsync(new SelectOptionValue { Label = "Nguyễn Thị Mẫu Hà" });
        await ConfirmAsync(admin, "Cho nghỉ, bàn giao");
        await Assertions.Expect(admin.GetByText("Đã đóng tài khoản và bàn giao việc.")).ToBeVisibleAsync();
        await Assertions.Expect(admin.GetByText("Đã nghỉ.")).ToBeVisibleAsync();

        var person = await chromium.OpenAsync(portal.Address, width, height);
        await SignInAsync(person, name, password);
        await Assertions.Expect(person.Locator(".error-summary")).ToBeVisibleAsync();
        Assert.Equal("Nguyễn Thị Mẫu Hà", await portal.ReadAsync(db => db.PlanItems.Where(row => row.Title == item)
            .Join(db.Users, row => row.ResponsibleId, user => user.Id, (_, user) => user.FullName).FirstAsync(Cancellation)));
        await CloseAsync(admin, person);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Letterhead_ChangedUnderItsPreview_StandsInTheReport(int width, int height)
    {
        var place = $"Hương Sơn {width}";
        var admin = await OpenAsync("quantri@xahuongson", width, height, "/quan-tri/tieu-de");
        await admin.Locator("main table a").First.ClickAsync();
        var preview = admin.Locator("#xem-truoc .doc");
        await Assertions.Expect(preview).Not.ToContainTextAsync(place);

        await admin.GetByLabel("Địa danh").FillAsync(place);
        await Assertions.Expect(preview).ToContainTextAsync($"{place}, ngày");
        await admin.GetByLabel("Tên cơ quan ở đầu văn bản").FillAsync($"ỦY BAN NHÂN DÂN\nXÃ HƯƠNG SƠN {width}");
        await Assertions.Expect(preview).ToContainTextAsync($"XÃ HƯƠNG SƠN {width}");
        await admin.AssertReadableAsync();
        await ClickAsync(admin, "Ghi");
        await Assertions.Expect(admin.GetByText("Đã lưu")).ToBeVisibleAsync();

        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await OpenAsync("canbo@xahuongson", width, height, await ReportPath.OpenAsync(staff));
        await Assertions.Expect(report.Locator(".doc")).ToContainTextAsync($"{place}, ngày");
        await Assertions.Expect(report.Locator(".doc-agency").Last).ToHaveTextAsync($"XÃ HƯƠNG SƠN {width}");
        await CloseAsync(admin, report);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Outline_CopiedAndChanged_ShowsInItsPreview(int width, int height)
    {
        var sentence = $"Câu riêng của xã trong đề cương {width}.";
        var admin = await OpenAsync("quantri@xahuongson", width, height, "/quan-tri/de-cuong");
        await admin.Locator("main table a").First.ClickAsync();
        await admin.GetByLabel("Dùng từ ngày").FillAsync($"01/01/{2030 + (width % 7)}");
        await ConfirmAsync(admin, "Sao");
        await Assertions.Expect(admin.GetByText("Đã sao đề cương.")).ToBeVisibleAsync();
        await admin.Locator(".outline textarea").First.FillAsync(sentence);
        await admin.AssertReadableAsync();
        await ClickAsync(admin, "Ghi");
        await Assertions.Expect(admin.GetByText("Đã lưu đề cương.")).ToBeVisibleAsync();

        await admin.GetByRole(AriaRole.Link, new() { Name = "Xem với số liệu của cơ quan" }).ClickAsync();

        await Assertions.Expect(admin.Locator(".doc")).ToContainTextAsync(sentence);
        await CloseAsync(admin);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task NextYear_Opened_StandsInTheListWithItsDays(int width, int height)
    {
        var admin = await OpenAsync("quantri@xahuongson", width, height, "/quan-tri/ky-bao-cao");
        var open = admin.GetByRole(AriaRole.Link, new() { Name = "Mở năm" });
        var year = int.Parse((await open.InnerTextAsync()).Trim().Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
        await open.ClickAsync();
        await Assertions.Expect(admin.GetByLabel("Năm báo cáo")).ToHaveValueAsync($"{year}");
        await ConfirmAsync(admin, "Ghi");

        var row = admin.Locator("main tbody tr").First;
        await Assertions.Expect(row).ToContainTextAsync($"{year}");
        await Assertions.Expect(row).ToContainTextAsync($"15/12/{year - 1}");
        await Assertions.Expect(row).ToContainTextAsync($"14/12/{year}");
        await Assertions.Expect(admin.GetByRole(AriaRole.Link, new() { Name = $"Mở năm {year + 1}" })).ToBeVisibleAsync();
        await CloseAsync(admin);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task WayOfWork_Switched_ChangesWhatTheStaffCanDo(int width, int height)
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await OpenAsync("canbo@xahuongson", width, height, await ReportPath.OpenAsync(staff));
        await Assertions.Expect(Button(report, "Trình ký")).ToBeVisibleAsync();
        var admin = await OpenAsync("quantri@xahuongson", width, height, "/quan-tri");

        foreach (var isOn in new[] { true, false })
        {
            await admin.GetByRole(AriaRole.Link, new() { Name = "Cách làm việc" }).ClickAsync();
            await admin.GetByLabel("Kiểm tra nội dung và thể thức").SetCheckedAsync(isOn);
            await ClickAsync(admin, "Ghi");
            await Assertions.Expect(admin.GetByText("Đã lưu cài đặt.")).ToBeVisibleAsync();
            await admin.GotoAsync("/quan-tri");

            await report.ReloadAsync();
            await Assertions.Expect(Button(report, isOn ? "Trình kiểm tra" : "Trình ký")).ToBeVisibleAsync();
            await Assertions.Expect(Button(report, isOn ? "Trình ký" : "Trình kiểm tra")).ToHaveCountAsync(0);
        }

        await CloseAsync(admin, report);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Audit_Searched_IsTakenAwayAsItIsShown(int width, int height)
    {
        var admin = await OpenAsync("quantri@xahuongson", width, height, "/quan-tri");
        await admin.GetByRole(AriaRole.Link, new() { Name = "Nhật ký hệ thống" }).ClickAsync();
        await admin.GetByLabel("Việc").SelectOptionAsync("Thêm");
        await admin.GetByLabel("Loại nội dung").SelectOptionAsync("tài khoản");
        await ClickAsync(admin, "Lọc");
        await admin.WaitForURLAsync("**/nhat-ky?**");
        var rows = admin.Locator("main tbody tr");
        var shown = await rows.CountAsync();
        Assert.True(shown >= 5, $"{shown} rows");
        await rows.First.GetByText("Chi tiết (").ClickAsync();
        await Assertions.Expect(rows.First.GetByText("Mọi việc trên dòng này")).ToBeVisibleAsync();
        await admin.AssertReadableAsync();

        var download = await admin.RunAndWaitForDownloadAsync(() => admin.GetByRole(AriaRole.Link, new() { Name = "Tải CSV" }).ClickAsync());

        var lines = (await File.ReadAllTextAsync(await download.PathAsync(), Encoding.UTF8, Cancellation)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(shown, lines.Count(line => line.Contains("Thêm tài khoản", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.Contains("Thêm dòng của báo cáo", StringComparison.Ordinal));
        await CloseAsync(admin);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task NewCommune_WithItsSuperior_GetsItsFirstAdministrator(int width, int height)
    {
        var (name, userName) = ($"UBND xã Kim Hoa {width}", $"quantri@kimhoa{width}");
        var system = await OpenAsync("hethong@cchc", width, height, "/quan-tri");
        await system.GetByRole(AriaRole.Link, new() { Name = "Cơ quan", Exact = true }).ClickAsync();
        await system.GetByRole(AriaRole.Link, new() { Name = "Thêm cơ quan" }).ClickAsync();
        await system.GetByLabel("Tên trong danh sách").FillAsync(name);
        await system.GetByLabel("Mã (bắt buộc)").FillAsync($"kim-hoa-{width}");
        await system.GetByText("Cấp xã: lập báo cáo").ClickAsync();
        await system.GetByLabel("Cơ quan cấp trên").SelectOptionAsync(new SelectOptionValue { Label = "Sở Nội vụ tỉnh Hà Tĩnh (dữ liệu mẫu)" });
        await system.GetByLabel("Từ ngày").FillAsync("01/07/2025");
        await ClickAsync(system, "Ghi");

        await Assertions.Expect(system.GetByText("Tạo luôn tài khoản đầu tiên")).ToBeVisibleAsync();
        await Assertions.Expect(system.GetByLabel("Cơ quan").Locator("option:checked")).ToHaveTextAsync(name);
        await Assertions.Expect(system.GetByLabel("Quản trị: người dùng")).ToBeCheckedAsync();
        await system.GetByLabel("Họ và tên").FillAsync("Hà Văn Mẫu Đầu");
        await system.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await ClickAsync(system, "Ghi");
        var password = await system.Locator(".one-time-password").InnerTextAsync();

        var first = await chromium.OpenAsync(portal.Address, width, height);
        await SignInAsync(first, userName, password);
        await first.GetByLabel("Mật khẩu được cấp").FillAsync(password);
        await first.GetByLabel("Mật khẩu mới (bắt buộc)", new() { Exact = true }).FillAsync(OwnPassword);
        await first.GetByLabel("Nhập lại mật khẩu mới").FillAsync(OwnPassword);
        await ClickAsync(first, "Đổi mật khẩu");
        await first.GotoAsync("/");
        await Assertions.Expect(first.GetByText("Chuẩn bị để lập báo cáo đầu tiên")).ToBeVisibleAsync();
        await first.GotoAsync("/quan-tri/tieu-de/moi");
        await Assertions.Expect(first.GetByLabel("In là, Dòng 1")).ToHaveValueAsync("Sở Nội vụ tỉnh Hà Tĩnh (dữ liệu mẫu)");
        await first.AssertReadableAsync();

        await system.GotoAsync("/quan-tri/co-quan");
        await system.Locator("tbody tr", new() { HasText = name }).GetByRole(AriaRole.Link, new() { Name = "Sở Nội vụ tỉnh Hà Tĩnh (dữ liệu mẫu)" }).ClickAsync();
        await Assertions.Expect(system.Locator("main tbody tr")).ToContainTextAsync("từ 01/07/2025");
        await system.AssertReadableAsync();
        await CloseAsync(system, first);
    }

    private async Task<IPage> OpenAsync(string userName, int width, int height, string url)
    {
        var page = await chromium.OpenAsAsync(portal, userName, width, height);
        await page.GotoAsync(url);
        return page;
    }

    /// <summary>Somebody new who answers for a line of this year's plan.</summary>
    private async Task<(long Id, string UserName, string Password, string Item)> NewColleagueWithALineAsync(int width)
    {
        var userName = $"sapnghi.{width}@xahuongson";
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var made = await admin.SubmitAsync(
            await admin.PageAsync("/quan-tri/nguoi-dung/them"), "/them",
            ("Form.FullName", $"Phan Văn Mẫu Nghỉ {width}"), ("Form.UserName", userName), ("Form.Duties", "Staff"));
        var password = (await admin.PageAsync(made.Headers.Location!.OriginalString)).QuerySelector(".one-time-password")!.TextContent;
        using (var colleague = portal.Visit())
        {
            await colleague.SignInAsync(userName, password);
        }

        return await portal.ReadAsync(async db =>
        {
            var user = await db.Users.SingleAsync(row => row.UserName == userName, Cancellation);
            var item = await db.PlanItems.Where(row => row.AgencyId == user.AgencyId && row.Plan!.Year == 2026).OrderBy(row => row.Id)
                .Skip(width % 5).FirstAsync(Cancellation);
            item.ResponsibleId = user.Id;
            await db.SaveChangesAsync(Cancellation);
            return (user.Id, userName, password, item.Title);
        });
    }

    private static async Task SignInAsync(IPage page, string userName, string password)
    {
        await page.GotoAsync("/dang-nhap");
        await page.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await page.GetByLabel("Mật khẩu").FillAsync(password);
        await ClickAsync(page, "Đăng nhập");
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static Task ClickAsync(IPage page, string button) => Button(page, button).ClickAsync();

    private static async Task ConfirmAsync(IPage page, string button)
    {
        await ClickAsync(page, button);
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    private static async Task CloseAsync(params IPage[] pages)
    {
        foreach (var page in pages)
        {
            await page.Context.CloseAsync();
        }
    }
}

using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Imports;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>
/// The samples after people have been at work: of everything that can be deleted one is, somebody has left, somebody is locked out,
/// figures are being collected. What only shows in such states is then there to be looked at.
/// </summary>
public sealed class UsedPortal : IAsyncLifetime
{
    public Portal Portal { get; } = new();

    /// <summary>Pages already judged, by their elements, for tests that look at very many.</summary>
    public HashSet<string> ShapesSeen { get; } = [];

    public async ValueTask InitializeAsync()
    {
        using var staff = await Portal.SignInAsync("canbo@xahuongson");
        foreach (var list in new[] { "/hoat-dong", "/van-ban-can-cu", "/ton-tai-han-che", "/phuong-huong-nhiem-vu", "/so-lieu-khac", "/ke-hoach/2026" })
        {
            await DeleteOneAsync(staff, list);
        }

        using (var clerk = await Portal.SignInAsync("vanthu@xahuongson"))
        {
            await DeleteOneAsync(clerk, "/so-van-ban-di");
        }

        await SubmitAsync(staff, "/ton-tai-han-che/them", "/them", ("Form.Text", "Loa truyền thanh thôn Mai Hà hỏng nhiều tháng."));
        var report = await ReportPath.OpenAsync(staff);
        await SubmitAsync(staff, $"{report}/thu-thap", "/thu-thap", ("Form.ClosesOn", "14/12/2026"));

        // One import is done, one waits with everything that can be wrong in it.
        const string headings = "Ngày\tNội dung\tPhương tiện\tSố người\tSố xe\n";
        await SubmitAsync(
            staff, "/hoat-dong/nhap-excel", "/hoat-dong/nhap-excel",
            ("Text", headings + "02/11/2026\tPhát thanh về chứng thực\tTruyền thanh cơ sở\t40\t1\n03/11/2026\tSai số người\tTruyền thanh cơ sở\tmười\t"));
        await SubmitAsync(staff, await WaitingImportAsync(), "/nhap");
        await SubmitAsync(
            staff, "/hoat-dong/nhap-excel", "/hoat-dong/nhap-excel",
            ("Text", headings + "02/11/2026\tPhát thanh về chứng thực\tTruyền thanh cơ sở\t40\t\n04/11/2026\tTên lạ\tLoa phường\t5\t\n05/11/2026\tNhập được\tTruyền thanh cơ sở\t6\t"));

        await OldPaper.BringAsync(staff, 2022);
        await OldPaper.WriteAsync(staff, await OldPaper.BringAsync(staff, 2021));

        using (var neighbour = await Portal.SignInAsync("canbo@sontay"))
        {
            await SubmitAsync(
                neighbour, "/van-ban-can-cu/them", "/them",
                ("Form.Kind", "Kế hoạch"), ("Form.Number", "7/KH-UBND"), ("Form.IssuedOn", "12/01/2026"), ("Form.IsOwn", "true"), ("Form.Subject", "Tuyên truyền cải cách hành chính năm 2026"));
        }

        using (var office = await Portal.SignInAsync("sonoivu@hatinh"))
        {
            // A request whose day is over, so that something is late; of what can be taken back one is.
            await SubmitAsync(office, "/dot-bao-cao/them", "/them", Request("1201/SNV-CCHC", "q3", "01/10/2026"));
            await SubmitAsync(office, "/dot-bao-cao/them", "/them", Request("1200/SNV-CCHC", "q2", "01/07/2026"));
            var withdrawn = await Portal.ReadAsync(db => db.ReportRequests.Where(row => row.Number == "1200/SNV-CCHC").Select(row => row.Id).SingleAsync(TestContext.Current.CancellationToken));
            await SubmitAsync(office, $"/dot-bao-cao/{withdrawn}", "/xoa");
            var commune = await Portal.ReadAsync(db => db.Agencies.Where(agency => agency.Code == "xa-tu-my").Select(agency => agency.Id).SingleAsync(TestContext.Current.CancellationToken));
            foreach (var number in new[] { "21/BC-UBND", "22/BC-UBND" })
            {
                await SubmitAsync(
                    office, "/theo-doi/ngoai-cong/them", "/them", ("Form.CommuneId", $"{commune}"), ("Form.Span", "q3"), ("Form.Number", number), ("Form.IssuedOn", "01/10/2026"),
                    ("Form.ArrivedOn", "05/10/2026"));
            }

            await DeleteOneAsync(office, "/theo-doi/ngoai-cong");
        }

        using var admin = await Portal.SignInAsync("quantri@xahuongson");
        await SubmitAsync(
            admin, "/quan-tri/nguoi-dung/them", "/them", ("Form.FullName", "Đinh Văn Mẫu Khóa"), ("Form.UserName", "khoa@xahuongson"), ("Form.Duties", "Staff"));
        await SubmitAsync(
            admin, "/quan-tri/nguoi-dung/them", "/them", ("Form.FullName", "Đinh Văn Mẫu Nghỉ"), ("Form.UserName", "nghi@xahuongson"), ("Form.Duties", "Staff"));
        var leaver = await IdAsync("nghi@xahuongson");
        await SubmitAsync(admin, $"/quan-tri/nguoi-dung/{leaver}/nghi", "/nghi");
        await Portal.ReadAsync(async db =>
        {
            var locked = await db.Users.SingleAsync(user => user.UserName == "khoa@xahuongson", TestContext.Current.CancellationToken);
            locked.LockoutEnd = DateTimeOffset.UtcNow.AddDays(1);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await SubmitAsync(admin, "/quan-tri/he-thong-ket-noi/them", "/them", ("Form.Name", "Hệ thống báo cáo của tỉnh"), ("Form.Scopes", "Reports"));
        await SubmitAsync(admin, "/quan-tri/tieu-de/moi", "/moi", ("Form.ValidFrom", "01/01/2099"));

        // Of what is set up for days to come nothing is used yet, so it can be taken away.
        await SubmitAsync(admin, "/quan-tri/bo-phan/them", "/them", ("Form.Name", "Bộ phận Tiếp dân"), ("Form.ValidFrom", "01/01/2099"));
        await SubmitAsync(
            admin, "/quan-tri/nguoi-ky/them", "/them",
            ("Form.FullName", "Đinh Văn Mẫu Ký"), ("Form.Capacity", "Acting"), ("Form.Post", "chủ tịch"), ("Form.ValidFrom", "01/01/2099"));
        var outline = await Portal.ReadAsync(db => db.OutlineTemplates.Where(row => row.AgencyId == null).Select(row => row.Id).FirstAsync(TestContext.Current.CancellationToken));
        await SubmitAsync(admin, $"/quan-tri/de-cuong/{outline}", "/sao", ("validFrom", "01/01/2099"));
        await SubmitAsync(admin, "/danh-muc/mau-cau/them", "/them", ("Form.Text", "{nội dung}[: đã thực hiện {số liệu}]"));
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    /// <summary>The permissions that a person holds.</summary>
    public async Task<IReadOnlySet<Permission>> PermissionsAsync(string userName) => Permissions.Of(await Portal.ReadAsync(db =>
        db.Users.Where(user => user.UserName == userName).Select(user => user.Duties).SingleAsync(TestContext.Current.CancellationToken)));

    /// <summary>The code of a report that was issued.</summary>
    public Task<string> IssuedCodeAsync() => Portal.ReadAsync(db => db.AnnualReports.Where(report => report.Status == ReportStatus.Received && !report.IsReentered)
        .OrderBy(report => report.Id).Select(report => report.PublicCode).FirstAsync(TestContext.Current.CancellationToken));

    private static (string, string)[] Request(string number, string span, string dueOn) =>
    [
        ("Form.Number", number), ("Form.IssuedOn", "01/06/2026"), ("Form.Subject", "báo cáo kết quả tuyên truyền cải cách hành chính"), ("Form.Year", "2026"), ("Form.Span", span), ("Form.DueOn", dueOn),
    ];

    private async Task<string> WaitingImportAsync() => $"/nhap-excel/{await Portal.ReadAsync(db =>
        db.ImportBatches.Where(row => row.Status == ImportStatus.Waiting).Select(row => row.Id).SingleAsync(TestContext.Current.CancellationToken))}";

    private Task<long> IdAsync(string userName) => Portal.ReadAsync(db =>
        db.Users.Where(user => user.UserName == userName).Select(user => user.Id).SingleAsync(TestContext.Current.CancellationToken));

    /// <summary>Opens row after row until one has a way to be deleted that is not refused.</summary>
    private static async Task DeleteOneAsync(Session staff, string list)
    {
        var page = await staff.PageAsync(list);
        foreach (var url in page.QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")!.Split('?', '#')[0]).Where(IsRow).Distinct())
        {
            var row = await staff.PageAsync(url);
            if (row.QuerySelector("main form[action$='/xoa']") is null)
            {
                continue;
            }

            if ((int)(await staff.SubmitAsync(row, "/xoa")).StatusCode == StatusFound)
            {
                return;
            }
        }

        Assert.Fail($"Nothing on {list} can be deleted.");
    }

    private const int StatusFound = 302;

    private static bool IsRow(string url) => Array.Exists(url.Split('/'), part => part.Length > 10 && part.All(char.IsAsciiDigit));

    private static async Task SubmitAsync(Session person, string url, string action, params (string, string)[] values)
    {
        var answer = await person.SubmitAsync(await person.PageAsync(url), action, values);
        Assert.True(
            (int)answer.StatusCode == StatusFound,
            $"{url}: {(int)answer.StatusCode} {(await Session.ParseAsync(answer)).QuerySelector(".error-summary")?.TextContent}");
    }
}

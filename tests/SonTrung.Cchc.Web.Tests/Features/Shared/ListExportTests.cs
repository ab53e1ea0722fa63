using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Shared;

/// <summary>Every list goes out as Excel and CSV, as it is filtered, to those who see it and with their rows alone.</summary>
public sealed class ListExportTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("canbo@xahuongson", "/hoat-dong?nam=2026&tim=doi+thoai", "hoat-dong-2026")]
    [InlineData("canbo@xahuongson", "/van-ban-can-cu?nam=2026&xep=Subject", "van-ban-can-cu-2026")]
    [InlineData("canbo@xahuongson", "/ton-tai-han-che?nam=2026", "ton-tai-han-che-2026")]
    [InlineData("canbo@xahuongson", "/phuong-huong-nhiem-vu?nam=2026&loai=Task", "phuong-huong-nhiem-vu-2026")]
    [InlineData("canbo@xahuongson", "/bao-cao", "bao-cao")]
    [InlineData("quantri@xahuongson", "/quan-tri/nguoi-dung?trang-thai=tat-ca", "nguoi-dung")]
    [InlineData("canbo@xahuongson", "/danh-muc?loai=Channel&xep=Name", "danh-muc")]
    [InlineData("hethong@cchc", "/danh-muc?tim=luot", "danh-muc")]
    [InlineData("sonoivu@hatinh", "/tiep-nhan", "tiep-nhan")]
    [InlineData("canbo@xahuongson", "/ke-hoach", "ke-hoach")]
    [InlineData("quantri@xahuongson", "/quan-tri/bo-phan", "bo-phan")]
    [InlineData("quantri@xahuongson", "/quan-tri/ky-bao-cao", "ky-bao-cao")]
    [InlineData("quantri@xahuongson", "/quan-tri/nguoi-ky", "nguoi-ky")]
    [InlineData("hethong@cchc", "/quan-tri/co-quan", "co-quan")]
    public async Task List_WithAFilter_GoesOutAsItIsShown(string userName, string url, string fileName)
    {
        using var person = await portal.SignInAsync(userName);
        var list = await person.PageAsync(url);

        string LinkTo(string format) => list.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).Single(href => href.Split('?')[0].EndsWith($"/{format}", StringComparison.Ordinal));
        var csv = await ListChecks.CsvAsync(person, LinkTo("csv"), $"{fileName}.csv");
        var excel = await ListChecks.ExcelAsync(person, LinkTo("excel"), $"{fileName}.xlsx");

        Assert.NotEmpty(csv);
        Assert.Equal(list.QuerySelectorAll("main tbody tr").Length, csv.Count);
        Assert.Equal(csv.Count, excel.Count);
    }

    [Fact]
    public async Task EveryListOfThePortal_IsOfferedAndGoesOutInEveryWayWithTheSameRows()
    {
        var sessions = new List<(Session Session, IReadOnlySet<Permission> Permissions)>();
        foreach (var userName in new[] { "canbo@xahuongson", "vanthu@xahuongson", "quantri@xahuongson", "sonoivu@hatinh", "hethong@cchc" })
        {
            var duties = await portal.ReadAsync(db => db.Users.Where(user => user.UserName == userName).Select(user => user.Duties).SingleAsync(Cancellation));
            sessions.Add((await portal.SignInAsync(userName), Permissions.Of(duties)));
        }

        var lists = PortalRoute.All(portal).Where(route => !route.HasKey && route.Pattern.EndsWith("/csv", StringComparison.Ordinal)).ToList();
        Assert.True(lists.Count > 25, $"{lists.Count} lists");
        foreach (var csv in lists)
        {
            var url = csv.Pattern[..^"/csv".Length];
            var session = sessions.First(person => csv.Needs.All(person.Permissions.Contains)).Session;
            var links = (await session.PageAsync(url)).QuerySelectorAll("main a").Select(link => link.GetAttribute("href")?.Split('?')[0]).ToList();
            var counts = new List<(string Way, int Rows)>();
            foreach (var way in new[] { "csv", "excel", "in" })
            {
                var address = $"{url}/{way}";
                Assert.True(links.Contains(address), $"{url} does not offer {address}");
                counts.Add((way, way switch
                {
                    "in" => (await session.PageAsync(address)).QuerySelectorAll("main table tbody tr").Length,
                    "csv" => await ListChecks.CsvCountAsync(session, address),
                    _ => (await ListChecks.ExcelAsync(session, address)).Count,
                }));
            }

            Assert.True(counts.Select(count => count.Rows).Distinct().Count() == 1, $"{url}: {string.Join(", ", counts)}");
        }

        sessions.ForEach(person => person.Session.Dispose());
    }

    [Fact]
    public async Task Print_OfALongList_HoldsAllItsRows()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var page = (await admin.PageAsync("/quan-tri/nhat-ky")).QuerySelectorAll("main tbody tr").Length;

        var printed = (await admin.PageAsync("/quan-tri/nhat-ky/in")).QuerySelectorAll("main tbody tr").Length;

        Assert.True(printed > page, $"{printed} rows printed, {page} on the page");
    }

    [Fact]
    public async Task Print_OfAFilteredList_SaysWhoseItIsWhatItHoldsAndWhen()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var cause = (await staff.PageAsync("/ton-tai-han-che?nam=2026")).QuerySelectorAll<IHtmlOptionElement>("#nguyen-nhan option").First(option => option.Value.Length > 0);
        var list = await staff.PageAsync($"/ton-tai-han-che?nam=2026&chua-co-nhiem-vu=true&nguyen-nhan={cause.Value}&tim=tuyen");

        var link = list.QuerySelectorAll("main .list-tools a").Select(a => a.GetAttribute("href")!).Single(href => href.Contains("/in?", StringComparison.Ordinal));
        var page = await staff.PageAsync(link);

        var head = page.QuerySelector(".paper-head")!.TextContent;
        Assert.Contains("UBND xã Hương Sơn", head, StringComparison.Ordinal);
        Assert.Contains($"Năm báo cáo 2026 · Tìm “tuyen” · Chưa có nhiệm vụ năm sau · Nguyên nhân: {cause.Text}", head, StringComparison.Ordinal);
        Assert.Matches(@"\d+ dòng · In ngày \d\d/\d\d/\d{4}", head);
        Assert.Equal(list.QuerySelectorAll("main .table tbody tr").Length, page.QuerySelectorAll("main tbody tr").Length);
        Assert.StartsWith("/ton-tai-han-che?", page.QuerySelectorAll("main .actions a").Single().GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_TakenAway_HoldNoToken()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var form = await admin.PageAsync("/quan-tri/he-thong-ket-noi/them");
        await admin.SubmitAsync(form, "/them", ("Form.Name", "Hệ thống thử"), ("Form.Scopes", "Reports"));
        var token = (await admin.PageAsync("/quan-tri/he-thong-ket-noi")).QuerySelector("code.api-token")!.TextContent.Trim();

        var rows = await ListChecks.CsvAsync(admin, "/quan-tri/he-thong-ket-noi/csv", "he-thong-ket-noi.csv");

        Assert.Contains(rows, row => row[0] == "Hệ thống thử");
        Assert.DoesNotContain(rows.SelectMany(row => row), cell => cell.Contains(token[^6..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Activities_AsAWorkbook_KeepDaysAndFigures()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var count = await portal.ReadAsync(db => db.PropagandaActivities.CountAsync(row => row.Year == 2026 && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"), Cancellation));

        var rows = await ListChecks.ExcelAsync(staff, "/hoat-dong/excel?nam=2026", "hoat-dong-2026.xlsx");

        Assert.Equal(count, rows.Count);
        Assert.All(rows, row => Assert.Equal(2026, DateTime.FromOADate(double.Parse(row[0].InnerText, CultureInfo.InvariantCulture)).AddDays(17).Year));
        var figures = rows.SelectMany(row => row).Where(cell => cell.CellReference!.Value!.StartsWith('I')).ToList();
        Assert.NotEmpty(figures);
        Assert.All(figures, cell => Assert.True(cell.DataType is null && decimal.TryParse(cell.InnerText, NumberStyles.Number, CultureInfo.InvariantCulture, out _), cell.InnerText));
    }

    [Fact]
    public async Task Plan_AsAWorkbook_KeepsProgressAsNumbers()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var line = (await ListChecks.ExcelAsync(staff, "/ke-hoach/2026/excel", "ke-hoach-2026.xlsx"))
            .First(row => row.Any(cell => cell.InnerText == "Tin, bài trên Trang thông tin điện tử xã"));

        string At(string column) => line.Single(cell => cell.CellReference!.Value!.StartsWith(column, StringComparison.Ordinal)).InnerText;
        Assert.Equal(("48 tin, bài", "45", "93.8"), (At("E"), At("F"), At("G")));
    }

    [Theory]
    [InlineData("quantri@xahuongson", "/hoat-dong")]
    [InlineData("quantri@xahuongson", "/ke-hoach/2026")]
    [InlineData("quantri@xahuongson", "/bao-cao")]
    [InlineData("canbo@xahuongson", "/quan-tri/nguoi-dung")]
    [InlineData("canbo@xahuongson", "/tiep-nhan")]
    [InlineData("sonoivu@hatinh", "/danh-muc")]
    public async Task Export_WithoutPermission_IsForbidden(string userName, string url)
    {
        using var person = await portal.SignInAsync(userName);

        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync($"{url}/excel")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync($"{url}/csv")).StatusCode);
    }

    [Fact]
    public async Task Export_OfAnotherAgency_HoldsNothingOfThisOne()
    {
        using var other = await portal.SignInAsync("canbo@sontrung");
        using var otherAdministrator = await portal.SignInAsync("quantri@sontrung");

        Assert.Empty(await ListChecks.CsvAsync(other, "/hoat-dong/csv?nam=2026", "hoat-dong-2026.csv"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/ke-hoach/2026/csv")).StatusCode);
        Assert.DoesNotContain(
            await ListChecks.CsvAsync(otherAdministrator, "/quan-tri/nguoi-dung/csv", "nguoi-dung.csv"),
            row => row.Any(cell => cell.EndsWith("@xahuongson", StringComparison.Ordinal)));
    }
}

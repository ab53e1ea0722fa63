using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Scores;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Scores;

public sealed class ScoresControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string Sheet = "/diem-cchc/2026";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Show_Staff_SeesPointsRuleAndWarnings()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var page = await staff.PageAsync(Sheet);

        Assert.Matches("Số liệu của kỳ 15/12/2025–14/12/2026, tính đến ngày [0-9/]{10}", page.QuerySelector(".page-head p")!.TextContent);
        Assert.Equal("1/2", page.QuerySelector(".tile .figure")!.TextContent);
        Assert.Contains("Đạt 7/12 nhiệm vụ (58,3%): dưới 90%, 0 điểm", Row(page, "4.1"), StringComparison.Ordinal);
        Assert.Contains("Bảng, màn hình điện tử: 1 hình thức", Row(page, "4.2"), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("#canh-bao li a[href^='/ke-hoach/2026#nhiem-vu-']"));
        var link = page.QuerySelector("#tieu-chi-4-2 td.num a")!.GetAttribute("href")!;
        Assert.NotNull(page.GetElementById(link[1..]));
    }

    [Fact]
    public async Task Show_IsLinkedFromMenuAndReport()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await portal.ReadAsync(db => db.AnnualReports
            .Where(row => row.Year == 2026 && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son")).Select(row => row.Id).FirstAsync(Cancellation));

        Assert.NotNull((await staff.PageAsync("/")).QuerySelector("nav a[href='/diem-cchc']"));
        Assert.Contains("Tự chấm điểm CCHC năm 2026", (await staff.PageAsync("/diem-cchc?nam=2026")).Title, StringComparison.Ordinal);
        Assert.NotNull((await staff.PageAsync($"/bao-cao/{report}")).QuerySelector("a[href='/diem-cchc/2026']"));
    }

    [Fact]
    public async Task Explain_Staff_IsSavedShownAndAudited()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var answer = await staff.SubmitAsync(await staff.PageAsync("/diem-cchc/2025"), "/giai-trinh/4.1", ("Text", "Còn hai nhiệm vụ làm trong tháng 12."));

        Assert.Equal((HttpStatusCode.Redirect, "/diem-cchc/2025#tieu-chi-4-1"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        var page = await staff.PageAsync("/diem-cchc/2025");
        Assert.Contains("Còn hai nhiệm vụ làm trong tháng 12.", Row(page, "4.1"), StringComparison.Ordinal);
        var row = await portal.ReadAsync(db => db.ScoreExplanations.SingleAsync(row => row.Year == 2025, Cancellation));
        Assert.Equal(AuditAction.Added, await portal.ReadAsync(db => db.AuditEntries
            .Where(entry => entry.Entity == nameof(ScoreExplanation) && entry.EntityId == $"{row.Id}").Select(entry => entry.Action).SingleAsync(Cancellation)));
        Assert.Contains("Còn hai nhiệm vụ", await (await staff.GetAsync("/diem-cchc/2025/in")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_TwoPeopleAtOnce_ShowsTheOthersAndKeepsTheTyped()
    {
        using var first = await portal.SignInAsync("canbo@xahuongson");
        using var second = await portal.SignInAsync("vanthu@xahuongson");
        var old = await second.PageAsync(Sheet);
        await first.SubmitAsync(await first.PageAsync(Sheet), "/giai-trinh/4.2", ("Text", "Của người thứ nhất"));

        var refused = await second.SubmitAsync(old, "/giai-trinh/4.2", ("Text", "Của người thứ hai"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Session.ParseAsync(refused);
        Assert.Contains("Của người thứ nhất", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Của người thứ hai", page.QuerySelector<IHtmlTextAreaElement>("#Text")!.Value);
        Assert.Equal("#Text", page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        var again = await second.SubmitAsync(page, "/giai-trinh/4.2", ("Text", "Của cả hai"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Contains("Của cả hai", Row(await first.PageAsync(Sheet), "4.2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_TooLongOrUnknown_IsRefused()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var tooLong = await staff.SubmitAsync(await staff.PageAsync(Sheet), "/giai-trinh/4.1", ("Text", new string('ữ', 2001)));
        var unknown = await staff.PostAsync($"{Sheet}/giai-trinh/9.9", ("Text", "x"));
        var noYear = await staff.PostAsync("/diem-cchc/1999/giai-trinh/4.1", ("Text", "x"));

        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (tooLong.StatusCode, unknown.StatusCode, noYear.StatusCode));
    }

    [Fact]
    public async Task Explain_Chairman_IsForbiddenAndHasNoForm()
    {
        using var chairman = await portal.SignInAsync("chutich@xahuongson");

        Assert.Empty((await chairman.PageAsync(Sheet)).QuerySelectorAll("main form[method=post]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.PostAsync($"{Sheet}/giai-trinh/4.1", ("Text", "x"))).StatusCode);
    }

    [Fact]
    public async Task Show_WithoutThePermissionOrTheYear_IsRefused()
    {
        using var visitor = portal.Visit();
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(Sheet)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync(Sheet)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/diem-cchc/1999")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/diem-cchc/1999/excel")).StatusCode);
        Assert.Contains("Năm 2020 chưa có bộ tiêu chí", (await staff.PageAsync("/diem-cchc/2020")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_GivesTheSheet()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var csv = await (await staff.GetAsync($"{Sheet}/csv")).Content.ReadAsStringAsync(Cancellation);
        var excel = await ListChecks.ExcelAsync(staff, $"{Sheet}/excel", "tu-cham-diem-CCHC-2026.xlsx");

        Assert.Contains("4.1;Mức độ thực hiện kế hoạch tuyên truyền;1;0;Đạt 7/12 nhiệm vụ (58,3%): dưới 90%, 0 điểm", csv, StringComparison.Ordinal);
        Assert.Equal(3, excel.Count);
    }

    [Theory]
    [InlineData("canbo@xahuongson")]
    [InlineData("chutich@xahuongson")]
    public async Task Pack_WhoSeesReports_GetsTheZipAndIsAudited(string userName)
    {
        using var reader = await portal.SignInAsync(userName);
        Assert.NotNull((await reader.PageAsync(Sheet)).QuerySelector($"a[href='{Sheet}/goi-kiem-chung']"));

        var answer = await reader.GetAsync($"{Sheet}/goi-kiem-chung");

        Assert.Equal((HttpStatusCode.OK, "application/zip"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(("attachment", "kiem-chung-CCHC-2026.zip"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Cancellation));
        using var sums = new StreamReader(zip.GetEntry("SHA256SUMS.txt")!.Open());
        var lines = (await sums.ReadToEndAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 50, $"{lines.Length} files only.");
        Assert.All(lines, line =>
        {
            using var content = zip.GetEntry(line[66..])!.Open();
            Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(content)));
        });
        var entry = await portal.ReadAsync(db => db.AuditEntries
            .Where(row => row.Action == AuditAction.Downloaded && db.Users.Any(user => user.Id == row.UserId && user.UserName == userName)).SingleAsync(Cancellation));
        Assert.Equal(("EvidencePack", "2026"), (entry.Entity, entry.EntityId));
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        Assert.Contains("Tải gói tài liệu kiểm chứng “2026”", (await admin.PageAsync("/quan-tri/nhat-ky")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pack_WithoutThePermissionOrRules_IsRefused()
    {
        using var visitor = portal.Visit();
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync($"{Sheet}/goi-kiem-chung")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync($"{Sheet}/goi-kiem-chung")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/diem-cchc/2020/goi-kiem-chung")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/diem-cchc/1999/goi-kiem-chung")).StatusCode);
    }

    private static string Row(IDocument page, string code) => page.GetElementById($"tieu-chi-{code.Replace('.', '-')}")!.TextContent;
}

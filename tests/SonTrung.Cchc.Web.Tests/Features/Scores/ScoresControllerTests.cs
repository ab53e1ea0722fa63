using System.Net;
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
        Assert.Equal("0,75/2", page.QuerySelector(".tile .figure")!.TextContent);
        Assert.Contains("Đạt 7/12 nhiệm vụ (58,3%): dưới 90%, 0 điểm", Row(page, "4.1"), StringComparison.Ordinal);
        Assert.Contains("Bảng, màn hình điện tử: 0 hình thức", Row(page, "4.2"), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("#canh-bao li a[href^='/ke-hoach/2026#nhiem-vu-']"));
        var link = page.QuerySelector("#tieu-chi-4-2 td.num a")!.GetAttribute("href")!;
        Assert.NotNull(page.GetElementById(link[1..]));
    }

    [Fact]
    public async Task Show_IsLinkedFromMenuAndReport()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await portal.ReadAsync(db => db.AnnualReports.Where(row => row.Year == 2026 && row.Lines.Count > 0).Select(row => row.Id).FirstAsync(Cancellation));

        Assert.NotNull((await staff.PageAsync("/")).QuerySelector("nav a[href='/diem-cchc']"));
        Assert.Contains("Tự chấm điểm CCHC năm 2026", (await staff.PageAsync("/diem-cchc?nam=2026")).Title, StringComparison.Ordinal);
        var reports = (await staff.PageAsync("/bao-cao")).QuerySelectorAll("a[href^='/bao-cao/']").Select(a => a.GetAttribute("href")!).First(href => href.Split('/').Length == 3);
        Assert.NotNull((await staff.PageAsync(reports)).QuerySelector("a[href^='/diem-cchc/']"));
        Assert.True(report > 0);
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

    private static string Row(IDocument page, string code) => page.GetElementById($"tieu-chi-{code.Replace('.', '-')}")!.TextContent;
}

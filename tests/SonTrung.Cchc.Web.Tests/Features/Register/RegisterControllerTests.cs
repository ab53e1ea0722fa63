using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Register;

/// <summary>Each test has a portal of its own: numbers of one test are in the way of another's.</summary>
public sealed class RegisterControllerTests : IAsyncDisposable
{
    private const string Clerk = "vanthu@xahuongson";

    private static readonly string Day = $"{DateTime.UtcNow.AddHours(7):dd/MM/yyyy}";
    private readonly Portal portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Issue_OfAReport_EntersItWithTheTenColumns()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.IssueAsync(portal, staff, report, 815);

        var entry = await FindAsync(row => row.Number == 815);
        Assert.Equal((ReportPath.Id(report), "BC-UBND", "Báo cáo", "VT, VHXH"), (entry.ReportId!.Value, entry.Symbol, entry.Kind, entry.Keeper));
        Assert.StartsWith("Sở Nội vụ", entry.Recipients, StringComparison.Ordinal);
        Assert.NotEmpty(entry.Signer);
        Assert.DoesNotContain("Như trên", entry.Recipients, StringComparison.Ordinal);

        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var delivery = await portal.ReadAsync(db => db.ReportDeliveries.Where(row => row.ReportId == entry.ReportId).Select(row => row.Id).SingleAsync(Cancellation));
        await office.SubmitAsync(await office.PageAsync($"/tiep-nhan/{delivery}"), "/tiep-nhan");
        var page = await staff.PageAsync($"/so-van-ban-di/{entry.Id}");
        Assert.Contains("tiếp nhận", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(report, page.QuerySelector(".page-head a[href^='/bao-cao/']")!.GetAttribute("href"));
        var audit = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(row => row.Entity == nameof(OutgoingDocument) && row.EntityId == $"{entry.Id}", Cancellation));
        Assert.Equal(AuditAction.Added, audit.Action);
    }

    [Fact]
    public async Task Issue_ProposesTheNumberAfterTheLast_AndRefusesOneOfTheRegister()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var clerk = await portal.SignInAsync(Clerk);
        await EnterAsync(clerk, ("Form.Kind", "Báo cáo"), ("Form.Number", "614"), ("Form.Symbol", "BC-UBND"));
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ApproveAsync(portal, staff, report);

        var page = await clerk.PageAsync(report);
        Assert.Equal("615", page.QuerySelector<IHtmlInputElement>("[name='Issue.Number']")!.Value);
        Assert.Contains($"Số liền trước: 614/BC-UBND ngày {Day}", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var taken = await clerk.SubmitAsync(page, "/phat-hanh", ("Issue.Number", "614"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Contains("Số này đã cấp cho văn bản khác trong năm.", (await Session.ParseAsync(taken)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(page, "/phat-hanh", ("Issue.Number", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.SubmitAsync(page, "/phat-hanh")).StatusCode);
        await FindAsync(row => row.Number == 615 && row.ReportId == ReportPath.Id(report));
    }

    [Fact]
    public async Task Issue_FromTheOwnSeries_GivesTheNextNumberItself()
    {
        await SettleAsync("OwnSeries", "Common");
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var clerk = await portal.SignInAsync(Clerk);
        var before = await NumberAsync(await EnterAsync(clerk, ("Form.Kind", "Kế hoạch"), ("Form.Number", "")));
        var report = await ReportPath.OpenAsync(staff);
        await ReportPath.ApproveAsync(portal, staff, report);

        var page = await clerk.PageAsync(report);
        Assert.Null(page.QuerySelector("[name='Issue.Number']"));
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.SubmitAsync(page, "/phat-hanh")).StatusCode);

        var issued = await portal.ReadAsync(db => db.AnnualReports.SingleAsync(row => row.Id == ReportPath.Id(report), Cancellation));
        Assert.Equal(before + 1, issued.Number);
        await FindAsync(row => row.ReportId == issued.Id && row.Number == before + 1 && row.IsGivenByPortal);
    }

    [Fact]
    public async Task Create_FiftyRequestsAtOnce_GetFiftyConsecutiveNumbers()
    {
        await SettleAsync("OwnSeries", "PerKind");
        using var clerk = await portal.SignInAsync(Clerk);
        var form = await clerk.PageAsync("/so-van-ban-di/them");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => clerk.SubmitAsync(
            form, "/them", Values(("Form.FormKey", $"{Guid.NewGuid()}"), ("Form.Kind", "Giấy mời"), ("Form.Number", ""), ("Form.Symbol", "GM-UBND")))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        var numbers = await portal.ReadAsync(db => db.OutgoingDocuments.Where(row => row.Kind == "Giấy mời").Select(row => row.Number).ToListAsync(Cancellation));
        Assert.Equal(Enumerable.Range(1, 50), numbers.Order());
    }

    [Fact]
    public async Task Create_Complete_IsFoundWithoutMarks_AndKeepsTheSignedFile()
    {
        using var clerk = await portal.SignInAsync(Clerk);

        var url = await EnterFileAsync(clerk, "%PDF-1.7\nthử\n%%EOF", "ký rồi.pdf");

        var list = await clerk.PageAsync("/so-van-ban-di?tim=DANG+ky+TAP+huan");
        Assert.Equal("821/UBND-VHXH", list.QuerySelector("table tbody th")!.TextContent.Trim());
        Assert.Equal(4, list.QuerySelectorAll("table mark").Length);
        var file = await clerk.GetAsync($"{url}/tep");
        Assert.Equal(("application/pdf", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.StartsWith("%PDF-1.7", await file.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        var audit = await portal.ReadAsync(db => db.AuditEntries.Where(row => row.Entity == nameof(OutgoingDocument) && row.EntityId == Key(url)).OrderBy(row => row.Id).Select(row => row.Action).ToListAsync(Cancellation));
        Assert.Equal([AuditAction.Added, AuditAction.Downloaded], audit);
    }

    [Fact]
    public async Task Create_FileThatIsNoPdf_IsRefused()
    {
        using var clerk = await portal.SignInAsync(Clerk);

        var answer = await SendFileAsync(clerk, "MZ not a document", "ky.pdf");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Chỉ nhận tệp PDF.", (await Session.ParseAsync(answer)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.False(await portal.ReadAsync(db => db.OutgoingDocuments.AnyAsync(row => row.Number == 821, Cancellation)));
    }

    [Fact]
    public async Task Create_SameFormTwice_MakesOneLine()
    {
        using var clerk = await portal.SignInAsync(Clerk);
        var form = await clerk.PageAsync("/so-van-ban-di/them");

        var first = await clerk.SubmitAsync(form, "/them", Values());
        var second = await clerk.SubmitAsync(form, "/them", Values());

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        await FindAsync(row => row.Number == 821);
    }

    [Theory]
    [InlineData("Form.Kind", "")]
    [InlineData("Form.Symbol", "")]
    [InlineData("Form.Subject", "")]
    [InlineData("Form.Signer", "")]
    [InlineData("Form.Recipients", "")]
    [InlineData("Form.Number", "0")]
    [InlineData("Form.Number", "")]
    [InlineData("Form.IssuedOn", "31/02/2026")]
    [InlineData("Form.IssuedOn", "01/01/2099")]
    [InlineData("Form.Count", "-1")]
    public async Task Create_WrongValue_SaysSoAndKeepsTheRest(string field, string value)
    {
        using var clerk = await portal.SignInAsync(Clerk);

        var answer = await EnterAsync(clerk, ("Form.Remark", "giữ lại"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.NotNull(page.QuerySelector(".error-summary a"));
        Assert.Equal("giữ lại", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Remark']")!.Value);
    }

    [Fact]
    public async Task Next_ForAKind_ProposesNumberAndSymbol_AndLeavesWhatWasTyped()
    {
        using var clerk = await portal.SignInAsync(Clerk);
        await EnterAsync(clerk, ("Form.Kind", "Tờ trình"), ("Form.Number", "44"), ("Form.Symbol", "TTr-UBND"));

        var fresh = await clerk.PageAsync($"/so-van-ban-di/so-tiep-theo?Form.Kind=T%E1%BB%9D%20tr%C3%ACnh&Form.IssuedOn={Day}");
        var typed = await clerk.PageAsync($"/so-van-ban-di/so-tiep-theo?Form.Kind=T%E1%BB%9D%20tr%C3%ACnh&Form.IssuedOn={Day}&Form.Number=99&Form.ProposedNumber=1&Form.Symbol=X&Form.ProposedSymbol=UBND");

        Assert.Equal(("45", "TTr-UBND"), NumberOf(fresh));
        Assert.Equal(("99", "X"), NumberOf(typed));
        Assert.Null(fresh.QuerySelector("header"));
    }

    [Fact]
    public async Task Edit_TwoPeopleAtOnce_KeepsTypedTextAndShowsTheOthers()
    {
        using var first = await portal.SignInAsync(Clerk);
        using var second = await portal.SignInAsync(Clerk);
        var url = (await EnterAsync(first)).Headers.Location!.OriginalString + "/sua";
        var mine = await first.PageAsync(url);

        await second.SubmitAsync(await second.PageAsync(url), url, ("Form.Subject", "bản của người kia"));
        var answer = await first.SubmitAsync(mine, url, ("Form.Subject", "bản của tôi"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.Contains("bản của người kia", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await first.SubmitAsync(page, url)).StatusCode);
        await FindAsync(row => row.Subject == "bản của tôi");
    }

    [Fact]
    public async Task Edit_NumberOfAnother_IsRefused()
    {
        using var clerk = await portal.SignInAsync(Clerk);
        await EnterAsync(clerk);
        var url = (await EnterAsync(clerk, ("Form.Number", "822"))).Headers.Location!.OriginalString;

        var answer = await clerk.SubmitAsync(await clerk.PageAsync($"{url}/sua"), "/sua", ("Form.Number", "821"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.SubmitAsync(await clerk.PageAsync($"{url}/sua"), "/sua", ("Form.Number", "823"))).StatusCode);
        await FindAsync(row => row.Number == 823);
    }

    [Fact]
    public async Task Edit_OfAReportsLine_ChangesOnlyTheCopies()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var clerk = await portal.SignInAsync(Clerk);
        await ReportPath.IssueAsync(portal, staff, await ReportPath.OpenAsync(staff), 815);
        var entry = await FindAsync(row => row.Number == 815);
        var url = $"/so-van-ban-di/{entry.Id}";

        var form = await clerk.PageAsync($"{url}/sua");
        Assert.Null(form.QuerySelector("[name='Form.Number'], [name='Form.Subject']"));
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.SubmitAsync(form, "/ban-luu", ("Form.Count", "4"), ("Form.Receipt", "Chị Hoa"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(form, "/ban-luu", ("Form.Count", "5"))).StatusCode);

        Assert.Equal((4, "Chị Hoa"), ((await FindAsync(row => row.Number == 815)).Copies, (await FindAsync(row => row.Number == 815)).Receipt));
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsync($"{url}/sua", Values())).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsync($"{url}/xoa", ("version", $"{entry.Version}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.PostAsync($"{url}/huy-so", ("Form.Version", $"{entry.Version}"), ("Form.Reason", "thử"))).StatusCode);
    }

    [Fact]
    public async Task Delete_ThenUndo_BringsTheLineBack_UnlessItsNumberIsGiven()
    {
        using var clerk = await portal.SignInAsync(Clerk);
        var url = (await EnterAsync(clerk)).Headers.Location!.OriginalString;

        var deleted = await clerk.SubmitAsync(await clerk.PageAsync(url), "/xoa");
        await clerk.SubmitAsync(await clerk.PageAsync(deleted.Headers.Location!.OriginalString), "/khoi-phuc");
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync(url)).StatusCode);

        await clerk.SubmitAsync(await clerk.PageAsync(url), "/xoa");
        await EnterAsync(clerk, ("Form.Subject", "lấy lại số"));
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.SubmitAsync(await clerk.PageAsync("/so-van-ban-di/da-xoa"), "/khoi-phuc")).StatusCode);
    }

    [Fact]
    public async Task CancelNumber_WithAReason_IsALineOfTheBook()
    {
        using var clerk = await portal.SignInAsync(Clerk);
        var form = await clerk.PageAsync("/so-van-ban-di/huy-so");

        var without = await clerk.SubmitAsync(form, "/huy-so", ("Form.Kind", "Công văn"), ("Form.Number", "830"), ("Form.Symbol", "UBND"), ("Form.Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        await clerk.SubmitAsync(form, "/huy-so", ("Form.Kind", "Công văn"), ("Form.Number", "830"), ("Form.Symbol", "UBND"), ("Form.Reason", "Văn bản không ban hành nữa"));

        Assert.Contains("Hủy số (Công văn): Văn bản không ban hành nữa", (await clerk.PageAsync("/so-van-ban-di/in")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await EnterAsync(clerk, ("Form.Number", "830"), ("Form.Symbol", "UBND"))).StatusCode);
    }

    [Fact]
    public async Task Cancel_OfALine_KeepsItWithTheReason()
    {
        using var clerk = await portal.SignInAsync(Clerk);
        var url = (await EnterAsync(clerk)).Headers.Location!.OriginalString;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.SubmitAsync(await clerk.PageAsync(url), "/huy-so")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.SubmitAsync(await clerk.PageAsync(url), "/huy-so", ("Form.Reason", "Gửi nhầm nơi nhận"))).StatusCode);

        Assert.Equal("Gửi nhầm nơi nhận", (await FindAsync(row => row.Number == 821)).CancelReason);
        Assert.Contains("Gửi nhầm nơi nhận", (await clerk.PageAsync(url)).QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_IsTheBookOfTheDecree()
    {
        using var clerk = await portal.SignInAsync(Clerk);
        await EnterAsync(clerk, ("Form.Count", "3"), ("Form.SentOn", Day));

        var page = await clerk.PageAsync("/so-van-ban-di/in");

        Assert.Equal(
            ["Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Người ký", "Nơi nhận văn bản", "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ngày chuyển", "Ký nhận", "Ghi chú"],
            page.QuerySelectorAll(".register-table thead th").Select(cell => cell.TextContent));
        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"({i})"), page.QuerySelectorAll(".register-table thead td").Select(cell => cell.TextContent));
        Assert.Equal("SỔ ĐĂNG KÝ VĂN BẢN ĐI", page.QuerySelector(".register-cover h1")!.TextContent);
        var last = page.QuerySelectorAll(".register-table tbody tr")[^1].QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Equal(["821/UBND-VHXH", Day, "Công văn: đăng ký tập huấn"], last[..3]);
        Assert.Equal(["3", Day], last[6..8]);
    }

    [Fact]
    public async Task Export_WithAFilter_IsWhatTheListShows()
    {
        using var clerk = await portal.SignInAsync(Clerk);
        await EnterAsync(clerk, ("Form.Recipients", "=HYPERLINK(\"x\")"));
        await EnterAsync(clerk, ("Form.Number", "822"), ("Form.Subject", "việc khác"));
        var year = DateTime.UtcNow.AddHours(7).Year;

        var csv = await ListChecks.CsvAsync(clerk, $"/so-van-ban-di/csv?nam={year}&tim=tap+huan", $"so-van-ban-di-{year}.csv");
        var excel = await ListChecks.ExcelAsync(clerk, $"/so-van-ban-di/excel?nam={year}&tim=tap+huan", $"so-van-ban-di-{year}.xlsx");

        Assert.Equal(["821/UBND-VHXH", Day, "Công văn: đăng ký tập huấn", "Hoàng Thị Mẫu"], Assert.Single(csv)[..4]);
        Assert.Equal("821/UBND-VHXH", Assert.Single(excel)[0].InnerText);
        Assert.Equal("=HYPERLINK(\"x\")", excel[0][4].InnerText);
    }

    [Fact]
    public async Task OtherAgency_SeesNothing_AndStaffWithoutTheDutyOnlyRead()
    {
        using var clerk = await portal.SignInAsync(Clerk);
        var url = await EnterFileAsync(clerk, "%PDF-1.7\n%%EOF", "a.pdf");
        using var neighbour = await portal.SignInAsync("canbo@sontay");
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var administrator = await portal.SignInAsync("quantri@xahuongson");

        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"{url}/tep")).StatusCode);
        Assert.DoesNotContain("821/UBND-VHXH", (await neighbour.PageAsync("/so-van-ban-di")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var list = await staff.PageAsync("/so-van-ban-di");
        Assert.Contains("821/UBND-VHXH", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(list.QuerySelector("a[href$='/them'], a[href$='/huy-so'], a[href$='/da-xoa']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync($"{url}/sua")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync("/so-van-ban-di")).StatusCode);
    }

    private static (string, string)[] Values(params (string Name, string Value)[] values)
    {
        (string Name, string Value)[] usual =
        [
            ("Form.Kind", "Công văn"), ("Form.Number", "821"), ("Form.Symbol", "UBND-VHXH"), ("Form.IssuedOn", Day), ("Form.Subject", "đăng ký tập huấn"),
            ("Form.Signer", "Hoàng Thị Mẫu"), ("Form.Recipients", "Sở Nội vụ tỉnh Hà Tĩnh"),
        ];
        return [.. usual.Where(one => !values.Any(value => value.Name == one.Name)), .. values];
    }

    private static async Task<HttpResponseMessage> EnterAsync(Session clerk, params (string Name, string Value)[] values) =>
        await clerk.SubmitAsync(await clerk.PageAsync("/so-van-ban-di/them"), "/so-van-ban-di/them", Values(values));

    private static async Task<HttpResponseMessage> SendFileAsync(Session clerk, string content, string name)
    {
        var form = (await clerk.PageAsync("/so-van-ban-di/them")).QuerySelector("form[action='/so-van-ban-di/them']")!;
        var typed = Values();
        using var body = new MultipartFormDataContent();
        foreach (var (field, value) in Session.Fields(form).Where(field => field.Key != "Form.File" && !typed.Any(value => value.Item1 == field.Key))
            .Select(field => (field.Key, field.Value)).Concat(typed))
        {
            body.Add(new StringContent(value), field);
        }

        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        body.Add(file, "Form.File", name);
        return await clerk.SendAsync(HttpMethod.Post, "/so-van-ban-di/them", body);
    }

    private static async Task<string> EnterFileAsync(Session clerk, string content, string name)
    {
        var answer = await SendFileAsync(clerk, content, name);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static (string Number, string Symbol) NumberOf(IDocument page) => (
        page.QuerySelector<IHtmlInputElement>("[name='Form.Number']")!.Value, page.QuerySelector<IHtmlInputElement>("[name='Form.Symbol']")!.Value);

    private static string Key(string url) => url.Split('/')[^1];

    private async Task<int> NumberAsync(HttpResponseMessage entered)
    {
        var id = long.Parse(Key(entered.Headers.Location!.OriginalString), System.Globalization.CultureInfo.InvariantCulture);
        return (await FindAsync(row => row.Id == id)).Number;
    }

    private async Task SettleAsync(string source, string scope)
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var answer = await admin.SubmitAsync(await admin.PageAsync("/quan-tri/cach-lam-viec"), "/cach-lam-viec", ("NumberSource", source), ("NumberScope", scope));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private Task<OutgoingDocument> FindAsync(System.Linq.Expressions.Expression<Func<OutgoingDocument, bool>> which) =>
        portal.ReadAsync(db => db.OutgoingDocuments.AsNoTracking().SingleAsync(which, Cancellation));
}

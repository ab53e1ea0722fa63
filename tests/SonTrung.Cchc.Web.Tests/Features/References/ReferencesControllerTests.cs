using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.References;

public sealed class ReferencesControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string Staff = "canbo@xahuongson";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_Complete_ShowsTheCitationAndAuditsIt()
    {
        using var clerk = await portal.SignInAsync(Staff);

        var answer = await EnterAsync(clerk, ("Form.Number", "14/KH-UBND"), ("Form.IssuedOn", "5/2/2026"), ("Form.Subject", "Về tuyên truyền cải cách hành chính"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await clerk.PageAsync(answer.Headers.Location!.OriginalString);
        Assert.Equal(
            "Kế hoạch số 14/KH-UBND ngày 05/02/2026 của UBND tỉnh Hà Tĩnh về tuyên truyền cải cách hành chính",
            page.QuerySelector(".citation")!.TextContent.Trim());
        Assert.Null(page.QuerySelector(".citation-note"));
        var saved = await FindAsync("tuyên truyền cải cách hành chính");
        var audit = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.Entity == nameof(ReferenceDocument) && entry.EntityId == $"{saved.Id}", Cancellation));
        Assert.Equal(AuditAction.Added, audit.Action);
    }

    [Fact]
    public async Task Create_SymbolOfAnotherKind_IsKeptToTheLetterWithAWarning()
    {
        using var clerk = await portal.SignInAsync(Staff);

        var answer = await EnterAsync(clerk, ("Form.Kind", "Quyết định"), ("Form.Number", "15/KH-UBND"), ("Form.Subject", "ký hiệu lạ"));

        Assert.Contains("“QĐ”", (await clerk.PageAsync(answer.Headers.Location!.OriginalString)).QuerySelector(".citation-note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("15/KH-UBND", (await FindAsync("ký hiệu lạ")).Number);
    }

    [Fact]
    public async Task Create_SameFormTwice_MakesOneRow()
    {
        using var clerk = await portal.SignInAsync(Staff);
        var form = await clerk.PageAsync("/van-ban-can-cu/them");

        await clerk.SubmitAsync(form, "/them", Values(("Form.Subject", "gửi hai lần")));
        await clerk.SubmitAsync(form, "/them", Values(("Form.Subject", "gửi hai lần")));

        await FindAsync("gửi hai lần");
    }

    [Theory]
    [InlineData("Form.Kind", "")]
    [InlineData("Form.Subject", "")]
    [InlineData("Form.Issuer", "")]
    [InlineData("Form.IssuedOn", "30/02/2026")]
    [InlineData("Form.Year", "1999")]
    [InlineData("Form.Purpose", "7")]
    public async Task Create_WrongValue_SaysSoAndKeepsTheRest(string field, string value)
    {
        using var clerk = await portal.SignInAsync(Staff);

        var answer = await EnterAsync(clerk, ("Form.Number", "giữ lại"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.NotNull(page.QuerySelector(".error-summary a"));
        Assert.Equal("giữ lại", page.QuerySelector<IHtmlInputElement>("[name='Form.Number']")!.Value);
    }

    [Fact]
    public async Task Cite_WhileTyping_AnswersWithTheCitationOfTheOwnAgency()
    {
        using var clerk = await portal.SignInAsync(Staff);

        var page = await clerk.PageAsync("/van-ban-can-cu/trich-dan?Form.Kind=K%E1%BA%BF%20ho%E1%BA%A1ch&Form.Number=7/KH-UBND&Form.IsOwn=true&Form.Subject=x&Form.IssuedOn=5/4/2026");

        Assert.Equal("Kế hoạch số 7/KH-UBND ngày 05/04/2026 của UBND xã Hương Sơn về x", page.QuerySelector(".citation")!.TextContent.Trim());
        Assert.Null(page.QuerySelector("header"));
    }

    [Fact]
    public async Task Edit_TwoPeopleAtOnce_KeepsTypedTextAndShowsTheOthers()
    {
        using var first = await portal.SignInAsync(Staff);
        using var second = await portal.SignInAsync("vanthu@xahuongson");
        var url = (await EnterAsync(first, ("Form.Subject", "hai người cùng sửa"))).Headers.Location!.OriginalString + "/sua";
        var mine = await first.PageAsync(url);

        await second.SubmitAsync(await second.PageAsync(url), url, ("Form.Subject", "bản của người kia"));
        var answer = await first.SubmitAsync(mine, url, ("Form.Subject", "bản của tôi"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Session.ParseAsync(answer);
        Assert.Contains("bản của người kia", page.QuerySelector(".callout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await first.SubmitAsync(page, url)).StatusCode);
        await FindAsync("bản của tôi");
    }

    [Fact]
    public async Task Delete_ThenUndo_BringsTheRowBack()
    {
        using var clerk = await portal.SignInAsync(Staff);
        var url = (await EnterAsync(clerk, ("Form.Subject", "xóa nhầm văn bản"))).Headers.Location!.OriginalString;

        var deleted = await clerk.SubmitAsync(await clerk.PageAsync(url), "/xoa");
        var list = await clerk.PageAsync(deleted.Headers.Location!.OriginalString);
        Assert.DoesNotContain("xóa nhầm văn bản", list.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("xóa nhầm văn bản", (await clerk.PageAsync("/van-ban-can-cu/da-xoa")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        await clerk.SubmitAsync(list, "/khoi-phuc");

        Assert.Contains("xóa nhầm văn bản", (await clerk.PageAsync("/van-ban-can-cu?tim=xoa+nham")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.PostAsync($"{url}/khoi-phuc")).StatusCode);
    }

    [Fact]
    public async Task Delete_DocumentInUse_IsRefusedAndSaysWhere()
    {
        using var clerk = await portal.SignInAsync(Staff);
        var used = await portal.ReadAsync(db => db.PlanItems.SelectMany(item => item.References).Select(row => row.ReferenceDocument!)
            .FirstAsync(row => row.Year == 2026, Cancellation));

        var page = await clerk.PageAsync($"/van-ban-can-cu/{used.Id}");
        var answer = await clerk.PostAsync($"/van-ban-can-cu/{used.Id}/xoa", ("version", $"{used.Version}"));

        Assert.NotEmpty(page.QuerySelectorAll(".uses li"));
        Assert.Null(page.QuerySelector("form[action$='/xoa']"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task Index_SearchWithoutMarks_FindsAndMarks()
    {
        using var clerk = await portal.SignInAsync(Staff);
        await EnterAsync(clerk, ("Form.Subject", "gặp gỡ, đối thoại với hộ kinh doanh"));

        var list = await clerk.PageAsync("/van-ban-can-cu?tim=GAP+go");

        Assert.Equal(["gặp", "gỡ"], list.QuerySelectorAll("table mark").Select(mark => mark.TextContent));
        Assert.Single(list.QuerySelectorAll("table tbody tr"));
    }

    [Fact]
    public async Task Export_WithAFilter_IsWhatTheListShows()
    {
        using var clerk = await portal.SignInAsync(Staff);
        await EnterAsync(clerk, ("Form.Subject", "tải về một"), ("Form.IssuedOn", "05/04/2026"), ("Form.Issuer", "=HYPERLINK(\"x\")"));
        await EnterAsync(clerk, ("Form.Subject", "tải về hai"), ("Form.Purpose", "Propagated"));
        await EnterAsync(clerk, ("Form.Subject", "tải về ba"), ("Form.Year", "2025"));

        var csv = await ListChecks.CsvAsync(clerk, "/van-ban-can-cu/csv?nam=2026&tim=tai+ve&muc-dich=Directing", "van-ban-can-cu-2026.csv");
        var excel = await ListChecks.ExcelAsync(clerk, "/van-ban-can-cu/excel?nam=2026&tim=tai+ve&muc-dich=Directing", "van-ban-can-cu-2026.xlsx");

        Assert.Equal(["Kế hoạch", "", "05/04/2026", "\"'=HYPERLINK(\"\"x\"\")\"", "tải về một", "Chỉ đạo, làm căn cứ", "0"], Assert.Single(csv));
        var cells = Assert.Single(excel);
        Assert.Equal(new DateOnly(2026, 4, 5).ToDateTime(TimeOnly.MinValue).ToOADate().ToString(System.Globalization.CultureInfo.InvariantCulture), cells[1].InnerText);
        Assert.Equal((CellValues.InlineString, "=HYPERLINK(\"x\")"), (cells[2].DataType!.Value, cells[2].InnerText));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("excel")]
    public async Task Export_OfAnotherAgencyOrWithoutPermission_GivesNothing(string format)
    {
        using var other = await portal.SignInAsync("canbo@sontrung");
        using var administrator = await portal.SignInAsync("quantri@xahuongson");
        using var visitor = portal.Visit();

        if (format == "csv")
        {
            Assert.DoesNotContain(await ListChecks.CsvAsync(other, "/van-ban-can-cu/csv?nam=2026", "van-ban-can-cu-2026.csv"), row => row.Contains("45/UBND-VHXH"));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync($"/van-ban-can-cu/{format}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync($"/van-ban-can-cu/{format}")).StatusCode);
    }

    [Fact]
    public async Task Chairman_MayReadButNotChange()
    {
        using var chairman = await portal.SignInAsync("chutich@xahuongson");

        var list = await chairman.PageAsync("/van-ban-can-cu");

        Assert.Null(list.QuerySelector("a[href*='/them'], a[href$='/da-xoa']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.GetAsync("/van-ban-can-cu/them")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.GetAsync("/van-ban-can-cu/da-xoa")).StatusCode);
    }

    private static (string, string)[] Values(params (string Name, string Value)[] values)
    {
        (string Name, string Value)[] usual =
        [
            ("Form.Kind", "Kế hoạch"), ("Form.Issuer", "UBND tỉnh Hà Tĩnh"), ("Form.Subject", "thử"), ("Form.Purpose", "Directing"), ("Form.Year", "2026"),
        ];
        return [.. usual.Where(one => !values.Any(value => value.Name == one.Name)), .. values];
    }

    private static async Task<HttpResponseMessage> EnterAsync(Session clerk, params (string Name, string Value)[] values) =>
        await clerk.SubmitAsync(await clerk.PageAsync("/van-ban-can-cu/them"), "/van-ban-can-cu/them", Values(values));

    private Task<ReferenceDocument> FindAsync(string subject) =>
        portal.ReadAsync(db => db.ReferenceDocuments.SingleAsync(row => row.Subject == subject, Cancellation));
}

using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Periods;

public sealed class PeriodsControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string List = "/quan-tri/ky-bao-cao";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_Next_IsProposedWhereTheLastYearEnds_AndOpensOnce()
    {
        using var admin = await portal.SignInAsync("quantri@sontrung");
        var last = await portal.ReadAsync(db => Own(db, "son-trung").OrderByDescending(row => row.Year).FirstAsync(Cancellation));
        var form = await admin.PageAsync($"{List}/mo");
        Assert.Equal($"{last.Year + 1}", form.QuerySelector<IHtmlInputElement>("[name='Form.Year']")!.Value);

        var first = await admin.SubmitAsync(form, "/mo");
        var again = await admin.SubmitAsync(form, "/mo");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, again.StatusCode));
        var opened = await portal.ReadAsync(db => Own(db, "son-trung").SingleAsync(row => row.Year == last.Year + 1, Cancellation));
        Assert.Equal((last.To.AddDays(1), last.To.AddYears(1)), (opened.From, opened.To));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(ReportingPeriod) && entry.EntityId == $"{opened.Id}" && entry.Action == AuditAction.Added, Cancellation)));
    }

    [Theory]
    [InlineData("2026", "15/12/2030", "14/12/2031", "17/12/2031")]
    [InlineData("2031", "01/12/2026", "14/12/2031", "17/12/2031")]
    [InlineData("2031", "15/12/2020", "14/12/2021", "17/12/2021")]
    [InlineData("2031", "15/12/2030", "14/12/2030", "17/12/2031")]
    [InlineData("2031", "15/12/2030", "14/12/2031", "17/12/2029")]
    [InlineData("1999", "15/12/2030", "14/12/2031", "17/12/2031")]
    public async Task Create_TakenOverlappingOrBackwards_IsRefused(string year, string from, string to, string due)
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        var answer = await admin.SubmitAsync(await admin.PageAsync($"{List}/mo"), "/mo", ("Form.Year", year), ("Form.From", from), ("Form.To", to), ("Form.DueOn", due));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Remove_TheNewestYearWithoutWork_ClosesIt_AndNoOther()
    {
        using var own = new Portal();
        using var admin = await own.SignInAsync("quantri@xahuongson");
        var used = await own.ReadAsync(db => Own(db, "xa-huong-son").OrderByDescending(row => row.Year).FirstAsync(Cancellation));
        var mistyped = await admin.SubmitAsync(
            await admin.PageAsync($"{List}/mo"), "/mo",
            ("Form.Year", "2062"), ("Form.From", "15/12/2061"), ("Form.To", "14/12/2062"), ("Form.DueOn", "17/12/2062"));
        Assert.Equal(HttpStatusCode.Redirect, mistyped.StatusCode);
        var year = await own.ReadAsync(db => Own(db, "xa-huong-son").SingleAsync(row => row.Year == 2062, Cancellation));
        Assert.Null((await admin.PageAsync($"{List}/{used.Id}")).QuerySelector("form[action$='/xoa']"));
        var refused = await admin.PostAsync($"{List}/{used.Id}/xoa", ("version", used.Version.ToString()));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);

        var page = await admin.PageAsync($"{List}/{year.Id}");
        var removed = await admin.SubmitAsync(page, $"/{year.Id}/xoa");

        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.False(await own.ReadAsync(db => Own(db, "xa-huong-son").AnyAsync(row => row.Year == 2062, Cancellation)));
        Assert.True(await own.ReadAsync(db => Own(db, "xa-huong-son").AnyAsync(row => row.Id == used.Id, Cancellation)));
        Assert.True(await own.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(ReportingPeriod) && entry.EntityId == $"{year.Id}" && entry.Action == AuditAction.Removed, Cancellation)));
        Assert.Equal($"{used.Year + 1}", (await admin.PageAsync($"{List}/mo")).QuerySelector<IHtmlInputElement>("[name='Form.Year']:not([type=hidden])")!.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.SubmitAsync(page, $"/{year.Id}/xoa")).StatusCode);

        await admin.SubmitAsync(await admin.PageAsync($"{List}/mo"), "/mo", ("Form.Year", "2062"), ("Form.From", "15/12/2061"), ("Form.To", "14/12/2062"), ("Form.DueOn", "16/12/2062"));
        var second = await own.ReadAsync(db => Own(db, "xa-huong-son").SingleAsync(row => row.Year == 2062, Cancellation));
        await admin.SubmitAsync(await admin.PageAsync($"{List}/{second.Id}"), $"/{second.Id}/xoa");
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SubmitAsync(await admin.PageAsync(List), "/mo")).StatusCode);
        Assert.Equal(new DateOnly(2062, 12, 16), await own.ReadAsync(db => Own(db, "xa-huong-son").Where(row => row.Year == 2062).Select(row => row.DueOn).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Edit_LeavingWorkOutside_IsRefused_ElseSaved()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var year = await portal.ReadAsync(db => Own(db, "xa-huong-son").SingleAsync(row => row.Year == 2026, Cancellation));
        var page = await admin.PageAsync($"{List}/{year.Id}");

        var outside = await admin.SubmitAsync(page, $"/{year.Id}", ("Form.From", "01/12/2026"));
        var saved = await admin.SubmitAsync(page, $"/{year.Id}", ("Form.DueOn", "20/12/2026"));
        var stale = await admin.SubmitAsync(page, $"/{year.Id}", ("Form.DueOn", "21/12/2026"));

        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity),
            (outside.StatusCode, saved.StatusCode, stale.StatusCode));
        Assert.Equal(new DateOnly(2026, 12, 20), (await portal.ReadAsync(db => Own(db, "xa-huong-son").SingleAsync(row => row.Year == 2026, Cancellation))).DueOn);
    }

    [Fact]
    public async Task Edit_OfAnotherAgency_IsNotFound()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        var foreign = await portal.ReadAsync(db => Own(db, "son-trung").FirstAsync(Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{List}/{foreign.Id}")).StatusCode);
    }

    private static IQueryable<ReportingPeriod> Own(Core.Data.CchcDbContext db, string code) =>
        db.ReportingPeriods.AsNoTracking().Where(row => db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == code));
}

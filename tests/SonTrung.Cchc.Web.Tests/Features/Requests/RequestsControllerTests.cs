using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Requests;

public sealed class RequestsControllerTests : IAsyncDisposable
{
    private const string List = "/dot-bao-cao";

    private readonly Portal portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Pages_NotSignedInWithoutPermissionOrAnothersRequest_AreRefused()
    {
        var id = await RequestAsync("1520/SNV-CCHC");
        using var visitor = portal.Visit();
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var other = await portal.SignInAsync("noivu.huyen@huongson");

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(List)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync(List)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PostAsync($"{List}/{id}/xoa")).StatusCode);
        foreach (var url in new[] { $"{List}/{id}", $"{List}/{id}/sua" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(url)).StatusCode);
        }

        foreach (var act in new[] { "sua", "xoa", "khoi-phuc" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"{List}/{id}/{act}")).StatusCode);
        }

        Assert.DoesNotContain("1520/SNV-CCHC", (await other.PageAsync(List)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_OncePerForm_ReachesTheCommunesNamedAndNoOther()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var form = await office.PageAsync($"{List}/them");
        var asked = form.QuerySelectorAll<IHtmlInputElement>("input[name='Form.CommuneIds']").ToList();
        Assert.All(asked, box => Assert.True(box.IsChecked));
        var tuMy = asked.Single(box => box.ParentElement!.TextContent.Contains("Tứ Mỹ", StringComparison.Ordinal));
        tuMy.IsChecked = false;

        var first = await office.SubmitAsync(form, "/them", Values("1601/SNV-CCHC"));
        var again = await office.SubmitAsync(form, "/them", Values("1601/SNV-CCHC"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, again.StatusCode));
        var request = await portal.ReadAsync(db => db.ReportRequests.Include(row => row.Communes).AsNoTracking().SingleAsync(row => row.Number == "1601/SNV-CCHC", Cancellation));
        Assert.Equal((asked.Count - 1, "báo cáo kết quả 6 tháng", 2), (request.Communes.Count, request.Subject, request.GraceDays));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(ReportRequest) && entry.EntityId == $"{request.Id}" && entry.Action == AuditAction.Added && entry.AgencyId == request.AgencyId, Cancellation)));

        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var notAsked = await portal.SignInAsync("chutich@tumy");
        var home = (await staff.PageAsync("/")).Body!.TextContent;
        Assert.Contains("1601/SNV-CCHC", home, StringComparison.Ordinal);
        var page = (await staff.PageAsync($"/phai-nop/{request.Id}")).QuerySelector("main")!.TextContent;
        Assert.Contains("Nêu rõ kết quả", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sơn Tây", page, StringComparison.Ordinal);
        Assert.DoesNotContain("1601/SNV-CCHC", (await notAsked.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await notAsked.GetAsync($"/phai-nop/{request.Id}")).StatusCode);
    }

    [Theory]
    [InlineData("Form.Number", "")]
    [InlineData("Form.IssuedOn", "31/02/2026")]
    [InlineData("Form.Subject", "")]
    [InlineData("Form.Year", "1900")]
    [InlineData("Form.Span", "q9")]
    [InlineData("Form.DueOn", "01/01/2026")]
    [InlineData("Form.GraceDays", "61")]
    [InlineData("Form.CommuneIds", "99")]
    [InlineData("Form.OutlineTemplateId", "99")]
    public async Task Create_WrongValue_SaysSoBesideTheField(string field, string value)
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var before = await portal.ReadAsync(db => db.ReportRequests.CountAsync(Cancellation));

        var answer = await office.SubmitAsync(
            await office.PageAsync($"{List}/them"), "/them", [.. Values("1602/SNV-CCHC").Where(pair => pair.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Session.ParseAsync(answer)).QuerySelector(".error-summary a"));
        Assert.Equal(before, await portal.ReadAsync(db => db.ReportRequests.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Create_ForACommuneOfAnotherOffice_IsRefused()
    {
        var foreign = await portal.ReadAsync(db => db.Agencies.Where(agency => agency.Code == "son-trung").Select(agency => agency.Id).SingleAsync(Cancellation));
        using var office = await portal.SignInAsync("sonoivu@hatinh");

        var answer = await office.SubmitAsync(await office.PageAsync($"{List}/them"), "/them", [.. Values("1603/SNV-CCHC"), ("Form.CommuneIds", $"{foreign}")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.False(await portal.ReadAsync(db => db.ReportRequestCommunes.AnyAsync(row => row.CommuneId == foreign, Cancellation)));
    }

    [Fact]
    public async Task Edit_ByTwo_SavesTheFirstAndTellsTheSecond()
    {
        var id = await RequestAsync("1520/SNV-CCHC");
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var form = await office.PageAsync($"{List}/{id}/sua");

        var saved = await office.SubmitAsync(form, "/sua", ("Form.DueOn", "20/12/2026"));
        var stale = await office.SubmitAsync(form, "/sua", ("Form.DueOn", "25/12/2026"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (saved.StatusCode, stale.StatusCode));
        Assert.Equal(new DateOnly(2026, 12, 20), await portal.ReadAsync(db => db.ReportRequests.Where(row => row.Id == id).Select(row => row.DueOn).SingleAsync(Cancellation)));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(ReportRequest) && entry.EntityId == $"{id}" && entry.Action == AuditAction.Changed, Cancellation)));
    }

    [Fact]
    public async Task Delete_AndRestore_TakesItFromTheCommunesAndBringsItBack()
    {
        var id = await RequestAsync("1520/SNV-CCHC");
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        await office.SubmitAsync(await office.PageAsync($"{List}/{id}"), "/xoa");

        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/phai-nop/{id}")).StatusCode);
        Assert.DoesNotContain("1520/SNV-CCHC", (await staff.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        // The first page after it offers to undo; the list of deleted ones stays.
        await office.PageAsync(List);
        await office.SubmitAsync(await office.PageAsync(List), $"/{id}/khoi-phuc");
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync($"/phai-nop/{id}")).StatusCode);
        Assert.Equal(
            [AuditAction.Hidden, AuditAction.Restored],
            await portal.ReadAsync(db => db.AuditEntries.Where(entry => entry.Entity == nameof(ReportRequest) && entry.EntityId == $"{id}" && entry.Action != AuditAction.Added)
                .OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync(Cancellation)));
    }

    private static (string, string)[] Values(string number) =>
    [
        ("Form.Number", number), ("Form.IssuedOn", "02/11/2026"), ("Form.Subject", "về báo cáo kết quả 6 tháng"), ("Form.Year", "2026"), ("Form.Span", "6t2"),
        ("Form.DueOn", "15/12/2026"), ("Form.GraceDays", "2"), ("Form.OutlineText", "Nêu rõ kết quả"),
    ];

    private Task<long> RequestAsync(string number) =>
        portal.ReadAsync(db => db.ReportRequests.Where(row => row.Number == number).Select(row => row.Id).SingleAsync(Cancellation));
}

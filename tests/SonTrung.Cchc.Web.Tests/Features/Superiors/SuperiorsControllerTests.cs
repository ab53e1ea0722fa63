using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Superiors;

public sealed class SuperiorsControllerTests : IAsyncDisposable
{
    private const string Old = "phong-noi-vu-huong-son";
    private const string New = "so-noi-vu-ha-tinh";

    private static readonly DateOnly Today = TimeProvider.System.Today();

    private readonly Portal portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Add_FromADay_EndsTheOneBeforeOnceAndIsAudited()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var commune = await IdAsync("xa-huong-son");
        var form = await system.PageAsync(Url(commune));
        (string, string)[] values = [("Form.OfficeId", $"{await IdAsync(Old)}"), ("Form.ValidFrom", "01/03/2026")];

        var first = await system.SubmitAsync(form, "/cap-tren", values);
        var again = await system.SubmitAsync(form, "/cap-tren", values);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, again.StatusCode));
        var rows = await RowsAsync(commune);
        Assert.Equal(
            [(New, new DateOnly(2026, 2, 28)), (Old, null)],
            rows.Select(row => (row.Superior!.Code, row.ValidTo)));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(AgencySuperior) && entry.EntityId == $"{rows[1].Id}" && entry.Action == AuditAction.Added && entry.AgencyId == commune, Cancellation)));
        Assert.Contains("Phòng Nội vụ huyện Hương Sơn", (await system.PageAsync("/quan-tri/co-quan")).QuerySelector($"a[href='{Url(commune)}']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_BeforeAnother_EndsWhereItBegins()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var commune = await IdAsync("xa-huong-son");
        var next = Assert.Single(await RowsAsync(commune));

        await system.SubmitAsync(
            await system.PageAsync(Url(commune)), "/cap-tren", ("Form.OfficeId", $"{await IdAsync(Old)}"), ("Form.ValidFrom", "01/01/2020"));

        Assert.Equal(
            [(new DateOnly(2020, 1, 1), next.ValidFrom.AddDays(-1)), (next.ValidFrom, null)],
            (await RowsAsync(commune)).Select(row => (row.ValidFrom, row.ValidTo)));
    }

    [Theory]
    [InlineData("Form.OfficeId", "")]
    [InlineData("Form.OfficeId", "99")]
    [InlineData("Form.OfficeId", "{commune}")]
    [InlineData("Form.OfficeId", "{same}")]
    [InlineData("Form.ValidFrom", "")]
    [InlineData("Form.ValidFrom", "31/02/2026")]
    [InlineData("Form.ValidFrom", "{first}")]
    public async Task Add_WrongValue_SaysSoBesideTheField(string field, string value)
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var commune = await IdAsync("xa-huong-son");
        var first = Assert.Single(await RowsAsync(commune)).ValidFrom;
        value = value.Replace("{commune}", $"{commune}", StringComparison.Ordinal)
            .Replace("{same}", $"{await IdAsync(New)}", StringComparison.Ordinal)
            .Replace("{first}", VietnameseDate.Format(first), StringComparison.Ordinal);
        (string, string)[] values = [("Form.OfficeId", $"{await IdAsync(Old)}"), ("Form.ValidFrom", "01/03/2026")];

        var answer = await system.SubmitAsync(
            await system.PageAsync(Url(commune)), "/cap-tren", [.. values.Where(pair => pair.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Session.ParseAsync(answer)).QuerySelector($".error-summary a[href='#{field.Replace('.', '_')}']"));
        Assert.Single(await RowsAsync(commune));
    }

    [Fact]
    public async Task End_OnADay_IsSavedTakenBackAndTellsTheSecondOfTwo()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var commune = await IdAsync("xa-huong-son");
        var row = Assert.Single(await RowsAsync(commune));
        var page = await system.PageAsync(Url(commune));

        var ended = await system.SubmitAsync(page, "/ket-thuc", ("lastDay", "30/6/2026"));
        var stale = await system.SubmitAsync(page, "/ket-thuc", ("lastDay", "31/12/2026"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (ended.StatusCode, stale.StatusCode));
        Assert.Equal(new DateOnly(2026, 6, 30), Assert.Single(await RowsAsync(commune)).ValidTo);
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(AgencySuperior) && entry.EntityId == $"{row.Id}" && entry.Action == AuditAction.Changed, Cancellation)));

        await system.SubmitAsync(await system.PageAsync(Url(commune)), "/ket-thuc", ("lastDay", ""));

        Assert.Null(Assert.Single(await RowsAsync(commune)).ValidTo);
    }

    [Theory]
    [InlineData("31/02/2026")]
    [InlineData("01/01/2000")]
    public async Task End_OnAWrongDay_IsRefused(string lastDay)
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var commune = await IdAsync("xa-huong-son");

        var answer = await system.SubmitAsync(await system.PageAsync(Url(commune)), "/ket-thuc", ("lastDay", lastDay));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Null(Assert.Single(await RowsAsync(commune)).ValidTo);
    }

    [Fact]
    public async Task Remove_BeforeItsTime_LetsTheOneBeforeGoOn_AndNotAfter()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var commune = await IdAsync("xa-huong-son");
        var first = Assert.Single(await RowsAsync(commune));
        await system.SubmitAsync(
            await system.PageAsync(Url(commune)), "/cap-tren",
            ("Form.OfficeId", $"{await IdAsync(Old)}"), ("Form.ValidFrom", VietnameseDate.Format(Today.AddYears(1))));
        var coming = (await RowsAsync(commune))[1];

        var overlapping = await system.SubmitAsync(await system.PageAsync(Url(commune)), $"/{first.Id}/ket-thuc", ("lastDay", ""));
        var removed = await system.SubmitAsync(await system.PageAsync(Url(commune)), $"/{coming.Id}/bo");
        var needed = await system.PostAsync($"{Url(commune)}/{first.Id}/bo", ("version", $"{(await RowsAsync(commune))[0].Version}"));

        Assert.Equal(
            (HttpStatusCode.Conflict, HttpStatusCode.Redirect, HttpStatusCode.Conflict), (overlapping.StatusCode, removed.StatusCode, needed.StatusCode));
        Assert.Null(Assert.Single(await RowsAsync(commune)).ValidTo);
    }

    [Fact]
    public async Task Index_OfAnOfficeOrNobody_IsNotFound_AndARowOfAnotherAgencyTakesNoPost()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var (one, other) = (await IdAsync("xa-huong-son"), await IdAsync("xa-son-tay"));
        var row = Assert.Single(await RowsAsync(other));

        Assert.Equal(HttpStatusCode.NotFound, (await system.GetAsync(Url(await IdAsync(New)))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await system.GetAsync(Url(99))).StatusCode);
        foreach (var act in new[] { "ket-thuc", "bo" })
        {
            Assert.Equal(
                HttpStatusCode.NotFound, (await system.PostAsync($"{Url(one)}/{row.Id}/{act}", ("version", $"{row.Version}"), ("lastDay", "30/06/2026"))).StatusCode);
        }
    }

    [Fact]
    public async Task Index_OfAnAgencysAdministrator_IsForbidden()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync(Url(await IdAsync("xa-huong-son")))).StatusCode);
    }

    [Fact]
    public async Task NewSuperior_IsAskedForByOverviewAndProposedByTheNextLetterhead()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        using var admin = await portal.SignInAsync("quantri@xahuongson");
        Assert.DoesNotContain("Kính gửi chưa có", (await admin.PageAsync("/quan-tri")).Body!.TextContent, StringComparison.Ordinal);
        await system.SubmitAsync(
            await system.PageAsync(Url(await IdAsync("xa-huong-son"))), "/cap-tren",
            ("Form.OfficeId", $"{await IdAsync(Old)}"), ("Form.ValidFrom", VietnameseDate.Format(Today)));

        var form = await admin.PageAsync("/quan-tri/tieu-de/moi");

        Assert.Contains("Kính gửi chưa có cơ quan cấp trên: Phòng Nội vụ huyện Hương Sơn.", (await admin.PageAsync("/quan-tri")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Phòng Nội vụ huyện Hương Sơn", form.QuerySelector("[name='Form.Addressees[0].Text']")!.GetAttribute("value"));
        Assert.Equal($"{await IdAsync(Old)}", form.QuerySelector("[name='Form.Addressees[0].OfficeId'] option[selected]")!.GetAttribute("value"));
        Assert.Equal($"{await IdAsync(Old)}", form.QuerySelectorAll("[name='Form.Addressees[1].OfficeId'] option")[1].GetAttribute("value"));
        var saved = await admin.SubmitAsync(form, "/moi");
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.DoesNotContain("Kính gửi chưa có", (await admin.PageAsync("/quan-tri")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static string Url(long commune) => $"/quan-tri/co-quan/{commune}/cap-tren";

    private Task<long> IdAsync(string code) =>
        portal.ReadAsync(db => db.Agencies.Where(row => row.Code == code).Select(row => row.Id).SingleAsync(Cancellation));

    private Task<List<AgencySuperior>> RowsAsync(long commune) => portal.ReadAsync(db => db.AgencySuperiors.AsNoTracking().Include(row => row.Superior)
        .Where(row => row.AgencyId == commune).OrderBy(row => row.ValidFrom).ToListAsync(Cancellation));
}

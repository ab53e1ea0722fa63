using System.Net;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Agencies;

public sealed class AgenciesControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string List = "/quan-tri/co-quan";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_ThenRename_IsSavedOnceAndAudited()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var form = await system.PageAsync($"{List}/them");
        (string, string)[] values = [("Form.Name", "UBND xã Thử"), ("Form.Code", "xa-thu"), ("Form.Kind", "Commune")];

        var first = await system.SubmitAsync(form, "/them", values);
        var again = await system.SubmitAsync(form, "/them", values);
        var taken = await system.SubmitAsync(await system.PageAsync($"{List}/them"), "/them", values);

        Assert.Equal(
            (HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (first.StatusCode, again.StatusCode, taken.StatusCode));
        var row = await portal.ReadAsync(db => db.Agencies.AsNoTracking().SingleAsync(agency => agency.Code == "xa-thu", Cancellation));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == "Agency" && entry.EntityId == $"{row.Id}" && entry.Action == AuditAction.Added, Cancellation)));
        var page = await system.PageAsync($"{List}/{row.Id}");
        var renamed = await system.SubmitAsync(page, $"/{row.Id}", ("Form.Name", "UBND xã Đã Đổi"));
        var stale = await system.SubmitAsync(page, $"/{row.Id}", ("Form.Name", "UBND xã Khác"));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (renamed.StatusCode, stale.StatusCode));
        Assert.Contains("UBND xã Đã Đổi", (await system.PageAsync(List)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WithASuperior_ReportsToItAndLeadsToTheFirstAdministrator()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var office = await portal.ReadAsync(db => db.Agencies.SingleAsync(agency => agency.Code == "so-noi-vu-ha-tinh", Cancellation));
        (string, string)[] values =
        [
            ("Form.Name", "UBND xã Có Cấp Trên"), ("Form.Code", "xa-co-cap-tren"), ("Form.Kind", "Commune"),
            ("Form.SuperiorId", $"{office.Id}"), ("Form.SuperiorFrom", "01/07/2025"),
        ];

        var wrong = await system.SubmitAsync(await system.PageAsync($"{List}/them"), "/them", [.. values[..3], ("Form.SuperiorId", "99"), values[4]]);
        var dayless = await system.SubmitAsync(await system.PageAsync($"{List}/them"), "/them", [.. values[..4], ("Form.SuperiorFrom", "")]);
        var answer = await system.SubmitAsync(await system.PageAsync($"{List}/them"), "/them", values);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (wrong.StatusCode, dayless.StatusCode));
        var row = await portal.ReadAsync(db => db.Agencies.SingleAsync(agency => agency.Code == "xa-co-cap-tren", Cancellation));
        var superior = await portal.ReadAsync(db => db.AgencySuperiors.SingleAsync(link => link.AgencyId == row.Id, Cancellation));
        Assert.Equal((office.Id, new DateOnly(2025, 7, 1), null), (superior.SuperiorId, superior.ValidFrom, superior.ValidTo));
        var form = await system.PageAsync(answer.Headers.Location!.OriginalString);
        Assert.Equal($"{row.Id}", form.QuerySelector("[name='Form.AgencyId'] option[selected]")!.GetAttribute("value"));
        Assert.Equal("Administrator", form.QuerySelector("[name='Form.Duties'][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Create_AnOffice_HasNoSuperior()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        var office = await portal.ReadAsync(db => db.Agencies.SingleAsync(agency => agency.Code == "so-noi-vu-ha-tinh", Cancellation));

        await system.SubmitAsync(
            await system.PageAsync($"{List}/them"), "/them",
            ("Form.Name", "Sở Khác"), ("Form.Code", "so-khac"), ("Form.Kind", "SuperiorOffice"), ("Form.SuperiorId", $"{office.Id}"));

        var row = await portal.ReadAsync(db => db.Agencies.SingleAsync(agency => agency.Code == "so-khac", Cancellation));
        Assert.False(await portal.ReadAsync(db => db.AgencySuperiors.AnyAsync(link => link.AgencyId == row.Id, Cancellation)));
    }

    [Theory]
    [InlineData("", "xa-mot", "Commune")]
    [InlineData("Xã Một", "", "Commune")]
    [InlineData("Xã Một", "Xã Một", "Commune")]
    [InlineData("Xã Một", "xa-mot", "")]
    [InlineData("Xã Một", "son-trung", "Commune")]
    public async Task Create_WrongValue_SaysSo(string name, string code, string kind)
    {
        using var system = await portal.SignInAsync("hethong@cchc");

        var answer = await system.SubmitAsync(await system.PageAsync($"{List}/them"), "/them", ("Form.Name", name), ("Form.Code", code), ("Form.Kind", kind));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Index_OfAnAgencysAdministrator_IsForbidden()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync(List)).StatusCode);
    }
}

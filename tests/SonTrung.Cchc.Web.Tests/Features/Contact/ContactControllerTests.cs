using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Contact;

public sealed class ContactControllerTests(Portal portal) : IClassFixture<Portal>
{
    private const string Url = "/quan-tri/thu-dien-tu";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_AnAddress_IsKeptForTheAgencyAndAudited()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        var answer = await admin.SubmitAsync(await admin.PageAsync(Url), "/thu-dien-tu", ("Email", " vanphong@huongson.example "));
        var wrong = await admin.SubmitAsync(await admin.PageAsync(Url), "/thu-dien-tu", ("Email", "không phải thư"));
        var stale = await admin.SubmitAsync(await admin.PageAsync(Url), "/thu-dien-tu", ("Version", $"{Guid.NewGuid()}"));

        Assert.Equal(
            (HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (answer.StatusCode, wrong.StatusCode, stale.StatusCode));
        Assert.Equal("vanphong@huongson.example", await portal.ReadAsync(db => db.AgencySettings
            .Where(row => db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son")).Select(row => row.ContactEmail).SingleAsync(Cancellation)));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.Entity == nameof(AgencySettings) && entry.After!.Contains("vanphong@huongson.example"), Cancellation)));
        Assert.Contains("Cổng chưa cấu hình máy chủ thư", (await admin.PageAsync(Url)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NotSignedInOrWithoutPermission_IsRefused()
    {
        using var visitor = portal.Visit();
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.PostAsync(Url)).StatusCode);
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Settings;

public sealed class SettingsTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WayOfWork_Saved_IsTheOwnAgencysOnly_AndTellsTheSecondOfTwo()
    {
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        var first = await admin.SubmitAsync(await admin.PageAsync("/quan-tri/cach-lam-viec"), "/cach-lam-viec", ("ChecksBeforeSigning", "true"));
        var page = await admin.PageAsync("/quan-tri/cach-lam-viec");
        Assert.NotNull(page.QuerySelector("[name=ChecksBeforeSigning][checked]"));
        await admin.SubmitAsync(page, "/cach-lam-viec", ("ChecksBeforeSigning", "false"));
        var stale = await admin.SubmitAsync(page, "/cach-lam-viec", ("ChecksBeforeSigning", "true"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (first.StatusCode, stale.StatusCode));
        Assert.False((await portal.ReadAsync(db => db.AgencySettings.SingleAsync(
            row => db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"), Cancellation))).ChecksBeforeSigning);
        Assert.Equal(2, await portal.ReadAsync(db => db.AuditEntries.CountAsync(
            entry => entry.Entity == "AgencySettings" && entry.UserName == "Bùi Văn Mẫu An", Cancellation)));
    }

    [Fact]
    public async Task Portal_Saved_ShowsTheSupportLineWhereHelpIsNeeded()
    {
        using var system = await portal.SignInAsync("hethong@cchc");

        var answer = await system.SubmitAsync(
            await system.PageAsync("/quan-tri/he-thong"), "/he-thong", ("MaxUploadMegabytes", "50"), ("SupportLine", "Tổ hỗ trợ <0239>"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(50, (await portal.ReadAsync(db => db.PortalSettings.SingleAsync(Cancellation))).MaxUploadMegabytes);
        using var visitor = portal.Visit();
        Assert.Contains("Tổ hỗ trợ <0239>", (await visitor.PageAsync("/dang-nhap")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tổ hỗ trợ <0239>", (await Session.ParseAsync(await system.GetAsync("/khong-co-trang-nay"))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("201")]
    [InlineData("")]
    [InlineData("nhiều")]
    public async Task Portal_WrongSize_SaysSo(string size)
    {
        using var system = await portal.SignInAsync("hethong@cchc");

        var answer = await system.SubmitAsync(await system.PageAsync("/quan-tri/he-thong"), "/he-thong", ("MaxUploadMegabytes", size));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_OfTheOther_AreForbidden()
    {
        using var system = await portal.SignInAsync("hethong@cchc");
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        Assert.Equal(HttpStatusCode.Forbidden, (await system.GetAsync("/quan-tri/cach-lam-viec")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync("/quan-tri/he-thong")).StatusCode);
    }
}

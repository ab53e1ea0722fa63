using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Deadlines;

public sealed class DeadlinesControllerTests : IAsyncDisposable
{
    private const string Url = "/quan-tri/han-nop";

    private readonly Portal portal = Portal.At(new SetClock(new DateTimeOffset(2026, 11, 26, 3, 0, 0, TimeSpan.Zero)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Save_ChangesTheUsualDayOfThoseWhomNoRequestAsks()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var request = await portal.ReadAsync(db => db.ReportRequests.Select(row => row.Id).SingleAsync(Cancellation));
        await office.SubmitAsync(await office.PageAsync($"/dot-bao-cao/{request}"), "/xoa");
        Assert.Contains("17/12/2026", (await office.PageAsync("/theo-doi?ky=2026-nam")).QuerySelector("thead")!.TextContent, StringComparison.Ordinal);
        using var system = await portal.SignInAsync("hethong@cchc");
        var form = await system.PageAsync(Url);

        var saved = await system.SubmitAsync(form, "/han-nop", ("DueDay", "10"), ("DueMonth", "1"), ("GraceDays", "5"));
        var stale = await system.SubmitAsync(await system.PageAsync(Url), "/han-nop", ("DueDay", "11"), ("Version", $"{Guid.NewGuid()}"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (saved.StatusCode, stale.StatusCode));
        Assert.Contains("10/01/2027 (gia hạn 5 ngày)", (await office.PageAsync("/theo-doi?ky=2026-nam")).QuerySelector("thead")!.TextContent, StringComparison.Ordinal);
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.Entity == nameof(PortalSettings), Cancellation)));
    }

    [Theory]
    [InlineData("DueDay", "32")]
    [InlineData("DueDay", "")]
    [InlineData("DueMonth", "13")]
    [InlineData("GraceDays", "-1")]
    public async Task Save_WrongValue_SaysSoBesideTheField(string field, string value)
    {
        using var system = await portal.SignInAsync("hethong@cchc");

        var answer = await system.SubmitAsync(await system.PageAsync(Url), "/han-nop", (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Session.ParseAsync(answer)).QuerySelector($".error-summary a[href='#{field}']"));
    }

    [Fact]
    public async Task Page_NotSignedInOrWithoutPermission_IsRefused()
    {
        using var visitor = portal.Visit();
        using var admin = await portal.SignInAsync("quantri@xahuongson");

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.PostAsync(Url)).StatusCode);
    }
}

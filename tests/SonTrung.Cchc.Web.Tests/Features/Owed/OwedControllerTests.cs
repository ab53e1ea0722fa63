using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Owed;

public sealed class OwedControllerTests : IAsyncDisposable
{
    private readonly SetClock clock = new(new DateTimeOffset(2026, 11, 26, 3, 0, 0, TimeSpan.Zero));
    private readonly Portal portal;

    public OwedControllerTests() => portal = Portal.At(clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Pages_NotSignedInOrOfTheOffice_AreRefused()
    {
        using var visitor = portal.Visit();
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        using var otherCommune = await portal.SignInAsync("canbo@sontrung");
        var id = await RequestAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/phai-nop")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.GetAsync("/phai-nop")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await otherCommune.GetAsync($"/phai-nop/{id}")).StatusCode);
    }

    [Fact]
    public async Task Cite_WithOneClick_PutsTheLetterFirstAndItsPlanAfterIt_AndComesOutAgain()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var before = Opening(await staff.PageAsync(report));
        Assert.DoesNotContain("1520/SNV-CCHC", before, StringComparison.Ordinal);

        var cited = await staff.SubmitAsync(await staff.PageAsync(report), $"/vien-dan/{await RequestAsync()}");

        Assert.Equal(HttpStatusCode.Redirect, cited.StatusCode);
        var opening = Opening(await staff.PageAsync(report));
        Assert.StartsWith("Thực hiện Công văn số 1520/SNV-CCHC ngày 02/11/2026 của Sở Nội vụ tỉnh Hà Tĩnh về ", opening, StringComparison.Ordinal);
        Assert.Contains("; Kế hoạch số 18/KH-UBND", opening, StringComparison.Ordinal);
        Assert.Equal(1, await portal.ReadAsync(db => db.ReferenceDocuments.CountAsync(row => row.Number == "1520/SNV-CCHC" && row.Kind == RequestCitations.Kind, Cancellation)));
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.Entity == nameof(ReportBasis) && entry.Action == AuditAction.Added && entry.UserName == "Nguyễn Thị Mẫu Hà", Cancellation)));

        // A second click changes nothing; taking it out leaves the letter in the register.
        await staff.PostAsync($"{report}/vien-dan/{await RequestAsync()}");
        Assert.Equal(opening, Opening(await staff.PageAsync(report)));
        await staff.SubmitAsync(await staff.PageAsync(report), "/thoi");
        Assert.Equal(before, Opening(await staff.PageAsync(report)));
        Assert.True(await portal.ReadAsync(db => db.ReferenceDocuments.AnyAsync(row => row.Number == "1520/SNV-CCHC", Cancellation)));
    }

    [Fact]
    public async Task Cite_ForeignReportWithoutPermissionOrSubmittedReport_IsRefused()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var request = await RequestAsync();
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var neighbour = await portal.SignInAsync("canbo@sontay");

        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.PostAsync($"{report}/vien-dan/{request}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.PostAsync($"{report}/vien-dan/{request}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.PostAsync($"{report}/vien-dan/99")).StatusCode);

        var submitted = await portal.ReadAsync(db => db.AnnualReports
            .Where(row => row.Year == 2026 && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-son-tay")).Select(row => row.Id).SingleAsync(Cancellation));
        Assert.Equal(HttpStatusCode.Conflict, (await neighbour.PostAsync($"/bao-cao/{submitted}/vien-dan/{request}")).StatusCode);
    }

    [Fact]
    public async Task Explain_WhenLate_ReachesTheOfficeAndNoNeighbour()
    {
        clock.Now = new DateTimeOffset(2026, 12, 24, 3, 0, 0, TimeSpan.Zero);
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var home = await staff.PageAsync("/");
        Assert.Contains("Quá hạn 4 ngày (hạn 17/12/2026)", home.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var answer = await staff.SubmitAsync(home, "/phai-nop/ly-do", ("Reason", "Mưa lũ từ ngày 15/12, mất điện ba ngày."));
        await staff.SubmitAsync(await staff.PageAsync("/"), "/phai-nop/ly-do", ("Reason", "Mưa lũ, mất điện ba ngày."));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        Assert.Contains("Lý do: Mưa lũ, mất điện ba ngày.", (await office.PageAsync("/theo-doi?ky=2026-nam")).QuerySelector("table.wall")!.TextContent, StringComparison.Ordinal);
        using var neighbour = await portal.SignInAsync("canbo@sontay");
        Assert.DoesNotContain("Mưa lũ", (await neighbour.PageAsync("/phai-nop")).Body!.TextContent, StringComparison.Ordinal);
        using var other = await portal.SignInAsync("noivu.huyen@huongson");
        Assert.DoesNotContain("Mưa lũ", (await other.PageAsync("/theo-doi")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [AuditAction.Added, AuditAction.Changed],
            await portal.ReadAsync(db => db.AuditEntries.Where(entry => entry.Entity == nameof(LateReason)).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync(Cancellation)));
    }

    [Theory]
    [InlineData("2026-11-26", "{office}", "2026-nam", "Sớm", HttpStatusCode.Conflict)]
    [InlineData("2026-12-24", "{office}", "2026-nam", " ", HttpStatusCode.UnprocessableEntity)]
    [InlineData("2026-12-24", "99", "2026-nam", "Lý do", HttpStatusCode.NotFound)]
    [InlineData("2026-12-24", "{office}", "2031-nam", "Lý do", HttpStatusCode.NotFound)]
    [InlineData("2026-12-24", "{office}", "bậy", "Lý do", HttpStatusCode.NotFound)]
    public async Task Explain_WhenItIsNotLateEmptyOrUnknown_IsRefused(string today, string office, string period, string reason, HttpStatusCode expected)
    {
        clock.Now = new DateTimeOffset(DateTime.Parse(today, System.Globalization.CultureInfo.InvariantCulture).AddHours(3), TimeSpan.Zero);
        var id = await portal.ReadAsync(db => db.Agencies.Where(agency => agency.Code == "so-noi-vu-ha-tinh").Select(agency => agency.Id).SingleAsync(Cancellation));
        using var staff = await portal.SignInAsync("canbo@xahuongson");

        var answer = await staff.PostAsync("/phai-nop/ly-do", ("OfficeId", office.Replace("{office}", $"{id}", StringComparison.Ordinal)), ("Period", period), ("Reason", reason));

        Assert.Equal(expected, answer.StatusCode);
        Assert.False(await portal.ReadAsync(db => db.LateReasons.AnyAsync(Cancellation)));
    }

    private static string Opening(IDocument page) =>
        page.QuerySelectorAll(".doc p, article p, main p").Select(paragraph => paragraph.TextContent.Trim()).First(text => text.StartsWith("Thực hiện ", StringComparison.Ordinal));

    private Task<long> RequestAsync() =>
        portal.ReadAsync(db => db.ReportRequests.Where(row => row.Number == "1520/SNV-CCHC").Select(row => row.Id).SingleAsync(Cancellation));
}

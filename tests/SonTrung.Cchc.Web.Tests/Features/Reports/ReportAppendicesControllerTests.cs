using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Reports;

/// <summary>Phụ lục kèm theo: the two switches of a report that is being written.</summary>
public sealed class ReportAppendicesControllerTests : IAsyncDisposable
{
    private readonly Portal portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Switch_Draft_ChangesTheDocumentAndIsAudited()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var page = await staff.PageAsync(report);
        Assert.Equal(["Phụ lục"], page.QuerySelectorAll(".doc-appendix-label").Select(label => label.TextContent));
        Assert.Contains("(Có Phụ lục kèm theo)", page.QuerySelector(".doc-body")!.TextContent, StringComparison.Ordinal);
        Assert.True(((IHtmlInputElement)page.QuerySelector("input[type=checkbox][name=HasPlan]")!).IsChecked);

        var answer = await staff.SubmitAsync(page, $"{report}/phu-luc", ("HasActivities", "true"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        page = await staff.PageAsync(report);
        Assert.Contains("Đã lưu phụ lục kèm theo.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Phụ lục I", "Phụ lục II"], page.QuerySelectorAll(".doc-appendix-label").Select(label => label.TextContent));
        var id = $"{ReportPath.Id(report)}";
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.EntityId == id && entry.Entity == nameof(AnnualReport) && entry.After!.Contains(nameof(AnnualReport.HasActivityAppendix)), Cancellation)));
    }

    [Fact]
    public async Task Switch_StaleForm_IsRefusedAndChangesNothing()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var page = await staff.PageAsync(report);
        await staff.SubmitAsync(page, $"{report}/phu-luc", ("HasActivities", "true"));

        var answer = await staff.SubmitAsync(page, $"{report}/phu-luc", ("HasPlan", "false"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.True((await RowAsync(report)).HasActivityAppendix);
    }

    [Fact]
    public async Task Switch_Submitted_IsRefused()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var page = await staff.PageAsync(report);
        await ReportPath.ActAsync(staff, report, "/trinh-ky");

        var answer = await staff.SubmitAsync(page, $"{report}/phu-luc", ("HasActivities", "true"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.False((await RowAsync(report)).HasActivityAppendix);
        Assert.Null((await staff.PageAsync(report)).QuerySelector($"form[action='{report}/phu-luc']"));
    }

    [Fact]
    public async Task Switch_NotPermittedOrNotTheirs_IsRefused()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var stranger = await portal.SignInAsync("canbo@sontrung");
        var report = await ReportPath.OpenAsync(staff);
        var version = $"{await ReportPath.VersionAsync(portal, report)}";

        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.PostAsync($"{report}/phu-luc", ("Version", version))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{report}/phu-luc", ("Version", version))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.PostAsync("/bao-cao/987654321/phu-luc", ("Version", version))).StatusCode);
        Assert.True((await RowAsync(report)).HasPlanAppendix);
    }

    private Task<AnnualReport> RowAsync(string report) =>
        portal.ReadAsync(db => db.AnnualReports.AsNoTracking().SingleAsync(row => row.Id == ReportPath.Id(report), Cancellation));
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.ReportEvidence;

/// <summary>Căn cứ từng câu: at the commune, and at the superior office as far as the commune released it.</summary>
public sealed class ReportEvidenceControllerTests : IAsyncDisposable
{
    private readonly Portal portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Index_SentenceChosen_ShowsItsActivitiesAndPictures()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var page = await staff.PageAsync($"{report}/can-cu");
        var link = page.QuerySelectorAll("a.doc-link").First(found => found.TextContent.Contains("22 chuyên mục; 132 lượt phát", StringComparison.Ordinal));

        page = await staff.PageAsync(link.GetAttribute("href")!.Split('#')[0]);

        var panel = page.QuerySelector("#can-cu")!;
        Assert.Contains("Số liệu trong câu: 22 chuyên mục; 132 lượt phát", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("11 hoạt động", panel.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(panel.QuerySelectorAll("a[href^='/hoat-dong/']"));
        var picture = panel.QuerySelector("img.evidence-thumb")!;
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync(picture.GetAttribute("src")!)).StatusCode);
    }

    [Fact]
    public async Task Line_Piece_IsTheSameEvidence()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var stranger = await portal.SignInAsync("canbo@sontrung");
        var report = await ReportPath.OpenAsync(staff);
        var line = await LineAsync(report, "45 tin, bài");

        var piece = await (await staff.GetAsync($"{report}/can-cu/{line}")).Content.ReadAsStringAsync(Cancellation);

        Assert.Contains("28 hoạt động", piece, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", piece, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{report}/can-cu/{line}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{report}/can-cu/987654321")).StatusCode);
    }

    [Fact]
    public async Task GiveReason_IdlePlanLine_IsPrintedAndAudited()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        var item = await portal.ReadAsync(async db =>
        {
            var row = await db.PlanItems.FirstAsync(found => found.Plan!.Year == 2026 && db.Agencies.Any(agency => agency.Id == found.AgencyId && agency.Code == "xa-huong-son") && found.Title.StartsWith("Pano"), Cancellation);
            foreach (var activity in db.PropagandaActivities.Where(activity => activity.PlanItemId == row.Id))
            {
                activity.DeletedUtc = DateTime.UtcNow;
            }

            await db.SaveChangesAsync(Cancellation);
            return row.Id;
        });

        var answer = await staff.SubmitAsync(await staff.PageAsync($"{report}/can-cu"), $"/nhiem-vu/{item}/ly-do", ("Reason", "chưa được bố trí kinh phí"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains(": chưa thực hiện, lý do: chưa được bố trí kinh phí", (await staff.PageAsync(report)).QuerySelector(".doc-body")!.TextContent, StringComparison.Ordinal);
        var key = $"{item}";
        Assert.True(await portal.ReadAsync(db => db.AuditEntries.AnyAsync(
            entry => entry.EntityId == key && entry.Entity == nameof(PlanItem) && entry.After!.Contains(nameof(PlanItem.ReasonNotDone)), Cancellation)));
    }

    [Fact]
    public async Task Release_Nothing_ShowsTheReceiverTheTextOnly()
    {
        var (delivery, file) = await IssuedAsync(EvidenceRelease.None);
        using var office = await portal.SignInAsync("sonoivu@hatinh");

        Assert.Empty((await office.PageAsync($"/tiep-nhan/{delivery}")).QuerySelectorAll("a.doc-link"));
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/tiep-nhan/{delivery}/tai-lieu/{file}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.GetAsync($"/tai-lieu/{file}")).StatusCode);
    }

    [Fact]
    public async Task Release_List_ShowsActivitiesWithoutFiles()
    {
        var (delivery, file) = await IssuedAsync(EvidenceRelease.List);
        using var office = await portal.SignInAsync("sonoivu@hatinh");

        var link = (await office.PageAsync($"/tiep-nhan/{delivery}")).QuerySelectorAll("a.doc-link").First(found => found.TextContent.Contains("132 lượt phát", StringComparison.Ordinal));
        var panel = (await office.PageAsync(link.GetAttribute("href")!.Split('#')[0])).QuerySelector("#can-cu")!;

        Assert.Contains("11 hoạt động", panel.TextContent, StringComparison.Ordinal);
        Assert.Empty(panel.QuerySelectorAll("img, a[href^='/hoat-dong']"));
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/tiep-nhan/{delivery}/tai-lieu/{file}")).StatusCode);
    }

    [Fact]
    public async Task Release_Files_ShowsWhatWasFrozenAndNothingElse()
    {
        var (delivery, file) = await IssuedAsync(EvidenceRelease.Files);
        using var office = await portal.SignInAsync("sonoivu@hatinh");

        var answer = await office.GetAsync($"/tiep-nhan/{delivery}/tai-lieu/{file}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync($"/tiep-nhan/{delivery}/tai-lieu/{file}/anh-nho")).StatusCode);
        var other = await portal.ReadAsync(db => db.Attachments.Where(row => row.ActivityId == null && row.Id != file).Select(row => row.Id).FirstOrDefaultAsync(Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/tiep-nhan/{delivery}/tai-lieu/{other + 1}")).StatusCode);
    }

    [Fact]
    public async Task Release_NotPermittedStaleOrForeign_IsRefused()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var chairman = await portal.SignInAsync("chutich@xahuongson");
        using var stranger = await portal.SignInAsync("canbo@sontrung");
        var report = await ReportPath.OpenAsync(staff);
        var page = await staff.PageAsync($"{report}/can-cu");

        Assert.Equal(HttpStatusCode.Forbidden, (await chairman.PostAsync($"{report}/can-cu/cong-khai", ("Release", "Files"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{report}/can-cu/cong-khai", ("Release", "Files"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await staff.SubmitAsync(page, "/cong-khai", ("Release", "List"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await staff.SubmitAsync(page, "/cong-khai", ("Release", "Files"))).StatusCode);
    }

    private async Task<(long Delivery, long File)> IssuedAsync(EvidenceRelease release)
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await staff.SubmitAsync(await staff.PageAsync($"{report}/can-cu"), "/cong-khai", ("Release", $"{release}"));
        await ReportPath.IssueAsync(portal, staff, report, 901);
        var id = ReportPath.Id(report);
        return await portal.ReadAsync(async db => (
            await db.ReportDeliveries.Where(row => row.ReportId == id).Select(row => row.Id).SingleAsync(Cancellation),
            await db.ReportLines.Where(line => line.ReportId == id).SelectMany(line => line.Origins)
                .Where(origin => origin.Kind == OriginKind.Activity)
                .Join(db.Attachments.Where(file => file.ThumbnailSha256 != null), origin => (long?)origin.RowId, file => file.ActivityId, (_, file) => file.Id)
                .FirstAsync(Cancellation)));
    }

    private Task<long> LineAsync(string report, string text) => portal.ReadAsync(async db =>
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        await staff.PageAsync($"{report}/can-cu");
        var id = ReportPath.Id(report);
        return await db.ReportLines.Where(line => line.ReportId == id && line.Text.EndsWith(text)).Select(line => line.Id).FirstAsync(Cancellation);
    });
}

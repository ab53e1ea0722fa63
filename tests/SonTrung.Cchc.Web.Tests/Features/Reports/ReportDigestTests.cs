using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Reports;

/// <summary>Half a page for the reader, and what last year leaves to the writer.</summary>
public sealed class ReportDigestTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Show_Digest_CountsThePlanAndNamesWhatIsNotMet()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);

        var digest = (await staff.PageAsync(report)).QuerySelector(".digest")!;

        Assert.Contains("7/12", digest.TextContent, StringComparison.Ordinal);
        Assert.Contains("58,3", digest.TextContent, StringComparison.Ordinal);
        var open = digest.QuerySelectorAll(".digest-list li").Select(line => line.TextContent).ToList();
        Assert.Equal(5, open.Count);
        Assert.Contains(open, line => line.Contains("Thi trực tuyến", StringComparison.Ordinal) && line.Contains("412 / 500", StringComparison.Ordinal));
        var row = digest.QuerySelectorAll("tbody tr").Single(line => line.QuerySelector("th")!.TextContent == "tờ");
        Assert.Equal("3.000", row.QuerySelectorAll("td")[0].TextContent);
    }

    [Fact]
    public async Task Show_Digest_SetsLastYearsPlanBeside()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var last = (await staff.PageAsync("/ke-hoach/2025")).QuerySelector(".plan-summary .figure")!.TextContent;

        var digest = (await staff.PageAsync(await ReportPath.OpenAsync(staff))).QuerySelector(".digest")!;

        var tile = digest.QuerySelectorAll(".tile").Single(tile => tile.TextContent.Contains("nhiệm vụ đạt năm 2025", StringComparison.Ordinal));
        Assert.Equal(last, tile.QuerySelector(".figure")!.TextContent);
    }

    [Fact]
    public async Task Show_Digest_NamesALineWithActivitiesButWithoutAFigure()
    {
        using var own = new Portal();
        using var staff = await own.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        Assert.DoesNotContain("Tin, bài trên Trang thông tin điện tử xã", Without(await staff.PageAsync(report)), StringComparison.Ordinal);
        var activities = await own.ReadAsync(async db =>
        {
            var line = await db.PlanItems.Where(row => row.Plan!.Year == 2026 && row.Title == "Tin, bài trên Trang thông tin điện tử xã").Select(row => row.Id).FirstAsync(Cancellation);
            await db.ActivityMeasures.Where(measure => db.PropagandaActivities.Any(row => row.Id == measure.ActivityId && row.PlanItemId == line)).ExecuteDeleteAsync(Cancellation);
            return await db.PropagandaActivities.CountAsync(row => row.PlanItemId == line, Cancellation);
        });
        Assert.True(activities > 0);

        Assert.Contains("Tin, bài trên Trang thông tin điện tử xã", Without(await staff.PageAsync(report)), StringComparison.Ordinal);

        static string Without(IDocument page) =>
            page.QuerySelectorAll(".digest p").SingleOrDefault(text => text.TextContent.StartsWith("Chưa có số liệu", StringComparison.Ordinal))?.TextContent ?? "";
    }

    [Fact]
    public async Task Show_ReenteredReport_HasNoDigest()
    {
        using var staff = await portal.SignInAsync("canbo@sontrung");
        var report = (await staff.PageAsync("/bao-cao")).QuerySelector("table a[href^='/bao-cao/']")!.GetAttribute("href")!;

        Assert.Null((await staff.PageAsync(report)).QuerySelector(".digest"));
    }

    [Fact]
    public async Task LastYear_LineWrittenByHand_IsTakenOverOnce_WithTheOldYearMarked()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        var report = await ReportPath.OpenAsync(staff);
        await portal.ReadAsync(async db =>
        {
            var last = await db.AnnualReports.Include(row => row.Lines).AsSplitQuery().SingleAsync(
                row => row.Year == 2025 && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"), Cancellation);
            var element = await db.OutlineTemplates.SelectMany(outline => outline.Elements)
                .Where(row => row.Kind == OutlineElementKind.Assessment).Select(row => row.Key).FirstAsync(Cancellation);
            db.Add(new ReportLine
            {
                Id = IdGenerator.NewId(),
                AgencyId = last.AgencyId,
                ReportId = last.Id,
                ElementKey = element,
                Position = 1,
                Level = BlockLevel.Paragraph,
                Text = "Năm 2025 công tác tuyên truyền có nhiều chuyển biến",
                IsPlacedByHand = true,
            });
            return await db.SaveChangesAsync(Cancellation);
        });

        var page = await staff.PageAsync($"{report}/soan/nam-truoc");
        var pick = page.QuerySelectorAll(".pick").Single(row => row.TextContent.Contains("nhiều chuyển biến", StringComparison.Ordinal));
        Assert.Equal("2025", pick.QuerySelector("mark")!.TextContent);
        var index = page.QuerySelectorAll(".pick").ToList().IndexOf(pick);
        await staff.SubmitAsync(
            page,
            "/nam-truoc",
            ($"Form.Items[{index}].IsChosen", "true"),
            ($"Form.Items[{index}].Text", "Năm 2026 công tác tuyên truyền có nhiều chuyển biến"));

        Assert.Contains("Năm 2026 công tác tuyên truyền có nhiều chuyển biến.", (await staff.PageAsync(report)).QuerySelector(".doc-body")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("nhiều chuyển biến", (await staff.PageAsync($"{report}/soan/nam-truoc")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // A replacement has the line already, taken out or not, so it is not offered there again.
        await portal.ReadAsync(db => db.ReportLines.Where(row => row.ReportId == ReportPath.Id(report) && row.Text.Contains("nhiều chuyển biến"))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsRemoved, true), Cancellation));
        await ReportPath.IssueAsync(portal, staff, report, 15);
        var replacement = (await ReportPath.ActAsync(staff, report, "/thay-the")).Headers.Location!.OriginalString;
        Assert.DoesNotContain("nhiều chuyển biến", (await staff.PageAsync($"{replacement}/soan/nam-truoc")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}

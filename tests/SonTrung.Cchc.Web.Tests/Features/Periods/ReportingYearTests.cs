using System.Globalization;
using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Periods;

/// <summary>
/// Two years in one portal (Nghị định 09/2019/NĐ-CP): the reporting year closes on 14/12 at midnight of Việt Nam, not of Greenwich, and document numbers
/// begin anew on 01/01. Every page that chooses a year by itself must choose the same one.
/// </summary>
public sealed class ReportingYearTests : IDisposable
{
    private const string Staff = "canbo@xahuongson";

    private readonly SetClock clock = new(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));
    private readonly Portal portal;

    public ReportingYearTests() => portal = Portal.At(clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => portal.Dispose();

    [Theory]
    [InlineData("2026-12-14T16:59:59Z", "14/12/2026", 2026)]
    [InlineData("2026-12-14T17:00:00Z", "15/12/2026", 2027)]
    [InlineData("2026-12-31T16:59:59Z", "31/12/2026", 2027)]
    [InlineData("2026-12-31T17:00:00Z", "01/01/2027", 2027)]
    public async Task Pages_WithoutAYear_ShowTheReportingYearOfTheDayInVietnam(string utc, string day, int year)
    {
        clock.Now = DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture);
        using var clerk = await portal.SignInAsync(Staff);

        Assert.Contains($"Việc của năm {year}", (await clerk.PageAsync("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var list in new[] { "/hoat-dong", "/so-lieu-khac", "/van-ban-can-cu", "/ton-tai-han-che", "/phuong-huong-nhiem-vu" })
        {
            var chosen = (await clerk.PageAsync(list)).QuerySelector<IHtmlSelectElement>("select[name=nam]")!.Value;
            Assert.True(chosen == $"{year}", $"{list} shows {chosen} on {day}");
        }

        var form = await clerk.PageAsync("/hoat-dong/nhap");
        Assert.Equal(day, form.QuerySelector<IHtmlInputElement>("[name='Form.StartsOn']")!.Value);
        foreach (var proposal in new[] { "/ton-tai-han-che/de-xuat", "/phuong-huong-nhiem-vu/de-xuat", "/ton-tai-han-che/lay-tu-nam-truoc" })
        {
            Assert.Contains($"?nam={year}", (await clerk.PageAsync(proposal)).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2026-12-14T16:59:59Z", 2026)]
    [InlineData("2026-12-14T17:00:00Z", 2027)]
    [InlineData("2026-12-31T17:00:00Z", 2027)]
    public async Task Activity_EnteredToday_BelongsToTheReportingYearAndToItsFiles(string utc, int year)
    {
        clock.Now = DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture);
        using var clerk = await portal.SignInAsync(Staff);
        var form = await clerk.PageAsync("/hoat-dong/nhap");
        var channel = form.QuerySelectorAll<IHtmlInputElement>("[name='Form.ChannelId']").Select(input => input.Value).FirstOrDefault()
            ?? form.QuerySelector<IHtmlSelectElement>("[name='Form.ChannelId']")!.Options.First(option => option.Value.Length > 0).Value;

        await clerk.SubmitAsync(form, "/hoat-dong/nhap", ("Form.Title", "Việc của hôm nay"), ("Form.ChannelId", channel));

        Assert.Equal(year, await portal.ReadAsync(db => db.PropagandaActivities.Where(row => row.Title == "Việc của hôm nay").Select(row => row.Year).SingleAsync(Cancellation)));
        var csv = await (await clerk.GetAsync("/hoat-dong/csv")).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("Việc của hôm nay", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Việc của hôm nay", await (await clerk.GetAsync($"/hoat-dong/csv?nam={(year == 2026 ? 2027 : 2026)}")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-14T16:59:59Z", 2026)]
    [InlineData("2026-12-14T17:00:00Z", 2027)]
    [InlineData("2026-12-31T17:00:00Z", 2027)]
    public async Task Plan_New_IsForTheReportingYear(string utc, int year)
    {
        await portal.ReadAsync(db => db.Plans.Where(row => row.Year >= 2026).ExecuteUpdateAsync(set => set.SetProperty(row => row.Year, row => row.Year + 50), Cancellation));
        clock.Now = DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture);
        using var clerk = await portal.SignInAsync(Staff);

        Assert.Equal($"{year}", (await clerk.PageAsync("/ke-hoach/lap")).QuerySelector<IHtmlSelectElement>("[name='Form.Year']")!.Value);
    }

    [Theory]
    [InlineData("2026-12-14T16:59:59Z", false)]
    [InlineData("2026-12-14T17:00:00Z", true)]
    public async Task Template_OfActivities_OffersThePlanOfTheReportingYearThoughNoPeriodWasOpened(string utc, bool isOffered)
    {
        await portal.ReadAsync(db => db.ReportingPeriods.Where(row => row.Year > 2026).ExecuteDeleteAsync(Cancellation));
        await portal.ReadAsync(db => db.Plans.Where(row => row.Year > 2026).ExecuteUpdateAsync(set => set.SetProperty(row => row.Year, row => row.Year + 50), Cancellation));
        await portal.ReadAsync(db => db.Plans.Where(row => row.Year == 2026).ExecuteUpdateAsync(set => set.SetProperty(row => row.Year, 2027), Cancellation));
        var line = await portal.ReadAsync(db => db.PlanItems.Where(row => row.Plan!.Year == 2027 && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"))
            .OrderBy(row => row.Id).Select(row => row.Title).FirstAsync(Cancellation));
        clock.Now = DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture);
        using var clerk = await portal.SignInAsync(Staff);

        using var book = new ZipArchive(await (await clerk.GetAsync("/hoat-dong/nhap-excel/mau")).Content.ReadAsStreamAsync(Cancellation));

        Assert.Equal(isOffered, book.Entries.Any(entry => Text(entry).Contains(line, StringComparison.Ordinal)));

        static string Text(ZipArchiveEntry entry)
        {
            using var reader = new StreamReader(entry.Open());
            return WebUtility.HtmlDecode(reader.ReadToEnd());
        }
    }

    [Theory]
    [InlineData("2026-12-14T16:59:59Z")]
    [InlineData("2026-12-14T17:00:00Z")]
    [InlineData("2026-12-31T17:00:00Z")]
    public async Task Report_OfTheYearThatIsDue_IsOfferedBeforeTheYearThatHasJustBegun(string utc)
    {
        await portal.ReadAsync(db => db.AnnualReports.Where(row => row.Year == 2026).ExecuteUpdateAsync(set => set.SetProperty(row => row.Year, 2076), Cancellation));
        clock.Now = DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture);
        using var clerk = await portal.SignInAsync(Staff);

        Assert.Equal("2026", (await clerk.PageAsync("/bao-cao")).QuerySelector("button.btn-primary[name=nam]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Number_OfAReportIssuedInJanuary_BelongsToTheNewCalendarYear()
    {
        clock.Now = new DateTimeOffset(2026, 12, 31, 17, 0, 0, TimeSpan.Zero);
        using var staff = await portal.SignInAsync(Staff);
        var report = await ReportPath.OpenAsync(staff);

        await ReportPath.IssueAsync(portal, staff, report, 1);

        var row = await portal.ReadAsync(db => db.AnnualReports.SingleAsync(one => one.Id == ReportPath.Id(report), Cancellation));
        Assert.Equal((2026, 2027, 1, new DateOnly(2027, 1, 1)), (row.Year, row.NumberYear, row.Number, row.IssuedOn));
    }

    [Theory]
    [InlineData("2026-11-23T02:00:00Z", "30/11/2026")]
    [InlineData("2026-12-14T16:59:59Z", "17/12/2026")]
    [InlineData("2026-12-14T17:00:00Z", "17/12/2026")]
    [InlineData("2026-12-31T17:00:00Z", "08/01/2027")]
    public async Task Collection_New_ClosesBeforeTheReportIsDue(string utc, string closesOn)
    {
        await portal.ReadAsync(db => db.DepartmentConfirmations.ExecuteDeleteAsync(Cancellation));
        await portal.ReadAsync(db => db.DataCollections.ExecuteDeleteAsync(Cancellation));
        clock.Now = DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture);
        using var staff = await portal.SignInAsync(Staff);
        var report = await ReportPath.OpenAsync(staff);

        Assert.Equal(closesOn, (await staff.PageAsync($"{report}/thu-thap")).QuerySelector<IHtmlInputElement>("[name='Form.ClosesOn']")!.Value);
    }
}

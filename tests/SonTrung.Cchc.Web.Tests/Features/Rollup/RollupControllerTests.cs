using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Rollup;

public sealed class RollupControllerTests : IAsyncDisposable
{
    private const string Url = "/tong-hop?ky=2026-nam";

    private readonly Portal portal = Portal.At(new SetClock(new DateTimeOffset(2026, 11, 26, 3, 0, 0, TimeSpan.Zero)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData("Channel")]
    [InlineData("Topic")]
    [InlineData("Commune")]
    public async Task Table_ByEachWay_AddsUpToItsTotal_AndTheChartShowsTheSameLines(string by)
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");

        var page = await office.PageAsync($"{Url}&theo={by}");

        var lines = page.QuerySelectorAll("table.rollup tbody tr").Select(Figures).ToList();
        var total = Figures(page.QuerySelector("table.rollup tfoot tr")!);
        Assert.NotEmpty(lines);
        Assert.True(total[0] > 0);
        for (var column = 0; column < total.Count; column++)
        {
            Assert.Equal(total[column], lines.Sum(line => line[column]));
        }

        var chart = page.QuerySelector("svg.bar-chart[role=img]")!;
        Assert.NotNull(page.GetElementById(chart.GetAttribute("aria-labelledby")!));
        Assert.Equal(lines.Select(line => line[0]), chart.QuerySelectorAll(".bar-value").Select(text => Number(text.TextContent)));
    }

    [Fact]
    public async Task Figures_ThatTheCommuneChangesAfterwards_ChangeNothing()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var before = (await office.PageAsync($"{Url}&theo=Commune")).QuerySelector("table.rollup")!.TextContent;
        await portal.ReadAsync(async db =>
        {
            var activity = await db.PropagandaActivities.FirstAsync(row => row.Year == 2026 && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-kim-hoa"), Cancellation);
            activity.DeletedUtc = DateTime.UtcNow;
            return await db.SaveChangesAsync(Cancellation);
        });

        Assert.Equal(before, (await office.PageAsync($"{Url}&theo=Commune")).QuerySelector("table.rollup")!.TextContent);
    }

    [Fact]
    public async Task Paragraph_QuotesEachCommuneByItsReport_AndNamesThoseMissing()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");

        var text = (await office.PageAsync(Url)).QuerySelector("#doan-van")!.TextContent;

        Assert.Contains("3/9 xã đã nộp báo cáo", text, StringComparison.Ordinal);
        Assert.Contains("UBND xã Kim Hoa (dữ liệu mẫu): ", text, StringComparison.Ordinal);
        Assert.Contains("(Báo cáo số 101/BC-UBND)", text, StringComparison.Ordinal);
        Assert.Contains("(Báo cáo số 121/BC-UBND)", text, StringComparison.Ordinal);
        Assert.Contains("Chưa có số liệu của: ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_HoldsTheLinesAndTheTotal()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");

        var csv = await ListChecks.CsvAsync(office, "/tong-hop/csv?ky=2026-nam&theo=Commune", "tong-hop-2026-nam.csv");
        var excel = await ListChecks.ExcelAsync(office, "/tong-hop/excel?ky=2026-nam&theo=Channel", "tong-hop-2026-nam.xlsx");

        Assert.Equal(4, csv.Count);
        Assert.Equal("Tổng cộng", csv[^1][0]);
        Assert.Equal(Number(csv[^1][1]), csv.Take(3).Sum(line => Number(line[1])));
        Assert.Equal("Tổng cộng", excel[^1][0].InnerText);
    }

    [Fact]
    public async Task Page_NotSignedInACommuneOrAnotherOffice_ShowsNothing()
    {
        using var visitor = portal.Visit();
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        using var other = await portal.SignInAsync("noivu.huyen@huongson");

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync(Url)).StatusCode);
        Assert.DoesNotContain("Kim Hoa", (await other.PageAsync(Url)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/tong-hop/excel?ky=2026-nam")).StatusCode);
    }

    private static List<decimal> Figures(IElement row) => row.QuerySelectorAll("td.num").Select(cell => Number(cell.TextContent)).ToList();

    private static decimal Number(string text) => text.Trim() == "–" ? 0 : decimal.Parse(text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'), CultureInfo.InvariantCulture);
}

using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Features.Inbox;

/// <summary>The inbox as a list: found by words, year, commune and state, paged both ways.</summary>
public sealed class InboxControllerTests : IAsyncDisposable
{
    private readonly Portal portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Index_Filtered_ShowsWhatIsAskedFor_AsDoesTheCsv()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var all = await office.PageAsync("/tiep-nhan");
        var sender = all.QuerySelectorAll<IHtmlOptionElement>("#xa option").Single(option => option.Text.Contains("Kim Hoa", StringComparison.Ordinal)).Value;
        var row = all.QuerySelectorAll("tbody tr").Single(found => found.TextContent.Contains("Kim Hoa", StringComparison.Ordinal));
        var number = row.QuerySelector("td[data-label='Số, ngày']")!.TextContent.Split('/')[0];
        var year = row.QuerySelector("td[data-label='Năm']")!.TextContent;
        Assert.True(all.QuerySelectorAll("tbody tr").Length > 2);

        foreach (var query in new[] { "tim=kim+hoa", "tim=KIM+HOA", $"tim=kim+{number}", $"xa={sender}", $"xa={sender}&nam={year}" })
        {
            var found = (await office.PageAsync($"/tiep-nhan?{query}")).QuerySelectorAll("tbody tr");
            Assert.Contains("Kim Hoa", Assert.Single(found).TextContent, StringComparison.Ordinal);
            Assert.Single(await ListChecks.CsvAsync(office, $"/tiep-nhan/csv?{query}", "tiep-nhan.csv"));
        }

        Assert.Contains("Không tìm thấy", (await office.PageAsync("/tiep-nhan?tim=khong+co+xa+nay")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await office.PageAsync($"/tiep-nhan?xa={sender}&nam=2019")).QuerySelectorAll("tbody tr"));
        var symbol = (await office.PageAsync("/tiep-nhan?tim=bc")).QuerySelectorAll("tbody tr").Length;
        Assert.Equal(all.QuerySelectorAll("tbody tr").Length, symbol);
    }

    [Fact]
    public async Task Index_SaysWhatCameToday_HowLongOthersWait_AndHowPromptlyTheRestWereAnswered()
    {
        using var staff = await portal.SignInAsync("canbo@xahuongson");
        await ReportPath.IssueAsync(portal, staff, await ReportPath.OpenAsync(staff), 15);
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var states = (await office.PageAsync("/tiep-nhan")).QuerySelectorAll("td[data-label='Trạng thái']").Select(cell => cell.TextContent).ToList();

        Assert.Matches("chờ tiếp nhận\\s*Đến hôm nay", states[0]);
        Assert.Contains(states, state => Regex.IsMatch(state, "chờ tiếp nhận\\s*Đã chờ [0-9]+ ngày"));
        Assert.Contains(states, state => Regex.IsMatch(state, "Đã tiếp nhận\\s*Trả lời (trong ngày|sau [0-9]+ ngày)"));
        var recalled = states.Where(state => state.Contains("Đã thu hồi", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(recalled);
        Assert.All(recalled, state => Assert.DoesNotMatch("chờ tiếp nhận|Đã chờ", state));

        var waiting = (await office.PageAsync("/tiep-nhan")).QuerySelector("tbody th a")!.GetAttribute("href")!;
        await office.SubmitAsync(await office.PageAsync(waiting), "/tiep-nhan");
        Assert.Contains("Trả lời trong ngày", (await office.PageAsync("/tiep-nhan")).QuerySelector("td[data-label='Trạng thái']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_ByState_ShowsWhatWaitsOrWasReceived()
    {
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var states = (await office.PageAsync("/tiep-nhan")).QuerySelectorAll("td[data-label='Trạng thái'] .status").Select(state => state.TextContent).ToList();
        Assert.True(states.Distinct().Count() > 1, string.Join(", ", states));

        foreach (var option in (await office.PageAsync("/tiep-nhan")).QuerySelectorAll<IHtmlOptionElement>("#trang-thai option").Where(option => option.Value.Length > 0))
        {
            var shown = (await office.PageAsync($"/tiep-nhan?trang-thai={option.Value}")).QuerySelectorAll("td[data-label='Trạng thái'] .status:first-child");
            Assert.All(shown, state => Assert.Equal(option.Text, state.TextContent));
            Assert.Equal(states.Count(state => state == option.Text), shown.Length);
        }
    }

    [Fact]
    public async Task Index_LongerThanAPage_IsPagedBothWays_AndGoesOutWhole()
    {
        await portal.ReadAsync(async db =>
        {
            var like = await db.ReportDeliveries.AsNoTracking().OrderBy(row => row.Id).FirstAsync(Cancellation);
            // The same report many times over stands in for as many communes.
            await db.Database.ExecuteSqlRawAsync("""DROP INDEX "IX_ReportDeliveries_ReportId_VersionId_RecipientAgencyId";""", Cancellation);
            db.ReportDeliveries.AddRange(Enumerable.Range(0, DeliveryReader.PageSize).Select(minute => new ReportDelivery
            {
                AgencyId = like.AgencyId,
                ReportId = like.ReportId,
                VersionId = like.VersionId,
                RecipientAgencyId = like.RecipientAgencyId,
                SentUtc = like.SentUtc.AddMinutes(minute),
            }));
            return await db.SaveChangesAsync(Cancellation);
        });
        using var office = await portal.SignInAsync("sonoivu@hatinh");
        var first = await office.PageAsync("/tiep-nhan");
        Assert.Null(first.QuerySelector(".pager [rel=prev]"));

        var second = await office.PageAsync(first.QuerySelector(".pager [rel=next]")!.GetAttribute("href")!);
        var again = await office.PageAsync(second.QuerySelector(".pager [rel=prev]")!.GetAttribute("href")!);

        Assert.Equal(DeliveryReader.PageSize, Links(first).Count);
        Assert.NotEmpty(Links(second));
        Assert.Empty(Links(first).Intersect(Links(second)));
        Assert.Equal(Links(first), Links(again));
        Assert.Equal(Links(first).Count + Links(second).Count, (await ListChecks.CsvAsync(office, "/tiep-nhan/csv", "tiep-nhan.csv")).Count);

        static List<string?> Links(IDocument page) => page.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")).ToList();
    }
}

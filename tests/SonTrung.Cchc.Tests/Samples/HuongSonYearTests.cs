using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Samples;
using SonTrung.Cchc.Tests.Infrastructure;
using SonTrung.Cchc.Tests.Reports;

namespace SonTrung.Cchc.Tests.Samples;

/// <summary>The year 2026 of xã Hương Sơn: the table it was made from, to the figure, and what is untidy in it on purpose.</summary>
public sealed class HuongSonYearTests : IDisposable
{
    private readonly SampleDatabase samples = new();

    [Theory]
    [InlineData("Ban hành kế hoạch, văn bản triển khai", 3, "van-ban", 3)]
    [InlineData("Tin, bài trên Trang thông tin điện tử xã", 28, "tin-bai", 45)]
    [InlineData("Chuyên mục trên truyền thanh cơ sở", 11, "chuyen-muc", 22, "luot-phat", 132)]
    [InlineData("Tin trên Zalo OA, Facebook của xã", 20, "tin-bai", 62, "luot-tiep-can", 18640)]
    [InlineData("Hội nghị quán triệt, tập huấn", 4, "cuoc", 4, "luot-nguoi", 312)]
    [InlineData("Lồng ghép trong sinh hoạt thôn, tổ dân phố", 14, "cuoc", 41, "luot-nguoi", 2870)]
    [InlineData("Đối thoại với Nhân dân, doanh nghiệp", 1, "cuoc", 1, "luot-nguoi", 126)]
    [InlineData("Pano, băng rôn", 4, "cum", 14)]
    [InlineData("Tờ gấp nộp hồ sơ trực tuyến, mã QR", 5, "to", 3000)]
    [InlineData("Hướng dẫn lưu động tại nhà văn hóa thôn", 21, "buoi", 21, "luot-nguoi", 1146)]
    [InlineData("Khảo sát sự hài lòng", 2, "phieu-thu", 288, "phieu-hai-long", 271)]
    [InlineData("Thi trực tuyến tìm hiểu CCHC", 2, "cuoc", 1, "luot-thi", 412)]
    public async Task Load_PlanLine_HasTheRowsAndSumsOfTheTable(string line, int rows, string first, int sum, string? second = null, int secondSum = 0)
    {
        var activities = (await ActivitiesAsync()).Where(row => row.PlanItem?.Title == line).ToList();

        Assert.Equal(rows, activities.Count);
        Assert.Equal(sum, Sum(activities, first));
        if (second is not null)
        {
            Assert.Equal(secondSum, Sum(activities, second));
        }
    }

    [Fact]
    public async Task Load_Year_HasTheMonthsOfTheTable()
    {
        var activities = await ActivitiesAsync();

        Assert.Equal(5, activities.Count(row => row.PlanItemId is null));
        Assert.Equal(
            [2, 7, 6, 7, 12, 12, 13, 11, 11, 13, 15, 11],
            activities.GroupBy(row => (row.StartsOn.Year, row.StartsOn.Month)).OrderBy(month => month.Key).Select(month => month.Count()));
        Assert.All(activities, row => Assert.InRange(row.StartsOn, new DateOnly(2025, 12, 15), new DateOnly(2026, 11, 23)));
    }

    [Fact]
    public async Task Load_Year_IsUntidyOnPurpose()
    {
        var activities = await ActivitiesAsync();

        Assert.Equal(9, activities.Count(row => row.Links.Count + row.References.Count + row.Attachments.Count == 0));
        Assert.Single(activities, row => row.StartsOn == new DateOnly(2025, 12, 16));
        var alike = activities.GroupBy(row => (row.StartsOn, row.ChannelId, row.Place, row.PeopleReached)).Where(group => group.Count() > 1);
        Assert.Equal(2, Assert.Single(alike).Count());
        await using var db = samples.Database.Open();
        var confirmations = await db.DepartmentConfirmations.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([2, 3], confirmations.GroupBy(row => row.ConfirmedUtc is null).Select(group => group.Count()).Order());
    }

    [Fact]
    public async Task Load_Targets_SevenOfTwelveAreMet()
    {
        var source = await samples.SourceAsync(await ReportAsync(2026));

        Assert.Equal(12, source.PlanItems.Count);
        Assert.Equal(7, source.PlanItems.Count(item => PlanProgress.IsMet(item, source.Activities.Where(row => row.PlanItemId == item.Id).ToList())));
    }

    [Fact]
    public async Task Load_Year2025_HandsItsTasksToThePlanOf2026()
    {
        await using var db = samples.Database.Open();

        var tasks = await db.NextYearTasks.AsNoTracking().Include(row => row.PlanItem)
            .Where(row => row.Year == 2025 && row.Kind == NextYearTaskKind.Task).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            ["Hướng dẫn lưu động tại nhà văn hóa thôn", "Tờ gấp nộp hồ sơ trực tuyến, mã QR", "Đối thoại với Nhân dân, doanh nghiệp", "Thi trực tuyến tìm hiểu CCHC"],
            tasks.OrderBy(row => row.Position).Select(row => row.PlanItem!.Title));
    }

    [Fact]
    public async Task Load_Year2027_IsOpenFromTheMiddleOfDecember()
    {
        await using var db = samples.Database.Open();

        var day = new DateOnly(2026, 12, 15);
        var period = await db.ReportingPeriods.SingleAsync(
            row => row.AgencyId == samples.Agency("xa-huong-son").Id && row.From <= day && row.To >= day, TestContext.Current.CancellationToken);

        Assert.Equal((2027, PeriodKind.Year), (period.Year, period.Kind));
    }

    [Fact]
    public async Task Load_Pictures_AreKeptOnceWithTheirSmallOnes()
    {
        using var database = new TestDatabase();
        await using var db = database.Open();
        await SampleDatabase.Loader(database, db).LoadAsync(TestContext.Current.CancellationToken);
        var pictures = await db.Attachments.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        var files = new FileStore(database.Files);

        Assert.True(pictures.Count > 50);
        Assert.All(pictures, picture => Assert.StartsWith("mau-", picture.FileName, StringComparison.Ordinal));
        foreach (var picture in pictures.DistinctBy(row => row.Sha256))
        {
            Assert.Equal(picture.Length, (await files.ReadAsync(picture.Sha256, TestContext.Current.CancellationToken)).Length);
            Assert.InRange((await files.ReadAsync(picture.ThumbnailSha256!, TestContext.Current.CancellationToken)).Length, 500, 10_000);
        }

        Assert.Equal(18, Directory.EnumerateFiles(database.Files, "*", SearchOption.AllDirectories).Count());
    }

    public void Dispose() => samples.Dispose();

    private async Task<List<PropagandaActivity>> ActivitiesAsync()
    {
        await using var db = samples.Database.Open();
        var agency = samples.Agency("xa-huong-son").Id;
        return await db.PropagandaActivities.AsNoTracking().AsSplitQuery()
            .Include(row => row.PlanItem).Include(row => row.Measures).ThenInclude(row => row.Indicator)
            .Include(row => row.Links).Include(row => row.References).Include(row => row.Attachments)
            .Where(row => row.AgencyId == agency && row.Year == 2026).ToListAsync(TestContext.Current.CancellationToken);
    }

    private async Task<long> ReportAsync(int year)
    {
        await using var db = samples.Database.Open();
        var agency = samples.Agency("xa-huong-son").Id;
        return (await db.AnnualReports.SingleAsync(row => row.AgencyId == agency && row.Year == year, TestContext.Current.CancellationToken)).Id;
    }

    private static decimal Sum(IEnumerable<PropagandaActivity> activities, string indicator) =>
        activities.SelectMany(row => row.Measures).Where(row => row.Indicator!.Code == indicator).Sum(row => row.Value);
}

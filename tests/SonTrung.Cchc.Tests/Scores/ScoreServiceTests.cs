using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Scores;
using SonTrung.Cchc.Tests.Infrastructure;
using SonTrung.Cchc.Tests.Reports;

namespace SonTrung.Cchc.Tests.Scores;

public sealed class ScoreServiceTests : IDisposable
{
    private readonly SampleDatabase samples = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_SampleYear_HasThePointsOfItsData()
    {
        var sheet = await ReadAsync("xa-huong-son", 2026);

        Assert.Equal(
            [("4", 2m, 1m), ("4.1", 1m, 0m), ("4.2", 1m, 1m)],
            sheet.Rows.Select(row => (row.Score.Criterion.Code, row.Score.MaxPoints, row.Score.Points)));
        Assert.Equal("Đạt 7/12 nhiệm vụ (58,3%): dưới 90%, 0 điểm", Assert.Single(sheet.Rows[1].Rule));
        Assert.Equal((1m, 2m), (sheet.Points, sheet.MaxPoints));
        Assert.Equal(new PlanDays(new DateOnly(2025, 12, 15), new DateOnly(2026, 12, 14), new DateOnly(2026, 11, 23)), sheet.Days);
        Assert.True(sheet.HasIssuedPlan);
        Assert.Equal(1, sheet.Rows[1].Evidence);
        Assert.All(sheet.AtRisk, line => Assert.NotEqual(PlanState.Met, line.Progress.State));
        Assert.Equal(4, sheet.AtRisk.Count());
        Assert.Contains(sheet.AtRisk, line => line.Item.Title == "Thi trực tuyến tìm hiểu CCHC" && ScoreSheet.LowestPercent(line) == 82.4m);
    }

    [Fact]
    public async Task Read_Forecast_IsTheSightThatTheRiskPageIsFor()
    {
        var forecast = (await ReadAsync("xa-huong-son", 2026)).Forecast!;

        Assert.Contains("Đạt 11/12 nhiệm vụ (91,7%): từ 90% đến dưới 100%, tỷ lệ đạt × 1 = 0,92 điểm", forecast.Best, StringComparison.Ordinal);
        samples.Database.Time.Now = new DateTimeOffset(2026, 12, 15, 2, 0, 0, TimeSpan.Zero);
        Assert.Null((await ReadAsync("xa-huong-son", 2026)).Forecast);
    }

    [Fact]
    public async Task Read_Forms_CountAgainstTheQuery()
    {
        var sheet = await ReadAsync("xa-huong-son", 2026);

        await using var db = samples.Database.Open();
        var agency = samples.Agency("xa-huong-son").Id;
        foreach (var form in sheet.Facts.Forms)
        {
            var rows = db.PropagandaActivities.Where(row => row.AgencyId == agency && row.Year == 2026 && row.ChannelId == form.ChannelId)
                .Select(row => new { Evidence = row.Attachments.Count + row.Links.Count + row.References.Count }).ToList();
            Assert.Equal((rows.Count, rows.Count(row => row.Evidence > 0), rows.Sum(row => row.Evidence)), (form.Activities, form.Proven, form.Evidence));
        }

        Assert.Equal(120, sheet.Facts.Forms.Sum(form => form.Activities));
    }

    [Fact]
    public async Task Read_ScreenWithoutEvidence_IsWarnedOfAndGivesNothingUntilItHasSome()
    {
        var agency = samples.Agency("xa-huong-son").Id;
        long activity = 0;
        await samples.ChangeAsync(db =>
        {
            activity = db.PropagandaActivities.Single(row => row.AgencyId == agency && row.Year == 2026 && row.Channel!.Code == "man-hinh").Id;
            db.Attachments.Single(file => file.ActivityId == activity).DeletedUtc = DateTime.UtcNow;
        });
        var before = await ReadAsync("xa-huong-son", 2026);
        await samples.ChangeAsync(db => db.Add(new ActivityLink { AgencyId = agency, ActivityId = activity, Url = "https://trang-mau.example/man-hinh" }));
        var after = await ReadAsync("xa-huong-son", 2026);

        Assert.Equal("Màn hình điện tử", Assert.Single(before.FormsWithoutEvidence).Name);
        Assert.Equal((0.75m, 1m), (before.Points, after.Points));
        Assert.Empty(after.FormsWithoutEvidence);
    }

    [Fact]
    public async Task Read_ReportOf2023_IsNotIssuedAndItsPlanWithoutTargetsIsAsked()
    {
        var sheet = await ReadAsync("son-trung", 2023);

        Assert.Null(sheet.Report);
        Assert.NotNull(sheet.Set);
        Assert.All(sheet.Rows.Where(row => row.Evidence == 0 && row.Score.Criterion.Kind != ScoreKind.Group), row => Assert.True(row.NeedsExplanation));
    }

    [Theory]
    [InlineData(2021, null)]
    [InlineData(2022, 2022)]
    [InlineData(2025, 2022)]
    [InlineData(2026, 2026)]
    [InlineData(2028, 2026)]
    [InlineData(2029, null)]
    public async Task Set_OfAYear_IsTheNewestThatCounts(int year, int? firstYear)
    {
        await samples.ChangeAsync(db =>
        {
            db.ScoreRuleSets.Single().LastYear = 2025;
            db.Add(new ScoreRuleSet { Name = "Mới", Source = "Mới", FirstYear = 2026, LastYear = 2028 });
        });

        Assert.Equal(firstYear, (await ReadAsync("xa-huong-son", year)).Set?.FirstYear);
    }

    [Fact]
    public async Task Explain_TwoPeopleForTheFirstTime_TheSecondIsShownTheFirst()
    {
        await using var first = Open("xa-huong-son", "mot");
        await using var second = Open("xa-huong-son", "hai");

        var one = await Service(first).ExplainAsync(2026, "4.1", Guid.Empty, "  Bảy nhiệm vụ đạt.  ", Cancellation);
        var other = await Service(second).ExplainAsync(2026, "4.1", Guid.Empty, "Khác", Cancellation);
        var unknown = await Service(second).ExplainAsync(2026, "9.9", Guid.Empty, "Khác", Cancellation);

        Assert.Equal((SaveOutcome.Done, SaveOutcome.Conflict, SaveOutcome.NotFound), (one.Outcome, other.Outcome, unknown.Outcome));
        Assert.Equal("Bảy nhiệm vụ đạt.", other.Row!.Text);
        Assert.Equal("Bảy nhiệm vụ đạt.", (await ReadAsync("xa-huong-son", 2026)).Rows[1].Explanation);
        Assert.Equal("", (await ReadAsync("son-trung", 2026)).Rows[1].Explanation);
    }

    private async Task<ScoreSheet> ReadAsync(string agency, int year)
    {
        await using var db = Open(agency, $"doc.{Guid.NewGuid():N}");
        return await Service(db).ReadAsync(year, Cancellation);
    }

    private SqliteCchcDbContext Open(string agency, string person) =>
        samples.Database.Open(Given.Scope(Given.User(samples.Database, samples.Agency(agency), person)));

    private ScoreService Service(CchcDbContext db) => new(db, new PlanProgressReader(db), samples.Database.Time);

    public void Dispose() => samples.Dispose();
}

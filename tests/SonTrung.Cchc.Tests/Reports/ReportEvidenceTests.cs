using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Reports;

/// <summary>Every sentence knows its evidence, every figure is a query, and a change of the data marks the sentences that rest on it and no other.</summary>
public sealed class ReportEvidenceTests : IAsyncLifetime
{
    private readonly SampleDatabase samples = new();
    private long reportId;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        reportId = await samples.CreateAsync("xa-huong-son", 2026);
        await samples.DocumentAsync(reportId);
    }

    public ValueTask DisposeAsync()
    {
        samples.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Read_EveryFigurePrinted_IsAQueryOverTheLinesActivities()
    {
        await using var db = samples.Database.Open();
        var lines = await LinesAsync();
        var checkedFigures = 0;
        foreach (var line in lines)
        {
            var activities = line.Origins.Where(origin => origin.Kind == OriginKind.Activity).Select(origin => origin.RowId).ToList();
            foreach (var figure in line.Figures.Where(figure => figure.IndicatorId is not null))
            {
                var queried = await db.ActivityMeasures.Where(measure => activities.Contains(measure.ActivityId) && measure.IndicatorId == figure.IndicatorId)
                    .SumAsync(measure => measure.Value, Cancellation);
                Assert.Equal(queried, figure.Value);
                Assert.Contains($"{VietnameseNumber.Format(queried)} {figure.Unit}", line.Text, StringComparison.Ordinal);
                checkedFigures++;
            }

            // And no number stands in the text that is not among them.
            Assert.All(ReportEvidenceReader.Numbers(line.Text), number => Assert.Contains(line.Figures, figure => figure.Value == number.Value));
        }

        Assert.True(checkedFigures > 20, $"{checkedFigures} figures");
    }

    [Fact]
    public async Task Delete_AnyActivity_MarksExactlyTheSentencesThatRestOnItsFigures()
    {
        await EditEveryLineAsync();
        var agency = samples.Agency("xa-huong-son").Id;
        await using var look = samples.Database.Open();
        var rows = await look.PropagandaActivities.AsNoTracking().Include(row => row.Measures)
            .Where(row => row.Year == 2026 && row.AgencyId == agency).OrderBy(row => row.Id).ToListAsync(Cancellation);
        foreach (var activity in rows.Where((_, i) => i % 12 == 0))
        {
            var before = await LinesAsync();

            await samples.ChangeAsync(db => db.PropagandaActivities.Single(row => row.Id == activity.Id).DeletedUtc = DateTime.UtcNow);
            await samples.DocumentAsync(reportId);

            var after = (await LinesAsync()).ToDictionary(line => line.Id);
            foreach (var line in before)
            {
                var rests = line.Origins.Exists(origin => origin.Kind == OriginKind.Activity && origin.RowId == activity.Id)
                    && (activity.Measures.Count > 0 || line.AutoKey == $"activity:{activity.Id}");
                var states = line.Figures.Exists(figure => figure.IndicatorId is null) && after[line.Id].AutoText != line.AutoText;
                Assert.True(
                    after[line.Id].HasStaleData == (rests || states),
                    $"“{line.AutoText}” {(rests ? "rests" : "does not rest")} on “{activity.Title}”; now “{after[line.Id].AutoText}”.");
            }

            await samples.ChangeAsync(db => db.PropagandaActivities.IgnoreQueryFilters().Single(row => row.Id == activity.Id).DeletedUtc = null);
            await samples.DocumentAsync(reportId);
            Assert.DoesNotContain(await LinesAsync(), line => line.HasStaleData);
        }
    }

    [Fact]
    public async Task Read_Twice_GivesTheSameCharacters()
    {
        var first = EvidenceSnapshot.Write(await EvidenceAsync());
        await samples.DocumentAsync(reportId);

        Assert.Equal(first, EvidenceSnapshot.Write(await EvidenceAsync()));
        Assert.Equal(first, EvidenceSnapshot.Write(EvidenceSnapshot.Read(first)));
    }

    [Fact]
    public async Task Read_Sentence_ShowsActivitiesFiguresAndFiles()
    {
        var evidence = await EvidenceAsync();

        var line = evidence.Lines.First(row => row.Text.EndsWith("22 chuyên mục; 132 lượt phát", StringComparison.Ordinal));

        Assert.Equal([new EvidenceFigure("chuyên mục", 22), new EvidenceFigure("lượt phát", 132)], line.Figures);
        var activities = evidence.ItemsOf(line).Where(item => item.Kind == OriginKind.Activity).ToList();
        Assert.Equal(11, activities.Count);
        Assert.Equal(132, activities.Sum(item => item.Figures.Single(figure => figure.Unit == "lượt phát").Value));
        Assert.Contains(evidence.Items, item => item.Files.Any(file => file.ThumbnailSha256 is not null));
        Assert.All(evidence.WithoutFiles().Items, item => Assert.Empty(item.Files));
    }

    [Fact]
    public async Task Gaps_ActivityOutsideThePlan_IsToldOfNowhere()
    {
        var gaps = await GapsAsync();

        var agency = samples.Agency("xa-huong-son").Id;
        await using var db = samples.Database.Open();
        var outside = await db.PropagandaActivities.Where(row => row.Year == 2026 && row.AgencyId == agency && row.PlanItemId == null && !row.IsHighlighted)
            .Select(row => row.Id).ToListAsync(Cancellation);
        Assert.NotEmpty(outside);
        Assert.Equal(outside.Order(), gaps.Silent.Select(row => row.Id).Order());
        Assert.Equal(outside.Count, gaps.SilentCount);
    }

    [Fact]
    public async Task Gaps_NumberTypedByHand_IsAClaimThatNothingSupports()
    {
        var line = (await LinesAsync()).First(row => row.Text.EndsWith("45 tin, bài", StringComparison.Ordinal));
        await using (var db = samples.Database.Open(Staff()))
        {
            await SampleDatabase.Editor(db).EditLineAsync(line.Id, line.Version, "Năm 2026, đăng 45 tin, bài và 7 phóng sự theo Kế hoạch số 18/KH-UBND", null, Cancellation);
        }

        var found = Assert.Single((await GapsAsync()).Unsupported, row => row.LineId == $"{line.Id}");

        Assert.Equal(["7"], found.Numbers);
    }

    [Fact]
    public async Task Compose_PlanLineNobodyWorkedFor_SaysWhyOnceTheClerkDid()
    {
        var item = await GivenIdleItemAsync();
        Assert.Contains((await GapsAsync()).PlanItems, row => row.Id == item && row.HasSentence);

        await samples.ChangeAsync(db => db.PlanItems.Single(row => row.Id == item).ReasonNotDone = "chưa bố trí được kinh phí.");

        var document = await samples.DocumentAsync(reportId);
        Assert.Contains(document.Body, block => block.Text.Contains(": chưa thực hiện, lý do: chưa bố trí được kinh phí", StringComparison.Ordinal));
        Assert.DoesNotContain((await GapsAsync()).PlanItems, row => row.Id == item);
    }

    /// <summary>A line without a target may have its reason too; a reason is left unsaid as soon as somebody did something.</summary>
    [Fact]
    public async Task Compose_PlanLineWithoutTargets_SaysWhyOnceTheClerkDid()
    {
        const string Why = "chưa thực hiện, lý do: chưa bố trí được kinh phí";
        var item = await GivenIdleItemAsync();
        await samples.ChangeAsync(db =>
        {
            var row = db.PlanItems.Include(row => row.Targets).Single(row => row.Id == item);
            row.Targets.Clear();
            row.ReasonNotDone = "chưa bố trí được kinh phí.";
        });

        Assert.Contains((await samples.DocumentAsync(reportId)).Body, block => block.Text.Contains(Why, StringComparison.Ordinal));

        await samples.ChangeAsync(db => db.PropagandaActivities.IgnoreQueryFilters().First(row => row.PlanItemId == item).DeletedUtc = null);
        Assert.DoesNotContain((await samples.DocumentAsync(reportId)).Body, block => block.Text.Contains(Why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gaps_SentenceOfAPlanLineTakenOut_IsMissed()
    {
        var line = (await LinesAsync()).First(row => row.AutoKey!.StartsWith("plan-item:", StringComparison.Ordinal));
        var item = line.Origins.Single(origin => origin.Kind == OriginKind.PlanItem).RowId;
        foreach (var told in (await LinesAsync()).Where(row => row.Origins.Exists(origin => origin.Kind == OriginKind.PlanItem && origin.RowId == item) && !row.AutoKey!.StartsWith("outline:", StringComparison.Ordinal)))
        {
            await using var db = samples.Database.Open(Staff());
            var current = await db.ReportLines.SingleAsync(row => row.Id == told.Id, Cancellation);
            await SampleDatabase.Editor(db).RemoveLineAsync(told.Id, current.Version, Cancellation);
        }

        Assert.Contains((await GapsAsync()).PlanItems, row => row.Id == item && !row.HasSentence);
    }

    [Theory]
    [InlineData("Tổ chức 4 cuộc, 312 lượt người", new[] { "4", "312" })]
    [InlineData("Quyết định số 14/KH-UBND ngày 17/01/2023 về giai đoạn 2021-2030, Điều 12, mức độ 4, năm 2026", new string[0])]
    [InlineData("đạt 94,1% với 18.640 lượt", new[] { "94,1", "18.640" })]
    public void Numbers_OfASentence_AreItsClaimsAndNoYearsOrSymbols(string text, string[] numbers)
    {
        Assert.Equal(numbers, ReportEvidenceReader.Numbers(text).Select(number => number.Text));
    }

    private Core.Accounts.AccessScope Staff() => Given.Scope(Given.User(samples.Database, samples.Agency("xa-huong-son"), $"can.cu.{Guid.NewGuid():N}"[..20]));

    private async Task EditEveryLineAsync()
    {
        await using var db = samples.Database.Open(Staff());
        var editor = SampleDatabase.Editor(db);
        foreach (var line in await editor.LinesAsync(reportId, Cancellation))
        {
            await editor.EditLineAsync(line.Id, line.Version, $"{line.Text} (đã xem)", line.EndMark, Cancellation);
        }
    }

    private async Task<List<ReportLine>> LinesAsync()
    {
        await using var db = samples.Database.Open();
        return await db.ReportLines.AsNoTracking().Where(line => line.ReportId == reportId)
            .Include(line => line.Origins).Include(line => line.Figures).OrderBy(line => line.Position).ToListAsync(Cancellation);
    }

    private async Task<EvidenceSnapshot> EvidenceAsync()
    {
        await using var db = samples.Database.Open();
        return await new ReportEvidenceReader(db).ReadAsync(reportId, null, Cancellation);
    }

    private async Task<EvidenceGaps> GapsAsync()
    {
        await samples.DocumentAsync(reportId);
        await using var db = samples.Database.Open();
        var reader = new ReportEvidenceReader(db);
        var report = await db.AnnualReports.SingleAsync(row => row.Id == reportId, Cancellation);
        return await reader.GapsAsync(report, await reader.OfReportAsync(report, Cancellation), Cancellation);
    }

    /// <summary>A plan line with a target whose activities are gone.</summary>
    private async Task<long> GivenIdleItemAsync()
    {
        long item = 0;
        await samples.ChangeAsync(db =>
        {
            item = db.PlanItems.First(row => row.Plan!.Year == 2026 && row.Title.StartsWith("Pano")).Id;
            foreach (var row in db.PropagandaActivities.Where(row => row.PlanItemId == item))
            {
                row.DeletedUtc = DateTime.UtcNow;
            }
        });
        return item;
    }
}

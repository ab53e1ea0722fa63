using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Tests.Reports;

/// <summary>The report comes from the year's rows: a change of one row changes its blocks and no other.</summary>
public sealed partial class ComposedFromDataTests : IDisposable
{
    private readonly SampleDatabase samples = new();

    public void Dispose() => samples.Dispose();

    [Fact]
    public async Task Compose_PlanNumberChanged_ChangesTheOpeningOnly()
    {
        var report = samples.ReportOf2023();
        var before = await samples.DocumentAsync(report);

        await samples.ChangeAsync(db => db.Plans.Single(plan => plan.Year == 2023).Number = "12/KH-UBND");

        var change = PrintedText.Difference(before, await samples.DocumentAsync(report));
        Assert.Equal(2, change.Count);
        Assert.StartsWith("+paragraph\tThực hiện Kế hoạch số 12/KH-UBND ngày 19/01/2023 của UBND xã Sơn Trung về", change[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_ChannelLineMoved_ChangesOnlyThePlacesOfTheTwo()
    {
        var report = samples.ReportOf2023();
        var before = PrintedText.Of(await samples.DocumentAsync(report));

        await samples.ChangeAsync(db =>
        {
            var means = db.PlanItems.Where(item => item.Plan!.Year == 2023 && item.Section == PlanSection.Means).OrderBy(item => item.Position).ToList();
            (means[0].Position, means[1].Position) = (means[1].Position, means[0].Position);
        });

        var after = PrintedText.Of(await samples.DocumentAsync(report));
        var moved = Enumerable.Range(0, before.Count).Where(i => before[i] != after[i]).ToList();
        Assert.Equal(2, moved.Count);
        Assert.Equal(before[moved[0]], after[moved[1]]);
        Assert.Equal(before[moved[1]], after[moved[0]]);
        Assert.EndsWith("bằng miệng về công tác CCHC.", after[moved[0]], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_ShortcomingAdded_AddsItsLineAndEndsItsNeighbourAnew()
    {
        var report = samples.ReportOf2023();
        var before = await samples.DocumentAsync(report);

        await samples.ChangeAsync(db => db.Add(new Shortcoming
        {
            AgencyId = samples.Agency("son-trung").Id,
            Year = 2023,
            Position = 9,
            Text = "Chưa có cộng tác viên ở các thôn",
        }));

        var change = PrintedText.Difference(before, await samples.DocumentAsync(report));
        Assert.Equal(3, change.Count);
        Assert.Equal($"+{change[0][1..^1]};", change[1]);
        Assert.Equal("+dash\t- Chưa có cộng tác viên ở các thôn.", change[2]);
    }

    [Fact]
    public async Task Compose_NoShortcomingLeft_LeavesTheLeadOut()
    {
        var report = samples.ReportOf2023();

        await samples.ChangeAsync(db => db.Shortcomings.Where(row => row.Year == 2023).ToList().ForEach(row => row.DeletedUtc = DateTime.UtcNow));

        Assert.DoesNotContain(PrintedText.Of(await samples.DocumentAsync(report)), line => line.Contains("hạn chế sau", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compose_NextYearFromThisYearsRows_LeavesTheOldYearInCitationsOnly()
    {
        var source = await samples.SourceAsync(samples.ReportOf2023());

        var lines = ReportComposer.Compose(source with { Year = 2024 });

        var left = lines.Where(line => Citations().Replace(line.Text, "").Contains("2023", StringComparison.Ordinal)).ToList();
        Assert.Empty(left);
        Assert.Contains(lines, line => line.Text.StartsWith("Năm 2025,", StringComparison.Ordinal));
        Assert.DoesNotContain("2023", ReportComposer.Subject(source with { Year = 2024 }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_SecondCommune_ComposesFromItsDataAlone()
    {
        var document = await samples.DocumentAsync(await samples.CreateAsync("xa-huong-son", 2026));

        Assert.Equal(["ỦY BAN NHÂN DÂN", "XÃ HƯƠNG SƠN"], document.Letterhead.Agency);
        Assert.Equal("Sở Nội vụ tỉnh Hà Tĩnh.", Assert.Single(document.Addressees).Text);
        Assert.Equal(
            ["- Như trên;", "- Thường trực Đảng ủy, HĐND xã;", "- Chủ tịch, các PCT UBND xã;", "- Lưu: VT, VHXH."],
            document.Recipients.Select(line => $"{line.Label} {line.Text}"));
        Assert.Equal(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], document.Signature.Authority);
        var text = PrintedText.Of(document);
        Assert.Contains("dash\t- Đăng tin, bài về CCHC trên Trang thông tin điện tử xã: 45 tin, bài;", text);
        Assert.Contains(text, line => line.Contains("62 tin, bài; 18.640 lượt tiếp cận", StringComparison.Ordinal));
        Assert.Contains(text, line => line.EndsWith("7/12 nhiệm vụ, đạt 58,3% (Có Phụ lục kèm theo).", StringComparison.Ordinal));
        Assert.DoesNotContain(text, line => line.Contains("Sơn Trung", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compose_ActivityAdded_RaisesThePrintedSumOfItsLines()
    {
        var report = await samples.CreateAsync("xa-huong-son", 2026);
        var before = await samples.DocumentAsync(report);

        await samples.ChangeAsync(db =>
        {
            var model = db.PropagandaActivities.Include(row => row.Measures).First(row => row.Year == 2026 && row.PlanItem!.Title.StartsWith("Tin, bài trên Trang"));
            var added = new PropagandaActivity
            {
                AgencyId = model.AgencyId,
                Year = 2026,
                Title = "Ba tin về kê khai thuế hộ kinh doanh",
                StartsOn = new DateOnly(2026, 11, 24),
                EndsOn = new DateOnly(2026, 11, 24),
                ChannelId = model.ChannelId,
                PlanItemId = model.PlanItemId,
                DepartmentId = model.DepartmentId,
            };
            added.Measures.Add(new ActivityMeasure { AgencyId = model.AgencyId, IndicatorId = model.Measures[0].IndicatorId, Value = 3 });
            db.Add(added);
        });

        var change = PrintedText.Difference(before, await samples.DocumentAsync(report));
        // 48 of 48 also meets the target of the line.
        Assert.Equal(
            [
                "-dash\t- Đăng tin, bài về CCHC trên Trang thông tin điện tử xã: 45 tin, bài;",
                "-plus\t+ Tin, bài trên Trang thông tin điện tử xã: 45 tin, bài;",
                "-paragraph\tKế hoạch tuyên truyền CCHC năm 2026 có 12 nhiệm vụ; đã hoàn thành 7/12 nhiệm vụ, đạt 58,3% (Có Phụ lục kèm theo).",
                "+dash\t- Đăng tin, bài về CCHC trên Trang thông tin điện tử xã: 48 tin, bài;",
                "+plus\t+ Tin, bài trên Trang thông tin điện tử xã: 48 tin, bài;",
                "+paragraph\tKế hoạch tuyên truyền CCHC năm 2026 có 12 nhiệm vụ; đã hoàn thành 8/12 nhiệm vụ, đạt 66,7% (Có Phụ lục kèm theo).",
            ],
            change);
    }

    [Fact]
    public async Task Compose_ActivityDeleted_ChangesExactlyItsBlocks()
    {
        var report = await samples.CreateAsync("xa-huong-son", 2026);
        var before = await samples.DocumentAsync(report);

        await samples.ChangeAsync(db =>
            db.PropagandaActivities.Single(row => row.Title == "Chuyên mục truyền thanh tháng 05/2026: Đạo đức công vụ").DeletedUtc = DateTime.UtcNow);

        var change = PrintedText.Difference(before, await samples.DocumentAsync(report));
        Assert.Equal(4, change.Count);
        Assert.All(change.Take(2), line => Assert.Contains("22 chuyên mục; 132 lượt phát", line, StringComparison.Ordinal));
        Assert.All(change.Skip(2), line => Assert.Contains("20 chuyên mục; 120 lượt phát", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compose_EveryFigureOf2026_IsASumOverActivities()
    {
        var source = await samples.SourceAsync(await samples.CreateAsync("xa-huong-son", 2026));

        foreach (var line in ReportComposer.Compose(source).Where(line => line.AutoKey.StartsWith("plan-item:", StringComparison.Ordinal) && !line.AutoKey.Contains('/', StringComparison.Ordinal)))
        {
            var item = source.PlanItems.Single(row => line.AutoKey == $"plan-item:{row.Id}");
            var main = item.Targets[0].IndicatorId!.Value;
            var sum = PlanProgress.Sum(source.Activities.Where(row => row.PlanItemId == item.Id), main);
            Assert.Matches($@"(?<![\d.,]){Regex.Escape(sum.ToString("#,##0", CultureInfo.GetCultureInfo("vi-VN")))} ", line.Text);
        }
    }

    [Fact]
    public async Task Compose_WhatNamesNoDepartment_CountsForTheOneInChargeOfItsPlanLine()
    {
        var report = await samples.CreateAsync("xa-huong-son", 2026);
        var before = await samples.DocumentAsync(report);

        await samples.ChangeAsync(db =>
            db.PropagandaActivities.Single(row => row.Title == "Chuyên mục truyền thanh tháng 05/2026: Đạo đức công vụ").DepartmentId = null);

        Assert.Empty(PrintedText.Difference(before, await samples.DocumentAsync(report)));
    }

    [Fact]
    public async Task Compose_AnyPartOfTheYearWithAnyFigures_PrintsTheSumsOfThatPart_TwiceTheSame()
    {
        var source = await samples.SourceAsync(await samples.CreateAsync("xa-huong-son", 2026));
        var measures = source.Activities.SelectMany(row => row.Measures).ToList();
        var told = 0;

        Gen.Select(Gen.Bool.Array[source.Activities.Count], Gen.Int[1, 9_999].Array[measures.Count]).Sample(
            (kept, values) =>
            {
                foreach (var (measure, value) in measures.Zip(values))
                {
                    measure.Value = value;
                }

                var part = source with { Activities = source.Activities.Where((_, at) => kept[at]).ToList() };
                var lines = ReportComposer.Compose(part);
                foreach (var line in lines.Where(line => line.AutoKey.StartsWith("plan-item:", StringComparison.Ordinal) && !line.AutoKey.Contains('/', StringComparison.Ordinal)))
                {
                    var item = long.Parse(line.AutoKey["plan-item:".Length..], CultureInfo.InvariantCulture);
                    foreach (var figure in line.Figures.Where(figure => figure.IndicatorId is not null))
                    {
                        var sum = part.Activities.Where(row => row.PlanItemId == item).SelectMany(row => row.Measures).Where(row => row.IndicatorId == figure.IndicatorId).Sum(row => row.Value);
                        Assert.Equal(sum, figure.Value);
                        Assert.Contains($"{VietnameseNumber.Format(sum)} {figure.Unit}", line.Text, StringComparison.Ordinal);
                        told++;
                    }
                }

                return lines.Select(line => line.Text).SequenceEqual(ReportComposer.Compose(part).Select(line => line.Text));
            },
            iter: 100,
            threads: 1);

        Assert.True(told > 1_000, $"{told} figures");
    }

    /// <summary>A citation runs from its number to the end of its subject.</summary>
    [GeneratedRegex(@"số \d+/[^ ]+ ngày \d\d/\d\d/2023 của .*? về .*?năm 2023")]
    private static partial Regex Citations();
}

using CsCheck;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Tests.Reports;

/// <summary>Variety without falsehood: whatever the patterns, the figures stay those of the query.</summary>
public sealed class SentencePatternsTests : IDisposable
{
    private readonly SampleDatabase samples = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{nội dung", PatternProblem.Unbalanced)]
    [InlineData("{nội dung}[: {số liệu}", PatternProblem.Unbalanced)]
    [InlineData("{nội dung}: {số liệu}]", PatternProblem.Unbalanced)]
    [InlineData("{nội dung}[: [{số liệu}]]", PatternProblem.Unbalanced)]
    [InlineData("{nội dung} }{số liệu}", PatternProblem.Unbalanced)]
    [InlineData("{nội {dung}: {số liệu}", PatternProblem.Unbalanced)]
    [InlineData("{nội dung}[: {so luot}]", PatternProblem.UnknownToken)]
    [InlineData("{}", PatternProblem.UnknownToken)]
    [InlineData("Đã thực hiện[: {số liệu}]", PatternProblem.ContentMissing)]
    [InlineData("Kết quả[: {số liệu}][ của {nội dung} {ngày}]", PatternProblem.ContentMissing)]
    [InlineData("{nội dung}", PatternProblem.FiguresMissing)]
    [InlineData("{nội dung}[: {số liệu chính}]", PatternProblem.FiguresMissing)]
    [InlineData("{nội dung}[: {số liệu khác}]", PatternProblem.FiguresMissing)]
    [InlineData("{nội dung}[: {số liệu} tại {danh sách nơi}]", PatternProblem.FigureLost)]
    [InlineData("{nội dung}[: {số liệu chính}; {số liệu khác}]", PatternProblem.FigureLost)]
    [InlineData("{nội dung}: {số liệu}", PatternProblem.EndsWithMark)]
    [InlineData("{nội dung}[: {số liệu}].", PatternProblem.EndsWithMark)]
    [InlineData("{nội dung}  [: {số liệu}]", PatternProblem.EndsWithMark)]
    [InlineData("{nội dung} đã làm  xong[: {số liệu}]", PatternProblem.DoubleSpace)]
    [InlineData("{nội dung}[: {số liệu}], {nội dung}", PatternProblem.TokenTwice)]
    [InlineData("{nội dung}[: {số liệu}]; đạt[ {số liệu}]", PatternProblem.TokenTwice)]
    [InlineData("{nội dung}[{số liệu}]", PatternProblem.RunsTogether)]
    [InlineData("Xã{nội dung}[: {số liệu}]", PatternProblem.RunsTogether)]
    [InlineData("{nội dung}[: {số liệu}]trong năm", PatternProblem.RunsTogether)]
    [InlineData("{nội dung}[ {ngày} ][ tại {danh sách nơi}] đã xong[: {số liệu}]", PatternProblem.DoubleSpace)]
    [InlineData("{nội dung} theo đúng quy địng[: {số liệu}]", PatternProblem.Faulty)]
    [InlineData("{nội dung}[ , đạt {số liệu}]", PatternProblem.Faulty)]
    [InlineData(SentencePatterns.Default, null)]
    [InlineData("{nội dung}[: đã thực hiện {số liệu}]", null)]
    [InlineData("{nội dung}[ ({ngày})][: {số liệu}]", null)]
    [InlineData("{nội dung}[, đạt {số liệu chính}][ với {số liệu khác}][, do {đơn vị} thực hiện]", null)]
    [InlineData("{nội dung}[ qua {số hoạt động}][ {ngày}][ tại {danh sách nơi}][ trên {phương tiện}][: {số liệu}]", null)]
    public void Try_Text_IsGoodOrSaysWhatIsWrong(string text, PatternProblem? problem)
    {
        var trial = PatternCheck.Try(text);

        Assert.True(problem == trial.Problem, $"{trial.Problem} {trial.Words}: {string.Join(" | ", trial.Findings.Select(finding => finding.Message))}: {string.Join(" | ", trial.Sentences)}");
    }

    [Fact]
    public void Samples_WithThePlainSentence_AreWithoutFinding() => Assert.Empty(PatternCheck.Try(SentencePatterns.Default).Findings);

    [Fact]
    public void Fill_WordsThatLookLikeTokens_ArePrintedAsTheyAre()
    {
        var text = PatternText.Read(SentencePatterns.Default).Text!;

        Assert.Equal("Đọc {số liệu} [thử]: 1 {ngày}", text.Fill(new PatternFacts("Đọc {số liệu} [thử]", ["1 {ngày}"], 1, "", [], [], [])));
    }

    [Theory]
    [InlineData("{danh sách nơi}", 0, "")]
    [InlineData("{danh sách nơi}", 1, "Thôn 1")]
    [InlineData("{danh sách nơi}", 2, "Thôn 1 và Thôn 2")]
    [InlineData("{danh sách nơi}", 3, "Thôn 1, Thôn 2 và Thôn 3")]
    [InlineData("{danh sách nơi}", 6, "Thôn 1, Thôn 2, Thôn 3, Thôn 4, Thôn 5 và Thôn 6")]
    [InlineData("{danh sách nơi}", 7, "")]
    public void Fill_List_IsWholeOrNotThere(string text, int places, string expected) => Assert.Equal(
        expected,
        PatternText.Read(text).Text!.Fill(new PatternFacts("", [], 1, "", Enumerable.Range(1, places).Select(i => $"Thôn {i}").ToList(), [], [])));

    [Fact]
    public async Task Compose_PlainPatternOrNone_GivesTheSameLines()
    {
        var source = await SourceAsync();
        var plain = source with { Patterns = new SentencePatterns([new SentencePattern { Position = 0, Text = SentencePatterns.Default }]) };

        Assert.Equal(
            ReportComposer.Compose(source with { Patterns = SentencePatterns.None }).Select(line => line.Text),
            ReportComposer.Compose(plain).Select(line => line.Text));
        Assert.Contains(ReportComposer.Compose(source), line => line.Text.EndsWith(": 22 chuyên mục; 132 lượt phát", StringComparison.Ordinal));
    }

    /// <summary>What a new portal begins with: a pattern for most channels, each fit to be saved, so that results are not all told in one way.</summary>
    [Fact]
    public async Task Shipped_Patterns_AreSoundAndTellResultsInManyWays()
    {
        await using var db = samples.Database.Open();
        var shipped = await db.SentencePatterns.AsNoTracking().Where(row => row.AgencyId == null).OrderBy(row => row.Position).ToListAsync(Cancellation);

        Assert.InRange(shipped.Count, 10, 30);
        Assert.Equal((null, null, SentencePatterns.Default), (shipped[0].ChannelId, shipped[0].TopicId, shipped[0].Text));
        Assert.All(shipped, row => Assert.Null(PatternCheck.Try(row.Text).Problem));
        Assert.Equal(shipped.Count, shipped.Select(row => (row.ChannelId, row.TopicId)).Distinct().Count());
        var source = await SourceAsync();
        var ways = source.PlanItems.SelectMany(item => ReportComposer.Compose(source).Where(line => line.AutoKey == $"plan-item:{item.Id}" && line.Figures.Count > 0)
            .Select(line => string.Concat(line.Text[(item.ReportText ?? item.Title).Length..].TakeWhile(letter => !char.IsAsciiDigit(letter)))));
        Assert.InRange(ways.Distinct().Count(), 7, 20);
    }

    [Fact]
    public async Task Compose_AnyGoodPatterns_PrintEveryFigureOfTheQuery()
    {
        var source = await SourceAsync();
        var sums = await SumsAsync();

        Gen.Int[0, Texts.Length - 1].Select(i => Texts[i]).List[1, 4].Sample(texts =>
        {
            var patterned = source with { Patterns = new SentencePatterns(texts.Select((text, i) => new SentencePattern { Id = i + 1, Position = i, Text = text })) };
            var lines = ReportComposer.Compose(patterned);
            foreach (var line in lines.Where(line => line.AutoKey.StartsWith("plan-item:", StringComparison.Ordinal) && !line.AutoKey.Contains('/')))
            {
                var item = long.Parse(line.AutoKey["plan-item:".Length..], null);
                Assert.Equal(sums[item].OrderBy(row => row.Key), line.Figures.Where(figure => figure.IndicatorId is not null).Select(figure => KeyValuePair.Create(figure.IndicatorId!.Value, figure.Value)).OrderBy(row => row.Key));
                Assert.All(line.Figures, figure => Assert.Contains($"{VietnameseNumber.Format(figure.Value)} {figure.Unit}", line.Text, StringComparison.Ordinal));
            }

            return lines.Select(line => line.Text).SequenceEqual(ReportComposer.Compose(patterned).Select(line => line.Text));
        }, iter: 200);
    }

    [Fact]
    public async Task Compose_TwoVariants_BothOccurAndARowKeepsItsOwn()
    {
        var source = await SourceAsync();
        var patterned = source with
        {
            Patterns = new SentencePatterns(
            [
                new SentencePattern { Id = 1, Position = 1, Text = "{nội dung}[: đã thực hiện {số liệu}]" },
                new SentencePattern { Id = 2, Position = 2, Text = "{nội dung}[, kết quả {số liệu}]" },
            ]),
        };

        var lines = Told(patterned);
        var fewer = Told(patterned with { PlanItems = patterned.PlanItems.Skip(1).ToList() });

        Assert.Contains(lines, line => line.Value.Contains(": đã thực hiện ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Value.Contains(", kết quả ", StringComparison.Ordinal));
        Assert.All(fewer, line => Assert.Equal(lines[line.Key], line.Value));
    }

    [Fact]
    public async Task Compose_ChannelsAndOwnPatterns_GoBeforeTheOthers()
    {
        var source = await SourceAsync();
        await using var db = samples.Database.Open();
        var radio = db.PropagandaChannels.Single(row => row.Code == "loa-truyen-thanh").Id;
        var agency = samples.Agency("xa-huong-son").Id;
        var patterned = source with
        {
            Patterns = new SentencePatterns(
            [
                new SentencePattern { Id = 1, Position = 1, Text = "{nội dung}[: chung {số liệu}]" },
                new SentencePattern { Id = 2, Position = 1, AgencyId = agency, Text = "{nội dung}[: riêng {số liệu}]" },
                new SentencePattern { Id = 3, Position = 1, AgencyId = agency, ChannelId = radio, Text = "{nội dung}[: trên sóng {số liệu}]" },
                new SentencePattern { Id = 4, Position = 1, AgencyId = agency, ChannelId = radio, TopicId = 99, Text = "{nội dung}[: lĩnh vực khác {số liệu}]" },
                new SentencePattern { Id = 5, Position = 1, ChannelId = radio, Text = "{nội dung}[: chung trên sóng {số liệu}]" },
            ]),
        };

        var lines = Told(patterned).Values.ToList();

        Assert.EndsWith(": trên sóng 22 chuyên mục; 132 lượt phát", Assert.Single(lines, line => line.Contains("lượt phát", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains(": riêng 45 tin, bài", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("chung", StringComparison.Ordinal) || line.Contains("lĩnh vực khác", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compose_CountOfActivities_IsAFigureOfTheLine()
    {
        var source = await SourceAsync();
        var patterned = source with { Patterns = new SentencePatterns([new SentencePattern { Id = 1, Position = 1, Text = "{nội dung}[ qua {số hoạt động}][: {số liệu}]" }]) };

        var line = ReportComposer.Compose(patterned).First(line => line.Text.Contains("45 tin, bài", StringComparison.Ordinal));

        Assert.Contains(" qua 28 hoạt động: 45 tin, bài", line.Text, StringComparison.Ordinal);
        Assert.Contains(new StatedFigure(null, PatternFacts.ActivityUnit, 28), line.Figures);
    }

    private static readonly string[] Texts =
    [
        SentencePatterns.Default,
        "{nội dung}[: đã thực hiện {số liệu}]",
        "{nội dung}[, đạt {số liệu chính}][ với {số liệu khác}]",
        "{nội dung}[ qua {số hoạt động}][ {ngày}][ tại {danh sách nơi}][: {số liệu}][, do {đơn vị} thực hiện]",
        "{nội dung}[ trên {phương tiện}][: {số liệu}]",
    ];

    private static Dictionary<string, string> Told(ReportSource source) => ReportComposer.Compose(source)
        .Where(line => line.AutoKey.StartsWith("plan-item:", StringComparison.Ordinal) && line.Figures.Count > 0).ToDictionary(line => line.AutoKey, line => line.Text);

    private async Task<ReportSource> SourceAsync()
    {
        await using var db = samples.Database.Open();
        var report = await db.AnnualReports.Where(row => row.Year == 2026 && db.Agencies.Any(agency => agency.Id == row.AgencyId && agency.Code == "xa-huong-son"))
            .Select(row => row.Id).FirstAsync(Cancellation);
        return await samples.SourceAsync(report);
    }

    private async Task<Dictionary<long, Dictionary<long, decimal>>> SumsAsync()
    {
        await using var db = samples.Database.Open();
        var items = await db.PlanItems.Where(row => row.Plan!.Year == 2026).Select(row => row.Id).ToListAsync(Cancellation);
        var rows = await db.ActivityMeasures.Select(row => new { row.IndicatorId, row.Value, Item = db.PropagandaActivities.Where(activity => activity.Id == row.ActivityId).Select(activity => activity.PlanItemId).First() })
            .ToListAsync(Cancellation);
        return items.ToDictionary(item => item, item => rows.Where(row => row.Item == item).GroupBy(row => row.IndicatorId).ToDictionary(group => group.Key, group => group.Sum(row => row.Value)));
    }

    public void Dispose() => samples.Dispose();
}

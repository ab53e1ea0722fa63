using CsCheck;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Scores;

namespace SonTrung.Cchc.Tests.Scores;

/// <summary>The verified rules of a commune (100 % → 1; 90–&lt;100 % → the share; below → 0; 0,25 + 0,25 + 0,5 for the forms), at every edge.</summary>
public sealed class ScoreRulesTests
{
    private const long Board = 1;
    private const long Website = 2;
    private const long Social = 3;
    private const long Meeting = 4;
    private const long Contest = 5;

    [Theory]
    [InlineData(0, 0, 0, "Kế hoạch chưa có nhiệm vụ: 0 điểm")]
    [InlineData(0, 12, 0, "Đạt 0/12 nhiệm vụ (0%): dưới 90%, 0 điểm")]
    [InlineData(7, 10, 0, "Đạt 7/10 nhiệm vụ (70%): dưới 90%, 0 điểm")]
    [InlineData(4, 5, 0, "Đạt 4/5 nhiệm vụ (80%): dưới 90%, 0 điểm")]
    [InlineData(10, 12, 0, "Đạt 10/12 nhiệm vụ (83,3%): dưới 90%, 0 điểm")]
    [InlineData(899, 1000, 0, "Đạt 899/1.000 nhiệm vụ (89,9%): dưới 90%, 0 điểm")]
    [InlineData(8999, 10000, 0, "Đạt 8.999/10.000 nhiệm vụ (89,9%): dưới 90%, 0 điểm")]
    [InlineData(9, 10, 0.9, "Đạt 9/10 nhiệm vụ (90%): từ 90% đến dưới 100%, tỷ lệ đạt × 1 = 0,9 điểm")]
    [InlineData(11, 12, 0.92, "Đạt 11/12 nhiệm vụ (91,7%): từ 90% đến dưới 100%, tỷ lệ đạt × 1 = 0,92 điểm")]
    [InlineData(1999, 2000, 1, "Đạt 1.999/2.000 nhiệm vụ (99,9%): từ 90% đến dưới 100%, tỷ lệ đạt × 1 = 1 điểm")]
    [InlineData(12, 12, 1, "Đạt 12/12 nhiệm vụ (100%): từ 100%, 1 điểm")]
    public void Share_AtEachEdge_GivesItsPointsAndSaysTheRule(int met, int total, double points, string rule)
    {
        var criterion = Verified().Criteria[1];

        Assert.Equal((decimal)points, ScoreRules.PointsOf(criterion, met, total));
        Assert.Equal(rule, ScoreWording.Share(criterion, met, total));
    }

    [Theory]
    [InlineData(69, 0, "Đạt 69/100 nhiệm vụ (69%): dưới 70%, 0 điểm")]
    [InlineData(70, 0.5, "Đạt 70/100 nhiệm vụ (70%): từ 70% đến dưới 100%, 0,5 điểm")]
    [InlineData(99, 0.5, "Đạt 99/100 nhiệm vụ (99%): từ 70% đến dưới 100%, 0,5 điểm")]
    [InlineData(100, 2, "Đạt 100/100 nhiệm vụ (100%): từ 100%, 2 điểm")]
    public void Share_OtherThresholds_AreData(int met, double points, string rule)
    {
        var criterion = Share(2, (100, 2), (70, 0.5m));

        Assert.Equal((decimal)points, ScoreRules.PointsOf(criterion, met, 100));
        Assert.Equal(rule, ScoreWording.Share(criterion, met, 100));
    }

    [Fact]
    public void Share_WithoutThresholds_GivesNothing() =>
        Assert.Equal("Đạt 1/1 nhiệm vụ (100%): không có mức điểm, 0 điểm", ScoreWording.Share(Share(1), 1, 1));

    [Fact]
    public void Share_MoreLinesMet_NeverGivesFewerPoints() =>
        Gen.Int[1, 400].SelectMany(total => Gen.Int[0, total - 1].Select(met => (met, total))).Sample(row =>
        {
            var criterion = Verified().Criteria[1];
            var (fewer, more) = (ScoreRules.PointsOf(criterion, row.met, row.total), ScoreRules.PointsOf(criterion, row.met + 1, row.total));
            return fewer <= more && more <= criterion.MaxPoints && (row.met * 100 >= row.total * 90 || fewer == 0);
        });

    [Theory]
    [InlineData(0, "")]
    [InlineData(0.25, "b")]
    [InlineData(0.25, "w")]
    [InlineData(0.25, "ws")]
    [InlineData(0.5, "bs")]
    [InlineData(0.5, "m")]
    [InlineData(0.75, "mw")]
    [InlineData(1, "mwb")]
    [InlineData(0, "c")]
    public void Variety_ByForms_GivesThePointsOfEachGroup(double points, string used)
    {
        var forms = new (char Sign, long Channel, ChannelMode Mode)[]
        {
            ('b', Board, ChannelMode.Online), ('w', Website, ChannelMode.Online), ('s', Social, ChannelMode.Online),
            ('m', Meeting, ChannelMode.Traditional), ('c', Contest, ChannelMode.Online),
        };

        var score = Variety(forms.Where(form => used.Contains(form.Sign)).Select(form => Form(form.Channel, form.Mode)));

        Assert.Equal((decimal)points, score.Points);
    }

    [Fact]
    public void Variety_FormWithoutEvidence_DoesNotCountAndIsNamed()
    {
        var facts = new ScoreFacts(0, 0, [Form(Board, ChannelMode.Online) with { Name = "Màn hình", Proven = 0 }, Form(Meeting, ChannelMode.Traditional)]);

        var score = ScoreRules.Of(Verified(), facts)[2];

        Assert.Equal(0.5m, score.Points);
        Assert.Equal(
            "Bảng, màn hình: 0 hình thức có tài liệu kiểm chứng, cần từ 1: 0/0,25 điểm; không tính vì chưa có tài liệu kiểm chứng: Màn hình",
            ScoreWording.Rule(score, facts)[0]);
        Assert.Equal("Truyền thống: 1 hình thức có tài liệu kiểm chứng (Hình thức 4), cần từ 1: 0,5/0,5 điểm", ScoreWording.Rule(score, facts)[2]);
    }

    [Fact]
    public void Variety_EvidenceNotAskedFor_CountsEveryForm()
    {
        var set = Verified();
        set.Criteria[2].NeedsEvidence = false;

        Assert.Equal(0.25m, ScoreRules.Of(set, new ScoreFacts(0, 0, [Form(Board, ChannelMode.Online) with { Proven = 0 }]))[2].Points);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0.25)]
    public void Variety_SeveralFormsNeeded_TakesThatMany(int forms, double points)
    {
        var set = Verified();
        set.Criteria[2].Parts[1].MinForms = 2;
        var used = new[] { Website, Social }.Take(forms).Select(channel => Form(channel, ChannelMode.Online)).ToList();

        Assert.Equal((decimal)points, ScoreRules.Of(set, new ScoreFacts(0, 0, used))[2].Points);
    }

    [Fact]
    public void Group_SumsUpWhatStandsBelowIt_AndTotalCountsItOnce()
    {
        var scores = ScoreRules.Of(Verified(), new ScoreFacts(12, 11, [Form(Meeting, ChannelMode.Traditional)]));

        Assert.Equal([(2m, 1.42m), (1m, 0.92m), (1m, 0.5m)], scores.Select(score => (score.MaxPoints, score.Points)));
        Assert.Equal(1.42m, ScoreRules.Total(scores));
    }

    private static CriterionScore Variety(IEnumerable<FormFacts> forms) => ScoreRules.Of(Verified(), new ScoreFacts(0, 0, forms.ToList()))[2];

    private static FormFacts Form(long channel, ChannelMode mode) => new(channel, $"Hình thức {channel}", mode, 2, 1, 1);

    private static ScoreCriterion Share(decimal max, params (decimal From, decimal? Points)[] steps)
    {
        var criterion = new ScoreCriterion { Position = 1, Code = "4.1", Name = "Kế hoạch", Kind = ScoreKind.PlanShare, MaxPoints = max };
        criterion.Steps.AddRange(steps.Select(step => new ScoreStep { FromPercent = step.From, Points = step.Points }));
        return criterion;
    }

    private static ScoreRuleSet Verified()
    {
        var set = new ScoreRuleSet { Name = "Mẫu", Source = "Mẫu", FirstYear = 2022 };
        var variety = new ScoreCriterion { Position = 2, Code = "4.2", Name = "Đa dạng", Kind = ScoreKind.ChannelVariety, MaxPoints = 1, NeedsEvidence = true };
        variety.Parts.AddRange(
        [
            Part(0, "Bảng, màn hình", 0.25m, ChannelMode.Online, Board),
            Part(1, "Trang, mạng xã hội", 0.25m, ChannelMode.Online, Website, Social),
            Part(2, "Truyền thống", 0.5m, ChannelMode.Traditional),
        ]);
        set.Criteria.AddRange(
        [
            new ScoreCriterion { Position = 0, Code = "4", Name = "Tuyên truyền", Kind = ScoreKind.Group, MaxPoints = 2 },
            Share(1, (100, 1), (90, null)),
            variety,
        ]);
        return set;
    }

    private static ScorePart Part(int position, string name, decimal points, ChannelMode mode, params long[] channels)
    {
        var part = new ScorePart { Position = position, Name = name, Points = points, Mode = mode, MinForms = 1 };
        part.Channels.AddRange(channels.Select(channel => new ScorePartChannel { ChannelId = channel }));
        return part;
    }
}

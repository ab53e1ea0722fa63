using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Scores;

/// <summary>The rule that was applied, with the numbers put in.</summary>
public static class ScoreWording
{
    /// <summary>The rule behind the points of a criterion, a sentence for each part of it.</summary>
    public static IReadOnlyList<string> Rule(CriterionScore score, ScoreFacts facts)
    {
        return score.Criterion.Kind switch
        {
            ScoreKind.PlanShare => [Share(score.Criterion, facts.PlanItemsMet, facts.PlanItems)],
            ScoreKind.ChannelVariety => score.Parts.Select(part => Part(part, score.Criterion.NeedsEvidence)).ToList(),
            _ => ["Cộng điểm các tiêu chí thành phần"],
        };
    }

    /// <summary>"Đạt 11/12 nhiệm vụ (91,7%): từ 90% đến dưới 100%, tỷ lệ đạt × 1 = 0,92 điểm".</summary>
    public static string Share(ScoreCriterion criterion, int met, int total)
    {
        if (total == 0)
        {
            return "Kế hoạch chưa có nhiệm vụ: 0 điểm";
        }

        var step = ScoreRules.StepOf(criterion, met, total);
        var next = criterion.Steps.Where(other => step is null || other.FromPercent > step.FromPercent).MinBy(other => other.FromPercent);
        var range = (step, next) switch
        {
            ({ FromPercent: >= 100 }, _) => "từ 100%",
            ({ } from, { } below) => $"từ {Percent(from.FromPercent)} đến dưới {Percent(below.FromPercent)}",
            ({ } from, null) => $"từ {Percent(from.FromPercent)}",
            (null, { } below) => $"dưới {Percent(below.FromPercent)}",
            _ => "không có mức điểm",
        };
        var points = Points(ScoreRules.PointsOf(criterion, met, total));
        var result = step is { Points: null } ? $"tỷ lệ đạt × {Points(criterion.MaxPoints)} = {points}" : points;
        return $"Đạt {VietnameseNumber.Format((long)met)}/{VietnameseNumber.Format((long)total)} nhiệm vụ ({Percent(Shown(met, total, next?.FromPercent))}): {range}, {result} điểm";
    }

    /// <summary>"0,92".</summary>
    public static string Points(decimal points) => VietnameseNumber.Format(points, 2);

    /// <summary>"91,7%".</summary>
    public static string Percent(decimal percent) => $"{VietnameseNumber.Format(percent, 1)}%";

    /// <summary>One decimal, but never the threshold that was just missed.</summary>
    private static decimal Shown(int met, int total, decimal? next)
    {
        var share = 100m * met / total;
        var rounded = Math.Round(share, 1, MidpointRounding.AwayFromZero);
        return rounded >= next ? Math.Floor(share * 10) / 10 : rounded;
    }

    private static string Part(PartScore part, bool needsEvidence)
    {
        var counted = part.Counted.Count > 0 ? $" ({string.Join("; ", part.Counted.Select(form => form.Name))})" : "";
        var unproven = part.Unproven.Count > 0
            ? $"; không tính vì chưa có tài liệu kiểm chứng: {string.Join("; ", part.Unproven.Select(form => form.Name))}"
            : "";
        var proven = needsEvidence ? " có tài liệu kiểm chứng" : "";
        return $"{part.Part.Name}: {VietnameseNumber.Format((long)part.Counted.Count)} hình thức{proven}{counted}, "
            + $"cần từ {VietnameseNumber.Format((long)part.Part.MinForms)}: {Points(part.Points)}/{Points(part.Part.Points)} điểm{unproven}";
    }
}

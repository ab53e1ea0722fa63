using SonTrung.Cchc.Core.Catalogues;

namespace SonTrung.Cchc.Core.Scores;

/// <summary>What a year is scored by.</summary>
/// <param name="PlanItems">Lines of the plan.</param>
/// <param name="PlanItemsMet">Of these, met.</param>
/// <param name="Forms">The channels that were used.</param>
public sealed record ScoreFacts(int PlanItems, int PlanItemsMet, IReadOnlyList<FormFacts> Forms);

/// <summary>A channel that was used.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Name">What the agency calls it.</param>
/// <param name="Mode">Its class.</param>
/// <param name="Activities">Activities of the year.</param>
/// <param name="Proven">Of these, with a file, a link or a document.</param>
/// <param name="Evidence">Files, links and documents behind them.</param>
public sealed record FormFacts(long ChannelId, string Name, ChannelMode Mode, int Activities, int Proven, int Evidence);

/// <summary>
/// The points of a year by a set of rules. Pure: the same facts give the same points. Thresholds are compared with the exact share, never with a
/// rounded one; only points are rounded, to two decimals.
/// </summary>
public static class ScoreRules
{
    private const int PointDecimals = 2;

    /// <summary>Scores every criterion, in the order of the set.</summary>
    public static IReadOnlyList<CriterionScore> Of(ScoreRuleSet set, ScoreFacts facts)
    {
        var leaves = set.Criteria.Where(criterion => criterion.Kind != ScoreKind.Group).Select(criterion => Leaf(criterion, facts)).ToList();
        return set.Criteria.OrderBy(criterion => criterion.Position)
            .Select(criterion => leaves.Find(leaf => leaf.Criterion == criterion) ?? Group(criterion, leaves)).ToList();
    }

    /// <summary>The points of the whole set: of every criterion that is no group.</summary>
    public static decimal Total(IEnumerable<CriterionScore> scores) =>
        scores.Where(score => score.Criterion.Kind != ScoreKind.Group).Sum(score => score.Points);

    /// <summary>The step that a share reaches; null below the lowest, and for a plan without lines.</summary>
    public static ScoreStep? StepOf(ScoreCriterion criterion, int met, int total)
    {
        return total == 0 ? null : criterion.Steps.Where(step => 100m * met >= step.FromPercent * total).MaxBy(step => step.FromPercent);
    }

    /// <summary>The points for a share of the plan.</summary>
    public static decimal PointsOf(ScoreCriterion criterion, int met, int total)
    {
        return StepOf(criterion, met, total) is { } step ? step.Points ?? Rounded(criterion.MaxPoints * met / total) : 0;
    }

    private static CriterionScore Leaf(ScoreCriterion criterion, ScoreFacts facts) => criterion.Kind switch
    {
        ScoreKind.PlanShare => new CriterionScore(criterion, criterion.MaxPoints, PointsOf(criterion, facts.PlanItemsMet, facts.PlanItems), []),
        ScoreKind.ChannelVariety => Variety(criterion, facts),
        _ => throw new InvalidOperationException($"Unknown kind {criterion.Kind}."),
    };

    private static CriterionScore Variety(ScoreCriterion criterion, ScoreFacts facts)
    {
        var parts = criterion.Parts.OrderBy(part => part.Position).Select(part =>
        {
            var used = facts.Forms.Where(form => Counts(part, form) && form.Activities > 0).ToList();
            var counted = used.Where(form => !criterion.NeedsEvidence || form.Proven > 0).ToList();
            return new PartScore(part, counted.Count >= part.MinForms ? part.Points : 0, counted, used.Except(counted).ToList());
        }).ToList();
        return new CriterionScore(criterion, criterion.MaxPoints, Math.Min(criterion.MaxPoints, parts.Sum(part => part.Points)), parts);
    }

    private static bool Counts(ScorePart part, FormFacts form) => part.Channels.Count == 0
        ? form.Mode == part.Mode
        : part.Channels.Exists(channel => channel.ChannelId == form.ChannelId);

    private static CriterionScore Group(ScoreCriterion group, List<CriterionScore> leaves)
    {
        var below = leaves.Where(leaf => leaf.Criterion.Code.StartsWith($"{group.Code}.", StringComparison.Ordinal)).ToList();
        return new CriterionScore(group, below.Sum(leaf => leaf.MaxPoints), below.Sum(leaf => leaf.Points), []);
    }

    private static decimal Rounded(decimal points) => Math.Round(points, PointDecimals, MidpointRounding.AwayFromZero);
}

/// <summary>The points of a criterion.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="MaxPoints">The most.</param>
/// <param name="Points">What was reached.</param>
/// <param name="Parts">For the variety of channels: its groups of forms.</param>
public sealed record CriterionScore(ScoreCriterion Criterion, decimal MaxPoints, decimal Points, IReadOnlyList<PartScore> Parts);

/// <summary>The points of a group of forms.</summary>
/// <param name="Part">The group.</param>
/// <param name="Points">What was reached.</param>
/// <param name="Counted">The forms that count.</param>
/// <param name="Unproven">Forms that were used, but without evidence.</param>
public sealed record PartScore(ScorePart Part, decimal Points, IReadOnlyList<FormFacts> Counted, IReadOnlyList<FormFacts> Unproven);

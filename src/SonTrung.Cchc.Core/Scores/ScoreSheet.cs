using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Scores;

/// <summary>The score sheet of an agency's year, computed from the data as they are; never frozen.</summary>
public sealed record ScoreSheet
{
    /// <summary>The lowest share that leaves a line without a warning, percent.</summary>
    public const decimal SafePercent = 90;

    /// <summary>The reporting year.</summary>
    public required int Year { get; init; }

    /// <summary>The period and the day of the figures.</summary>
    public required PlanDays Days { get; init; }

    /// <summary>The rules; null when no set counts for the year.</summary>
    public required ScoreRuleSet? Set { get; init; }

    /// <summary>The year's plan; null when it has none.</summary>
    public required Plan? Plan { get; init; }

    /// <summary>The year's issued report; null when there is none yet.</summary>
    public required ScoredReport? Report { get; init; }

    /// <summary>What is scored.</summary>
    public required ScoreFacts Facts { get; init; }

    /// <summary>The criteria.</summary>
    public required IReadOnlyList<ScoreRow> Rows { get; init; }

    /// <summary>The lines of the plan.</summary>
    public required IReadOnlyList<PlanLine> Lines { get; init; }

    /// <summary>What the plan's share will be; null after the period or when nothing can change.</summary>
    public required ScoreForecast? Forecast { get; init; }

    /// <summary>All points.</summary>
    public decimal Points => ScoreRules.Total(Rows.Select(row => row.Score));

    /// <summary>The most points.</summary>
    public decimal MaxPoints => Rows.Where(row => row.Score.Criterion.Kind != ScoreKind.Group).Sum(row => row.Score.MaxPoints);

    /// <summary>Lines of the plan that may cost points.</summary>
    public IEnumerable<PlanLine> AtRisk => Lines.Where(line => line.Progress.State is PlanState.AtRisk or PlanState.Overdue
        || (line.Progress.State != PlanState.Met && LowestPercent(line) is null or < SafePercent));

    /// <summary>How far the target is that is furthest behind, percent: a line is met when all are. Null for a share of nothing.</summary>
    public static decimal? LowestPercent(PlanLine line) => line.Progress.Targets.Count == 0
        ? line.Progress.Percent
        : line.Progress.Targets.Any(target => target.Percent is null) ? null : line.Progress.Targets.Min(target => target.Percent);

    /// <summary>Forms that were used and prove nothing.</summary>
    public IEnumerable<FormFacts> FormsWithoutEvidence => Facts.Forms.Where(form => form is { Activities: > 0, Proven: 0 });

    /// <summary>Whether the plan was issued: it is evidence of the plan's criterion.</summary>
    public bool HasIssuedPlan => Plan is { Number.Length: > 0, IssuedOn: not null };
}

/// <summary>A criterion on the sheet.</summary>
/// <param name="Score">Its points.</param>
/// <param name="Rule">The rule applied, with the numbers put in.</param>
/// <param name="Evidence">How many plans, reports, files, links and documents prove it.</param>
/// <param name="Explanation">What the agency says; empty for nothing.</param>
/// <param name="Version">The version of what it says; empty before anything was said.</param>
public sealed record ScoreRow(CriterionScore Score, IReadOnlyList<string> Rule, int Evidence, string Explanation, Guid Version)
{
    /// <summary>Points that nothing proves have to be explained.</summary>
    public bool NeedsExplanation => Score.Criterion.Kind != ScoreKind.Group && Evidence == 0 && Explanation.Length == 0;
}

/// <summary>The report that proves the plan's share.</summary>
/// <param name="Id">The report.</param>
/// <param name="Number">Its number and symbol.</param>
/// <param name="IssuedOn">Its date.</param>
public sealed record ScoredReport(long Id, string Number, DateOnly IssuedOn);

/// <summary>What the criterion of the plan's share may come to.</summary>
/// <param name="Expected">The rule, if the lines that are on track are met.</param>
/// <param name="Best">The rule, if all lines that are not overdue are met.</param>
public sealed record ScoreForecast(string Expected, string Best);

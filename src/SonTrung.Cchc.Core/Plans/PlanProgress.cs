using SonTrung.Cchc.Core.Activities;

namespace SonTrung.Cchc.Core.Plans;

/// <summary>
/// How far plan lines are: every answer is a sum over activities, none is typed. Pure: the same figures on the same day give
/// the same answer.
/// <para>
/// <b>Forecast.</b> A count goes on at its pace: what was done, divided by the share of the days from the period's first day to the
/// due day that have passed (today included), rounded to whole things. The due day is the line's own, else the period's last day.
/// A pace says nothing in the first <see cref="QuietDays"/> days, unless the due day is as near.
/// </para>
/// <para>
/// <b>Dated events.</b> What is done or not done, and counts below <see cref="EventsBelow"/> (less than one a month), happen on days
/// agreed upon and have no pace: nothing is forecast until <see cref="QuietDays"/> days before the due day; from then on what is not
/// yet done is at risk.
/// </para>
/// <para><b>Ratios</b> do not grow with time: the forecast is the share of today.</para>
/// </summary>
public static class PlanProgress
{
    /// <summary>Counts below this are dated events, not a pace.</summary>
    public const decimal EventsBelow = 12;

    /// <summary>Days at the period's beginning that show no pace, and days before the due day when dated events become a risk.</summary>
    public const int QuietDays = 30;

    /// <summary>The sum of an indicator over activities.</summary>
    public static decimal Sum(IEnumerable<PropagandaActivity> activities, long indicatorId) =>
        activities.SelectMany(activity => activity.Measures)
            .Where(measure => measure.IndicatorId == indicatorId).Sum(measure => measure.Value);

    /// <summary>Whether a line has reached all its targets; a line without targets is done when something was done for it.</summary>
    public static bool IsMet(PlanItem item, IReadOnlyCollection<PropagandaActivity> activities) => IsMet(item, WorkDone.Of(activities));

    /// <inheritdoc cref="IsMet(PlanItem, IReadOnlyCollection{PropagandaActivity})"/>
    public static bool IsMet(PlanItem item, WorkDone work) =>
        item.Targets.Count == 0 ? work.Activities > 0 : item.Targets.All(target => IsMet(target, work));

    /// <summary>How far a line is on a day of its year.</summary>
    /// <param name="item">The line with its targets.</param>
    /// <param name="work">What was done for it.</param>
    /// <param name="days">The reporting period and today.</param>
    public static LineProgress Of(PlanItem item, WorkDone work, PlanDays days)
    {
        var due = item.DueOn ?? days.To;
        var targets = item.Targets.OrderBy(target => target.Position).Select(target => Of(target, work, days, due)).ToList();
        var state = IsMet(item, work) ? PlanState.Met
            : days.Today > due ? PlanState.Overdue
            : targets.Exists(target => target.State == PlanState.AtRisk) || (targets.Count == 0 && days.IsNear(due)) ? PlanState.AtRisk
            : PlanState.OnTrack;
        return new LineProgress(targets, due, state, work.Activities);
    }

    /// <summary>How much of each target was reached, in percent, the main one first; 100 or 0 alone for a line without targets; null for a share of nothing.</summary>
    public static IReadOnlyList<decimal?> Percents(PlanItem item, WorkDone work) => item.Targets.Count == 0
        ? [work.Activities > 0 ? 100 : 0]
        : item.Targets.OrderBy(target => target.Position).Select(target => Percent(target, Done(target, work))).ToList();

    private static TargetProgress Of(PlanTarget target, WorkDone work, PlanDays days, DateOnly due)
    {
        var done = Done(target, work);
        var forecast = Forecast(target, done, days, due);
        var state = IsMet(target, work) ? PlanState.Met
            : days.Today > due ? PlanState.Overdue
            : IsAtRisk(target, forecast, days.IsNear(due)) ? PlanState.AtRisk
            : PlanState.OnTrack;
        return new TargetProgress(target, done, Percent(target, done), forecast, state);
    }

    private static bool IsMet(PlanTarget target, WorkDone work) => target.Kind switch
    {
        TargetKind.Completion => work.Activities > 0,
        TargetKind.Quantity => work.Sum(target.IndicatorId) >= target.Value,
        TargetKind.Ratio => work.Sum(target.BaseIndicatorId) is var whole and > 0 && work.Sum(target.IndicatorId) * 100 >= target.Value * whole,
        _ => throw new InvalidOperationException($"Unknown target {target.Kind}."),
    };

    private static decimal? Done(PlanTarget target, WorkDone work) => target.Kind switch
    {
        TargetKind.Completion => work.Activities > 0 ? 1 : 0,
        TargetKind.Quantity => work.Sum(target.IndicatorId),
        TargetKind.Ratio => work.Sum(target.BaseIndicatorId) is var whole and > 0 ? work.Sum(target.IndicatorId) * 100 / whole : null,
        _ => throw new InvalidOperationException($"Unknown target {target.Kind}."),
    };

    private static decimal? Percent(PlanTarget target, decimal? done) => (target.Kind, target.Value) switch
    {
        (TargetKind.Completion, _) => done * 100,
        _ when done is null => null,
        (_, > 0) => done * 100 / target.Value,
        _ => 100,
    };

    private static decimal? Forecast(PlanTarget target, decimal? done, PlanDays days, DateOnly due)
    {
        if (target.Kind == TargetKind.Ratio || days.Today >= due)
        {
            return done;
        }

        var isQuiet = IsEvent(target) ? !days.IsNear(due) : days.Elapsed < QuietDays && !days.IsNear(due);
        if (isQuiet || days.Elapsed <= 0)
        {
            return null;
        }

        return IsEvent(target) ? done : Math.Round(done!.Value * days.Until(due) / days.Elapsed, MidpointRounding.AwayFromZero);
    }

    private static bool IsAtRisk(PlanTarget target, decimal? forecast, bool isNear) =>
        forecast is { } expected ? target.Kind == TargetKind.Completion || expected < target.Value : isNear;

    private static bool IsEvent(PlanTarget target) => target.Kind == TargetKind.Completion || target.Value < EventsBelow;
}

/// <summary>What was done for a plan line: how many activities, and the sum of each figure over them.</summary>
/// <param name="Activities">How many.</param>
/// <param name="Sums">Indicator and sum; an indicator that is not there has the sum 0.</param>
public sealed record WorkDone(int Activities, IReadOnlyDictionary<long, decimal> Sums)
{
    /// <summary>Nothing yet.</summary>
    public static WorkDone None { get; } = new(0, new Dictionary<long, decimal>());

    /// <summary>The work of activities that are loaded with their figures.</summary>
    public static WorkDone Of(IReadOnlyCollection<PropagandaActivity> activities) => new(
        activities.Count,
        activities.SelectMany(activity => activity.Measures).GroupBy(measure => measure.IndicatorId)
            .ToDictionary(group => group.Key, group => group.Sum(measure => measure.Value)));

    /// <summary>The sum of an indicator.</summary>
    public decimal Sum(long? indicatorId) => Sums.GetValueOrDefault(indicatorId ?? 0);
}

/// <summary>What was done in a year, by plan line.</summary>
public sealed class YearWork
{
    private readonly Dictionary<long, WorkDone> byItem;

    internal YearWork(IReadOnlyCollection<(long? Item, WorkDone Work)> parts)
    {
        byItem = parts.Where(part => part.Item is not null).ToDictionary(part => part.Item!.Value, part => part.Work);
        All = new WorkDone(
            parts.Sum(part => part.Work.Activities),
            parts.SelectMany(part => part.Work.Sums).GroupBy(sum => sum.Key).ToDictionary(group => group.Key, group => group.Sum(sum => sum.Value)));
    }

    /// <summary>All of it, with what belongs to no line.</summary>
    public WorkDone All { get; }

    /// <summary>The work of a year's activities that are loaded with their figures.</summary>
    public static YearWork Of(IEnumerable<PropagandaActivity> activities) =>
        new(activities.GroupBy(activity => activity.PlanItemId).Select(group => (group.Key, WorkDone.Of(group.ToList()))).ToList());

    /// <summary>What was done for a line.</summary>
    public WorkDone For(long itemId) => byItem.GetValueOrDefault(itemId, WorkDone.None);
}

/// <summary>The reporting period of a plan, and the day it is looked at.</summary>
/// <param name="From">The period's first day.</param>
/// <param name="To">The period's last day.</param>
/// <param name="Today">Today; may lie before the period or after it.</param>
public sealed record PlanDays(DateOnly From, DateOnly To, DateOnly Today)
{
    /// <summary>Days of the period that have passed, today included; 0 or less before it begins.</summary>
    public int Elapsed => Today.DayNumber - From.DayNumber + 1;

    /// <summary>Days from the period's first to a day, both included; at least 1.</summary>
    public int Until(DateOnly day) => Math.Max(1, day.DayNumber - From.DayNumber + 1);

    /// <summary>Whether a day is at most <see cref="PlanProgress.QuietDays"/> days off, or past.</summary>
    public bool IsNear(DateOnly day) => day.DayNumber - Today.DayNumber <= PlanProgress.QuietDays;
}

/// <summary>How far a plan line is.</summary>
/// <param name="Targets">Its targets, the main one first; empty for a line that has none.</param>
/// <param name="DueOn">The day it is to be done by: its own, else the period's last.</param>
/// <param name="State">Its state.</param>
/// <param name="Activities">Activities behind it.</param>
public sealed record LineProgress(IReadOnlyList<TargetProgress> Targets, DateOnly DueOn, PlanState State, int Activities)
{
    /// <summary>Percent of the main target, may exceed 100; a line without targets has 100 or 0; null for a share of nothing.</summary>
    public decimal? Percent => Targets.Count > 0 ? Targets[0].Percent : Activities > 0 ? 100 : 0;

    /// <summary>Whether anything stands against it: a figure of one of its targets; an activity, where no figure is asked for.</summary>
    public bool HasFigures => Targets.Count == 0
        ? Activities > 0
        : Targets.Any(target => target.Target.Kind == TargetKind.Ratio ? target.Done is not null : target.Done > 0);
}

/// <summary>How far a target is.</summary>
/// <param name="Target">The target.</param>
/// <param name="Done">The sum, or the share in percent; 1 or 0 for done-or-not; null for a share of nothing.</param>
/// <param name="Percent">Done in percent of the target, may exceed 100; null for a share of nothing.</param>
/// <param name="Forecast">What it will be on the due day; null while nothing can be said.</param>
/// <param name="State">Its state.</param>
public sealed record TargetProgress(PlanTarget Target, decimal? Done, decimal? Percent, decimal? Forecast, PlanState State);

/// <summary>The states of a plan line, worst last.</summary>
public enum PlanState
{
    /// <summary>Đạt.</summary>
    Met,

    /// <summary>Đúng tiến độ.</summary>
    OnTrack,

    /// <summary>Có nguy cơ.</summary>
    AtRisk,

    /// <summary>Quá hạn.</summary>
    Overdue,
}

/// <summary>How far a plan is: its lines by state.</summary>
/// <param name="Total">All lines.</param>
/// <param name="Met">Đạt.</param>
/// <param name="OnTrack">Đúng tiến độ.</param>
/// <param name="AtRisk">Có nguy cơ.</param>
/// <param name="Overdue">Quá hạn.</param>
public sealed record PlanSummary(int Total, int Met, int OnTrack, int AtRisk, int Overdue)
{
    /// <summary>Counts lines.</summary>
    public static PlanSummary Of(IReadOnlyCollection<LineProgress> lines) => new(
        lines.Count,
        lines.Count(line => line.State == PlanState.Met),
        lines.Count(line => line.State == PlanState.OnTrack),
        lines.Count(line => line.State == PlanState.AtRisk),
        lines.Count(line => line.State == PlanState.Overdue));

    /// <summary>Lines reached, percent with one decimal; 0 for a plan without lines.</summary>
    public decimal Percent => PercentOf(Met);

    /// <summary>If every line that is not overdue is still reached.</summary>
    public decimal BestPercent => PercentOf(Total - Overdue);

    /// <summary>If only the lines reached or on track are.</summary>
    public decimal ForecastPercent => PercentOf(Met + OnTrack);

    private decimal PercentOf(int lines) => Total == 0 ? 0 : Math.Round(100m * lines / Total, 1, MidpointRounding.AwayFromZero);
}

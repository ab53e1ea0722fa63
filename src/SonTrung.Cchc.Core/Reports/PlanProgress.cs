using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Plans;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>Whether plan lines are done: every answer is a sum over activities, none is typed.</summary>
public static class PlanProgress
{
    /// <summary>The sum of an indicator over activities.</summary>
    public static decimal Sum(IEnumerable<PropagandaActivity> activities, long indicatorId) =>
        activities.SelectMany(activity => activity.Measures)
            .Where(measure => measure.IndicatorId == indicatorId).Sum(measure => measure.Value);

    /// <summary>Whether a line has reached all its targets; a line without targets is done when something was done for it.</summary>
    public static bool IsMet(PlanItem item, IReadOnlyCollection<PropagandaActivity> activities) =>
        item.Targets.Count == 0 ? activities.Count > 0 : item.Targets.All(target => IsMet(target, activities));

    private static bool IsMet(PlanTarget target, IReadOnlyCollection<PropagandaActivity> activities) => target.Kind switch
    {
        TargetKind.Completion => activities.Count > 0,
        TargetKind.Quantity => Sum(activities, target.IndicatorId!.Value) >= target.Value,
        TargetKind.Ratio => Sum(activities, target.BaseIndicatorId!.Value) is var whole and > 0
            && Sum(activities, target.IndicatorId!.Value) * 100 >= target.Value * whole,
        _ => throw new InvalidOperationException($"Unknown target {target.Kind}."),
    };
}

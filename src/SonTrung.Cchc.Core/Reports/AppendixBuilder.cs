using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>What proves an activity.</summary>
/// <param name="Files">Files kept.</param>
/// <param name="Links">Web addresses.</param>
/// <param name="Documents">Issued documents, by key.</param>
public sealed record ActivityEvidence(int Files, int Links, IReadOnlyCollection<long> Documents)
{
    /// <summary>Nothing.</summary>
    public static ActivityEvidence None { get; } = new(0, 0, []);

    /// <summary>What proves several things together: files and addresses add up, a document counts once.</summary>
    public static ActivityEvidence Sum(IReadOnlyCollection<ActivityEvidence> parts) => new(
        parts.Sum(part => part.Files), parts.Sum(part => part.Links), parts.SelectMany(part => part.Documents).ToHashSet());
}

/// <summary>
/// Composes the appendices of a report (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, III.1) from the year's data. Pure: the same source
/// gives the same tables, and each figure is a sum over activities.
/// </summary>
public static class AppendixBuilder
{
    private static readonly string[] Roman = ["I", "II"];

    /// <summary>The tables that the report asks for and the year can fill, plan lines first; numbered when there are two (III.1.a).</summary>
    public static IReadOnlyList<Appendix> Build(ReportSource source)
    {
        var tables = new List<Appendix>();
        if (HasPlanTable(source))
        {
            tables.Add(PlanTable(source));
        }

        if (HasActivityTable(source))
        {
            tables.Add(ActivityTable(source));
        }

        return tables.Count < 2 ? tables : tables.Select((table, i) => table with { Label = $"{table.Label} {Roman[i]}" }).ToList();
    }

    /// <summary>The pointer in the text to the appendices that follow: "(Có Phụ lục kèm theo)"; empty when none does.</summary>
    public static string Note(ReportSource source) => (HasPlanTable(source), HasActivityTable(source)) switch
    {
        (false, false) => "",
        (true, true) => AppendixWording.Note(2),
        _ => AppendixWording.Note(1),
    };

    private static bool HasPlanTable(ReportSource source) => source.HasPlanAppendix && source.PlanItems.Count > 0;

    private static bool HasActivityTable(ReportSource source) => source.HasActivityAppendix && source.Activities.Count > 0;

    private static Appendix PlanTable(ReportSource source)
    {
        var own = new OwnName(source.Profile);
        var byItem = source.Activities.ToLookup(activity => activity.PlanItemId);
        return new Appendix
        {
            Label = AppendixWording.Label,
            Title = AppendixWording.PlanTitle(source.Year),
            Columns =
            [
                new(AppendixWording.Number, 10, CellAlignment.Center),
                new(AppendixWording.Task, 36, CellAlignment.Left),
                new(AppendixWording.Department, 28, CellAlignment.Left),
                new(AppendixWording.Target, 22, CellAlignment.Left),
                new(AppendixWording.Result, 28, CellAlignment.Left),
                new(AppendixWording.Percent, 14, CellAlignment.Right),
                new(AppendixWording.Evidence, 22, CellAlignment.Left),
            ],
            Rows = source.PlanItems.OrderBy(item => item.Section).ThenBy(item => item.Position).ThenBy(item => item.Id)
                .Select((item, i) => Row(i + 1, item, byItem[item.Id].ToList(), source, own)).ToList(),
        };
    }

    private static IReadOnlyList<string> Row(int number, PlanItem item, List<PropagandaActivity> activities, ReportSource source, OwnName own)
    {
        var percents = PlanProgress.Percents(item, WorkDone.Of(activities));
        var evidence = activities.Select(activity => source.EvidenceOf(activity.Id))
            .Append(new ActivityEvidence(0, 0, item.References.Select(row => row.ReferenceDocumentId).ToList())).ToList();
        return
        [
            $"{number}",
            ReportComposer.Fill(item.Title, source, own),
            Department(item.DepartmentId, source),
            item.Targets.Count == 0 ? AppendixWording.None : string.Join("; ", item.Targets.OrderBy(target => target.Position).Select(target => AppendixWording.Of(target))),
            Result(item, activities),
            string.Join("; ", percents.Select(percent => percent is { } value ? VietnameseNumber.Format(Math.Round(value, 1), 1) : AppendixWording.None)),
            AppendixWording.Of(ActivityEvidence.Sum(evidence)),
        ];
    }

    /// <summary>"22 chuyên mục; 132 lượt phát": what the targets count first, in their order, then whatever else was counted.</summary>
    private static string Result(PlanItem item, List<PropagandaActivity> activities)
    {
        if (activities.Count == 0)
        {
            return item.ReasonNotDone is { Length: > 0 } reason ? AppendixWording.NotDoneBecause(reason) : AppendixWording.NotDone;
        }

        var targets = item.Targets.OrderBy(target => target.Position).ToList();
        var wanted = targets.SelectMany(target => new[] { target.BaseIndicator, target.Indicator }).OfType<Indicator>().DistinctBy(indicator => indicator.Id);
        var others = activities.SelectMany(activity => activity.Measures).Select(measure => measure.Indicator!).DistinctBy(indicator => indicator.Id)
            .OrderBy(indicator => indicator.Position).ThenBy(indicator => indicator.Id);
        var figures = wanted.Concat(others).DistinctBy(indicator => indicator.Id)
            .Select(indicator => Figure(indicator, activities) + Share(targets.Find(target => target.Kind == TargetKind.Ratio && target.IndicatorId == indicator.Id), activities));
        return string.Join("; ", figures) is { Length: > 0 } result ? result : AppendixWording.Done;
    }

    private static string Figure(Indicator indicator, List<PropagandaActivity> activities) =>
        $"{VietnameseNumber.Format(PlanProgress.Sum(activities, indicator.Id))} {indicator.DisplayUnit}";

    private static string Share(PlanTarget? ratio, List<PropagandaActivity> activities) =>
        ratio is not null && PlanProgress.Sum(activities, ratio.BaseIndicatorId!.Value) is var whole and > 0
            ? $" ({VietnameseNumber.Format(Math.Round(100 * PlanProgress.Sum(activities, ratio.IndicatorId!.Value) / whole, 1), 1)}%)"
            : "";

    private static Appendix ActivityTable(ReportSource source)
    {
        var own = new OwnName(source.Profile);
        return new Appendix
        {
            Label = AppendixWording.Label,
            Title = AppendixWording.ActivityTitle(source.Year),
            Columns =
            [
                new(AppendixWording.Number, 10, CellAlignment.Center),
                new(AppendixWording.Time, 26, CellAlignment.Left),
                new(AppendixWording.Activity, 41, CellAlignment.Left),
                new(AppendixWording.Channel, 21, CellAlignment.Left),
                new(AppendixWording.Department, 23, CellAlignment.Left),
                new(AppendixWording.Result, 22, CellAlignment.Left),
                new(AppendixWording.Evidence, 17, CellAlignment.Left),
            ],
            Rows = source.Activities.OrderBy(activity => activity.StartsOn).ThenBy(activity => activity.Position).ThenBy(activity => activity.Id)
                .Select((activity, i) => (IReadOnlyList<string>)
                [
                    $"{i + 1}",
                    Time(activity),
                    ReportComposer.Fill(activity.Title, source, own),
                    activity.Channel!.DisplayName,
                    Department(activity.DepartmentId, source),
                    ReportComposer.Figures([activity]) is { Length: > 0 } figures ? figures : AppendixWording.Done,
                    AppendixWording.Of(source.EvidenceOf(activity.Id)),
                ]).ToList(),
        };
    }

    private static string Time(PropagandaActivity activity) => activity switch
    {
        { IsAllYear: true } => AppendixWording.AllYear,
        { StartsOn: var from, EndsOn: var to } when from == to => VietnameseDate.Format(from),
        { StartsOn: var from, EndsOn: var to } when from.Year == to.Year =>
            $"{VietnameseDate.Format(from)[..^5]} - {VietnameseDate.Format(to)}",
        _ => $"{VietnameseDate.Format(activity.StartsOn)} - {VietnameseDate.Format(activity.EndsOn)}",
    };

    private static string Department(long? id, ReportSource source) =>
        source.Departments.FirstOrDefault(department => department.Id == id)?.Name ?? AppendixWording.None;
}

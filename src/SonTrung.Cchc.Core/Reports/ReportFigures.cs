using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Plans;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>The year's figures that stand behind a report, as sums over activities: frozen with it when it is submitted.</summary>
public sealed record ReportFigures
{
    /// <summary>The version of the JSON form written today.</summary>
    public const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The version of the JSON form.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Activities of the year.</summary>
    public required int Activities { get; init; }

    /// <summary>Lines of the plan that have reached all their targets.</summary>
    public required int PlanItemsMet { get; init; }

    /// <summary>The lines of the plan, in the order of the report.</summary>
    public required IReadOnlyList<PlanItemFigures> PlanItems { get; init; }

    /// <summary>The sum of each indicator over the year's activities, those without any left out.</summary>
    public required IReadOnlyList<IndicatorSum> Sums { get; init; }

    /// <summary>The same sums by means and form (phương tiện, hình thức); null in what was frozen before they were kept.</summary>
    public IReadOnlyList<GroupFigures>? Channels { get; init; }

    /// <summary>The same sums by field of reform (lĩnh vực); activities of none are in no group. Null in what was frozen before they were kept.</summary>
    public IReadOnlyList<GroupFigures>? Topics { get; init; }

    /// <summary>Writes them; the same figures always give the same characters.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what was frozen.</summary>
    public static ReportFigures Of(string json) => JsonSerializer.Deserialize<ReportFigures>(json, Json) ?? throw new JsonException("The JSON is null.");

    /// <summary>The figures of an agency's year as they are now, summed by the database.</summary>
    internal static async Task<ReportFigures> ReadAsync(CchcDbContext db, long agencyId, int year, CancellationToken cancellation)
    {
        var activities = db.PropagandaActivities.AsNoTracking().Where(row => row.AgencyId == agencyId && row.Year == year);
        var counts = await activities.GroupBy(row => row.PlanItemId).Select(group => new { Item = group.Key, Count = group.Count() }).ToListAsync(cancellation);
        var sums = await activities
            .SelectMany(row => row.Measures, (row, measure) => new { Item = row.PlanItemId, measure.IndicatorId, measure.Value })
            .GroupBy(row => new { row.Item, row.IndicatorId })
            .Select(group => new { group.Key.Item, group.Key.IndicatorId, Sum = group.Sum(row => row.Value) }).ToListAsync(cancellation);
        var indicators = await db.Indicators.AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation);
        var items = await db.PlanItems.AsNoTracking().Where(row => row.AgencyId == agencyId && row.Plan!.Year == year && row.Plan.DeletedUtc == null)
            .Include(row => row.Department)
            .Include(row => row.Targets.OrderBy(target => target.Position)).ThenInclude(target => target.Indicator)
            .Include(row => row.Targets).ThenInclude(target => target.BaseIndicator)
            .InReportOrder().AsSplitQuery().ToListAsync(cancellation);
        var names = await CatalogueNames.ReadAsync(db, agencyId, cancellation);
        names.PutInto(indicators);
        names.PutInto(items);
        var channels = await GroupsAsync(
            db.PropagandaChannels, await CountsAsync(activities, byTopic: false, cancellation), await GroupSumsAsync(activities, byTopic: false, cancellation), indicators, names, cancellation);
        var topics = await GroupsAsync(
            db.Topics, await CountsAsync(activities, byTopic: true, cancellation), await GroupSumsAsync(activities, byTopic: true, cancellation), indicators, names, cancellation);
        var lines = items.ConvertAll(item => Line(item, new WorkDone(
            counts.Find(row => row.Item == item.Id)?.Count ?? 0,
            sums.Where(row => row.Item == item.Id).ToDictionary(row => row.IndicatorId, row => row.Sum))));
        return new ReportFigures
        {
            Activities = counts.Sum(row => row.Count),
            PlanItemsMet = lines.Count(line => line.IsMet),
            PlanItems = lines,
            Sums = SumsOf(indicators, id => sums.Where(sum => sum.IndicatorId == id).Sum(sum => sum.Sum)),
            Channels = channels,
            Topics = topics,
        };
    }

    private static List<IndicatorSum> SumsOf(List<Indicator> indicators, Func<long, decimal> sum) =>
        indicators.Select(row => new IndicatorSum(row.Code, row.DisplayName, row.DisplayUnit, sum(row.Id))).Where(row => row.Sum != 0).ToList();

    private static async Task<List<GroupFigures>> GroupsAsync<T>(
        IQueryable<T> entries, List<GroupCount> counts, List<GroupSum> sums, List<Indicator> indicators, CatalogueNames names, CancellationToken cancellation)
        where T : CatalogueEntry
    {
        var ids = counts.Select(row => row.Group).ToList();
        var rows = await entries.AsNoTracking().Where(row => ids.Contains(row.Id)).OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation);
        names.PutInto(rows);
        return rows.ConvertAll(row => new GroupFigures(
            row.Code,
            row.DisplayName,
            counts.Single(count => count.Group == row.Id).Count,
            SumsOf(indicators, id => sums.Where(sum => sum.Group == row.Id && sum.IndicatorId == id).Sum(sum => sum.Sum))));
    }

    private static Task<List<GroupCount>> CountsAsync(IQueryable<PropagandaActivity> activities, bool byTopic, CancellationToken cancellation) => byTopic
        ? activities.Where(row => row.TopicId != null).GroupBy(row => row.TopicId!.Value).Select(group => new GroupCount(group.Key, group.Count())).ToListAsync(cancellation)
        : activities.GroupBy(row => row.ChannelId).Select(group => new GroupCount(group.Key, group.Count())).ToListAsync(cancellation);

    private static Task<List<GroupSum>> GroupSumsAsync(IQueryable<PropagandaActivity> activities, bool byTopic, CancellationToken cancellation) => byTopic
        ? activities.Where(row => row.TopicId != null).SelectMany(row => row.Measures, (row, measure) => new { Group = row.TopicId!.Value, measure.IndicatorId, measure.Value })
            .GroupBy(row => new { row.Group, row.IndicatorId }).Select(group => new GroupSum(group.Key.Group, group.Key.IndicatorId, group.Sum(row => row.Value))).ToListAsync(cancellation)
        : activities.SelectMany(row => row.Measures, (row, measure) => new { Group = row.ChannelId, measure.IndicatorId, measure.Value })
            .GroupBy(row => new { row.Group, row.IndicatorId }).Select(group => new GroupSum(group.Key.Group, group.Key.IndicatorId, group.Sum(row => row.Value))).ToListAsync(cancellation);

    private static PlanItemFigures Line(PlanItem item, WorkDone work)
    {
        var percents = PlanProgress.Percents(item, work);
        return new PlanItemFigures
        {
            Id = item.Id,
            Section = item.Section,
            Title = item.Title,
            Department = item.Department?.Name,
            Activities = work.Activities,
            IsMet = PlanProgress.IsMet(item, work),
            ReasonNotDone = item.ReasonNotDone,
            Targets = item.Targets.OrderBy(target => target.Position).Select((target, i) => new TargetFigures
            {
                Kind = target.Kind,
                Indicator = target.Indicator?.Code,
                Unit = target.Indicator?.DisplayUnit,
                BaseIndicator = target.BaseIndicator?.Code,
                Target = target.Value,
                Sum = target.IndicatorId is null ? null : work.Sum(target.IndicatorId),
                BaseSum = target.BaseIndicatorId is null ? null : work.Sum(target.BaseIndicatorId),
                Percent = percents[i] is { } percent ? decimal.Round(percent, 1, MidpointRounding.AwayFromZero) : null,
            }).ToList(),
        };
    }

    private sealed record GroupCount(long Group, int Count);

    private sealed record GroupSum(long Group, long IndicatorId, decimal Sum);
}

/// <summary>The figures of the activities of one channel or topic.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name in the agency's words.</param>
/// <param name="Activities">Its activities.</param>
/// <param name="Sums">The sum of each indicator, those without any left out.</param>
public sealed record GroupFigures(string Code, string Name, int Activities, IReadOnlyList<IndicatorSum> Sums);

/// <summary>The sum of an indicator.</summary>
/// <param name="Indicator">Its code.</param>
/// <param name="Name">Its name in the agency's words.</param>
/// <param name="Unit">Its unit in the agency's words.</param>
/// <param name="Sum">The sum.</param>
public sealed record IndicatorSum(string Indicator, string Name, string Unit, decimal Sum);

/// <summary>A plan line with what was done for it.</summary>
public sealed record PlanItemFigures
{
    /// <summary>The line.</summary>
    public required long Id { get; init; }

    /// <summary>Where it stands in the report.</summary>
    public required PlanSection Section { get; init; }

    /// <summary>The task.</summary>
    public required string Title { get; init; }

    /// <summary>The unit in charge.</summary>
    public string? Department { get; init; }

    /// <summary>Activities that carry it out.</summary>
    public required int Activities { get; init; }

    /// <summary>Whether all its targets are reached.</summary>
    public required bool IsMet { get; init; }

    /// <summary>Why it was not done.</summary>
    public string? ReasonNotDone { get; init; }

    /// <summary>Its targets, the main one first.</summary>
    public required IReadOnlyList<TargetFigures> Targets { get; init; }
}

/// <summary>A target with what was reached.</summary>
public sealed record TargetFigures
{
    /// <summary>How it is measured.</summary>
    public required TargetKind Kind { get; init; }

    /// <summary>The code of what is counted.</summary>
    public string? Indicator { get; init; }

    /// <summary>Its unit in the agency's words.</summary>
    public string? Unit { get; init; }

    /// <summary>For a ratio: the code of what it is a part of.</summary>
    public string? BaseIndicator { get; init; }

    /// <summary>The figure to reach: a count, or percent.</summary>
    public decimal? Target { get; init; }

    /// <summary>The sum of what is counted.</summary>
    public decimal? Sum { get; init; }

    /// <summary>For a ratio: the sum of what it is a part of.</summary>
    public decimal? BaseSum { get; init; }

    /// <summary>How much of the target was reached, percent; null for a share of nothing.</summary>
    public decimal? Percent { get; init; }
}

using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Activities;

/// <summary>The log of activities: every list of it is a range of an index by agency and year.</summary>
public sealed class ActivityLog(CchcDbContext db, ActivityService activities, TimeProvider time)
{
    /// <summary>Where counting stops: beyond it the log says "more than".</summary>
    public const int MostCounted = 10_000;

    /// <summary>A page of the log.</summary>
    public async Task<ActivityList> ListAsync(ActivityFilter filter, PageAt at, CancellationToken cancellation = default)
    {
        var year = await db.ChooseYearAsync(filter.Year, time.Today(), cancellation);
        var late = await LateFromAsync(year.Year, cancellation);
        var names = await CatalogueNames.ReadAsync(db, cancellation);
        var rows = Filtered(filter, year.Year, late);
        var isByTitle = filter.Order == ActivityOrder.Title;
        var page = isByTitle
            ? await rows.PageAsync(row => row.SortKey, ListOrder.Ascending, at, Row(late), cancellation: cancellation)
            : await rows.PageAsync(row => row.StartsOn, ListOrder.Descending, at, Row(late), cancellation: cancellation);
        return new ActivityList(
            year,
            await ChoicesAsync(year.Year, names, cancellation),
            page with { Rows = await WithMeasuresAsync(page.Rows, names, cancellation) },
            await (isByTitle ? rows.OrderBy(row => row.SortKey) : rows.OrderBy(row => row.StartsOn)).Take(MostCounted + 1).CountAsync(cancellation));
    }

    /// <summary>All rows of a list, in its order.</summary>
    public async IAsyncEnumerable<ActivityRow> StreamAsync(ActivityFilter filter, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var year = await db.ChooseYearAsync(filter.Year, time.Today(), cancellation);
        var late = await LateFromAsync(year.Year, cancellation);
        var names = await CatalogueNames.ReadAsync(db, cancellation);
        var rows = Filtered(filter, year.Year, late);
        var found = filter.Order == ActivityOrder.Title
            ? rows.StreamAsync(row => row.SortKey, ListOrder.Ascending, Row(late), cancellation)
            : rows.StreamAsync(row => row.StartsOn, ListOrder.Descending, Row(late), cancellation);
        await foreach (var chunk in found.Chunk(KeysetPaging.ChunkSize).WithCancellation(cancellation))
        {
            foreach (var row in await WithMeasuresAsync(chunk, names, cancellation))
            {
                yield return row;
            }
        }
    }

    /// <summary>The list to be printed, whole up to <see cref="ActivityPrint.MostRows"/> rows.</summary>
    public async Task<ActivityPrint> PrintAsync(ActivityFilter filter, CancellationToken cancellation = default)
    {
        var year = await db.ChooseYearAsync(filter.Year, time.Today(), cancellation);
        var choices = await ChoicesAsync(year.Year, await CatalogueNames.ReadAsync(db, cancellation), cancellation);
        var rows = new List<ActivityRow>();
        await foreach (var row in StreamAsync(filter, cancellation))
        {
            if (rows.Count == ActivityPrint.MostRows)
            {
                return new ActivityPrint(year.Year, choices, rows, IsWhole: false);
            }

            rows.Add(row);
        }

        return new ActivityPrint(year.Year, choices, rows, IsWhole: true);
    }

    /// <summary>The deleted activities of a year, last deleted first.</summary>
    public async Task<ListPage<DeletedRow>> DeletedAsync(int? year, PageAt at, CancellationToken cancellation = default) =>
        await activities.OfYear((await db.ChooseYearAsync(year, time.Today(), cancellation)).Year).AsNoTracking().Deleted().PageAsync(
            row => row.DeletedUtc!.Value,
            ListOrder.Descending,
            at,
            row => new DeletedRow(row.Id, row.Title, row.Year, row.DeletedUtc!.Value),
            cancellation: cancellation);

    /// <summary>What the year's log can be filtered by.</summary>
    private async Task<LogChoices> ChoicesAsync(int year, CatalogueNames names, CancellationToken cancellation)
    {
        var period = await db.ReportingPeriods.AsNoTracking()
            .Where(row => row.Kind == PeriodKind.Year && row.Year == year)
            .Select(row => new { row.From, row.To }).FirstOrDefaultAsync(cancellation);
        return new LogChoices(
            period is null ? [] : Months(period.From, period.To),
            await names.ChoicesAsync(db.PropagandaChannels, cancellation),
            await db.Departments.AsNoTracking().OrderBy(row => row.Position).Select(row => new Choice(row.Id, row.Name)).ToListAsync(cancellation),
            await db.PlanItems.AsNoTracking().Where(row => row.Plan!.Year == year).OrderBy(row => row.Section).ThenBy(row => row.Position)
                .Select(row => new Choice(row.Id, row.Title)).ToListAsync(cancellation),
            await names.ChoicesAsync(db.Topics, cancellation));
    }

    /// <summary>From when on an entry is late (UTC): the end of the day on which the collection for the year's report closed; null without one.</summary>
    private async Task<DateTime?> LateFromAsync(int year, CancellationToken cancellation)
    {
        var closesOn = await db.DataCollections.AsNoTracking().Where(row => row.Report!.Year == year)
            .OrderByDescending(row => row.Report!.Revision).Select(row => (DateOnly?)row.ClosesOn).FirstOrDefaultAsync(cancellation);
        return closesOn is { } day ? VietnamTime.StartOf(day.AddDays(1)) : null;
    }

    private static List<DateOnly> Months(DateOnly from, DateOnly to)
    {
        var first = new DateOnly(from.Year, from.Month, 1);
        return Enumerable.Range(0, ((to.Year - from.Year) * 12) + to.Month - from.Month + 1).Select(first.AddMonths).ToList();
    }

    private IQueryable<PropagandaActivity> Filtered(ActivityFilter filter, int year, DateTime? late)
    {
        var rows = activities.OfYear(year).AsNoTracking().Matching(filter.Search);
        if (filter.Month is { } month)
        {
            var (first, next) = (new DateOnly(month.Year, month.Month, 1), new DateOnly(month.Year, month.Month, 1).AddMonths(1));
            rows = rows.Where(row => row.StartsOn >= first && row.StartsOn < next);
        }

        if (filter.ChannelId is { } channel)
        {
            rows = rows.Where(row => row.ChannelId == channel);
        }

        if (filter.DepartmentId is { } department)
        {
            rows = rows.Where(row => row.DepartmentId == department);
        }

        if (filter.PlanItemId is { } item)
        {
            rows = rows.Where(row => row.PlanItemId == item);
        }

        if (filter.TopicId is { } topic)
        {
            rows = rows.Where(row => row.TopicId == topic || row.Tags.Any(tag => tag.TopicId == topic));
        }

        if (filter.IsOutsidePlan)
        {
            rows = rows.Where(row => row.PlanItem == null);
        }

        if (filter.IsWithoutEvidence)
        {
            rows = rows.WithoutEvidence();
        }

        if (filter.ImportId is { } import)
        {
            rows = rows.Where(row => row.ImportBatchId == import);
        }

        // Without a collection nothing is late; the query stays a range of the index.
        var from = late ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);
        return filter.IsLate ? rows.Where(row => row.EnteredUtc >= from) : rows;
    }

    /// <summary>Rows with their figures in the agency's words, read by the rows' keys: joined to the list, SQLite would gather those of all the agency's years.</summary>
    private async Task<IReadOnlyList<ActivityRow>> WithMeasuresAsync(IReadOnlyList<ActivityRow> rows, CatalogueNames names, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var measures = await db.ActivityMeasures.AsNoTracking().Where(measure => ids.Contains(measure.ActivityId))
            .OrderBy(measure => measure.Indicator!.Position)
            .Select(measure => new { measure.ActivityId, Row = new MeasureRow(measure.IndicatorId, measure.Indicator!.Unit, measure.Value) }).ToListAsync(cancellation);
        var byActivity = measures.ToLookup(measure => measure.ActivityId, measure => measure.Row);
        return rows.Select(row => (row with { Measures = byActivity[row.Id].ToList() }).Called(names)).ToList();
    }

    private static Expression<Func<PropagandaActivity, ActivityRow>> Row(DateTime? late) => row => new ActivityRow(
        row.Id, row.StartsOn, row.EndsOn, row.IsAllYear, row.Title, row.Place, row.ChannelId, row.Channel!.Name,
        row.Department!.Name, row.PlanItem!.Title, row.TopicId, row.Topic!.Name,
        row.Attachments.Count + row.Links.Count + row.References.Count, Array.Empty<MeasureRow>(),
        row.PeopleReached, row.CostDong, row.EnteredUtc, late != null && row.EnteredUtc >= late);
}

/// <summary>What is asked of the log.</summary>
public sealed record ActivityFilter
{
    /// <summary>The reporting year; that of today when null.</summary>
    public int? Year { get; init; }

    /// <summary>Words to find, with or without marks.</summary>
    public string? Search { get; init; }

    /// <summary>Any day of the month of the first day.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>The channel.</summary>
    public long? ChannelId { get; init; }

    /// <summary>The unit.</summary>
    public long? DepartmentId { get; init; }

    /// <summary>The plan line.</summary>
    public long? PlanItemId { get; init; }

    /// <summary>The topic, main or further.</summary>
    public long? TopicId { get; init; }

    /// <summary>Only activities of no plan line.</summary>
    public bool IsOutsidePlan { get; init; }

    /// <summary>Only activities without file, link and document.</summary>
    public bool IsWithoutEvidence { get; init; }

    /// <summary>Only activities entered after the collection closed.</summary>
    public bool IsLate { get; init; }

    /// <summary>Only activities that one import brought in.</summary>
    public long? ImportId { get; init; }

    /// <summary>The order.</summary>
    public ActivityOrder Order { get; init; }
}

/// <summary>The orders of the log.</summary>
public enum ActivityOrder
{
    /// <summary>Newest first.</summary>
    Newest,

    /// <summary>By title, in the Vietnamese alphabet.</summary>
    Title,
}

/// <summary>A page of the log with what it can be filtered by.</summary>
/// <param name="Year">The year shown.</param>
/// <param name="Choices">What it can be filtered by.</param>
/// <param name="Page">The rows.</param>
/// <param name="Count">Rows under the filter; one more than <see cref="ActivityLog.MostCounted"/> when there are more.</param>
public sealed record ActivityList(YearChoice Year, LogChoices Choices, ListPage<ActivityRow> Page, int Count);

/// <summary>What the log can be filtered by.</summary>
public sealed record LogChoices(
    IReadOnlyList<DateOnly> Months,
    IReadOnlyList<Choice> Channels,
    IReadOnlyList<Choice> Departments,
    IReadOnlyList<Choice> PlanItems,
    IReadOnlyList<Choice> Topics);

/// <summary>The log to be printed.</summary>
/// <param name="Year">The year shown.</param>
/// <param name="Choices">What it can be filtered by.</param>
/// <param name="Rows">The rows.</param>
/// <param name="IsWhole">Whether these are all.</param>
public sealed record ActivityPrint(int Year, LogChoices Choices, IReadOnlyList<ActivityRow> Rows, bool IsWhole)
{
    /// <summary>Rows on paper: more than a commune has in a year.</summary>
    public const int MostRows = 5000;
}

/// <summary>A row of the log.</summary>
public sealed record ActivityRow(
    long Id, DateOnly StartsOn, DateOnly EndsOn, bool IsAllYear, string Title, string? Place, long ChannelId, string Channel,
    string? Department, string? PlanItem, long? TopicId, string? Topic, int EvidenceCount, IReadOnlyList<MeasureRow> Measures,
    int? PeopleReached, long? CostDong, DateTime EnteredUtc, bool IsLate) : IListRow
{
    /// <summary>The row in the agency's own words.</summary>
    internal ActivityRow Called(CatalogueNames names) => this with
    {
        Channel = names.NameOf(CatalogueKind.Channel, ChannelId, Channel),
        Topic = TopicId is { } topic ? names.NameOf(CatalogueKind.Topic, topic, Topic!) : null,
        Measures = Measures.Select(measure => measure with { Unit = names.UnitOf(measure.IndicatorId, measure.Unit) }).ToList(),
    };
}

/// <summary>A figure in the log.</summary>
public sealed record MeasureRow(long IndicatorId, string Unit, decimal Value);

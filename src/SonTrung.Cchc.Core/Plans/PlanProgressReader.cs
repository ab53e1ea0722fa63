using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Plans;

/// <summary>Reads a year's plan with what was done for each line. The figures are summed by the database, whatever the number of activities.</summary>
public sealed class PlanProgressReader(CchcDbContext db)
{
    /// <summary>The plan of a year as it stands on a day, or null when the year has none.</summary>
    /// <param name="year">The reporting year.</param>
    /// <param name="today">Today in Việt Nam.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<PlanBoard?> ReadAsync(int year, DateOnly today, CancellationToken cancellation = default) =>
        await ReadAsync(year, today, await WorkAsync(year, cancellation), cancellation);

    /// <summary>The plan of a year as the work makes it stand on a day, or null when the year has none.</summary>
    internal async Task<PlanBoard?> ReadAsync(int year, DateOnly today, YearWork work, CancellationToken cancellation)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(row => row.Year == year, cancellation) is not { } plan)
        {
            return null;
        }

        var days = await DaysAsync(year, today, cancellation);
        var people = await db.Users.AsNoTracking().Where(user => db.PlanItems.Any(row => row.PlanId == plan.Id && row.ResponsibleId == user.Id))
            .ToDictionaryAsync(user => user.Id, user => user.FullName, cancellation);
        var items = await db.PlanItems.AsNoTracking().Where(row => row.PlanId == plan.Id)
            .Include(row => row.Department)
            .Include(row => row.Targets.OrderBy(target => target.Position)).ThenInclude(target => target.Indicator)
            .Include(row => row.Targets).ThenInclude(target => target.BaseIndicator)
            .Include(row => row.Channels).ThenInclude(row => row.Channel)
            .InReportOrder().AsSplitQuery().ToListAsync(cancellation);
        var names = await CatalogueNames.ReadAsync(db, cancellation);
        names.PutInto(items);
        names.PutInto(items.SelectMany(item => item.Channels).Select(row => row.Channel));
        var lines = items.ConvertAll(item => new PlanLine(
            item,
            PlanProgress.Of(item, work.For(item.Id), days),
            item.ResponsibleId is { } person ? people.GetValueOrDefault(person) : null,
            StaleYear.IsIn(item, year - 1)));
        return new PlanBoard(plan, days, lines, PlanSummary.Of(lines.ConvertAll(line => line.Progress)));
    }

    /// <summary>The lines of a year's plan in the order of the report, one after the other; none when the year has no plan.</summary>
    /// <param name="year">The reporting year.</param>
    /// <param name="today">Today in Việt Nam.</param>
    /// <param name="filter">Which lines.</param>
    /// <param name="cancellation">Cancels.</param>
    public async IAsyncEnumerable<PlanLine> LinesAsync(
        int year, DateOnly today, PlanFilter filter, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var line in (await ReadAsync(year, today, cancellation))?.Lines.Where(filter.Lets) ?? [])
        {
            yield return line;
        }
    }

    /// <summary>What was done in a year, summed by the database.</summary>
    internal async Task<YearWork> WorkAsync(int year, CancellationToken cancellation)
    {
        var agency = db.Scope.WriteAgencyId;
        var activities = db.PropagandaActivities.AsNoTracking().Where(row => row.AgencyId == agency && row.Year == year);
        var counts = await activities.GroupBy(row => row.PlanItemId)
            .Select(group => new { Item = group.Key, Count = group.Count() }).ToListAsync(cancellation);
        var sums = await activities
            .SelectMany(row => row.Measures, (row, measure) => new { row.PlanItemId, measure.IndicatorId, measure.Value })
            .GroupBy(row => new { row.PlanItemId, row.IndicatorId })
            .Select(group => new { Item = group.Key.PlanItemId, group.Key.IndicatorId, Sum = group.Sum(row => row.Value) }).ToListAsync(cancellation);
        return new YearWork(counts.ConvertAll(row => (
            row.Item,
            new WorkDone(row.Count, sums.Where(sum => sum.Item == row.Item).ToDictionary(sum => sum.IndicatorId, sum => sum.Sum)))));
    }

    private async Task<PlanDays> DaysAsync(int year, DateOnly today, CancellationToken cancellation)
    {
        var period = await db.ReportingPeriods.AsNoTracking()
            .Where(row => row.Kind == PeriodKind.Year && row.Year == year).FirstOrDefaultAsync(cancellation)
            ?? ReportingPeriod.StandardYear(0, year);
        return new PlanDays(period.From, period.To, today);
    }
}

/// <summary>A year's plan as it stands on a day.</summary>
/// <param name="Plan">The plan without its lines.</param>
/// <param name="Days">The reporting period, and the day.</param>
/// <param name="Lines">All lines.</param>
/// <param name="Summary">The lines by state.</param>
public sealed record PlanBoard(Plan Plan, PlanDays Days, IReadOnlyList<PlanLine> Lines, PlanSummary Summary);

/// <summary>A line of the plan and how far it is.</summary>
/// <param name="Item">The line with department and targets.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Responsible">The full name of the person in charge.</param>
/// <param name="HasStaleYear">Its words still name last year.</param>
public sealed record PlanLine(PlanItem Item, LineProgress Progress, string? Responsible, bool HasStaleYear);

/// <summary>Which lines of a plan are shown.</summary>
/// <param name="Search">Words to find, with or without marks.</param>
/// <param name="Section">A section.</param>
/// <param name="DepartmentId">A unit in charge.</param>
/// <param name="State">A state.</param>
/// <param name="ChannelId">A channel that the line names.</param>
/// <param name="Order">The order.</param>
public sealed record PlanFilter(
    string? Search = null,
    PlanSection? Section = null,
    long? DepartmentId = null,
    PlanState? State = null,
    long? ChannelId = null,
    PlanOrder Order = PlanOrder.Report)
{
    /// <summary>Whether any choice was made.</summary>
    public bool IsEmpty =>
        Section is null && DepartmentId is null && State is null && ChannelId is null && Order == PlanOrder.Report && words.Length == 0;

    private readonly string[] words = SearchKey.Of(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lines that pass, in their order.</summary>
    /// <param name="lines">The lines of a plan in the order of the report.</param>
    public IReadOnlyList<PlanLine> Of(IEnumerable<PlanLine> lines)
    {
        var found = lines.Where(Lets);
        return (Order == PlanOrder.Title
            ? found.OrderBy(line => line.Item.Section).ThenBy(line => SortKey.Of(line.Item.Title), StringComparer.Ordinal)
            : found).ToList();
    }

    /// <summary>Whether a line passes.</summary>
    public bool Lets(PlanLine line) =>
        (Section is null || line.Item.Section == Section)
        && (DepartmentId is null || line.Item.DepartmentId == DepartmentId)
        && (State is null || line.Progress.State == State)
        && (ChannelId is null || line.Item.Channels.Exists(channel => channel.ChannelId == ChannelId))
        && words.All(word => line.Item.SearchKey.Contains(word, StringComparison.Ordinal));
}

/// <summary>The order of plan lines.</summary>
internal static class PlanItemOrder
{
    /// <summary>Sections in the order of the report (they are stored by name), then the lines' own places.</summary>
    public static IOrderedQueryable<PlanItem> InReportOrder(this IQueryable<PlanItem> items) => items
        .OrderBy(row => row.Section == PlanSection.Content ? 0 : row.Section == PlanSection.Means ? 1 : row.Section == PlanSection.Form ? 2 : 3)
        .ThenBy(row => row.Position).ThenBy(row => row.Id);
}

/// <summary>The orders of a plan's lines.</summary>
public enum PlanOrder
{
    /// <summary>As the report tells them.</summary>
    Report,

    /// <summary>By title in the Vietnamese alphabet, in each section.</summary>
    Title,
}

using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.NextYearTasks;
using SonTrung.Cchc.Core.Proposals;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Plans;

/// <summary>Lấy từ năm trước: carries lines of last year's plan and tasks of last year's report over into a plan, each once.</summary>
public sealed class LastYearPlan(CchcDbContext db, ProposalService proposals, TimeProvider time)
{
    /// <summary>What last year offers to the plan of a year, or null when the year has no plan. What was taken before is not offered again.</summary>
    public async Task<LastYearOffer?> OfferAsync(int year, CancellationToken cancellation = default)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(row => row.Year == year, cancellation) is not { } plan)
        {
            return null;
        }

        return new LastYearOffer(
            plan,
            await db.Plans.AsNoTracking().SingleOrDefaultAsync(row => row.Year == year - 1, cancellation),
            await Items(plan).AsNoTracking().Include(row => row.Department).InReportOrder().ToListAsync(cancellation),
            await Tasks(plan).AsNoTracking().ToListAsync(cancellation),
            await proposals.DismissedAsync(ProposalKind.Task, year - 1, cancellation))
        {
            Titles = (await db.PlanItems.AsNoTracking().Where(row => row.PlanId == plan.Id).Select(row => row.Title).ToListAsync(cancellation)).Select(SearchKey.Of).ToHashSet(),
        };
    }

    /// <summary>Takes chosen lines and tasks over; what was taken before, or is not last year's, is passed over.</summary>
    /// <param name="year">The plan's year.</param>
    /// <param name="choice">What was chosen.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>How many lines the plan has gained, or null when the year has no plan.</returns>
    public async Task<int?> TakeAsync(int year, LastYearChoice choice, CancellationToken cancellation = default)
    {
        try
        {
            return await TakeOnceAsync(year, choice, cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody took or dismissed one of them at the same moment: again, without it.
            db.ChangeTracker.Clear();
            return await TakeOnceAsync(year, choice, cancellation);
        }
    }

    private Task<int?> TakeOnceAsync(int year, LastYearChoice choice, CancellationToken cancellation) => db.InTransactionAsync<int?>(
        async () =>
        {
            if (await db.Plans.SingleOrDefaultAsync(row => row.Year == year, cancellation) is not { } plan)
            {
                return null;
            }

            var gained = await TakeItemsAsync(plan, choice.ItemIds, cancellation) + await TakeTasksAsync(plan, choice.TaskIds, cancellation);
            if (choice.WithParts && await db.Plans.AsNoTracking().SingleOrDefaultAsync(row => row.Year == year - 1, cancellation) is { } last)
            {
                plan.Purpose ??= last.Purpose;
                plan.Requirements ??= last.Requirements;
                plan.Funding ??= last.Funding;
                plan.Implementation ??= last.Implementation;
            }

            await db.SaveChangesAsync(cancellation);
            return gained;
        },
        cancellation);

    private IQueryable<PlanItem> Items(Plan plan) => db.PlanItems
        .Where(row => row.Plan!.Year == plan.Year - 1)
        .Where(row => !db.PlanItems.IgnoreQueryFilters(Deleted).Any(taken => taken.PlanId == plan.Id && taken.PreviousItemId == row.Id));

    private IOrderedQueryable<NextYearTask> Tasks(Plan plan)
    {
        // A plan that was deleted and made anew is offered again what the deleted one had taken.
        var dismissed = db.Answered(ProposalKind.Task, plan.Year - 1, ProposalOutcome.Dismissed);
        return db.NextYearTasks
            .Where(row => row.Year == plan.Year - 1 && row.Kind == NextYearTaskKind.Task && !dismissed.Contains(row.Id))
            .Where(row => !db.PlanItems.IgnoreQueryFilters(Deleted).Any(taken => taken.PlanId == plan.Id && taken.Id == row.PlanItemId))
            .OrderBy(row => row.Position).ThenBy(row => row.Id);
    }

    private static readonly string[] Deleted = [CchcDbContext.DeletedFilter];

    private async Task<int> TakeItemsAsync(Plan plan, IReadOnlyList<long> chosen, CancellationToken cancellation)
    {
        var items = await Items(plan).Where(row => chosen.Contains(row.Id))
            .Include(row => row.Targets.OrderBy(target => target.Position)).Include(row => row.Channels)
            .InReportOrder().AsNoTracking().AsSplitQuery().ToListAsync(cancellation);
        var departments = await db.Departments.AsNoTracking().ToDictionaryAsync(row => row.Id, cancellation);
        var first = await FirstDayAsync(plan.Year, cancellation);
        var channels = await db.PropagandaChannels.AsNoTracking().ValidOn(first).Select(row => row.Id).ToListAsync(cancellation);
        var people = await db.Users.AsNoTracking().Where(user => user.AgencyId == plan.AgencyId && user.LeftUtc == null)
            .Select(user => user.Id).ToListAsync(cancellation);
        var next = await NextPositionsAsync(plan, cancellation);
        foreach (var item in items)
        {
            db.PlanItems.Add(Continued(
                item,
                plan,
                next(item.Section),
                StillThere(item.DepartmentId, departments, first),
                item.ResponsibleId is { } person && people.Contains(person) ? person : null,
                channels));
        }

        return items.Count;
    }

    private static PlanItem Continued(PlanItem last, Plan plan, int position, long? departmentId, long? responsibleId, List<long> channels)
    {
        var item = new PlanItem
        {
            AgencyId = plan.AgencyId,
            PlanId = plan.Id,
            Section = last.Section,
            Position = position,
            Title = last.Title,
            ReportText = last.ReportText,
            DepartmentId = departmentId,
            ResponsibleId = responsibleId,
            DueOn = last.DueOn?.AddYears(1),
            BudgetDong = last.BudgetDong,
            PreviousItemId = last.Id,
        };
        item.Targets.AddRange(last.Targets.Select((target, i) => new PlanTarget
        {
            AgencyId = plan.AgencyId,
            Position = i,
            Kind = target.Kind,
            IndicatorId = target.IndicatorId,
            BaseIndicatorId = target.BaseIndicatorId,
            Value = target.Value,
        }));
        item.Channels.AddRange(last.Channels.Select(row => row.ChannelId).Where(channels.Contains)
            .Select(channel => new PlanItemChannel { AgencyId = plan.AgencyId, ChannelId = channel }));
        return item;
    }

    private async Task<int> TakeTasksAsync(Plan plan, IReadOnlyList<long> chosen, CancellationToken cancellation)
    {
        var tasks = await Tasks(plan).Where(row => chosen.Contains(row.Id)).ToListAsync(cancellation);
        var taken = await db.Answered(ProposalKind.Task, plan.Year - 1).ToListAsync(cancellation);
        var next = await NextPositionsAsync(plan, cancellation);
        foreach (var task in tasks)
        {
            var text = NextYearTask.TextIn(task.Text, plan.Year - 1);
            var item = new PlanItem
            {
                AgencyId = plan.AgencyId,
                PlanId = plan.Id,
                Section = PlanSection.Content,
                Position = next(PlanSection.Content),
                Title = text.Length <= PlanItem.TitleLength ? text : text[..(PlanItem.TitleLength - 1)].TrimEnd() + "…",
                ReportText = text.Length <= PlanItem.TitleLength ? null : text[..Math.Min(text.Length, PlanItem.ReportTextLength)],
            };
            db.PlanItems.Add(item);
            task.PlanItemId = item.Id;
            if (!taken.Contains(task.Id))
            {
                db.ProposalAnswers.Add(db.Answer(ProposalKind.Task, task.Id, task.Year, time.GetUtcNow().UtcDateTime));
            }
        }

        return tasks.Count;
    }

    /// <summary>The unit, or the one that took over its work by a day; null when there is none.</summary>
    private static long? StillThere(long? id, Dictionary<long, Department> departments, DateOnly day)
    {
        var seen = new HashSet<long>();
        while (id is { } key && seen.Add(key) && departments.TryGetValue(key, out var unit))
        {
            if (unit.ValidTo is not { } end || end >= day)
            {
                return key;
            }

            id = unit.SuccessorId;
        }

        return null;
    }

    private async Task<DateOnly> FirstDayAsync(int year, CancellationToken cancellation) => await db.ReportingPeriods.AsNoTracking()
        .Where(row => row.Kind == PeriodKind.Year && row.Year == year).Select(row => (DateOnly?)row.From).FirstOrDefaultAsync(cancellation)
        ?? ReportingPeriod.StandardYear(0, year).From;

    /// <summary>Gives the next free place of a section, counting what was added and not yet saved.</summary>
    private async Task<Func<PlanSection, int>> NextPositionsAsync(Plan plan, CancellationToken cancellation)
    {
        var last = await db.PlanItems.Where(row => row.PlanId == plan.Id).GroupBy(row => row.Section)
            .Select(group => new { group.Key, Last = group.Max(row => row.Position) }).ToDictionaryAsync(row => row.Key, row => row.Last, cancellation);
        foreach (var item in db.PlanItems.Local.Where(row => row.PlanId == plan.Id))
        {
            last[item.Section] = Math.Max(last.GetValueOrDefault(item.Section, -1), item.Position);
        }

        return section => last[section] = last.GetValueOrDefault(section, -1) + 1;
    }
}

/// <summary>What last year offers to a plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Last">Last year's plan, or null.</param>
/// <param name="Items">Its lines that were not taken yet.</param>
/// <param name="Tasks">Tasks of last year's report that were not taken yet.</param>
/// <param name="Dismissed">Tasks whose proposal was dismissed.</param>
public sealed record LastYearOffer(
    Plan Plan, Plan? Last, IReadOnlyList<PlanItem> Items, IReadOnlyList<NextYearTask> Tasks, IReadOnlyList<DismissedProposal> Dismissed)
{
    /// <summary>The search keys of the plan's own lines.</summary>
    public IReadOnlySet<string> Titles { get; init; } = new HashSet<string>();

    /// <summary>Whether the plan has a line of the same name already: as a rule it was typed in again.</summary>
    public bool HasAlready(PlanItem item) => Titles.Contains(SearchKey.Of(item.Title));
}

/// <summary>What is taken over from last year.</summary>
/// <param name="ItemIds">Lines of last year's plan.</param>
/// <param name="TaskIds">Tasks of last year's report.</param>
/// <param name="WithParts">Also Mục đích, Yêu cầu, Kinh phí and Tổ chức thực hiện, where the plan has none yet.</param>
public sealed record LastYearChoice(IReadOnlyList<long> ItemIds, IReadOnlyList<long> TaskIds, bool WithParts);

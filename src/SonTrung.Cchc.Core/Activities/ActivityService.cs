using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Activities;

/// <summary>The log of activities of the user's agency.</summary>
public sealed class ActivityService(CchcDbContext db, TimeProvider time)
{
    /// <summary>Rows on a page of the log.</summary>
    public const int PageSize = 30;

    /// <summary>A page of the log, newest first.</summary>
    /// <param name="year">The reporting year.</param>
    /// <param name="search">Words to find, with or without marks.</param>
    /// <param name="before">The last row of the page before: its day and key.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ActivityPage> ListAsync(int year, string? search, (DateOnly Day, long Id)? before, CancellationToken cancellation = default)
    {
        var rows = db.PropagandaActivities.AsNoTracking().Where(row => row.Year == year);
        foreach (var word in SearchKey.Of(search).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            rows = rows.Where(row => row.SearchKey.Contains(word));
        }

        if (before is var (day, id))
        {
            rows = rows.Where(row => row.StartsOn < day || (row.StartsOn == day && row.Id < id));
        }

        var page = await rows
            .OrderByDescending(row => row.StartsOn).ThenByDescending(row => row.Id)
            .Take(PageSize + 1)
            .Select(row => new ActivityRow(
                row.Id, row.StartsOn, row.EndsOn, row.IsAllYear, row.Title, row.Place, row.Channel!.Name,
                row.Department!.Name, row.PlanItem!.Title, row.Attachments.Count + row.Links.Count,
                row.Measures.OrderBy(measure => measure.Indicator!.Position)
                    .Select(measure => new MeasureRow(measure.Indicator!.Unit, measure.Value)).ToList()))
            .ToListAsync(cancellation);
        return new ActivityPage(page.Take(PageSize).ToList(), page.Count > PageSize);
    }

    /// <summary>One activity with its parts, or null.</summary>
    public Task<PropagandaActivity?> FindAsync(long id, CancellationToken cancellation = default) =>
        WithParts(db.PropagandaActivities.AsNoTracking()).SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>What the form offers on a day.</summary>
    public async Task<ActivityChoices> ChoicesAsync(DateOnly day, CancellationToken cancellation = default)
    {
        var year = await YearOfAsync(day, cancellation);
        return new ActivityChoices(
            year,
            await db.PropagandaChannels.AsNoTracking().ValidOn(day).OrderBy(row => row.Position)
                .Select(row => new Choice(row.Id, row.Name)).ToListAsync(cancellation),
            await db.Topics.AsNoTracking().ValidOn(day).OrderBy(row => row.Position)
                .Select(row => new Choice(row.Id, row.Name)).ToListAsync(cancellation),
            await db.Indicators.AsNoTracking().ValidOn(day).OrderBy(row => row.Position)
                .Select(row => new Choice(row.Id, row.Unit)).ToListAsync(cancellation),
            await db.PlanItems.AsNoTracking().Where(row => row.Plan!.Year == year)
                .OrderBy(row => row.Section).ThenBy(row => row.Position)
                .Select(row => new Choice(row.Id, row.Title)).ToListAsync(cancellation),
            await db.Departments.AsNoTracking().ValidOn(day).OrderBy(row => row.Position)
                .Select(row => new Choice(row.Id, row.Name)).ToListAsync(cancellation));
    }

    /// <summary>Enters an activity once per form.</summary>
    /// <param name="formKey">The key that went out with the form.</param>
    /// <param name="input">What was entered.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ActivityResult> CreateAsync(Guid formKey, ActivityInput input, CancellationToken cancellation = default)
    {
        var (year, refusal) = await CheckAsync(input, cancellation);
        if (refusal is not null)
        {
            return new ActivityResult(0, refusal);
        }

        var id = await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            () =>
            {
                var row = new PropagandaActivity
                {
                    AgencyId = OwnAgency,
                    Title = "",
                    Year = year,
                    StartsOn = input.StartsOn,
                    EndsOn = input.StartsOn,
                    ChannelId = input.ChannelId,
                };
                Fill(row, input, year);
                db.PropagandaActivities.Add(row);
                return Task.FromResult<Entity>(row);
            },
            cancellation);
        return new ActivityResult(id, Year: year);
    }

    /// <summary>Changes an activity.</summary>
    /// <param name="id">The activity.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="input">What was entered.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ActivityResult> UpdateAsync(long id, Guid version, ActivityInput input, CancellationToken cancellation = default)
    {
        var row = await WithParts(db.PropagandaActivities).SingleOrDefaultAsync(activity => activity.Id == id, cancellation);
        if (row is null)
        {
            return new ActivityResult(0, ActivityRefusal.NotFound);
        }

        var (year, refusal) = await CheckAsync(input, cancellation);
        if (refusal is not null)
        {
            return new ActivityResult(id, refusal);
        }

        db.RemoveRange(row.Measures);
        db.RemoveRange(row.Tags);
        db.RemoveRange(row.Links);
        Fill(row, input, year);
        return await SaveAsync(row, version, cancellation);
    }

    /// <summary>Hides an activity; it can be restored.</summary>
    public async Task<ActivityResult> DeleteAsync(long id, Guid version, CancellationToken cancellation = default)
    {
        var row = await db.PropagandaActivities.SingleOrDefaultAsync(activity => activity.Id == id, cancellation);
        if (row is null)
        {
            return new ActivityResult(0, ActivityRefusal.NotFound);
        }

        row.DeletedUtc = time.GetUtcNow().UtcDateTime;
        return await SaveAsync(row, version, cancellation);
    }

    /// <summary>Brings a deleted activity back.</summary>
    public async Task<ActivityResult> RestoreAsync(long id, CancellationToken cancellation = default)
    {
        var row = await db.PropagandaActivities.IgnoreQueryFilters([CchcDbContext.DeletedFilter])
            .SingleOrDefaultAsync(activity => activity.Id == id && activity.DeletedUtc != null, cancellation);
        if (row is null)
        {
            return new ActivityResult(0, ActivityRefusal.NotFound);
        }

        row.DeletedUtc = null;
        return await SaveAsync(row, row.Version, cancellation);
    }

    /// <summary>The reporting year of a day, or null when no period holds it.</summary>
    public Task<int?> YearOfAsync(DateOnly day, CancellationToken cancellation = default) =>
        db.ReportingPeriods.AsNoTracking()
            .Where(period => period.Kind == PeriodKind.Year && period.From <= day && period.To >= day)
            .Select(period => (int?)period.Year).FirstOrDefaultAsync(cancellation);

    private long OwnAgency => db.Scope.WriteAgencyId ?? throw new AgencyIsolationException("Activities belong to an agency.");

    private static IQueryable<PropagandaActivity> WithParts(IQueryable<PropagandaActivity> rows) =>
        rows.Include(row => row.Measures).Include(row => row.Tags).Include(row => row.Links)
            .Include(row => row.Attachments).AsSplitQuery();

    private async Task<(int Year, ActivityRefusal? Refusal)> CheckAsync(ActivityInput input, CancellationToken cancellation)
    {
        if (await YearOfAsync(input.StartsOn, cancellation) is not { } year)
        {
            return (0, ActivityRefusal.NoPeriod);
        }

        if (input.EndsOn is { } end && (end < input.StartsOn || await YearOfAsync(end, cancellation) != year))
        {
            return (year, ActivityRefusal.EndsWrong);
        }

        if (!await AreKnownAsync(input, cancellation))
        {
            return (year, ActivityRefusal.UnknownChoice);
        }

        return input.PlanItemId is { } item && !await db.PlanItems.AnyAsync(row => row.Id == item && row.Plan!.Year == year, cancellation)
            ? (year, ActivityRefusal.PlanItemOfAnotherYear)
            : (year, null);
    }

    private async Task<bool> AreKnownAsync(ActivityInput input, CancellationToken cancellation)
    {
        var topics = input.TagIds.Append(input.TopicId ?? 0).Where(id => id != 0).Distinct().ToList();
        var indicators = input.Measures.Keys.ToList();
        return await db.PropagandaChannels.AnyAsync(row => row.Id == input.ChannelId, cancellation)
            && await CountAsync(db.Topics, row => topics.Contains(row.Id), cancellation) == topics.Count
            && await CountAsync(db.Indicators, row => indicators.Contains(row.Id), cancellation) == indicators.Count
            && (input.PlanItemId is not { } item || await db.PlanItems.AnyAsync(row => row.Id == item, cancellation))
            && (input.DepartmentId is not { } unit || await db.Departments.AnyAsync(row => row.Id == unit, cancellation));
    }

    private static Task<int> CountAsync<T>(IQueryable<T> rows, Expression<Func<T, bool>> which, CancellationToken cancellation) =>
        rows.CountAsync(which, cancellation);

    private static void Fill(PropagandaActivity row, ActivityInput input, int year)
    {
        row.Title = PlainText.Clean(input.Title);
        row.Year = year;
        row.StartsOn = input.StartsOn;
        row.EndsOn = input.EndsOn ?? input.StartsOn;
        row.IsAllYear = input.IsAllYear;
        row.ChannelId = input.ChannelId;
        row.TopicId = input.TopicId;
        row.PlanItemId = input.PlanItemId;
        row.DepartmentId = input.DepartmentId;
        row.Place = TextOrNull(input.Place);
        row.PeopleReached = input.PeopleReached;
        row.CostDong = input.CostDong;
        row.ReportText = TextOrNull(input.ReportText);
        row.IsHighlighted = input.IsHighlighted;
        row.Measures.AddRange(input.Measures.Select(pair => new ActivityMeasure
        {
            AgencyId = row.AgencyId,
            ActivityId = row.Id,
            IndicatorId = pair.Key,
            Value = pair.Value,
        }));
        row.Tags.AddRange(input.TagIds.Distinct().Select(topic => new ActivityTopic
        {
            AgencyId = row.AgencyId,
            ActivityId = row.Id,
            TopicId = topic,
        }));
        row.Links.AddRange(input.Links.Distinct().Select(url => new ActivityLink
        {
            AgencyId = row.AgencyId,
            ActivityId = row.Id,
            Url = url,
        }));
    }

    private static string? TextOrNull(string? text) => PlainText.Clean(text) is { Length: > 0 } clean ? clean : null;

    private async Task<ActivityResult> SaveAsync(PropagandaActivity row, Guid version, CancellationToken cancellation)
    {
        db.Entry(row).Property(activity => activity.Version).OriginalValue = version;
        // A change of parts alone must renew the token too.
        db.Entry(row).Property(activity => activity.Title).IsModified = true;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new ActivityResult(row.Id, Year: row.Year);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new ActivityResult(row.Id, ActivityRefusal.Conflict, await FindAsync(row.Id, cancellation));
        }
    }
}

/// <summary>A page of the log.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="HasMore">Whether older rows follow.</param>
public sealed record ActivityPage(IReadOnlyList<ActivityRow> Rows, bool HasMore);

/// <summary>A row of the log.</summary>
public sealed record ActivityRow(
    long Id, DateOnly StartsOn, DateOnly EndsOn, bool IsAllYear, string Title, string? Place, string Channel,
    string? Department, string? PlanItem, int EvidenceCount, IReadOnlyList<MeasureRow> Measures);

/// <summary>A figure in the log.</summary>
public sealed record MeasureRow(string Unit, decimal Value);

/// <summary>A thing to choose.</summary>
public sealed record Choice(long Id, string Name);

/// <summary>What the form of an activity offers.</summary>
/// <param name="Year">The reporting year of the day; null when no period holds it.</param>
/// <param name="Channels">Channels.</param>
/// <param name="Topics">Topics.</param>
/// <param name="Indicators">Indicators, by their units.</param>
/// <param name="PlanItems">The year's plan lines.</param>
/// <param name="Departments">Units.</param>
public sealed record ActivityChoices(
    int? Year,
    IReadOnlyList<Choice> Channels,
    IReadOnlyList<Choice> Topics,
    IReadOnlyList<Choice> Indicators,
    IReadOnlyList<Choice> PlanItems,
    IReadOnlyList<Choice> Departments);

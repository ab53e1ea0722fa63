using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Activities;

/// <summary>What the form "Nhập hoạt động" offers, the user's own habits first.</summary>
public sealed class ActivityEntry(CchcDbContext db, ActivityService activities)
{
    private const int OfferedReferences = 50;
    private const int FoundReferences = 8;

    /// <summary>What the form offers on a day.</summary>
    /// <param name="day">The day of the activity.</param>
    /// <param name="chosen">Keys of what is chosen already: it stays although it may have ended.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ActivityChoices> ChoicesAsync(DateOnly day, IReadOnlyCollection<long>? chosen = null, CancellationToken cancellation = default)
    {
        chosen ??= [];
        var names = await CatalogueNames.ReadAsync(db, cancellation);
        var year = await activities.YearOfAsync(day, cancellation);
        var own = await Habits(PlanLineProposal.Own(db)).ToListAsync(cancellation);
        var planItems = await db.PlanItems.AsNoTracking().Where(row => row.Plan!.Year == year)
            .OrderBy(row => row.Section).ThenBy(row => row.Position)
            .Select(row => new OfferedPlanItem(
                row.Id,
                row.Title,
                row.Channels.Select(channel => channel.ChannelId).ToList(),
                row.Targets.Select(target => target.IndicatorId).ToList(),
                row.Targets.Select(target => target.BaseIndicatorId).ToList()))
            .AsSplitQuery().ToListAsync(cancellation);
        var lineOf = new PlanLineProposal(
            own.ConvertAll(row => new ChannelUse(row.ChannelId, row.PlanItemId)), planItems.ConvertAll(row => new PlanLineChannels(row.Id, row.ChannelIds)));
        var habits = own.Concat(await YearRowsAsync(year, cancellation)).ToList();
        var channels = await names.ChoicesAsync(db.PropagandaChannels.ValidOnOrChosen(day, chosen), cancellation);
        var indicators = await db.Indicators.AsNoTracking().ValidOnOrChosen(day, chosen)
            .OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation);
        names.PutInto(indicators);
        return new ActivityChoices
        {
            Year = year,
            Channels = channels.OrderBy(channel => own.FindIndex(row => row.ChannelId == channel.Id) is var at and >= 0 ? at : int.MaxValue)
                .Select(channel => new ChannelChoice(channel.Id, channel.Name, lineOf.Of(channel.Id))).ToList(),
            Topics = await names.ChoicesAsync(db.Topics.ValidOnOrChosen(day, chosen), cancellation),
            Indicators = indicators.ConvertAll(row => new IndicatorChoice(
                row.Id,
                row.DisplayName,
                row.DisplayUnit,
                habits.Where(habit => habit.IndicatorIds.Contains(row.Id)).Select(habit => habit.ChannelId)
                    .Concat(planItems.Where(item => item.Counts(row.Id)).SelectMany(item => item.ChannelIds)).Distinct().ToList(),
                planItems.Where(item => item.Counts(row.Id)).Select(item => item.Id).ToList())),
            PlanItems = planItems.ConvertAll(row => new Choice(row.Id, row.Title)),
            Departments = await db.Departments.AsNoTracking().ValidOnOrChosen(day, chosen).OrderBy(row => row.Position)
                .Select(row => new Choice(row.Id, row.Name)).ToListAsync(cancellation),
            References = await References(db.ReferenceDocuments.Where(row => row.Year == year), OfferedReferences).ToListAsync(cancellation),
            Places = own.Select(row => row.Place).OfType<string>().Distinct(StringComparer.Ordinal).ToList(),
            Last = own.Count > 0
                ? new LastChoices(own[0].ChannelId, own[0].PlanItemId, own[0].DepartmentId, own[0].TopicId)
                : new LastChoices(null, null, await OwnDepartmentAsync(cancellation), null),
        };
    }

    /// <summary>Issued documents by number or words, with or without marks; the one with exactly this number alone, if there is one.</summary>
    public async Task<IReadOnlyList<OfferedReference>> FindReferencesAsync(string text, CancellationToken cancellation = default)
    {
        var rows = db.ReferenceDocuments.AsQueryable();
        foreach (var word in SearchKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(12))
        {
            rows = rows.Where(row => row.SearchKey.Contains(word));
        }

        var found = await References(rows, FoundReferences).ToListAsync(cancellation);
        var exact = found.Where(row => SearchKey.Of(row.Number) == SearchKey.Of(text)).ToList();
        return exact.Count == 1 ? exact : found;
    }

    /// <summary>The documents of these keys, for a form that comes back.</summary>
    public async Task<IReadOnlyList<OfferedReference>> ReferencesAsync(IReadOnlyList<long> ids, CancellationToken cancellation = default) =>
        ids.Count == 0 ? [] : await References(db.ReferenceDocuments.Where(row => ids.Contains(row.Id)), ids.Count).ToListAsync(cancellation);

    private static IQueryable<OfferedReference> References(IQueryable<ReferenceDocument> rows, int count) =>
        rows.AsNoTracking().OrderByDescending(row => row.IssuedOn).ThenBy(row => row.Id).Take(count)
            .Select(row => new OfferedReference(row.Id, row.Kind, row.Number, row.IssuedOn, row.Subject));

    private Task<List<Habit>> YearRowsAsync(int? year, CancellationToken cancellation) =>
        Habits(activities.OfYear(year ?? 0).OrderByDescending(row => row.StartsOn).ThenByDescending(row => row.Id)).ToListAsync(cancellation);

    private static IQueryable<Habit> Habits(IQueryable<PropagandaActivity> rows) => rows.AsNoTracking().Take(PlanLineProposal.RecentRows).Select(row =>
        new Habit(row.ChannelId, row.PlanItemId, row.DepartmentId, row.TopicId, row.Place, row.Measures.Select(measure => measure.IndicatorId).ToList()));

    private Task<long?> OwnDepartmentAsync(CancellationToken cancellation)
    {
        var userId = db.Scope.UserId;
        return db.Users.Where(user => user.Id == userId).Select(user => user.DepartmentId).SingleOrDefaultAsync(cancellation);
    }

    private sealed record Habit(long ChannelId, long? PlanItemId, long? DepartmentId, long? TopicId, string? Place, List<long> IndicatorIds);

    private sealed record OfferedPlanItem(long Id, string Title, List<long> ChannelIds, List<long?> IndicatorIds, List<long?> BaseIndicatorIds)
    {
        public bool Counts(long indicatorId) => IndicatorIds.Contains(indicatorId) || BaseIndicatorIds.Contains(indicatorId);
    }
}

/// <summary>A thing to choose.</summary>
public sealed record Choice(long Id, string Name);

/// <summary>A channel to choose.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="PlanItemId">The plan line that the user, or else the plan, ties to it.</param>
public sealed record ChannelChoice(long Id, string Name, long? PlanItemId);

/// <summary>A figure to give.</summary>
/// <param name="Id">The indicator.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">What follows the figure.</param>
/// <param name="ChannelIds">Channels that it is counted for, by the plan and by what was entered.</param>
/// <param name="PlanItemIds">Plan lines with a target in it.</param>
public sealed record IndicatorChoice(long Id, string Name, string Unit, IReadOnlyList<long> ChannelIds, IReadOnlyList<long> PlanItemIds)
{
    /// <summary>Whether it is asked for at once when this channel or plan line is chosen.</summary>
    public bool Fits(long? channelId, long? planItemId) =>
        (planItemId is { } item && PlanItemIds.Contains(item)) || (channelId is { } channel && ChannelIds.Contains(channel));
}

/// <summary>An issued document to choose as evidence.</summary>
public sealed record OfferedReference(long Id, string Kind, string Number, DateOnly? IssuedOn, string Subject);

/// <summary>What the user chose last, to be offered again.</summary>
public sealed record LastChoices(long? ChannelId, long? PlanItemId, long? DepartmentId, long? TopicId);

/// <summary>What the form of an activity offers.</summary>
public sealed record ActivityChoices
{
    /// <summary>The reporting year of the day; null when no period holds it.</summary>
    public required int? Year { get; init; }

    /// <summary>Channels, the user's last ones first.</summary>
    public required IReadOnlyList<ChannelChoice> Channels { get; init; }

    /// <summary>Topics.</summary>
    public required IReadOnlyList<Choice> Topics { get; init; }

    /// <summary>Figures.</summary>
    public required IReadOnlyList<IndicatorChoice> Indicators { get; init; }

    /// <summary>The year's plan lines.</summary>
    public required IReadOnlyList<Choice> PlanItems { get; init; }

    /// <summary>Units.</summary>
    public required IReadOnlyList<Choice> Departments { get; init; }

    /// <summary>The year's newest documents.</summary>
    public required IReadOnlyList<OfferedReference> References { get; init; }

    /// <summary>Places that the user entered last.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>What the user chose last.</summary>
    public required LastChoices Last { get; init; }
}

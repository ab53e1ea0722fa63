using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Catalogues;

/// <summary>
/// What one agency calls the entries of the catalogues. Whatever its people read or print takes the words from here: rows that are loaded through
/// <c>PutInto</c>, choices through <see cref="ChoicesAsync"/>, values that a query selects through <see cref="NameOf"/> and <see cref="UnitOf"/>.
/// </summary>
internal sealed class CatalogueNames
{
    private readonly Dictionary<(CatalogueKind Kind, long Id), string> own = [];

    /// <summary>The names of the reader's agency; without one, everyone's.</summary>
    public static Task<CatalogueNames> ReadAsync(CchcDbContext db, CancellationToken cancellation) =>
        ReadAsync(db, db.Scope.WriteAgencyId, cancellation);

    /// <summary>The names of an agency; for null everyone's.</summary>
    public static async Task<CatalogueNames> ReadAsync(CchcDbContext db, long? agencyId, CancellationToken cancellation)
    {
        var names = new CatalogueNames();
        if (agencyId is not { } agency)
        {
            return names;
        }

        var rows = await db.CatalogueLocalNames.AsNoTracking().Where(row => row.AgencyId == agency).OrderBy(row => row.Id)
            .Select(row => new { row.TopicId, row.ChannelId, row.IndicatorId, row.CauseId, row.Name }).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            var entry = row switch
            {
                { TopicId: { } topic } => (CatalogueKind.Topic, topic),
                { ChannelId: { } channel } => (CatalogueKind.Channel, channel),
                { CauseId: { } cause } => (CatalogueKind.Cause, cause),
                _ => (CatalogueKind.Indicator, row.IndicatorId!.Value),
            };
            names.own[entry] = row.Name;
        }

        return names;
    }

    /// <summary>Puts the names into entries that were read to be shown.</summary>
    public void PutInto(IEnumerable<CatalogueEntry?> entries)
    {
        foreach (var entry in entries.OfType<CatalogueEntry>())
        {
            entry.OwnName = own.GetValueOrDefault((entry.Kind, entry.Id));
        }
    }

    /// <summary>Puts the names into the targets of plan lines that were read to be shown.</summary>
    public void PutInto(IEnumerable<PlanItem> items) => PutInto(items.SelectMany(item => item.Targets)
        .SelectMany(target => new CatalogueEntry?[] { target.Indicator, target.BaseIndicator }));

    /// <summary>Puts the names into all that activities point at, which were read to be shown.</summary>
    public void PutInto(IEnumerable<PropagandaActivity> activities) => PutInto(activities.SelectMany(activity =>
        activity.Measures.Select(measure => (CatalogueEntry?)measure.Indicator)
            .Concat(activity.Tags.Select(tag => tag.Topic)).Append(activity.Channel).Append(activity.Topic)));

    /// <summary>Entries to choose from, in the order of their catalogue.</summary>
    public async Task<List<Choice>> ChoicesAsync<T>(IQueryable<T> entries, CancellationToken cancellation) where T : CatalogueEntry
    {
        var rows = await entries.AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation);
        PutInto(rows);
        return rows.ConvertAll(row => new Choice(row.Id, row.DisplayName));
    }

    /// <summary>The name of a topic, channel or cause.</summary>
    public string NameOf(CatalogueKind kind, long id, string name) => own.GetValueOrDefault((kind, id), name);

    /// <summary>What follows a figure of an indicator.</summary>
    public string UnitOf(long indicatorId, string unit) => own.GetValueOrDefault((CatalogueKind.Indicator, indicatorId), unit);
}

using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Catalogues;

/// <summary>The lists that the data of an agency point at.</summary>
/// <param name="Periods">Reporting years, newest first.</param>
/// <param name="Channels">Channels.</param>
/// <param name="Topics">Topics.</param>
/// <param name="Indicators">What can be counted.</param>
/// <param name="Causes">Causes of shortcomings.</param>
/// <param name="Departments">The agency's units, ended ones too.</param>
public sealed record FeedCatalogues(
    IReadOnlyList<ReportingPeriod> Periods,
    IReadOnlyList<PropagandaChannel> Channels,
    IReadOnlyList<Topic> Topics,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<ShortcomingCause> Causes,
    IReadOnlyList<Department> Departments);

/// <summary>The catalogues for other systems: everyone's names, by which communes are compared, and the agency's own.</summary>
public sealed class CatalogueFeed(CchcDbContext db)
{
    /// <summary>All lists.</summary>
    public async Task<FeedCatalogues> ReadAsync(CancellationToken cancellation = default)
    {
        var agency = db.OwnAgency();
        var lists = new FeedCatalogues(
            await db.ReportingPeriods.AsNoTracking().Where(row => row.AgencyId == agency && row.Kind == PeriodKind.Year).OrderByDescending(row => row.Year).ToListAsync(cancellation),
            await db.PropagandaChannels.AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation),
            await db.Topics.AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation),
            await db.Indicators.AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation),
            await db.ShortcomingCauses.AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation),
            await db.Departments.AsNoTracking().Where(row => row.AgencyId == agency).OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation));
        (await CatalogueNames.ReadAsync(db, agency, cancellation)).PutInto([.. lists.Channels, .. lists.Topics, .. lists.Indicators, .. lists.Causes]);
        return lists;
    }
}

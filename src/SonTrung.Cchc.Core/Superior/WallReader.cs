using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Superior;

/// <summary>Theo dõi nộp báo cáo: which communes of the own office owe what, in a fixed number of queries.</summary>
public sealed class WallReader(CchcDbContext db, TimeProvider time)
{
    /// <summary>The whole wall as it stands today.</summary>
    public async Task<ReportWall> ReadAsync(CancellationToken cancellation = default)
    {
        var office = db.OwnAgency();
        var today = time.Today();
        var settings = await db.PortalSettings.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? new PortalSettings();
        var links = await db.AgencySuperiors.AsNoTracking().Where(row => row.SuperiorId == office).ToListAsync(cancellation);
        var requests = await db.ReportRequests.AsNoTracking().Where(row => row.AgencyId == office).Include(row => row.Communes).ToListAsync(cancellation);
        var delivered = await db.ReportDeliveries.AsNoTracking().Where(row => row.RecipientAgencyId == office)
            .Select(row => new ArrivedReport(
                row.Id, row.AgencyId, new RequestedPeriod(row.Report!.Year, row.Report.PeriodKind, row.Report.PeriodOrdinal),
                row.Report.Status, row.Report.Number, row.Report.Symbol, row.Report.IssuedOn, row.SentUtc, row.Status))
            .ToListAsync(cancellation);
        var outside = await db.OutsideReports.AsNoTracking().Where(row => row.AgencyId == office).ToListAsync(cancellation);
        var (deliveredBy, outsideBy) = (delivered.ToLookup(row => (row.CommuneId, row.Period)), outside.ToLookup(row => (row.CommuneId, row.Period)));
        var reasons = await db.LateReasons.AsNoTracking().Where(row => row.SuperiorId == office).ToListAsync(cancellation);

        // The year that today belongs to, and the one before as long as it may still be owed.
        var year = ReportingPeriod.StandardYearOf(today);
        var usualYears = new[] { year, year - 1 }.Select(RequestedPeriod.Whole)
            .Where(period => links.Exists(link => WallRules.Usual(period, settings, today, day => Counts(link, day)) is not null));
        var periods = requests.Select(row => row.Period).Concat(delivered.Select(row => row.Period)).Concat(outside.Select(row => row.Period))
            .Concat(usualYears).Distinct().OrderDescending().ToList();
        var ids = links.Select(row => row.AgencyId).Concat(requests.SelectMany(row => row.Communes).Select(row => row.CommuneId))
            .Concat(delivered.Select(row => row.CommuneId)).Concat(outside.Select(row => row.CommuneId)).Distinct().ToList();
        var names = await db.Agencies.AsNoTracking().Where(agency => ids.Contains(agency.Id)).Select(agency => new { agency.Id, agency.Name }).ToListAsync(cancellation);

        var rows = names.OrderBy(row => SortKey.Of(row.Name), StringComparer.Ordinal).Select(commune => new WallRow(
            commune.Id,
            commune.Name,
            periods.ConvertAll(period => WallRules.Judge(
                commune.Id,
                period,
                WallRules.DutyOf(period, requests, commune.Id, WallRules.Usual(
                    period, settings, today, day => links.Exists(link => link.AgencyId == commune.Id && Counts(link, day)))),
                deliveredBy[(commune.Id, period)],
                outsideBy[(commune.Id, period)],
                reasons.Find(row => row.AgencyId == commune.Id && new RequestedPeriod(row.Year, row.PeriodKind, row.PeriodOrdinal) == period)?.Reason,
                today)))).ToList();
        // A commune that never was asked and never reported is no row: its time with the office is over or has not begun.
        rows.RemoveAll(row => row.Cells.All(cell => cell.State == WallState.NotAsked));
        return new ReportWall(periods.Select((period, i) => Summed(period, rows.ConvertAll(row => row.Cells[i]))).ToList(), rows, today);
    }

    private static WallPeriod Summed(RequestedPeriod period, List<WallCell> cells) => new(
        period,
        cells.Select(cell => cell.Duty).OfType<Duty>().GroupBy(duty => duty).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key,
        cells.GroupBy(cell => cell.State).ToDictionary(group => group.Key, group => group.Count()),
        cells.Count(cell => cell.DaysLate > 0));

    private static bool Counts(AgencySuperior link, DateOnly day) => link.ValidFrom <= day && (link.ValidTo is null || link.ValidTo >= day);
}

using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Superior;

/// <summary>Theo dõi nộp báo cáo: which communes of the own office owe what, in a fixed number of queries.</summary>
public sealed class WallReader(CchcDbContext db, TimeProvider time)
{
    /// <summary>The wall of some periods as it stands today; nothing of the others is read but that they are there.</summary>
    /// <param name="choose">Which of all periods, newest first.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ReportWall> ReadAsync(
        Func<IReadOnlyList<RequestedPeriod>, IEnumerable<RequestedPeriod>> choose, CancellationToken cancellation = default)
    {
        var office = db.OwnAgency();
        var today = time.Today();
        var settings = await db.PortalSettings.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? new PortalSettings();
        var links = await db.AgencySuperiors.AsNoTracking().Where(row => row.SuperiorId == office).ToListAsync(cancellation);
        var requests = await db.ReportRequests.AsNoTracking().Where(row => row.AgencyId == office).Include(row => row.Communes).ToListAsync(cancellation);
        var outside = await db.OutsideReports.AsNoTracking().Where(row => row.AgencyId == office).ToListAsync(cancellation);
        var sentPeriods = await db.ReportDeliveries.AsNoTracking().Where(row => row.RecipientAgencyId == office)
            .Select(row => new { row.Report!.Year, row.Report.PeriodKind, row.Report.PeriodOrdinal }).Distinct().ToListAsync(cancellation);

        // The year that today belongs to, and the one before as long as it may still be owed.
        var year = ReportingPeriod.StandardYearOf(today);
        var usualYears = new[] { year, year - 1 }.Select(RequestedPeriod.Whole)
            .Where(period => links.Exists(link => WallRules.Usual(period, settings, today, day => Counts(link, day)) is not null));
        var all = requests.Select(row => row.Period).Concat(sentPeriods.Select(row => new RequestedPeriod(row.Year, row.PeriodKind, row.PeriodOrdinal)))
            .Concat(outside.Select(row => row.Period)).Concat(usualYears).Distinct().OrderDescending().ToList();
        var periods = choose(all).ToList();

        var years = periods.Select(period => period.Year).Distinct().ToList();
        var delivered = await db.ReportDeliveries.AsNoTracking().Where(row => row.RecipientAgencyId == office && years.Contains(row.Report!.Year))
            .Select(row => new ArrivedReport(
                row.Id, row.AgencyId, new RequestedPeriod(row.Report!.Year, row.Report.PeriodKind, row.Report.PeriodOrdinal),
                row.Report.Status, row.Report.Number, row.Report.Symbol, row.Report.IssuedOn, row.SentUtc, row.Status))
            .ToListAsync(cancellation);
        var (deliveredBy, outsideBy) = (delivered.ToLookup(row => (row.CommuneId, row.Period)), outside.ToLookup(row => (row.CommuneId, row.Period)));
        var reasons = await db.LateReasons.AsNoTracking().Where(row => row.SuperiorId == office).ToListAsync(cancellation);
        var senders = await db.ReportDeliveries.AsNoTracking().Where(row => row.RecipientAgencyId == office).Select(row => row.AgencyId).Distinct().ToListAsync(cancellation);
        var known = requests.SelectMany(row => row.Communes).Select(row => row.CommuneId).Concat(senders).Concat(outside.Select(row => row.CommuneId)).ToHashSet();
        var linksOf = links.ToLookup(row => row.AgencyId);
        var ids = links.Select(row => row.AgencyId).Concat(known).Distinct().ToList();
        var names = await db.Agencies.AsNoTracking().Where(agency => ids.Contains(agency.Id)).Select(agency => new { agency.Id, agency.Name }).ToListAsync(cancellation);

        var rows = names.OrderBy(row => SortKey.Of(row.Name), StringComparer.Ordinal).Select(commune => new WallRow(
            commune.Id,
            commune.Name,
            periods.ConvertAll(period => WallRules.Judge(
                commune.Id,
                period,
                WallRules.DutyOf(period, requests, commune.Id, WallRules.Usual(
                    period, settings, today, day => linksOf[commune.Id].Any(link => Counts(link, day)))),
                deliveredBy[(commune.Id, period)],
                outsideBy[(commune.Id, period)],
                reasons.Find(row => row.AgencyId == commune.Id && new RequestedPeriod(row.Year, row.PeriodKind, row.PeriodOrdinal) == period)?.Reason,
                today)))).ToList();
        // A commune that never was asked and never reported is no row: its time with the office is over or has not begun.
        rows.RemoveAll(row => !known.Contains(row.CommuneId) && row.Cells.All(cell => cell.State == WallState.NotAsked));
        return new ReportWall(periods.Select((period, i) => Summed(period, rows.ConvertAll(row => row.Cells[i]))).ToList(), rows, today) { Known = all };
    }

    private static WallPeriod Summed(RequestedPeriod period, List<WallCell> cells) => new(
        period,
        cells.Select(cell => cell.Duty).OfType<Duty>().GroupBy(duty => duty).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key,
        cells.GroupBy(cell => cell.State).ToDictionary(group => group.Key, group => group.Count()),
        cells.Count(cell => cell.DaysLate > 0));

    private static bool Counts(AgencySuperior link, DateOnly day) => link.ValidFrom <= day && (link.ValidTo is null || link.ValidTo >= day);
}

using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Superior;

/// <summary>Tổng hợp: adds up what was frozen with the delivered reports of a period; never a commune's data of today.</summary>
public sealed class RollupReader(CchcDbContext db, WallReader walls)
{
    /// <summary>The periods of which a report came, newest first.</summary>
    public async Task<IReadOnlyList<RequestedPeriod>> PeriodsAsync(CancellationToken cancellation = default)
    {
        var own = db.OwnAgency();
        return (await db.ReportDeliveries.AsNoTracking()
            .Where(row => row.RecipientAgencyId == own && row.Status != DeliveryStatus.Returned && row.Report!.Status != ReportStatus.Recalled)
            .Select(row => new { row.Report!.Year, row.Report.PeriodKind, row.Report.PeriodOrdinal }).Distinct().ToListAsync(cancellation))
            .Select(row => new RequestedPeriod(row.Year, row.PeriodKind, row.PeriodOrdinal)).OrderDescending().ToList();
    }

    /// <summary>The figures of a period; null when the wall has no such period.</summary>
    public async Task<Rollup?> ReadAsync(RequestedPeriod period, CancellationToken cancellation = default)
    {
        var wall = await walls.ReadAsync(_ => [period], cancellation);
        var cells = wall.Rows.Select(row => (row.Name, Cell: row.Cells[0])).Where(row => row.Cell.State != WallState.NotAsked).ToList();
        if (cells.Count == 0)
        {
            return null;
        }

        var own = db.OwnAgency();
        var delivered = cells.Where(row => row.Cell.State is WallState.Sent or WallState.Received).ToList();
        var ids = delivered.ConvertAll(row => row.Cell.DeliveryId!.Value);
        var frozen = await db.ReportDeliveries.AsNoTracking().Where(row => row.RecipientAgencyId == own && ids.Contains(row.Id))
            .Select(row => new { row.Id, row.DeliveredVersion!.FiguresJson }).ToDictionaryAsync(row => row.Id, row => row.FiguresJson, cancellation);
        var reports = delivered.Where(row => frozen.GetValueOrDefault(row.Cell.DeliveryId!.Value) is not null)
            .Select(row => new RolledReport(
                row.Cell.CommuneId, row.Name, row.Cell.DeliveryId!.Value, row.Cell.Number ?? "", ReportFigures.Of(frozen[row.Cell.DeliveryId!.Value]!))).ToList();
        var names = await CatalogueNames.ReadAsync(db, cancellation);
        var indicators = await db.Indicators.AsNoTracking().OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation);
        var channels = await db.PropagandaChannels.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellation);
        var topics = await db.Topics.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellation);
        names.PutInto(indicators);
        names.PutInto(channels);
        names.PutInto(topics);
        var occurring = reports.SelectMany(report => report.Figures.Sums).GroupBy(row => row.Indicator).ToDictionary(group => group.Key, group => group.First());
        return new Rollup
        {
            Period = period,
            Reports = reports,
            Missing = cells.Where(row => !reports.Exists(report => report.CommuneId == row.Cell.CommuneId)).Select(row => (row.Name, row.Cell.State)).ToList(),
            Columns =
            [
                .. indicators.Where(row => occurring.ContainsKey(row.Code)).Select(row => new RollupColumn(row.Code, row.DisplayName, row.DisplayUnit)),
                .. occurring.Values.Where(row => !indicators.Exists(known => known.Code == row.Indicator)).Select(row => new RollupColumn(row.Indicator, row.Name, row.Unit)),
            ],
            ChannelNames = channels.ToDictionary(row => row.Code, row => row.DisplayName),
            TopicNames = topics.ToDictionary(row => row.Code, row => row.DisplayName),
        };
    }
}

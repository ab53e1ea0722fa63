using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>A report as other systems see it in a list.</summary>
/// <param name="Id">The report.</param>
/// <param name="DeliveryId">The delivery to the own office; null for a report of one's own.</param>
/// <param name="Agency">Who issues it.</param>
/// <param name="Year">The reporting year.</param>
/// <param name="Revision">1, and one more for each replacement.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Number">Its number.</param>
/// <param name="Symbol">Its symbol.</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="DeliveredUtc">When it was first sent to a superior office (UTC); null before.</param>
public sealed record FeedReport(
    long Id, long? DeliveryId, ExportedAgency Agency, int Year, int Revision, ReportStatus Status, int? Number, string? Symbol, DateOnly? IssuedOn, DateTime? DeliveredUtc);

/// <summary>A page of reports.</summary>
/// <param name="Items">The reports, newest first.</param>
/// <param name="HasMore">Whether others follow.</param>
public sealed record FeedReports(IReadOnlyList<FeedReport> Items, bool HasMore);

/// <summary>Reports for other systems: of a commune its own, of a superior office what was delivered to it and nothing else.</summary>
public sealed class ReportFeed(CchcDbContext db, ReportReader reports, DeliveryReader deliveries, ReportExporter exporter)
{
    /// <summary>Reports on a page when nothing is said.</summary>
    public const int UsualPerPage = 50;

    /// <summary>The most reports on a page.</summary>
    public const int MostPerPage = 200;

    private static readonly Expression<Func<AnnualReport, FeedReport>> Own = row => new FeedReport(
        row.Id, null, new ExportedAgency(0, "", ""), row.Year, row.Revision, row.Status, row.Number, row.Symbol, row.IssuedOn,
        row.Deliveries.OrderBy(sent => sent.SentUtc).Select(sent => (DateTime?)sent.SentUtc).FirstOrDefault());

    private static readonly Expression<Func<ReportDelivery, FeedReport>> Delivered = row => new FeedReport(
        row.ReportId, row.Id, new ExportedAgency(row.AgencyId, "", ""), row.Report!.Year, row.Report.Revision, row.Report.Status,
        row.Report.Number, row.Report.Symbol, row.Report.IssuedOn, row.SentUtc);

    /// <summary>A page of reports, newest first.</summary>
    /// <param name="year">Only of this reporting year.</param>
    /// <param name="after">The last report of the page before.</param>
    /// <param name="size">Reports on the page.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<FeedReports> ListAsync(int? year, long? after, int size, CancellationToken cancellation = default)
    {
        var agency = db.OwnAgency();
        size = Math.Clamp(size, 1, MostPerPage);
        var found = await IsCommuneAsync(agency, cancellation)
            ? await db.AnnualReports.AsNoTracking().Where(row => row.AgencyId == agency && (year == null || row.Year == year) && (after == null || row.Id < after))
                .OrderByDescending(row => row.Id).Take(size + 1).Select(Own).ToListAsync(cancellation)
            : await db.ReportDeliveries.AsNoTracking().Where(row => row.RecipientAgencyId == agency && (year == null || row.Report!.Year == year) && (after == null || row.ReportId < after))
                .OrderByDescending(row => row.ReportId).Take(size + 1).Select(Delivered).ToListAsync(cancellation);
        return new FeedReports(await NamedAsync(found.Take(size).ToList(), agency, cancellation), found.Count > size);
    }

    /// <summary>One report, or null.</summary>
    public async Task<FeedReport?> FindAsync(long id, CancellationToken cancellation = default)
    {
        var agency = db.OwnAgency();
        var found = await IsCommuneAsync(agency, cancellation)
            ? await db.AnnualReports.AsNoTracking().Where(row => row.AgencyId == agency && row.Id == id).Select(Own).ToListAsync(cancellation)
            : await db.ReportDeliveries.AsNoTracking().Where(row => row.RecipientAgencyId == agency && row.ReportId == id)
                .OrderByDescending(row => row.Id).Take(1).Select(Delivered).ToListAsync(cancellation);
        return await NamedAsync(found, agency, cancellation) is [var row, ..] ? row : null;
    }

    /// <summary>The report for machines, or null.</summary>
    /// <exception cref="ReportIncompleteException">It is not frozen and a part is missing.</exception>
    public async Task<ReportExport?> ExportAsync(long id, CancellationToken cancellation = default) =>
        await FindAsync(id, cancellation) is not { } row ? null
        : row.DeliveryId is { } delivery ? await exporter.DeliveredAsync(delivery, cancellation)
        : await exporter.OwnAsync(id, cancellation);

    /// <summary>The PDF, or null.</summary>
    /// <exception cref="ReportIncompleteException">It is not frozen and a part is missing.</exception>
    public async Task<(FeedReport Row, byte[] Pdf)?> PdfAsync(long id, CancellationToken cancellation = default)
    {
        if (await FindAsync(id, cancellation) is not { } row)
        {
            return null;
        }

        if (row.DeliveryId is { } delivery)
        {
            return await deliveries.FindAsync(delivery, cancellation) is { } details ? (row, await deliveries.PdfAsync(details, cancellation)) : null;
        }

        return await reports.FindAsync(id, cancellation) is { } report ? (row, await reports.PdfAsync(report, cancellation)) : null;
    }

    private Task<bool> IsCommuneAsync(long agency, CancellationToken cancellation) =>
        db.Agencies.AnyAsync(row => row.Id == agency && row.Kind == AgencyKind.Commune, cancellation);

    private async Task<IReadOnlyList<FeedReport>> NamedAsync(List<FeedReport> rows, long own, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Agency.Id == 0 ? own : row.Agency.Id).Distinct().ToList();
        var agencies = await db.Agencies.AsNoTracking().Where(row => ids.Contains(row.Id))
            .Select(row => new ExportedAgency(row.Id, row.Code, row.Name)).ToDictionaryAsync(row => row.Id, cancellation);
        return rows.ConvertAll(row => row with { Agency = agencies[row.Agency.Id == 0 ? own : row.Agency.Id] });
    }
}

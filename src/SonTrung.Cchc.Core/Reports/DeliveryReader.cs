using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>What was delivered to the user's office, and nothing else of the senders.</summary>
public sealed class DeliveryReader(CchcDbContext db, FileStore files)
{
    /// <summary>Rows on a page of the inbox.</summary>
    public const int PageSize = 50;

    /// <summary>A page of the inbox, newest first.</summary>
    /// <param name="beforeId">The last row of the page before.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<List<DeliveryRow>> ListAsync(long? beforeId = null, CancellationToken cancellation = default) =>
        Received().Where(row => beforeId == null || row.Id < beforeId)
            .OrderByDescending(row => row.Id)
            .Take(PageSize + 1)
            .Select(row => new DeliveryRow(
                row.Id,
                db.Agencies.Where(agency => agency.Id == row.AgencyId).Select(agency => agency.Name).Single(),
                row.Report!.Year, row.Report.Number, row.Report.Symbol, row.Report.IssuedOn, row.SentUtc, row.Status))
            .ToListAsync(cancellation);

    /// <summary>How many wait for an answer.</summary>
    public Task<int> CountWaitingAsync(CancellationToken cancellation = default) =>
        Received().CountAsync(row => row.Status == DeliveryStatus.Sent, cancellation);

    /// <summary>One delivery with its report and frozen submission, or null.</summary>
    public async Task<DeliveryDetails?> FindAsync(long id, CancellationToken cancellation = default)
    {
        var row = await Received().Include(delivery => delivery.Report).Include(delivery => delivery.DeliveredVersion)
            .SingleOrDefaultAsync(delivery => delivery.Id == id, cancellation);
        return row is null
            ? null
            : new DeliveryDetails(
                row,
                await db.Agencies.Where(agency => agency.Id == row.AgencyId).SingleAsync(cancellation),
                OfficialDocumentJson.Read(row.DeliveredVersion!.ModelJson));
    }

    /// <summary>The issued PDF.</summary>
    public Task<byte[]> PdfAsync(DeliveryDetails delivery, CancellationToken cancellation = default) =>
        files.ReadAsync(delivery.Row.DeliveredVersion!.IssuedPdfSha256!, cancellation);

    private IQueryable<ReportDelivery> Received() =>
        db.ReportDeliveries.AsNoTracking().Where(row => row.RecipientAgencyId == db.Scope.WriteAgencyId);
}

/// <summary>A delivery in the inbox.</summary>
public sealed record DeliveryRow(
    long Id, string Sender, int Year, int? Number, string? Symbol, DateOnly? IssuedOn, DateTime SentUtc, DeliveryStatus Status);

/// <summary>A delivery as the receiving office sees it.</summary>
/// <param name="Row">The delivery with its report and submission.</param>
/// <param name="Sender">The agency that issued it.</param>
/// <param name="Document">The frozen document.</param>
public sealed record DeliveryDetails(ReportDelivery Row, Agency Sender, OfficialDocument Document);

using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Evidence;
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
                row.Report!.Year, row.Report.Number, row.Report.Symbol, row.Report.IssuedOn, row.SentUtc, row.Status, row.Report.Status))
            .ToListAsync(cancellation);

    /// <summary>How many wait for an answer.</summary>
    public Task<int> CountWaitingAsync(CancellationToken cancellation = default) =>
        Received().CountAsync(
            row => row.Status == DeliveryStatus.Sent && (row.Report!.Status == ReportStatus.Issued || row.Report.Status == ReportStatus.Received), cancellation);

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

    /// <summary>What stands behind the sentences of a delivered report, as far as its sender released it; null when nothing was.</summary>
    public static EvidenceSnapshot? Evidence(DeliveryDetails delivery) => delivery.Row.DeliveredVersion! switch
    {
        { EvidenceRelease: EvidenceRelease.Files, EvidenceJson: var json } => EvidenceSnapshot.Read(json),
        { EvidenceRelease: EvidenceRelease.List, EvidenceJson: var json } => EvidenceSnapshot.Read(json).WithoutFiles(),
        _ => null,
    };

    /// <summary>Opens a file behind a delivered report, or its small picture; null when it was not released with it.</summary>
    public EvidenceContent? OpenFile(DeliveryDetails delivery, long fileId, bool thumbnail)
    {
        var file = Evidence(delivery)?.Items.SelectMany(item => item.Files).FirstOrDefault(file => file.Id == fileId);
        return (file, thumbnail) switch
        {
            (null, _) or ({ ThumbnailSha256: null }, true) => null,
            ({ ThumbnailSha256: { } small }, true) => new EvidenceContent(files.Open(small), file.FileName, EvidenceKind.WebP, small),
            _ => new EvidenceContent(files.Open(file.Sha256), file.FileName, EvidenceKinds.Of(file.ContentType), file.Sha256),
        };
    }

    private IQueryable<ReportDelivery> Received() =>
        db.ReportDeliveries.AsNoTracking().Where(row => row.RecipientAgencyId == db.Scope.WriteAgencyId);
}

/// <summary>A delivery in the inbox.</summary>
public sealed record DeliveryRow(
    long Id, string Sender, int Year, int? Number, string? Symbol, DateOnly? IssuedOn, DateTime SentUtc, DeliveryStatus Status, ReportStatus ReportStatus);

/// <summary>A delivery as the receiving office sees it.</summary>
/// <param name="Row">The delivery with its report and submission.</param>
/// <param name="Sender">The agency that issued it.</param>
/// <param name="Document">The frozen document.</param>
public sealed record DeliveryDetails(ReportDelivery Row, Agency Sender, OfficialDocument Document);

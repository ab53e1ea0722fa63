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
        Rows(Received().Where(row => beforeId == null || row.Id < beforeId).OrderByDescending(row => row.Id).Take(PageSize + 1)).ToListAsync(cancellation);

    /// <summary>One delivery as a row of the inbox, or null.</summary>
    public Task<DeliveryRow?> FindRowAsync(long id, CancellationToken cancellation = default) =>
        Rows(Received().Where(row => row.Id == id)).SingleOrDefaultAsync(cancellation);

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

    /// <summary>What a delivered report replaces and what replaces it, as far as that was delivered to the office too.</summary>
    public async Task<Replacements> ReplacementsAsync(DeliveryDetails delivery, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var report = delivery.Row.Report!;
        var (id, replaces) = (report.Id, report.ReplacesId);
        var linked = await Received().Where(row => row.ReportId == replaces || row.Report!.ReplacesId == id).OrderByDescending(row => row.Id)
            .Select(row => new LinkedReport(row.Id, row.Report!.Number, row.Report.Symbol, row.Report.IssuedOn, row.Report.Status) { IsNewer = row.Report.ReplacesId == id })
            .ToListAsync(cancellation);
        return new Replacements(linked.Find(other => !other.IsNewer), linked.Find(other => other.IsNewer));
    }

    /// <summary>The bytes of an issued PDF, proved to be what was issued.</summary>
    /// <exception cref="InvalidDataException">The stored bytes were changed since.</exception>
    public Task<byte[]> PdfAsync(DeliveryRow delivery, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return files.ReadAsync(delivery.Sha256, cancellation);
    }

    /// <summary>The scan of the paper that was signed and stamped; null where none was delivered.</summary>
    public Stream? OpenScan(DeliveryDetails delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return delivery.Row.DeliveredVersion!.ScanSha256 is { } scan ? files.Open(scan) : null;
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

    private IQueryable<DeliveryRow> Rows(IQueryable<ReportDelivery> deliveries) => deliveries
        .Select(row => new DeliveryRow(
            row.Id,
            db.Agencies.Where(agency => agency.Id == row.AgencyId).Select(agency => agency.Name).Single(),
            row.Report!.Year, row.Report.Number, row.Report.Symbol, row.Report.IssuedOn, row.SentUtc, row.Status, row.Report.Status)
        {
            Sha256 = row.DeliveredVersion!.IssuedPdfSha256!,
            IsOnPaper = row.Report.IsOnPaper,
            IsNumberTaken = Received().Any(other => other.AgencyId == row.AgencyId && other.ReportId != row.ReportId
                    && other.Report!.Number == row.Report.Number && other.Report.Symbol == row.Report.Symbol
                    && other.Report.IssuedOn!.Value.Year == row.Report.IssuedOn!.Value.Year)
                || db.OutsideReports.Any(other => other.CommuneId == row.AgencyId && other.IssuedOn.Year == row.Report.IssuedOn!.Value.Year
                    && (other.Number == row.Report.Number + "/" + row.Report.Symbol || other.Number == "0" + row.Report.Number + "/" + row.Report.Symbol)),
        });

    private IQueryable<ReportDelivery> Received() =>
        db.ReportDeliveries.AsNoTracking().Where(row => row.RecipientAgencyId == db.Scope.WriteAgencyId);
}

/// <summary>A delivery in the inbox.</summary>
public sealed record DeliveryRow(
    long Id, string Sender, int Year, int? Number, string? Symbol, DateOnly? IssuedOn, DateTime SentUtc, DeliveryStatus Status, ReportStatus ReportStatus)
{
    /// <summary>The hash of the issued PDF.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Signed and stamped on paper.</summary>
    public required bool IsOnPaper { get; init; }

    /// <summary>The same sender gave the number to another report of the same calendar year.</summary>
    public required bool IsNumberTaken { get; init; }
}

/// <summary>A delivery as the receiving office sees it.</summary>
/// <param name="Row">The delivery with its report and submission.</param>
/// <param name="Sender">The agency that issued it.</param>
/// <param name="Document">The frozen document.</param>
public sealed record DeliveryDetails(ReportDelivery Row, Agency Sender, OfficialDocument Document);

using Microsoft.EntityFrameworkCore;

namespace SonTrung.Cchc.Core.Data;

/// <summary>Who refers to the files of the store.</summary>
internal static class FileUse
{
    /// <summary>Whether any row refers to a file. The store keeps the same bytes once, whoever brought them: another agency's file or a report may be the same.</summary>
    public static async Task<bool> UsesFileAsync(this CchcDbContext db, string hash, CancellationToken cancellation) =>
        await db.Attachments.IgnoreQueryFilters([CchcDbContext.DeletedFilter])
            .AnyAsync(file => file.Sha256 == hash || file.ThumbnailSha256 == hash, cancellation)
        || await db.ReportVersions.AnyAsync(version => version.PdfSha256 == hash || version.IssuedPdfSha256 == hash, cancellation)
        || await db.ReportFiles.AnyAsync(file => file.Sha256 == hash, cancellation)
        || await db.OutsideReports.IgnoreQueryFilters([CchcDbContext.DeletedFilter]).AnyAsync(report => report.FileSha256 == hash, cancellation)
        || await db.OutgoingDocuments.IgnoreQueryFilters([CchcDbContext.DeletedFilter]).AnyAsync(row => row.PdfSha256 == hash, cancellation)
        || await db.ReportFollowUps.AnyAsync(row => row.PdfSha256 == hash, cancellation)
        || await db.ImportBatches.AnyAsync(batch => batch.RowsSha256 == hash, cancellation);
}

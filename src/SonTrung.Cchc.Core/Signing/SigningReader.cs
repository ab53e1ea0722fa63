using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Signing;

/// <summary>What somebody who is about to sign looks at.</summary>
public sealed class SigningReader(CchcDbContext db, FileStore files)
{
    /// <summary>What is signed next, and by whose certificate.</summary>
    /// <param name="report">The report, submitted.</param>
    /// <param name="action">Whose signature: <see cref="ReportAction.Sign"/> or the organisation's.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SigningDesk> ReadAsync(AnnualReport report, ReportAction action, CancellationToken cancellation = default)
    {
        var signer = action == ReportAction.Sign
            ? await db.Signers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == report.SignerId, cancellation)
            : null;
        return new SigningDesk(
            signer?.FullName,
            action == ReportAction.Sign
                ? signer?.Certificate
                : await db.AgencySeals.Where(seal => seal.AgencyId == report.AgencyId).Select(seal => seal.Certificate).SingleOrDefaultAsync(cancellation),
            await db.CurrentFileAsync(report, cancellation)
                ?? await db.ReportVersions.Where(row => row.ReportId == report.Id && row.Number == report.VersionNumber).Select(row => row.PdfSha256).SingleAsync(cancellation));
    }

    /// <summary>In which capacities the signed-in person signs today or later.</summary>
    /// <param name="today">Today in Việt Nam.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<List<Signer>> CapacitiesAsync(DateOnly today, CancellationToken cancellation = default)
    {
        var user = db.Scope.UserId;
        return db.Signers.AsNoTracking().Where(row => row.UserId == user && (row.ValidTo == null || row.ValidTo >= today))
            .OrderBy(row => row.ValidFrom).ThenBy(row => row.Id).ToListAsync(cancellation);
    }

    /// <summary>The file of a step.</summary>
    public Task<byte[]> ReadAsync(ReportFile file, CancellationToken cancellation = default) => files.ReadAsync(file.Sha256, cancellation);
}

/// <summary>What is about to be signed.</summary>
/// <param name="SignerName">The person who signs; null for the organisation.</param>
/// <param name="Certificate">The certificate expected: thumbprint or holder; null when nobody said.</param>
/// <param name="FileSha256">The SHA-256 of the file.</param>
public sealed record SigningDesk(string? SignerName, string? Certificate, string FileSha256);

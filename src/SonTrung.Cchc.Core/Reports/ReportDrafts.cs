using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>Reports and replacements that were begun by mistake: one that was never submitted is put away, and can be brought back.</summary>
public sealed class ReportDrafts(CchcDbContext db, TimeProvider time)
{
    /// <summary>What was put away, last first.</summary>
    public Task<List<DeletedReport>> DeletedAsync(CancellationToken cancellation = default) =>
        db.OwnReports().AsNoTracking().Deleted().OrderByDescending(report => report.DeletedUtc).ThenByDescending(report => report.Id)
            .Select(report => new DeletedReport(report.Id, report.Year, report.Revision, report.DeletedUtc!.Value)).ToListAsync(cancellation);

    /// <summary>Puts a draft away that was never submitted; the outcome is <see cref="SaveOutcome.InUse"/> for any other.</summary>
    public async Task<SaveResult<AnnualReport>> DeleteAsync(long id, Guid version, CancellationToken cancellation = default) =>
        await db.OwnReports().AsNoTracking().SingleOrDefaultAsync(report => report.Id == id, cancellation) switch
        {
            null => new SaveResult<AnnualReport>(SaveOutcome.NotFound),
            { MayDelete: false } report => new SaveResult<AnnualReport>(SaveOutcome.InUse, report),
            _ => await db.DeleteAsync<AnnualReport>(id, version, time.GetUtcNow().UtcDateTime, cancellation),
        };

    /// <summary>Brings a draft back; the outcome is <see cref="SaveOutcome.InUse"/> when another was begun in its place.</summary>
    public Task<SaveResult<AnnualReport>> RestoreAsync(long id, CancellationToken cancellation = default) => db.InTransactionAsync(
        async () => await db.OwnReports().AsNoTracking().Deleted().SingleOrDefaultAsync(report => report.Id == id, cancellation) switch
        {
            null => new SaveResult<AnnualReport>(SaveOutcome.NotFound),
            { } report when await db.OwnReports().AnyAsync(
                other => other.Year == report.Year && other.PeriodKind == report.PeriodKind && other.PeriodOrdinal == report.PeriodOrdinal && other.Revision == report.Revision, cancellation)
                => new SaveResult<AnnualReport>(SaveOutcome.InUse, report),
            _ => await db.RestoreAsync<AnnualReport>(id, cancellation),
        },
        cancellation);
}

/// <summary>A draft that was put away.</summary>
/// <param name="Id">The report.</param>
/// <param name="Year">Its year.</param>
/// <param name="Revision">Above 1 for a replacement.</param>
/// <param name="DeletedUtc">When (UTC).</param>
public sealed record DeletedReport(long Id, int Year, int Revision, DateTime DeletedUtc);

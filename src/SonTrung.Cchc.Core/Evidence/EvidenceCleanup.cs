using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;

namespace SonTrung.Cchc.Core.Evidence;

/// <summary>Removes what was uploaded and never saved with a form. Runs in the system's scope.</summary>
public sealed class EvidenceCleanup(CchcDbContext db, FileStore files, TimeProvider time)
{
    private const int BatchSize = 100;

    /// <summary>Removes the files that have waited for their form longer than <see cref="EvidenceService.PendingTime"/>, with their bytes when nothing else refers to them.</summary>
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        var before = time.GetUtcNow().UtcDateTime - EvidenceService.PendingTime;
        int removed;
        do
        {
            var rows = await db.Attachments.IgnoreQueryFilters([CchcDbContext.DeletedFilter]).Pending()
                .Where(file => file.AddedUtc < before).OrderBy(file => file.Id).Take(BatchSize).ToListAsync(cancellation);
            db.RemoveRange(rows);
            await db.SaveChangesAsync(cancellation);
            foreach (var hash in rows.SelectMany(row => new[] { row.Sha256, row.ThumbnailSha256 }).OfType<string>().Distinct())
            {
                if (!await db.UsesFileAsync(hash, cancellation))
                {
                    files.Remove(hash, before);
                }
            }

            removed = rows.Count;
        }
        while (removed == BatchSize);

        files.RemoveAbandoned(before);
    }
}

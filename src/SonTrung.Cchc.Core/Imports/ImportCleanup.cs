using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;

namespace SonTrung.Cchc.Core.Imports;

/// <summary>Forgets the tables of imports after their day. Runs in the system's scope.</summary>
public sealed class ImportCleanup(CchcDbContext db, FileStore files, TimeProvider time)
{
    private const int BatchSize = 100;

    /// <summary>Removes imports that were never carried out, and the tables of those that were; what they brought in stays.</summary>
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        var before = time.GetUtcNow().UtcDateTime - ImportBatch.WaitingTime;
        int forgotten;
        do
        {
            var rows = await db.ImportBatches.Where(batch => batch.RowsSha256 != null && batch.ReceivedUtc < before)
                .OrderBy(batch => batch.Id).Take(BatchSize).ToListAsync(cancellation);
            var hashes = rows.Select(row => row.RowsSha256!).Distinct().ToList();
            db.RemoveRange(rows.Where(row => row.ImportedUtc is null));
            rows.ForEach(row => row.RowsSha256 = null);
            await db.SaveChangesAsync(cancellation);
            foreach (var hash in hashes)
            {
                if (!await db.UsesFileAsync(hash, cancellation))
                {
                    files.Remove(hash, before);
                }
            }

            forgotten = rows.Count;
        }
        while (forgotten == BatchSize);
    }
}

using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.OldReports;

/// <summary>Forgets old reports that nobody went on with. Runs in the system's scope.</summary>
public sealed class OldReportCleanup(CchcDbContext db, TimeProvider time)
{
    private const int BatchSize = 50;

    /// <summary>Removes old reports that waited too long; those that became reports stay.</summary>
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        var before = time.GetUtcNow().UtcDateTime - OldReport.WaitingTime;
        List<OldReport> rows;
        do
        {
            rows = await db.OldReports.Where(row => row.AppliedUtc == null && row.ChangedUtc < before).OrderBy(row => row.Id).Take(BatchSize).ToListAsync(cancellation);
            db.RemoveRange(rows);
            await db.SaveChangesAsync(cancellation);
        }
        while (rows.Count == BatchSize);
    }
}

using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Audit;

namespace SonTrung.Cchc.Core.Data;

/// <summary>
/// Hangs new entries onto the chain (docs/adr/0006). The head row is written without change before it is read: that locks it on SQL Server until the
/// transaction ends; on SQLite, where transactions begin with the write lock, it changes nothing.
/// </summary>
internal static class AuditChaining
{
    public static bool IsNeeded(CchcDbContext db) => New(db).Any();

    /// <summary>Gives the new entries their places.</summary>
    /// <returns>The head as it will be; null when there are no new entries.</returns>
    public static AuditChainHead? Link(CchcDbContext db)
    {
        var entries = New(db).ToList();
        if (entries.Count == 0)
        {
            return null;
        }

        db.AuditChainHeads.ExecuteUpdate(head => head.SetProperty(row => row.Count, row => row.Count));
        return Link(entries, db.AuditChainHeads.AsNoTracking().Single());
    }

    /// <inheritdoc cref="Link(CchcDbContext)"/>
    public static async Task<AuditChainHead?> LinkAsync(CchcDbContext db, CancellationToken cancellation)
    {
        var entries = New(db).ToList();
        if (entries.Count == 0)
        {
            return null;
        }

        await db.AuditChainHeads.ExecuteUpdateAsync(head => head.SetProperty(row => row.Count, row => row.Count), cancellation);
        return Link(entries, await db.AuditChainHeads.AsNoTracking().SingleAsync(cancellation));
    }

    /// <summary>Moves the head on once the entries are saved: a save that failed inside a larger transaction leaves it where it was.</summary>
    public static void Advance(CchcDbContext db, AuditChainHead? head)
    {
        if (head is not null)
        {
            var (count, hash) = (head.Count, head.Hash);
            db.AuditChainHeads.ExecuteUpdate(row => row.SetProperty(old => old.Count, count).SetProperty(old => old.Hash, hash));
        }
    }

    /// <inheritdoc cref="Advance"/>
    public static async Task AdvanceAsync(CchcDbContext db, AuditChainHead? head, CancellationToken cancellation)
    {
        if (head is not null)
        {
            var (count, hash) = (head.Count, head.Hash);
            await db.AuditChainHeads.ExecuteUpdateAsync(row => row.SetProperty(old => old.Count, count).SetProperty(old => old.Hash, hash), cancellation);
        }
    }

    private static IEnumerable<AuditEntry> New(CchcDbContext db) =>
        db.ChangeTracker.Entries<AuditEntry>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity);

    private static AuditChainHead Link(List<AuditEntry> entries, AuditChainHead head)
    {
        var (count, hash) = (head.Count, head.Hash);
        foreach (var entry in entries)
        {
            entry.Link(++count, hash);
            hash = entry.Hash;
        }

        return new AuditChainHead { Count = count, Hash = hash };
    }
}

using Microsoft.EntityFrameworkCore;

namespace SonTrung.Cchc.Core.Data;

/// <summary>How saving a row ended.</summary>
public enum SaveOutcome
{
    /// <summary>Saved.</summary>
    Done,

    /// <summary>No such row for this user.</summary>
    NotFound,

    /// <summary>Somebody changed it since the form went out.</summary>
    Conflict,

    /// <summary>What was chosen is not there to choose.</summary>
    UnknownChoice,

    /// <summary>Other rows need it.</summary>
    InUse,
}

/// <summary>How saving a row ended.</summary>
/// <param name="Outcome">The end.</param>
/// <param name="Row">The row as it is now: as saved, or after a conflict as somebody else saved it.</param>
public sealed record SaveResult<T>(SaveOutcome Outcome, T? Row = null) where T : AgencyEntity;

/// <summary>Saves, deletes and restores rows that two people may edit at once.</summary>
internal static class Saving
{
    /// <summary>Saves a changed row, with its parts, if nobody else did since the form went out; otherwise forgets all changes.</summary>
    /// <param name="db">The context that tracks the row.</param>
    /// <param name="row">The row with its changes.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<bool> TrySaveAsync<T>(this CchcDbContext db, T row, Guid version, CancellationToken cancellation = default)
        where T : Entity, IVersioned
    {
        var token = db.Entry(row).Property(changed => changed.Version);
        token.OriginalValue = version;
        // Parts alone may have changed, or nothing: a stale form must not pass for a saved one.
        token.IsModified = true;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>The same, and after a conflict the row as somebody else saved it.</summary>
    public static async Task<SaveResult<T>> SaveAsync<T>(this CchcDbContext db, T row, Guid version, CancellationToken cancellation = default)
        where T : AgencyEntity
    {
        if (await db.TrySaveAsync(row, version, cancellation))
        {
            return new SaveResult<T>(SaveOutcome.Done, row);
        }

        var theirs = await db.Set<T>().AsNoTracking().SingleOrDefaultAsync(other => other.Id == row.Id, cancellation);
        return new SaveResult<T>(theirs is null ? SaveOutcome.NotFound : SaveOutcome.Conflict, theirs);
    }

    /// <summary>Hides a row; it can be restored.</summary>
    public static async Task<SaveResult<T>> DeleteAsync<T>(this CchcDbContext db, long id, Guid version, DateTime atUtc, CancellationToken cancellation = default)
        where T : AgencyEntity, ISoftDeletable
    {
        if (await db.Set<T>().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return new SaveResult<T>(SaveOutcome.NotFound);
        }

        row.DeletedUtc = atUtc;
        return await db.SaveAsync(row, version, cancellation);
    }

    /// <summary>Brings a deleted row back.</summary>
    public static async Task<SaveResult<T>> RestoreAsync<T>(this CchcDbContext db, long id, CancellationToken cancellation = default)
        where T : AgencyEntity, ISoftDeletable
    {
        var row = await db.Set<T>().IgnoreQueryFilters([CchcDbContext.DeletedFilter])
            .SingleOrDefaultAsync(row => row.Id == id && row.DeletedUtc != null, cancellation);
        if (row is null)
        {
            return new SaveResult<T>(SaveOutcome.NotFound);
        }

        row.DeletedUtc = null;
        return await db.SaveAsync(row, row.Version, cancellation);
    }
}

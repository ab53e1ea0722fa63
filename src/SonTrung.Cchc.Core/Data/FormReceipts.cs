using Microsoft.EntityFrameworkCore;

namespace SonTrung.Cchc.Core.Data;

/// <summary>Carries out a create form once, however often it is sent.</summary>
public static class FormReceipts
{
    /// <summary>Creates the row, or gives the key of the one that the same form made before.</summary>
    /// <param name="db">A context in the scope of a signed-in user.</param>
    /// <param name="key">The key that went out with the form.</param>
    /// <param name="atUtc">Now (UTC).</param>
    /// <param name="create">Adds the row to the context; called again when the database asks for a retry.</param>
    /// <param name="cancellation">Cancels.</param>
    public static Task<long> CreateOnceAsync(
        this CchcDbContext db, Guid key, DateTime atUtc, Func<Task<Entity>> create, CancellationToken cancellation = default) =>
        db.CreateOnceAsync(key, atUtc, async () => (await create()).Id, cancellation);

    /// <summary>The same for what is no <see cref="Entity"/>.</summary>
    /// <param name="db">A context in the scope of a signed-in user.</param>
    /// <param name="key">The key that went out with the form.</param>
    /// <param name="atUtc">Now (UTC).</param>
    /// <param name="create">Adds the row and gives its key; called again when the database asks for a retry.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<long> CreateOnceAsync(
        this CchcDbContext db, Guid key, DateTime atUtc, Func<Task<long>> create, CancellationToken cancellation = default)
    {
        var userId = db.Scope.UserId ?? throw new AgencyIsolationException("Forms are sent by signed-in users.");
        try
        {
            return await db.InTransactionAsync(
                async () =>
                {
                    if (await db.MadeByFormAsync(key, cancellation) is { } made)
                    {
                        return made;
                    }

                    var id = await create();
                    db.FormReceipts.Add(new FormReceipt { Key = key, UserId = userId, EntityId = id, AtUtc = atUtc });
                    await db.SaveChangesAsync(cancellation);
                    return id;
                },
                cancellation);
        }
        catch (DbUpdateException)
        {
            // The same form, sent twice at the same moment: the other one won.
            db.ChangeTracker.Clear();
            if (await db.MadeByFormAsync(key, cancellation) is { } made)
            {
                return made;
            }

            throw;
        }
    }

    /// <summary>The key of the row that the signed-in user's form made, or null.</summary>
    public static Task<long?> MadeByFormAsync(this CchcDbContext db, Guid key, CancellationToken cancellation = default)
    {
        var userId = db.Scope.UserId;
        return db.FormReceipts.Where(receipt => receipt.UserId == userId && receipt.Key == key)
            .Select(receipt => (long?)receipt.EntityId).SingleOrDefaultAsync(cancellation);
    }
}

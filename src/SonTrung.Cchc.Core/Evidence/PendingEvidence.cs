using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Evidence;

/// <summary>Files that came before the form that they belong to; for the services that save such forms.</summary>
public static class PendingEvidence
{
    /// <summary>Asks, before the row is saved, whether its form's files can go with it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="owner">The row; null while it is new.</param>
    /// <param name="fileIds">The files that the form names. Files of the row that it does not name stay.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>Why not: <see cref="EvidenceRefusal.Gone"/> or <see cref="EvidenceRefusal.TooManyFiles"/>; null when they can.</returns>
    internal static async Task<EvidenceRefusal?> CheckPendingAsync(
        this CchcDbContext db, EvidenceOwner? owner, IReadOnlyCollection<long> fileIds, CancellationToken cancellation)
    {
        if (fileIds.Count == 0)
        {
            return null;
        }

        if (fileIds.Count > EvidenceService.MaxFilesPerRow)
        {
            return EvidenceRefusal.TooManyFiles;
        }

        // A form sent twice names files that its first sending attached.
        var named = await db.Attachments.AsNoTracking().Visible(db.Scope.UserId).Where(file => fileIds.Contains(file.Id))
            .Select(file => file.ActivityId == null && file.ReferenceDocumentId == null).ToListAsync(cancellation);
        if (named.Count < fileIds.Distinct().Count())
        {
            return EvidenceRefusal.Gone;
        }

        var kept = owner is { } row ? await db.Attachments.Of(row).CountAsync(cancellation) : 0;
        return kept + named.Count(isPending => isPending) > EvidenceService.MaxFilesPerRow ? EvidenceRefusal.TooManyFiles : null;
    }

    /// <summary>Whether any of the user's files still waits for its row.</summary>
    internal static Task<bool> AnyPendingAsync(this CchcDbContext db, IReadOnlyCollection<long> fileIds, CancellationToken cancellation)
    {
        var userId = db.Scope.UserId;
        return db.Attachments.Pending().AnyAsync(file => file.AddedById == userId && fileIds.Contains(file.Id), cancellation);
    }

    /// <summary>Gives the user's pending files to a row; the caller saves both together.</summary>
    internal static async Task AttachPendingAsync(
        this CchcDbContext db, EvidenceOwner owner, IReadOnlyCollection<long> fileIds, CancellationToken cancellation)
    {
        if (fileIds.Count == 0)
        {
            return;
        }

        var userId = db.Scope.UserId;
        foreach (var file in await db.Attachments.Pending().Where(file => file.AddedById == userId && fileIds.Contains(file.Id)).ToListAsync(cancellation))
        {
            file.ActivityId = owner.ActivityId;
            file.ReferenceDocumentId = owner.ReferenceDocumentId;
        }
    }

    /// <summary>Activities that no file, no link and no document number proves.</summary>
    public static IQueryable<PropagandaActivity> WithoutEvidence(this IQueryable<PropagandaActivity> rows) =>
        rows.Where(row => row.Attachments.Count == 0 && row.Links.Count == 0 && row.References.Count == 0);

    /// <summary>Files that belong to nothing yet.</summary>
    internal static IQueryable<Attachment> Pending(this IQueryable<Attachment> files) =>
        files.Where(file => file.ActivityId == null && file.ReferenceDocumentId == null);

    /// <summary>Files that a user may see: the agency's, and the own ones that belong to nothing yet.</summary>
    internal static IQueryable<Attachment> Visible(this IQueryable<Attachment> files, long? userId) =>
        files.Where(file => file.ActivityId != null || file.ReferenceDocumentId != null || file.AddedById == userId);

    /// <summary>Files of a row.</summary>
    internal static IQueryable<Attachment> Of(this IQueryable<Attachment> files, EvidenceOwner owner) => owner.ActivityId is { } activity
        ? files.Where(file => file.ActivityId == activity)
        : files.Where(file => file.ReferenceDocumentId == owner.ReferenceDocumentId);
}

using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Evidence;

/// <summary>Files that prove what was done (tài liệu kiểm chứng): taken in, shown, removed and brought back.</summary>
public sealed class EvidenceService(CchcDbContext db, FileStore files, IPictureRewriter pictures, TimeProvider time)
{
    /// <summary>The most files of one activity or document.</summary>
    public const int MaxFilesPerRow = 50;

    /// <summary>The most files that one person may have uploaded without saving the form, removed ones among them: they take room until they are forgotten.</summary>
    public const int MaxPendingFiles = 100;

    /// <summary>How long a file waits for its form.</summary>
    public static readonly TimeSpan PendingTime = TimeSpan.FromHours(24);

    /// <summary>A decoded picture is large: one at a time.</summary>
    private static readonly SemaphoreSlim PictureTurn = new(1);

    private static readonly Expression<Func<Attachment, EvidenceFile>> Shown = file => new EvidenceFile
    {
        Id = file.Id,
        Owner = file.ActivityId == null && file.ReferenceDocumentId == null ? null : new EvidenceOwner(file.ActivityId, file.ReferenceDocumentId),
        FileName = file.FileName,
        Kind = EvidenceKinds.Of(file.ContentType),
        Length = file.Length,
        TakenOn = file.TakenOn,
    };

    private static readonly Func<Attachment, EvidenceFile> Show = Shown.Compile();

    /// <summary>The largest file accepted, megabytes of 1,048,576 bytes.</summary>
    public async Task<int> MaxMegabytesAsync(CancellationToken cancellation = default) =>
        await db.PortalSettings.AsNoTracking().Select(settings => (int?)settings.MaxUploadMegabytes).SingleOrDefaultAsync(cancellation)
        ?? PortalSettings.DefaultMaxUploadMegabytes;

    /// <summary>Whether the user's agency has the row.</summary>
    public Task<bool> ExistsAsync(EvidenceOwner owner, CancellationToken cancellation = default) => owner.ActivityId is { } activity
        ? db.PropagandaActivities.AnyAsync(found => found.Id == activity, cancellation)
        : db.ReferenceDocuments.AnyAsync(found => found.Id == owner.ReferenceDocumentId, cancellation);

    /// <summary>The files of a row, in the order in which they came.</summary>
    public Task<List<EvidenceFile>> ListAsync(EvidenceOwner owner, CancellationToken cancellation = default) =>
        db.Attachments.AsNoTracking().Of(owner).OrderBy(file => file.Id).Select(Shown).ToListAsync(cancellation);

    /// <summary>The removed files of a row, which can be brought back.</summary>
    public Task<List<EvidenceFile>> ListRemovedAsync(EvidenceOwner owner, CancellationToken cancellation = default) =>
        WithRemoved.AsNoTracking().Of(owner).Where(file => file.DeletedUtc != null).OrderBy(file => file.Id).Select(Shown).ToListAsync(cancellation);

    /// <summary>The user's own files that a form names and that belong to nothing yet.</summary>
    public Task<List<EvidenceFile>> ListPendingAsync(IReadOnlyCollection<long> fileIds, CancellationToken cancellation = default)
    {
        var userId = db.Scope.UserId;
        return db.Attachments.AsNoTracking().Pending().Where(file => file.AddedById == userId && fileIds.Contains(file.Id))
            .OrderBy(file => file.Id).Select(Shown).ToListAsync(cancellation);
    }

    /// <summary>
    /// Takes a file in. Its kind is found in its bytes; a picture is written anew without location data. Nothing of it is kept when it is refused.
    /// </summary>
    /// <param name="owner">The row it proves; null when the form is still to be saved.</param>
    /// <param name="fileName">Its name at the sender's.</param>
    /// <param name="content">Its bytes, read once.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<EvidenceResult> AddAsync(EvidenceOwner? owner, string fileName, Stream content, CancellationToken cancellation = default)
    {
        if (await RoomAsync(owner, cancellation) is { } noRoom)
        {
            return new EvidenceResult(noRoom, null);
        }

        var limit = await MaxMegabytesAsync(cancellation) * 1024L * 1024L;
        using var received = await files.ReceiveAsync(content, limit, cancellation);
        if (received is null or { Length: 0 })
        {
            return new EvidenceResult(received is null ? EvidenceRefusal.TooLarge : EvidenceRefusal.Empty, null);
        }

        var (kind, refusal) = Inspect(received);
        if (refusal is not null)
        {
            return new EvidenceResult(refusal, null);
        }

        return kind.IsPicture()
            ? await AddPictureAsync(owner, fileName, kind, received, cancellation)
            : await SaveAsync(NewRow(owner, fileName, kind, received, received), cancellation);
    }

    /// <summary>Opens a file, also a removed one; null when there is none for this user.</summary>
    public async Task<EvidenceContent?> OpenAsync(long id, CancellationToken cancellation = default) =>
        await FindAsync(id, cancellation) is { } file
            ? new EvidenceContent(files.Open(file.Sha256), file.FileName, EvidenceKinds.Of(file.ContentType), file.Sha256)
            : null;

    /// <summary>Opens the small picture of a file, a WebP; null when there is none for this user.</summary>
    public async Task<EvidenceContent?> OpenThumbnailAsync(long id, CancellationToken cancellation = default) =>
        await FindAsync(id, cancellation) is { ThumbnailSha256: { } thumbnail } file
            ? new EvidenceContent(files.Open(thumbnail), file.FileName, EvidenceKind.WebP, thumbnail)
            : null;

    /// <summary>Removes a file from its row; it can be brought back.</summary>
    public async Task<EvidenceResult> DeleteAsync(long id, CancellationToken cancellation = default)
    {
        var file = await WithRemoved.Visible(db.Scope.UserId).SingleOrDefaultAsync(file => file.Id == id, cancellation);
        if (file is null)
        {
            return new EvidenceResult(EvidenceRefusal.NotFound, null);
        }

        file.DeletedUtc ??= time.GetUtcNow().UtcDateTime;
        return await SaveAsync(file, cancellation);
    }

    /// <summary>Brings a removed file back.</summary>
    public async Task<EvidenceResult> RestoreAsync(long id, CancellationToken cancellation = default)
    {
        var file = await WithRemoved.Visible(db.Scope.UserId).SingleOrDefaultAsync(file => file.Id == id, cancellation);
        if (file is null)
        {
            return new EvidenceResult(EvidenceRefusal.NotFound, null);
        }

        var shown = Show(file);
        if (file.DeletedUtc is not null && await RoomAsync(shown.Owner, cancellation) is { } noRoom)
        {
            return new EvidenceResult(noRoom, null);
        }

        file.DeletedUtc = null;
        return await SaveAsync(file, cancellation);
    }

    private IQueryable<Attachment> WithRemoved => db.Attachments.IgnoreQueryFilters([CchcDbContext.DeletedFilter]);

    private Task<Attachment?> FindAsync(long id, CancellationToken cancellation) =>
        WithRemoved.AsNoTracking().Visible(db.Scope.UserId).SingleOrDefaultAsync(file => file.Id == id, cancellation);

    private async Task<EvidenceRefusal?> RoomAsync(EvidenceOwner? owner, CancellationToken cancellation)
    {
        if (owner is not { } row)
        {
            var userId = db.Scope.UserId;
            return await WithRemoved.Pending().CountAsync(file => file.AddedById == userId, cancellation) < MaxPendingFiles
                ? null
                : EvidenceRefusal.TooManyFiles;
        }

        if (!await ExistsAsync(row, cancellation))
        {
            return EvidenceRefusal.NotFound;
        }

        return await db.Attachments.Of(row).CountAsync(cancellation) < MaxFilesPerRow ? null : EvidenceRefusal.TooManyFiles;
    }

    private static (EvidenceKind Kind, EvidenceRefusal? Refusal) Inspect(IncomingFile received)
    {
        using var bytes = received.Open();
        return FileInspector.Inspect(bytes);
    }

    private async Task<EvidenceResult> AddPictureAsync(
        EvidenceOwner? owner, string fileName, EvidenceKind kind, IncomingFile received, CancellationToken cancellation)
    {
        using var picture = files.Begin();
        using var thumbnail = files.Begin();
        await PictureTurn.WaitAsync(cancellation);
        PictureResult result;
        try
        {
            result = await Task.Run(() => pictures.Rewrite(received.Path, kind, picture.Content, thumbnail.Content), cancellation);
        }
        finally
        {
            PictureTurn.Release();
        }

        if (result.Refusal is { } refusal)
        {
            return new EvidenceResult(refusal, null);
        }

        picture.Finish();
        thumbnail.Finish();
        return await SaveAsync(NewRow(owner, fileName, kind, received, picture, result, files.Keep(thumbnail)), cancellation);
    }

    private Attachment NewRow(
        EvidenceOwner? owner, string fileName, EvidenceKind kind, IncomingFile received, IncomingFile kept, PictureResult? picture = null, string? thumbnail = null)
    {
        var row = new Attachment
        {
            AgencyId = db.Scope.WriteAgencyId ?? throw new AgencyIsolationException("Evidence belongs to an agency."),
            ActivityId = owner?.ActivityId,
            ReferenceDocumentId = owner?.ReferenceDocumentId,
            FileName = kind.NameFor(CleanName(fileName)),
            ContentType = kind.ContentType(),
            Length = kept.Length,
            Sha256 = files.Keep(kept),
            SourceSha256 = received.Sha256,
            ThumbnailSha256 = thumbnail,
            Width = picture?.Width,
            Height = picture?.Height,
            TakenOn = picture?.TakenOn,
            AddedUtc = time.GetUtcNow().UtcDateTime,
            AddedById = db.Scope.UserId,
        };
        db.Attachments.Add(row);
        return row;
    }

    private async Task<EvidenceResult> SaveAsync(Attachment row, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        return new EvidenceResult(null, Show(row));
    }

    /// <summary>The last part of what some browsers send as a path, without characters that hide or turn the text, and with room for an extension.</summary>
    private static string CleanName(string fileName)
    {
        const int Room = 5;
        var name = PlainText.Clean(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..]);
        if (name.Length <= Attachment.FileNameLength - Room)
        {
            return name.Length > 0 ? name : "tep";
        }

        var extension = Path.GetExtension(name);
        extension = extension.Length <= Room ? extension : "";
        return PlainText.Clean(name[..(Attachment.FileNameLength - Room - extension.Length)]) + extension;
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Audit;

/// <summary>Writes down what changes no row: who came and went, who read or took away which document.</summary>
public sealed class AuditNotes(CchcDbContext db, TimeProvider time)
{
    /// <summary>How much of a name that let nobody in is kept, characters: people type passwords there.</summary>
    private const int TypedNameKept = 3;

    /// <summary>Longest name of a document kept, characters.</summary>
    private const int TitleLength = 200;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Somebody signed in; nobody was signed in before.</summary>
    public Task SignedInAsync(UserAccount user, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        return AddAsync(Own(AuditAction.SignedIn, nameof(UserAccount), Key(user.Id), null, user.Id, user.FullName, user.AgencyId), cancellation);
    }

    /// <summary>A name and password let nobody in. Whether there is such an account is not told, and no agency's audit has it.</summary>
    public Task SignInFailedAsync(string typedName, CancellationToken cancellation = default)
    {
        var typed = PlainText.Clean(typedName ?? "");
        var kept = typed.EnumerateRunes().Take(typed.Length > TypedNameKept ? TypedNameKept : 1).Select(rune => rune.ToString());
        return AddAsync(Own(AuditAction.SignInFailed, nameof(UserAccount), $"{string.Concat(kept)}…", null, null, "", null), cancellation);
    }

    /// <summary>The signed-in person goes.</summary>
    public Task SignedOutAsync(CancellationToken cancellation = default) => db.Scope.UserId is { } user
        ? AddAsync(Own(AuditAction.SignedOut, nameof(UserAccount), Key(user), null), cancellation)
        : Task.CompletedTask;

    /// <summary>A document was taken away as a file; each time counts.</summary>
    /// <param name="entity">The kind of row.</param>
    /// <param name="id">Its key.</param>
    /// <param name="fileName">What the file is called; empty for none.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task DownloadedAsync(string entity, long id, string fileName, CancellationToken cancellation = default) =>
        AddAsync(Own(AuditAction.Downloaded, entity, Key(id), About("FileName", fileName)), cancellation);

    /// <summary>A document was read on its page: one entry for each person, document and day in Việt Nam.</summary>
    /// <param name="entity">The kind of row.</param>
    /// <param name="id">Its key.</param>
    /// <param name="title">The page's title; empty for none.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task ViewedAsync(string entity, long id, string title, CancellationToken cancellation = default)
    {
        var (key, user, today) = (Key(id), db.Scope.UserId, VietnamTime.StartOf(VietnamTime.DayOf(time.GetUtcNow().UtcDateTime)));
        var isKnown = await db.AuditEntries.AnyAsync(
            entry => entry.Entity == entity && entry.EntityId == key && entry.Action == AuditAction.Viewed && entry.UserId == user && entry.AtUtc >= today,
            cancellation);
        if (!isKnown)
        {
            await AddAsync(Own(AuditAction.Viewed, entity, key, About("Title", title)), cancellation);
        }
    }

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static string? About(string field, string text) => text.Length == 0
        ? null
        : JsonSerializer.Serialize(new Dictionary<string, string> { [field] = text[..Math.Min(text.Length, TitleLength)] }, Json);

    private AuditEntry Own(AuditAction action, string entity, string key, string? about) =>
        Own(action, entity, key, about, db.Scope.UserId, db.Scope.UserName, db.Scope.WriteAgencyId);

    private AuditEntry Own(AuditAction action, string entity, string key, string? about, long? userId, string userName, long? agencyId) => new()
    {
        AtUtc = time.GetUtcNow().UtcDateTime,
        UserId = userId,
        UserName = userName,
        AgencyId = agencyId,
        Action = action,
        Entity = entity,
        EntityId = key,
        After = about,
        CorrelationId = System.Diagnostics.Activity.Current?.TraceId.ToString(),
    };

    private Task<int> AddAsync(AuditEntry entry, CancellationToken cancellation)
    {
        db.AuditEntries.Add(entry);
        return db.SaveChangesAsync(cancellation);
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Audit;

namespace SonTrung.Cchc.Core.Data;

/// <summary>Adds one audit entry for every row that a save adds, changes or removes; the parts that come with a new row are told in its own.</summary>
internal static class AuditTrail
{
    /// <summary>Stands for a secret: that it changed is written down, what it is never.</summary>
    public const string Secret = "•••";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly HashSet<string> Secrets =
    [
        nameof(UserAccount.PasswordHash), nameof(UserAccount.SecurityStamp),
        $"{nameof(IdentityUserToken<long>)}.{nameof(IdentityUserToken<long>.Value)}",
        $"{nameof(IdentityUserLogin<long>)}.{nameof(IdentityUserLogin<long>.ProviderKey)}",
        nameof(Connections.SystemToken.TokenHash),
        $"{nameof(Signing.KeptCertificate)}.{nameof(Signing.KeptCertificate.Locked)}", $"{nameof(Signing.KeptCertificate)}.{nameof(Signing.KeptCertificate.Salt)}",
        $"{nameof(Signing.KeptCertificate)}.{nameof(Signing.KeptCertificate.Picture)}",
        nameof(IdentityPasskeyData.PublicKey), nameof(IdentityPasskeyData.AttestationObject), nameof(IdentityPasskeyData.ClientDataJson),
    ];

    /// <summary>Values that say nothing to a reader; a frozen model is told by its hash.</summary>
    private static readonly HashSet<string> Noise =
    [
        nameof(UserAccount.ConcurrencyStamp), nameof(ISearchable.SearchKey), nameof(UserAccount.SortKey),
        nameof(IVersioned.Version), nameof(IImported.ImportedVersion), nameof(Reports.ReportVersion.ModelJson), nameof(Imports.ImportBatch.Choices),
        nameof(OldReports.OldReport.SourceText), nameof(OldReports.OldReport.SourceBreaks), nameof(OldReports.OldReport.BlocksJson), nameof(OldReports.OldReport.CreatedJson),
        nameof(IChanged.ChangedUtc), nameof(Register.OutgoingDocument.KindKey), nameof(Register.OutgoingDocument.BookOrder), nameof(Reports.ReportVersion.FiguresJson), nameof(Connections.SystemToken.LastUsedUtc),
        nameof(Signing.KeptCertificate.Certificates),
    ];

    /// <summary>Rows of the machinery: no person decides on them.</summary>
    private static bool IsAudited(EntityEntry entry) =>
        entry.IsWrite() && entry.Entity is not (AuditEntry or AuditChainHead or FormReceipt or DataProtectionKey or Register.NumberCounter
            or IdentityUserToken<long> { Name: AuthenticatorCodes.LastStep });

    /// <summary>The entries for the changes that the context is about to save.</summary>
    public static IReadOnlyList<AuditEntry> Describe(CchcDbContext context, DateTime now)
    {
        var entries = context.ChangeTracker.Entries().Where(IsAudited).ToList();
        var added = entries.Where(entry => entry.State == EntityState.Added).ToList();
        var newParts = added.Where(entry => entry.Entity is AgencyPart and not ISoftDeletable)
            .ToDictionary(entry => entry.Entity, ReferenceEqualityComparer.Instance);
        var partsOf = added.ToDictionary(owner => owner.Entity, owner => NewPartsOf(owner, newParts), ReferenceEqualityComparer.Instance);
        var told = partsOf.Values.SelectMany(parts => parts).Select(part => part.Entity).ToHashSet(ReferenceEqualityComparer.Instance);
        return entries.Where(entry => !told.Contains(entry.Entity))
            .Select(entry => Describe(entry, partsOf.GetValueOrDefault(entry.Entity, []), context.Scope, now)).OfType<AuditEntry>().ToList();
    }

    /// <summary>The new parts of a new row. A file is no part in this sense: it is taken away and removed by itself.</summary>
    private static List<EntityEntry> NewPartsOf(EntityEntry owner, Dictionary<object, EntityEntry> newParts) => newParts.Count == 0 ? [] : owner.Collections
        .SelectMany(parts => parts.CurrentValue?.Cast<object>() ?? [])
        .Select(part => newParts.GetValueOrDefault(part)).OfType<EntityEntry>().ToList();

    /// <summary>What a part says besides the keys of its owner, which tells it.</summary>
    private static SortedDictionary<string, object?> Part(EntityEntry entry)
    {
        var owner = OwnerKeyOf(entry)?.Metadata;
        return Values(
            entry.Properties.Where(property => property.Metadata != owner && !property.Metadata.IsPrimaryKey()
                && property.Metadata.Name != nameof(IAgencyOwned.AgencyId) && !Noise.Contains(property.Metadata.Name)),
            property => property.CurrentValue);
    }

    private static AuditEntry? Describe(EntityEntry entry, List<EntityEntry> newParts, AccessScope scope, DateTime now)
    {
        var shown = entry.Properties.Where(property => !Noise.Contains(property.Metadata.Name)).ToList();
        var before = entry.State switch
        {
            EntityState.Added => null,
            EntityState.Deleted => Values(shown, property => property.OriginalValue),
            _ => Values(shown.Where(ChangedEntries.HasNewValue), property => property.OriginalValue),
        };
        var after = entry.State switch
        {
            EntityState.Added => Values(shown, property => property.CurrentValue),
            EntityState.Deleted => null,
            _ => Values(shown.Where(ChangedEntries.HasNewValue), property => property.CurrentValue),
        };
        if (entry.State == EntityState.Modified && after!.Count == 0 && shown.Any(property => property.IsModified))
        {
            (before, after) = ComparedWithDatabase(entry, shown);
        }

        if (entry.State == EntityState.Modified && after!.Count == 0)
        {
            return null;
        }

        foreach (var kind in newParts.GroupBy(Name))
        {
            after![kind.Key] = kind.Select(Part).ToList();
        }

        return new AuditEntry
        {
            AtUtc = now,
            UserId = scope.UserId,
            UserName = scope.UserName,
            AgencyId = AgencyOf(entry, scope),
            Action = ActionOf(entry),
            Entity = Name(entry),
            EntityId = KeyOf(entry),
            RowText = entry.State == EntityState.Modified && entry.Entity is ISearchable row ? row.SearchText : "",
            Before = before is null ? null : JsonSerializer.Serialize(before, Json),
            After = after is null ? null : JsonSerializer.Serialize(after, Json),
            CorrelationId = Activity.Current?.TraceId.ToString(),
        };
    }

    /// <summary>A row handed over whole with <c>Update</c> does not know what was stored.</summary>
    private static (SortedDictionary<string, object?> Before, SortedDictionary<string, object?> After) ComparedWithDatabase(
        EntityEntry entry, List<PropertyEntry> shown)
    {
        var stored = entry.Metadata.IsOwned() ? null : entry.GetDatabaseValues();
        var differing = stored is null ? [] : shown.Where(property => property.IsModified
            && !property.Metadata.GetValueComparer().Equals(stored[property.Metadata], property.CurrentValue)).ToList();
        return (Values(differing, property => stored![property.Metadata]), Values(differing, property => property.CurrentValue));
    }

    private static SortedDictionary<string, object?> Values(IEnumerable<PropertyEntry> properties, Func<PropertyEntry, object?> value) =>
        new(
            properties.ToDictionary(
                property => property.Metadata.Name,
                property => IsSecret(property) && value(property) is not null ? Secret : Readable(value(property))),
            StringComparer.Ordinal);

    private static bool IsSecret(PropertyEntry property) =>
        Secrets.Contains(property.Metadata.Name) || Secrets.Contains($"{Name(property.EntityEntry)}.{property.Metadata.Name}");

    private static object? Readable(object? value) => value is Enum choice ? choice.ToString() : value;

    private static AuditAction ActionOf(EntityEntry entry) => entry.State switch
    {
        EntityState.Added => AuditAction.Added,
        EntityState.Deleted => AuditAction.Removed,
        _ when entry.Entity is ISoftDeletable row && entry.Property(nameof(ISoftDeletable.DeletedUtc)).HasNewValue() =>
            row.DeletedUtc is null ? AuditAction.Restored : AuditAction.Hidden,
        _ => AuditAction.Changed,
    };

    private static long? AgencyOf(EntityEntry entry, AccessScope scope) => entry.Entity switch
    {
        IAgencyOwned owned => owned.AgencyId,
        UserAccount user => user.AgencyId,
        Agencies.Agency agency => agency.Id,
        Reports.OutlineTemplate outline => outline.AgencyId,
        Reports.SentencePattern pattern => pattern.AgencyId,
        _ when AccountParts.UserIdOf(entry) is { } userId => userId == scope.UserId
            ? scope.WriteAgencyId
            : entry.Context.ChangeTracker.Entries<UserAccount>().FirstOrDefault(user => user.Entity.Id == userId)?.Entity.AgencyId,
        _ => null,
    };

    /// <summary>"IdentityUserToken" without the mark of a generic type.</summary>
    private static string Name(EntityEntry entry) => entry.Metadata.ClrType.Name.Split('`')[0];

    /// <summary>The owner's key in a part.</summary>
    private static PropertyEntry? OwnerKeyOf(EntityEntry part) => part.Metadata.GetForeignKeys().Where(key => key.PrincipalToDependent is not null)
        .Select(key => part.Property(key.Properties.Single(property => property.Name != nameof(IAgencyOwned.AgencyId)).Name))
        .FirstOrDefault(key => key.CurrentValue is not null);

    /// <summary>The row's key; a part's begins with its owner's, so that the history of the owner is one range of the index.</summary>
    private static string KeyOf(EntityEntry entry)
    {
        var owner = entry.Entity is AgencyPart ? OwnerKeyOf(entry)?.CurrentValue : null;
        var key = (owner is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{owner}/")) + string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(property => entry.Property(property.Name).CurrentValue switch
        {
            byte[] bytes => Convert.ToHexStringLower(bytes.AsSpan(0, Math.Min(bytes.Length, 16))),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        }));
        return key[..Math.Min(key.Length, AuditEntry.EntityIdLength)];
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Audit;

namespace SonTrung.Cchc.Core.Data;

/// <summary>Adds one audit entry for every row that a save adds, changes or removes.</summary>
internal static class AuditTrail
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Never written down: secrets, and values that say nothing to a reader.</summary>
    private static readonly HashSet<string> Hidden =
    [
        nameof(UserAccount.PasswordHash), nameof(UserAccount.SecurityStamp), nameof(UserAccount.ConcurrencyStamp),
        nameof(ISearchable.SearchKey), nameof(UserAccount.SortKey), nameof(IVersioned.Version),
        nameof(Reports.ReportVersion.ModelJson),
    ];

    public static void Record(CchcDbContext context, DateTime now)
    {
        var entries = context.ChangeTracker.Entries().Where(IsAudited).ToList();
        context.AuditEntries.AddRange(entries.Select(entry => Describe(entry, context.Scope, now)).OfType<AuditEntry>());
    }

    private static bool IsAudited(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is Entity or UserAccount
        && entry.Entity is not AuditEntry;

    private static AuditEntry? Describe(EntityEntry entry, AccessScope scope, DateTime now)
    {
        var before = entry.State == EntityState.Added ? null : Values(entry, property => property.OriginalValue);
        var after = entry.State == EntityState.Deleted ? null : Values(entry, property => property.CurrentValue);
        if (before is { Count: 0 } && after is { Count: 0 })
        {
            return null;
        }

        return new AuditEntry
        {
            AtUtc = now,
            UserId = scope.UserId,
            UserName = scope.UserName,
            AgencyId = (entry.Entity as IAgencyOwned)?.AgencyId ?? (entry.Entity as UserAccount)?.AgencyId,
            Action = entry.State switch
            {
                EntityState.Added => AuditAction.Added,
                EntityState.Modified => AuditAction.Changed,
                _ => AuditAction.Removed,
            },
            Entity = entry.Metadata.ClrType.Name,
            EntityId = Convert.ToString(entry.Property(nameof(Data.Entity.Id)).CurrentValue, CultureInfo.InvariantCulture)!,
            Before = before is null ? null : JsonSerializer.Serialize(before, Json),
            After = after is null ? null : JsonSerializer.Serialize(after, Json),
            CorrelationId = Activity.Current?.TraceId.ToString(),
        };
    }

    private static SortedDictionary<string, object?> Values(EntityEntry entry, Func<PropertyEntry, object?> value)
    {
        var shown = entry.Properties.Where(property =>
            !Hidden.Contains(property.Metadata.Name)
            && (entry.State != EntityState.Modified || (property.IsModified && !Equals(property.OriginalValue, property.CurrentValue))));
        return new SortedDictionary<string, object?>(
            shown.ToDictionary(property => property.Metadata.Name, property => Readable(value(property))), StringComparer.Ordinal);
    }

    private static object? Readable(object? value) => value is Enum choice ? choice.ToString() : value;
}

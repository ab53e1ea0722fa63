using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Data;

/// <summary>A write that the current scope may not make: a bug or an attack, never a user's mistake.</summary>
/// <param name="message">What was refused.</param>
public sealed class AgencyIsolationException(string message) : InvalidOperationException(message);

/// <summary>Query filters guard reading only; this guards every insert, update and delete.</summary>
internal static class WriteGuard
{
    public static void Check(ChangeTracker changes, AccessScope scope)
    {
        foreach (var entry in changes.Entries().Where(IsWrite))
        {
            if (entry.Entity is AuditEntry && entry.State != EntityState.Added)
            {
                throw new AgencyIsolationException("Audit entries are never changed or removed.");
            }

            if (scope.IsSystem || entry.Entity is not IAgencyOwned owned)
            {
                continue;
            }

            // The stored owner counts too: a row must not be carried off to another agency.
            var stored = entry.State == EntityState.Added
                ? owned.AgencyId
                : (long)entry.Property(nameof(IAgencyOwned.AgencyId)).OriginalValue!;
            if (owned.AgencyId != stored || (owned.AgencyId != scope.WriteAgencyId && !IsReceiversAnswer(entry, scope)))
            {
                throw new AgencyIsolationException(
                    $"{entry.State} of {entry.Metadata.ClrType.Name} of agency {owned.AgencyId} refused for agency {scope.WriteAgencyId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}.");
            }
        }
    }

    private static bool IsWrite(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    /// <summary>The receiving office answers a delivery; the state and history of the report follow from it.</summary>
    private static bool IsReceiversAnswer(EntityEntry entry, AccessScope scope) => entry switch
    {
        { Entity: ReportDelivery delivery, State: EntityState.Modified } => delivery.RecipientAgencyId == scope.WriteAgencyId,
        { Entity: AnnualReport report, State: EntityState.Modified } =>
            WasDeliveredTo(entry.Context, report.Id, scope) && OnlyChanges(entry, nameof(AnnualReport.Status), nameof(AnnualReport.Version)),
        { Entity: ReportEvent act, State: EntityState.Added } => WasDeliveredTo(entry.Context, act.ReportId, scope),
        _ => false,
    };

    private static bool OnlyChanges(EntityEntry entry, params string[] allowed) =>
        entry.Properties.Where(property => property.IsModified).All(property => allowed.Contains(property.Metadata.Name));

    private static bool WasDeliveredTo(DbContext context, long reportId, AccessScope scope) =>
        context.ChangeTracker.Entries<ReportDelivery>().Any(entry =>
            entry.Entity.ReportId == reportId
            && entry.Entity.RecipientAgencyId == scope.WriteAgencyId
            && entry.State is EntityState.Unchanged or EntityState.Modified);
}

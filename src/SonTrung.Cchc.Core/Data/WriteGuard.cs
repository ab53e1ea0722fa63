using System.Globalization;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Connections;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Data;

/// <summary>A write that the current scope may not make: a bug or an attack, never a user's mistake.</summary>
/// <param name="message">What was refused.</param>
public sealed class AgencyIsolationException(string message) : InvalidOperationException(message);

/// <summary>
/// Query filters guard reading only; this guards every insert, update and delete. It sees what the context believes to be
/// stored; that the belief is true is checked by the database, where the owner is part of every UPDATE's and DELETE's condition.
/// </summary>
internal static class WriteGuard
{
    /// <summary>What signing in writes, before anybody is signed in.</summary>
    private static readonly string[] SignInColumns =
    [
        nameof(UserAccount.AccessFailedCount), nameof(UserAccount.LockoutEnd), nameof(UserAccount.PasswordHash),
        nameof(UserAccount.SecurityStamp), nameof(UserAccount.ConcurrencyStamp), nameof(UserAccount.Version),
    ];

    /// <summary>What using a token writes.</summary>
    private static readonly string[] TokenUseColumns = [nameof(SystemToken.LastUsedOn), nameof(SystemToken.LastUsedUtc), nameof(SystemToken.Version)];

    public static void Check(ChangeTracker changes, AccessScope scope)
    {
        foreach (var entry in changes.Entries().Where(entry => entry.IsWrite()))
        {
            if (entry.Entity is AuditEntry && entry.State != EntityState.Added)
            {
                throw new AgencyIsolationException("Audit entries are never changed or removed.");
            }

            if (entry.Entity is AuditChainHead)
            {
                throw new AgencyIsolationException("The head of the audit's chain moves with its entries alone.");
            }

            if (!scope.IsSystem && !(scope.IsReadOnly ? IsUseOfToken(entry, scope) : MayWrite(entry, scope)))
            {
                throw new AgencyIsolationException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{entry.State} of {entry.Metadata.ClrType.Name} refused for agency {scope.WriteAgencyId}, user {scope.UserId}."));
            }
        }
    }

    private static bool MayWrite(EntityEntry entry, AccessScope scope) => entry.Entity switch
    {
        // To whom an agency reports is decided above it.
        AgencySuperior => scope.AdministersSystem,
        IAgencyOwned owned => MayWriteOwned(entry, owned, scope),
        UserAccount user => MayManage(Stored(entry, nameof(UserAccount.AgencyId), user.AgencyId), scope)
            && MayManage(user.AgencyId, scope)
            || (entry.State == EntityState.Modified && entry.ChangesOnly(SignInColumns)),
        OutlineTemplate outline => MayManage(Stored(entry, nameof(OutlineTemplate.AgencyId), outline.AgencyId), scope)
            && MayManage(outline.AgencyId, scope),
        SentencePattern pattern => MayManage(Stored(entry, nameof(SentencePattern.AgencyId), pattern.AgencyId), scope)
            && MayManage(pattern.AgencyId, scope),
        OutlineElement element => entry.Context.ChangeTracker.Entries<OutlineTemplate>()
            .Any(outline => outline.Entity.Id == element.TemplateId && MayManage(outline.Entity.AgencyId, scope)),
        FormReceipt receipt => receipt.UserId == scope.UserId,
        AuditEntry or DataProtectionKey => true,
        _ when AccountParts.UserIdOf(entry) is { } userId => MayWriteAccountPart(entry, userId, scope),
        _ => scope.AdministersSystem,
    };

    /// <summary>The one thing that a connected system leaves behind.</summary>
    private static bool IsUseOfToken(EntityEntry entry, AccessScope scope) => entry.Entity is AuditEntry
        || (entry is { Entity: SystemToken token, State: EntityState.Modified } && MayWriteOwned(entry, token, scope) && entry.ChangesOnly(TokenUseColumns));

    private static bool MayWriteOwned(EntityEntry entry, IAgencyOwned owned, AccessScope scope)
    {
        // The stored owner counts too: a row must not be carried off to another agency.
        var stored = Stored(entry, nameof(IAgencyOwned.AgencyId), owned.AgencyId);
        if (owned.AgencyId != stored)
        {
            return false;
        }

        // Once sent, a delivery is the receiver's: the sender neither answers it nor takes it back.
        var isOwners = owned is not ReportDelivery || entry.State == EntityState.Added;
        return (isOwners && owned.AgencyId == scope.WriteAgencyId) || ReceiversAnswer.Allows(entry, scope);
    }

    /// <summary>An agency's people manage its own; the system administrator manages accounts and what all share.</summary>
    private static bool MayManage(long? agencyId, AccessScope scope) =>
        scope.AdministersSystem || (agencyId is not null && agencyId == scope.WriteAgencyId);

    /// <summary>A passkey's counter and a used recovery code are written while signing in.</summary>
    private static bool MayWriteAccountPart(EntityEntry entry, long userId, AccessScope scope) =>
        scope.UserId == userId
        || scope.AdministersSystem
        || (scope.UserId is null && entry.State == EntityState.Modified)
        || entry.Context.ChangeTracker.Entries<UserAccount>()
            .Any(user => user.Entity.Id == userId && MayManage(user.Entity.AgencyId, scope));

    private static T Stored<T>(EntityEntry entry, string property, T current) =>
        entry.State == EntityState.Added ? current : (T)entry.Property(property).OriginalValue!;
}

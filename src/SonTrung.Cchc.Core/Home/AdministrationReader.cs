using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Home;

/// <summary>What is set up and what is missing, for whoever administers.</summary>
public sealed class AdministrationReader(CchcDbContext db, TimeProvider time)
{
    /// <summary>The state on a day.</summary>
    public async Task<AdministrationOverview> ReadAsync(DateOnly today, CancellationToken cancellation = default)
    {
        var accounts = AccountReader.ManagedBy(db).AsNoTracking().Where(user => user.LeftUtc == null);
        var locked = await accounts.Where(user => user.LockoutEnd != null).Select(user => user.LockoutEnd).ToListAsync(cancellation);
        return new AdministrationOverview(
            await accounts.CountAsync(cancellation),
            await accounts.CountAsync(user => user.HasTemporaryPassword, cancellation),
            locked.Count(until => until > time.GetUtcNow()),
            db.Scope.WriteAgencyId is null ? null : await AgencyAsync(today, cancellation),
            db.Scope.AdministersSystem ? await db.Agencies.CountAsync(cancellation) : null);
    }

    private async Task<AgencySetup> AgencyAsync(DateOnly today, CancellationToken cancellation) => new(
        await db.AgencyProfiles.AsNoTracking().ValidOn(today).OrderByDescending(row => row.ValidFrom)
            .Select(row => (DateOnly?)row.ValidFrom).FirstOrDefaultAsync(cancellation),
        await db.AgencyProfiles.AsNoTracking().ValidOn(today).AnyAsync(
            row => row.Recipients.Any(line => line.Kind == RecipientKind.Addressee && line.RecipientAgencyId != null), cancellation),
        await db.AgencySuperiors.AsNoTracking().ValidOn(today)
            .Where(superior => superior.AgencyId == db.Scope.WriteAgencyId && !db.AgencyProfiles.Any(row => row.ValidFrom <= today && (row.ValidTo == null || row.ValidTo >= today)
                && row.Recipients.Any(line => line.Kind == RecipientKind.Addressee && line.RecipientAgencyId == superior.SuperiorId)))
            .Select(superior => superior.Superior!.Name).FirstOrDefaultAsync(cancellation),
        await db.Signers.AsNoTracking().ValidOn(today).OrderBy(row => row.Capacity == SigningCapacity.OnBehalf ? 0 : 1).ThenBy(row => row.Id)
            .Select(row => row.FullName).ToListAsync(cancellation),
        await db.Signers.AsNoTracking().ValidOn(today).CountAsync(row => row.UserId == null, cancellation),
        await db.Departments.AsNoTracking().ValidOn(today).CountAsync(cancellation),
        await db.ReportingPeriods.AsNoTracking().Where(row => row.Kind == PeriodKind.Year && row.From <= today && row.To >= today)
            .Select(row => (int?)row.Year).FirstOrDefaultAsync(cancellation),
        await db.ReportingPeriods.AsNoTracking().Where(row => row.Kind == PeriodKind.Year)
            .Select(row => (int?)row.Year).MaxAsync(cancellation));
}

/// <summary>What is set up.</summary>
/// <param name="People">People who can sign in.</param>
/// <param name="WithTemporaryPassword">Of these still with a given password.</param>
/// <param name="Locked">Of these locked out for the moment by wrong passwords.</param>
/// <param name="Agency">The own agency; null for a system administrator.</param>
/// <param name="Agencies">How many agencies there are, for a system administrator.</param>
public sealed record AdministrationOverview(int People, int WithTemporaryPassword, int Locked, AgencySetup? Agency, int? Agencies);

/// <summary>What an agency has set up.</summary>
/// <param name="LetterheadSince">The first day of today's letterhead; null when there is none.</param>
/// <param name="IsDelivered">Whether an addressee has an office in the portal.</param>
/// <param name="UnaddressedSuperior">The office that the agency reports to, when no addressee is it.</param>
/// <param name="Signers">Who may sign today.</param>
/// <param name="SignersWithoutAccount">Of these without an account to approve with.</param>
/// <param name="Departments">Units of today.</param>
/// <param name="Year">Today's reporting year; null when no period holds today.</param>
/// <param name="LastYear">The last year opened.</param>
public sealed record AgencySetup(
    DateOnly? LetterheadSince, bool IsDelivered, string? UnaddressedSuperior, IReadOnlyList<string> Signers, int SignersWithoutAccount, int Departments, int? Year, int? LastYear);

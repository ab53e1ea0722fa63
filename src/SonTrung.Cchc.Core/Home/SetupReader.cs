using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Home;

/// <summary>What an agency has put in place before its first report can be written.</summary>
/// <param name="Letterhead">Letterhead with addressees, and somebody who may sign.</param>
/// <param name="People">Somebody who enters, somebody who numbers, somebody who signs.</param>
/// <param name="Plan">The year's plan with at least one line.</param>
/// <param name="Channels">Channels to choose from.</param>
/// <param name="Year">The running reporting year; null when no period holds today.</param>
public sealed record SetupChecklist(bool Letterhead, bool People, bool Plan, bool Channels, int? Year)
{
    /// <summary>Nothing is missing.</summary>
    public bool IsComplete => Letterhead && People && Plan && Channels && Year is not null;
}

/// <summary>Reads the first-run checklist of the user's agency.</summary>
public sealed class SetupReader(CchcDbContext db)
{
    /// <summary>The checklist on a day; null for somebody of no agency, and for a superior office, which writes no report.</summary>
    public async Task<SetupChecklist?> ReadAsync(DateOnly today, CancellationToken cancellation = default)
    {
        if (db.Scope.WriteAgencyId is not { } agency
            || !await db.Agencies.AnyAsync(row => row.Id == agency && row.Kind == AgencyKind.Commune, cancellation))
        {
            return null;
        }

        var duties = await db.Users.Where(user => user.AgencyId == agency && user.LeftUtc == null).Select(user => user.Duties).ToListAsync(cancellation);
        var year = await db.ReportingPeriods.Where(period => period.Kind == PeriodKind.Year && period.From <= today && period.To >= today)
            .Select(period => (int?)period.Year).SingleOrDefaultAsync(cancellation);
        return new SetupChecklist(
            await db.AgencyProfiles.ValidOn(today).AnyAsync(row => row.Recipients.Any(line => line.Kind == RecipientKind.Addressee), cancellation)
                && await db.Signers.ValidOn(today).AnyAsync(cancellation),
            Array.TrueForAll([Duties.Staff | Duties.Clerk, Duties.Clerk, Duties.Chairman], any => duties.Exists(own => (own & any) != 0)),
            await db.PlanItems.AnyAsync(row => row.Plan!.Year == year, cancellation),
            await db.PropagandaChannels.ValidOn(today).AnyAsync(cancellation),
            year);
    }
}

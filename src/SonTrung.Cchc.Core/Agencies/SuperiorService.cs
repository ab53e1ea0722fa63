using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Agencies;

/// <summary>
/// To which office a commune reports, from a day on, for the system administrator. A new one begins where the old one ends, so that
/// the years before keep their receiver.
/// </summary>
public sealed class SuperiorService(CchcDbContext db, TimeProvider time)
{
    /// <summary>A commune with its superiors, newest first; null when there is no such commune.</summary>
    public async Task<SuperiorsOfAgency?> OfAsync(long agencyId, CancellationToken cancellation = default) =>
        await Communes().SingleOrDefaultAsync(row => row.Id == agencyId, cancellation) is { } agency
            ? new SuperiorsOfAgency(
                agency,
                await db.AgencySuperiors.AsNoTracking().Include(row => row.Superior).Where(row => row.AgencyId == agencyId)
                    .OrderByDescending(row => row.ValidFrom).ToListAsync(cancellation))
            : null;

    /// <summary>The offices that receive reports, in the order of the alphabet.</summary>
    public async Task<IReadOnlyList<Choice>> OfficesAsync(CancellationToken cancellation = default) =>
        (await Offices().Select(office => new Choice(office.Id, office.Name)).ToListAsync(cancellation))
        .OrderBy(office => SortKey.Of(office.Name), StringComparer.Ordinal).ToList();

    /// <summary>Adds a superior from a day on, once per form; the one before it ends the day before.</summary>
    public async Task<SetupResult> AddAsync(Guid formKey, long agencyId, long officeId, DateOnly validFrom, CancellationToken cancellation = default)
    {
        if (!await Communes().AnyAsync(row => row.Id == agencyId, cancellation))
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        if (!await Offices().AnyAsync(office => office.Id == officeId, cancellation))
        {
            return new SetupResult(SetupOutcome.ChoiceWrong);
        }

        if (await db.MadeByFormAsync(formKey, cancellation) is null)
        {
            var others = await db.AgencySuperiors.AsNoTracking().Where(row => row.AgencyId == agencyId).ToListAsync(cancellation);
            if (others.Exists(row => row.ValidFrom == validFrom))
            {
                return new SetupResult(SetupOutcome.Overlaps);
            }

            if (others.Exists(row => row.SuperiorId == officeId && row.ValidFrom < validFrom && (row.ValidTo is null || row.ValidTo >= validFrom)))
            {
                return new SetupResult(SetupOutcome.NameTaken);
            }
        }

        return new SetupResult(SetupOutcome.Done, await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            async () =>
            {
                var others = await db.AgencySuperiors.Where(row => row.AgencyId == agencyId).ToListAsync(cancellation);
                if (others.Find(row => row.ValidFrom < validFrom && (row.ValidTo is null || row.ValidTo >= validFrom)) is { } before)
                {
                    before.ValidTo = validFrom.AddDays(-1);
                }

                var next = others.Where(row => row.ValidFrom > validFrom).MinBy(row => row.ValidFrom);
                var added = New(agencyId, officeId, validFrom);
                added.ValidTo = next?.ValidFrom.AddDays(-1);
                db.Add(added);
                return added;
            },
            cancellation));
    }

    /// <summary>Says on which day a commune last reports to an office; no day takes the end back.</summary>
    public async Task<SetupResult> EndAsync(long agencyId, long id, Guid version, DateOnly? lastDay, CancellationToken cancellation = default)
    {
        if (await FindAsync(agencyId, id, cancellation) is not { } row)
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        if (lastDay < row.ValidFrom)
        {
            return new SetupResult(SetupOutcome.EndsBeforeStart, id);
        }

        if (await db.AgencySuperiors.AnyAsync(
            other => other.AgencyId == agencyId && other.ValidFrom > row.ValidFrom && (lastDay == null || other.ValidFrom <= lastDay), cancellation))
        {
            return new SetupResult(SetupOutcome.Overlaps, id);
        }

        row.ValidTo = lastDay;
        return await db.SaveSetupAsync(row, version, cancellation);
    }

    /// <summary>Takes away a superior whose time has not begun; the one before goes on in its place.</summary>
    public async Task<SetupResult> RemoveAsync(long agencyId, long id, Guid version, CancellationToken cancellation = default)
    {
        if (await FindAsync(agencyId, id, cancellation) is not { } row)
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        if (row.ValidFrom <= time.Today())
        {
            return new SetupResult(SetupOutcome.Needed, id);
        }

        var lastBefore = row.ValidFrom.AddDays(-1);
        if (await db.AgencySuperiors.SingleOrDefaultAsync(other => other.AgencyId == agencyId && other.ValidTo == lastBefore, cancellation) is { } before)
        {
            before.ValidTo = row.ValidTo;
        }

        db.Remove(row);
        return await db.SaveSetupAsync(row, version, cancellation);
    }

    /// <summary>A row for a new commune, saved with it.</summary>
    internal static AgencySuperior New(long agencyId, long officeId, DateOnly validFrom) =>
        new() { AgencyId = agencyId, SuperiorId = officeId, ValidFrom = validFrom };

    private Task<AgencySuperior?> FindAsync(long agencyId, long id, CancellationToken cancellation) =>
        db.AgencySuperiors.SingleOrDefaultAsync(row => row.Id == id && row.AgencyId == agencyId, cancellation);

    private IQueryable<Agency> Communes() => db.Agencies.AsNoTracking().Where(row => row.Kind == AgencyKind.Commune);

    private IQueryable<Agency> Offices() => db.Agencies.AsNoTracking().Where(row => row.Kind == AgencyKind.SuperiorOffice);
}

/// <summary>To whom a commune reports.</summary>
/// <param name="Agency">The commune.</param>
/// <param name="Rows">Its superiors, newest first.</param>
public sealed record SuperiorsOfAgency(Agency Agency, IReadOnlyList<AgencySuperior> Rows);

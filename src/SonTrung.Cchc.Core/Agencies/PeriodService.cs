using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Agencies;

/// <summary>The days of a reporting year.</summary>
/// <param name="From">The first, included.</param>
/// <param name="To">The last, included.</param>
/// <param name="DueOn">The day the report is due.</param>
public sealed record PeriodDays(DateOnly From, DateOnly To, DateOnly DueOn);

/// <summary>The agency's reporting years: they never overlap, and no year loses the days on which its work was done.</summary>
public sealed class PeriodService(CchcDbContext db, TimeProvider time)
{
    /// <summary>The years, newest first, with the number of their activities.</summary>
    public Task<List<PeriodRow>> ListAsync(CancellationToken cancellation = default) =>
        Years().AsNoTracking().OrderByDescending(row => row.Year)
            .Select(row => new PeriodRow(row.Id, row.Year, row.From, row.To, row.DueOn, db.PropagandaActivities.Count(activity => activity.AgencyId == row.AgencyId && activity.Year == row.Year)))
            .ToListAsync(cancellation);

    /// <summary>One year, or null.</summary>
    public Task<ReportingPeriod?> FindAsync(long id, CancellationToken cancellation = default) =>
        Years().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>The year to be opened next, beginning where the last one ends.</summary>
    public async Task<ReportingPeriod> NextAsync(CancellationToken cancellation = default)
    {
        var last = await Years().AsNoTracking().OrderByDescending(row => row.Year).FirstOrDefaultAsync(cancellation);
        var next = ReportingPeriod.StandardYear(db.OwnAgency(), last?.Year + 1 ?? ReportingPeriod.StandardYearOf(time.Today()));
        if (last is not null)
        {
            next.From = last.To.AddDays(1);
            next.To = last.To.AddYears(1);
            next.DueOn = last.DueOn.AddYears(1);
        }

        return next;
    }

    /// <summary>Opens a year once per form.</summary>
    public async Task<SetupResult> CreateAsync(Guid formKey, int year, PeriodDays days, CancellationToken cancellation = default)
    {
        if (!await db.FormReceipts.AnyAsync(receipt => receipt.Key == formKey, cancellation))
        {
            if (await Years().AnyAsync(row => row.Year == year, cancellation))
            {
                return new SetupResult(SetupOutcome.NameTaken);
            }

            if (await CheckAsync(0, year, days, cancellation) is { } refusal)
            {
                return new SetupResult(refusal);
            }
        }

        return new SetupResult(SetupOutcome.Done, await db.CreateOnceAsync(
            formKey,
            time.GetUtcNow().UtcDateTime,
            () =>
            {
                var row = new ReportingPeriod { AgencyId = db.OwnAgency(), Year = year, From = days.From, To = days.To, DueOn = days.DueOn };
                db.ReportingPeriods.Add(row);
                return Task.FromResult<Entity>(row);
            },
            cancellation));
    }

    /// <summary>Changes the days of a year.</summary>
    public async Task<SetupResult> UpdateAsync(long id, Guid version, PeriodDays days, CancellationToken cancellation = default)
    {
        if (await Years().SingleOrDefaultAsync(period => period.Id == id, cancellation) is not { } row)
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        if (await CheckAsync(id, row.Year, days, cancellation) is { } refusal)
        {
            return new SetupResult(refusal, id);
        }

        (row.From, row.To, row.DueOn) = (days.From, days.To, days.DueOn);
        return await db.SaveSetupAsync(row, version, cancellation);
    }

    /// <summary>Whether a year can be closed again: the newest one, and not the only one, of which nothing was written, deleted rows included.</summary>
    public Task<bool> IsUnusedAsync(long id, CancellationToken cancellation = default) =>
        db.ReportingPeriods.IgnoreQueryFilters([CchcDbContext.DeletedFilter]).AnyAsync(
            row => row.Id == id
                && !db.ReportingPeriods.Any(other => other.AgencyId == row.AgencyId && other.Kind == PeriodKind.Year && other.Year > row.Year)
                && db.ReportingPeriods.Any(other => other.AgencyId == row.AgencyId && other.Kind == PeriodKind.Year && other.Year < row.Year)
                && !db.PropagandaActivities.Any(work => work.AgencyId == row.AgencyId && work.Year == row.Year)
                && !db.Plans.Any(work => work.AgencyId == row.AgencyId && work.Year == row.Year)
                && !db.AnnualReports.Any(work => work.AgencyId == row.AgencyId && work.Year == row.Year)
                && !db.ReferenceDocuments.Any(work => work.AgencyId == row.AgencyId && work.Year == row.Year)
                && !db.DeclaredFigures.Any(work => work.AgencyId == row.AgencyId && work.Year == row.Year)
                && !db.Shortcomings.Any(work => work.AgencyId == row.AgencyId && work.Year == row.Year)
                && !db.NextYearTasks.Any(work => work.AgencyId == row.AgencyId && work.Year == row.Year)
                && !db.ProposalAnswers.Any(work => work.AgencyId == row.AgencyId && work.Year == row.Year)
                && !db.ScoreExplanations.Any(work => work.AgencyId == row.AgencyId && work.Year == row.Year)
                && !db.OldReports.Any(work => work.AgencyId == row.AgencyId && work.Year == row.Year),
            cancellation);

    /// <summary>Closes a year again that was opened by mistake.</summary>
    public async Task<SetupResult> RemoveAsync(long id, Guid version, CancellationToken cancellation = default)
    {
        if (await Years().SingleOrDefaultAsync(period => period.Id == id, cancellation) is not { } row)
        {
            return new SetupResult(SetupOutcome.NotFound);
        }

        if (!await IsUnusedAsync(id, cancellation))
        {
            return new SetupResult(SetupOutcome.Needed, id);
        }

        db.Remove(row);
        return await db.SaveSetupAsync(row, version, cancellation);
    }

    private IQueryable<ReportingPeriod> Years() => db.ReportingPeriods.Where(row => row.Kind == PeriodKind.Year);

    private async Task<SetupOutcome?> CheckAsync(long id, int year, PeriodDays days, CancellationToken cancellation)
    {
        if (days.To < days.From || days.DueOn < days.From)
        {
            return SetupOutcome.EndsBeforeStart;
        }

        if (await Years().AnyAsync(
            row => row.Id != id && ((row.From <= days.To && row.To >= days.From) || (row.Year < year && row.From > days.From) || (row.Year > year && row.From < days.From)),
            cancellation))
        {
            return SetupOutcome.Overlaps;
        }

        // A deleted activity can come back, so it counts too.
        var agency = db.OwnAgency();
        return await db.PropagandaActivities.IgnoreQueryFilters([CchcDbContext.DeletedFilter])
            .AnyAsync(activity => activity.AgencyId == agency && activity.Year == year && (activity.StartsOn < days.From || activity.EndsOn > days.To), cancellation)
            ? SetupOutcome.WorkOutside
            : null;
    }
}

/// <summary>A reporting year in the list.</summary>
public sealed record PeriodRow(long Id, int Year, DateOnly From, DateOnly To, DateOnly DueOn, int Activities);

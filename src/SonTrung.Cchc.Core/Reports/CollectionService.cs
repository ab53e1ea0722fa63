using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>How an act on a collection ended.</summary>
public enum CollectionOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>No such report, collection or department for this user.</summary>
    NotFound,

    /// <summary>The report is no longer written.</summary>
    NotEditable,

    /// <summary>The person works in another department.</summary>
    OtherDepartment,

    /// <summary>Somebody changed it since the form went out.</summary>
    Conflict,
}

/// <summary>The departments feed the report: until when, who owes, who confirmed that its figures are complete.</summary>
public sealed class CollectionService(CchcDbContext db, TimeProvider time)
{
    /// <summary>Most late entries that are listed.</summary>
    public const int MaxLate = 50;

    /// <summary>The collection of a report as it stands, or null when none was opened.</summary>
    public async Task<CollectionBoard?> FindAsync(long reportId, CancellationToken cancellation = default)
    {
        var collection = await db.DataCollections.AsNoTracking().Include(row => row.Report)
            .Include(row => row.Departments).ThenInclude(row => row.Department)
            .AsSplitQuery().SingleOrDefaultAsync(row => row.ReportId == reportId, cancellation);
        if (collection is null)
        {
            return null;
        }

        var year = collection.Report!.Year;
        var closedUtc = EndOf(collection.ClosesOn);
        var late = await db.PropagandaActivities.AsNoTracking()
            .Where(row => row.AgencyId == collection.AgencyId && row.Year == year && row.EnteredUtc >= closedUtc)
            .OrderByDescending(row => row.EnteredUtc).Take(MaxLate)
            .Select(row => new LateEntry(row.Id, row.Title, row.StartsOn, row.Department!.Name, row.EnteredUtc)).ToListAsync(cancellation);
        var since = await db.PropagandaActivities.AsNoTracking()
            .Where(row => row.AgencyId == collection.AgencyId && row.Year == year && db.DepartmentConfirmations.Any(owed => owed.CollectionId == collection.Id
                && owed.DepartmentId == row.DepartmentId && owed.ConfirmedUtc < row.EnteredUtc))
            .GroupBy(row => row.DepartmentId!.Value).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        return new CollectionBoard(
            collection,
            collection.Departments.OrderBy(row => row.Department!.Position).ThenBy(row => row.Id)
                .Select(row => new OwedFigures(row, since.GetValueOrDefault(row.DepartmentId))).ToList(),
            late);
    }

    /// <summary>The names of the departments that have not confirmed their figures for a report, in the order of the report.</summary>
    public Task<List<string>> OwingAsync(long reportId, CancellationToken cancellation = default) =>
        db.DataCollections.AsNoTracking().Where(row => row.ReportId == reportId).SelectMany(row => row.Departments)
            .Where(owed => owed.ConfirmedUtc == null).OrderBy(owed => owed.Department!.Position).ThenBy(owed => owed.Id)
            .Select(owed => owed.Department!.Name).ToListAsync(cancellation);

    /// <summary>The departments that may owe, in the order of the report: those of the report's period.</summary>
    public async Task<List<Department>> DepartmentsAsync(long reportId, CancellationToken cancellation = default)
    {
        var day = await db.AnnualReports.Where(report => report.Id == reportId)
            .SelectMany(report => db.ReportingPeriods.Where(period => period.AgencyId == report.AgencyId
                && period.Year == report.Year && period.Kind == report.PeriodKind && period.Ordinal == report.PeriodOrdinal))
            .Select(period => (DateOnly?)period.To).SingleOrDefaultAsync(cancellation) ?? time.Today();
        return await db.Departments.AsNoTracking().ValidOn(day).OrderBy(row => row.Position).ThenBy(row => row.Id).ToListAsync(cancellation);
    }

    /// <summary>The last day proposed for a new collection: in a week, but no later than the report is due.</summary>
    public async Task<DateOnly> ProposedLastDayAsync(AnnualReport report, CancellationToken cancellation = default)
    {
        var (today, week) = (time.Today(), time.Today().AddDays(7));
        var due = await db.ReportingPeriods.AsNoTracking()
            .Where(period => period.Year == report.Year && period.Kind == report.PeriodKind && period.Ordinal == report.PeriodOrdinal)
            .Select(period => (DateOnly?)period.DueOn).SingleOrDefaultAsync(cancellation);
        return due is { } day && day >= today && day < week ? day : week;
    }

    /// <summary>Opens the collection of a report, or changes it: confirmations of departments that still owe are kept.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="version">The token that went out with the form; empty for a new collection.</param>
    /// <param name="closesOn">The last day, included.</param>
    /// <param name="note">What the departments are asked for.</param>
    /// <param name="departmentIds">Who owes.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<CollectionOutcome> SaveAsync(
        long reportId, Guid version, DateOnly closesOn, string? note, IReadOnlyCollection<long> departmentIds, CancellationToken cancellation = default) =>
        OneAfterAnotherAsync(
            async () =>
            {
                var report = await db.AnnualReports.SingleOrDefaultAsync(row => row.Id == reportId, cancellation);
                var known = await db.Departments.Where(row => departmentIds.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellation);
                if (report is null || known.Count != departmentIds.Distinct().Count())
                {
                    return CollectionOutcome.NotFound;
                }

                if (!report.IsEditable)
                {
                    return CollectionOutcome.NotEditable;
                }

                var collection = await db.DataCollections.Include(row => row.Departments)
                    .SingleOrDefaultAsync(row => row.ReportId == reportId, cancellation);
                if (collection is null)
                {
                    collection = new DataCollection { AgencyId = report.AgencyId, ReportId = report.Id, ClosesOn = closesOn };
                    db.DataCollections.Add(collection);
                }
                else if (collection.Version != version)
                {
                    return CollectionOutcome.Conflict;
                }

                collection.ClosesOn = closesOn;
                collection.Note = PlainText.CleanLines(note) is { Length: > 0 } text ? text : null;
                db.RemoveRange(collection.Departments.Where(row => !known.Contains(row.DepartmentId)));
                db.AddRange(known.Except(collection.Departments.Select(row => row.DepartmentId)).Select(id => new DepartmentConfirmation
                {
                    AgencyId = report.AgencyId,
                    CollectionId = collection.Id,
                    DepartmentId = id,
                }));
                await db.SaveChangesAsync(cancellation);
                return CollectionOutcome.Done;
            },
            cancellation);

    /// <summary>Đã xác nhận đủ số liệu, in the name of the signed-in person, or takes that word back.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="departmentId">The department that owes.</param>
    /// <param name="confirmed">True to confirm.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<CollectionOutcome> ConfirmAsync(long reportId, long departmentId, bool confirmed, CancellationToken cancellation = default) =>
        OneAfterAnotherAsync(
            async () =>
            {
                var owed = await db.DepartmentConfirmations
                    .SingleOrDefaultAsync(
                        row => row.DepartmentId == departmentId
                            && db.DataCollections.Any(collection => collection.Id == row.CollectionId && collection.ReportId == reportId),
                        cancellation);
                if (owed is null)
                {
                    return CollectionOutcome.NotFound;
                }

                if (!(await db.AnnualReports.SingleAsync(row => row.Id == reportId, cancellation)).IsEditable)
                {
                    return CollectionOutcome.NotEditable;
                }

                if (await OwnDepartmentAsync(cancellation) is { } own && own != departmentId)
                {
                    return CollectionOutcome.OtherDepartment;
                }

                owed.ConfirmedUtc = confirmed ? time.GetUtcNow().UtcDateTime : null;
                owed.ConfirmedById = confirmed ? db.Scope.UserId : null;
                owed.ConfirmedBy = confirmed ? db.Scope.UserName : null;
                await db.SaveChangesAsync(cancellation);
                return CollectionOutcome.Done;
            },
            cancellation);

    /// <summary>The only department for which the signed-in person confirms; null for who works in none and so looks after all of them.</summary>
    public Task<long?> OwnDepartmentAsync(CancellationToken cancellation = default) =>
        db.Users.Where(user => user.Id == db.Scope.UserId).Select(user => user.DepartmentId).SingleOrDefaultAsync(cancellation);

    /// <summary>The first moment (UTC) after a day in Việt Nam.</summary>
    public static DateTime EndOf(DateOnly day) => VietnamTime.ToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue));

    private async Task<CollectionOutcome> OneAfterAnotherAsync(Func<Task<CollectionOutcome>> act, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(act, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return CollectionOutcome.Conflict;
        }
    }
}

/// <summary>A collection as it stands.</summary>
/// <param name="Collection">The collection with its report.</param>
/// <param name="Departments">Who owes, in the order of the report.</param>
/// <param name="Late">Entries after the cut-off, newest first, at most <see cref="CollectionService.MaxLate"/>.</param>
public sealed record CollectionBoard(DataCollection Collection, IReadOnlyList<OwedFigures> Departments, IReadOnlyList<LateEntry> Late)
{
    /// <summary>Departments that confirmed.</summary>
    public int Confirmed => Departments.Count(row => row.Confirmation.ConfirmedUtc is not null);
}

/// <summary>What a department owes.</summary>
/// <param name="Confirmation">The word it gave, or not yet.</param>
/// <param name="EnteredSince">Activities of the department entered after it confirmed.</param>
public sealed record OwedFigures(DepartmentConfirmation Confirmation, int EnteredSince);

/// <summary>An activity entered after the cut-off.</summary>
public sealed record LateEntry(long Id, string Title, DateOnly Day, string? Department, DateTime EnteredUtc);

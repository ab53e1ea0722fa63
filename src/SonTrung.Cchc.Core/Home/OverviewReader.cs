using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Home;

/// <summary>Gathers what the first page shows, as far as the user's permissions reach.</summary>
public sealed class OverviewReader(CchcDbContext db, DeskReader desk, SetupReader setup)
{
    private const int RecentRows = 5;

    /// <summary>What waits for a user on a day.</summary>
    /// <param name="permissions">What the user may do.</param>
    /// <param name="today">Today in Việt Nam.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<Overview> ReadAsync(IReadOnlySet<Permission> permissions, DateOnly today, CancellationToken cancellation = default) => new(
        permissions.Contains(Permission.ViewWork) ? await WorkAsync(today, cancellation) : null,
        permissions.Contains(Permission.ViewReports)
            ? await db.OwnReports().AsNoTracking()
                .OrderByDescending(report => report.Year).ThenByDescending(report => report.Revision)
                .Select(report => new WaitingReport(report.Id, report.Year, report.Status)).ToListAsync(cancellation)
            : [],
        permissions.Contains(Permission.ViewReports)
            ? await db.DataCollections.AsNoTracking()
                .Where(row => row.Report!.Status == ReportStatus.Draft || row.Report.Status == ReportStatus.Returned)
                .OrderByDescending(row => row.Report!.Year)
                .Select(row => new OpenCollection(
                    row.ReportId, row.Report!.Year, row.ClosesOn, row.Departments.Count(owed => owed.ConfirmedUtc != null), row.Departments.Count))
                .ToListAsync(cancellation)
            : [],
        await desk.ReadAsync(permissions, today, cancellation),
        permissions.Contains(Permission.EditWork) || permissions.Contains(Permission.ManageAgency) ? await setup.ReadAsync(today, cancellation) : null);

    private async Task<YearOfWork> WorkAsync(DateOnly today, CancellationToken cancellation)
    {
        var period = await db.ReportingPeriods.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Kind == PeriodKind.Year && row.From <= today && row.To >= today, cancellation);
        var year = period?.Year ?? await db.ReportingYearAsync(today, cancellation);
        var agency = db.Scope.WriteAgencyId;
        var activities = db.PropagandaActivities.AsNoTracking().Where(row => row.AgencyId == agency && row.Year == year);
        return new YearOfWork(
            period?.Year,
            period?.DueOn,
            period is null ? 0 : period.DueOn.DayNumber - today.DayNumber,
            await activities.CountAsync(cancellation),
            await activities.WithoutEvidence().CountAsync(cancellation),
            await activities.OrderByDescending(row => row.EnteredUtc).ThenByDescending(row => row.Id).Take(RecentRows)
                .Select(row => new RecentActivity(row.Id, row.StartsOn, row.Title)).ToListAsync(cancellation));
    }
}

/// <summary>What the first page shows.</summary>
/// <param name="Work">The year, for those who see the agency's work.</param>
/// <param name="Reports">The agency's reports, for those who see them.</param>
/// <param name="Collections">Collections of figures for reports that are being written.</param>
/// <param name="Desk">What needs the person.</param>
/// <param name="Setup">The first-run checklist, for those who can act on it.</param>
public sealed record Overview(
    YearOfWork? Work,
    IReadOnlyList<WaitingReport> Reports,
    IReadOnlyList<OpenCollection> Collections,
    IReadOnlyList<DeskItem> Desk,
    SetupChecklist? Setup)
{
    /// <summary>Whether the report of a year, in its last revision, has gone to the superior office and did not come back.</summary>
    public bool IsSent(int year) =>
        Reports.FirstOrDefault(report => report.Year == year) is { Status: ReportStatus.Issued or ReportStatus.Received } sent
        && !Desk.Any(item => item.Kind == DeskItemKind.ReportReturnedBySuperior && item.ReportId == sent.Id);
}

/// <summary>A collection of figures that runs.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="Year">The reporting year.</param>
/// <param name="ClosesOn">The last day.</param>
/// <param name="Confirmed">Departments that confirmed.</param>
/// <param name="Total">Departments that owe.</param>
public sealed record OpenCollection(long ReportId, int Year, DateOnly ClosesOn, int Confirmed, int Total);

/// <summary>The running year; without a year when no period holds today.</summary>
/// <param name="Year">The reporting year.</param>
/// <param name="DueOn">The day its report is due.</param>
/// <param name="DaysLeft">Days until then; negative when it is past.</param>
/// <param name="ActivityCount">Activities entered.</param>
/// <param name="WithoutEvidence">Of these without file or link.</param>
/// <param name="Recent">The newest entries.</param>
public sealed record YearOfWork(
    int? Year, DateOnly? DueOn, int DaysLeft, int ActivityCount, int WithoutEvidence, IReadOnlyList<RecentActivity> Recent);

/// <summary>A report in some state.</summary>
public sealed record WaitingReport(long Id, int Year, ReportStatus Status);

/// <summary>An activity entered lately.</summary>
public sealed record RecentActivity(long Id, DateOnly Day, string Title);

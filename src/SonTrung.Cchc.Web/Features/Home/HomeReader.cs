using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Activities;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Authorization;

namespace SonTrung.Cchc.Web.Features.Home;

/// <summary>Gathers what the first page shows, as far as the user's permissions reach.</summary>
public sealed class HomeReader(CchcDbContext db, DeliveryReader deliveries)
{
    private const int RecentRows = 5;

    /// <summary>What waits for the user on a day.</summary>
    public async Task<HomePage> ReadAsync(ClaimsPrincipal user, DateOnly today, CancellationToken cancellation)
    {
        var work = user.May(Permission.ViewWork) ? await WorkAsync(today, cancellation) : null;
        var reports = user.May(Permission.ViewReports)
            ? await db.AnnualReports.AsNoTracking()
                .OrderByDescending(report => report.Year).ThenByDescending(report => report.Revision)
                .Select(report => new WaitingReport(report.Id, report.Year, report.Status)).ToListAsync(cancellation)
            : [];
        return new HomePage(
            user.PersonName(),
            work,
            reports,
            user.May(Permission.ReceiveReports) ? await deliveries.CountWaitingAsync(cancellation) : null);
    }

    private async Task<YearOfWork> WorkAsync(DateOnly today, CancellationToken cancellation)
    {
        var period = await db.ReportingPeriods.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Kind == PeriodKind.Year && row.From <= today && row.To >= today, cancellation);
        if (period is null)
        {
            return new YearOfWork(null, null, 0, 0, 0, []);
        }

        var activities = db.PropagandaActivities.AsNoTracking().Where(row => row.Year == period.Year);
        return new YearOfWork(
            period.Year,
            period.DueOn,
            period.DueOn.DayNumber - today.DayNumber,
            await activities.CountAsync(cancellation),
            await activities.CountAsync(row => row.Attachments.Count == 0 && row.Links.Count == 0, cancellation),
            await activities.OrderByDescending(row => row.Id).Take(RecentRows)
                .Select(row => new RecentActivity(row.Id, row.StartsOn, row.Title)).ToListAsync(cancellation));
    }
}

/// <summary>The first page.</summary>
/// <param name="PersonName">The user.</param>
/// <param name="Work">The year, for those who see the agency's work.</param>
/// <param name="Reports">The agency's reports, for those who see them.</param>
/// <param name="InboxWaiting">Deliveries that wait, for a superior office.</param>
public sealed record HomePage(string PersonName, YearOfWork? Work, IReadOnlyList<WaitingReport> Reports, int? InboxWaiting);

/// <summary>The running year; without a year when no period holds today.</summary>
public sealed record YearOfWork(
    int? Year, DateOnly? DueOn, int DaysLeft, int ActivityCount, int WithoutEvidence, IReadOnlyList<RecentActivity> Recent);

/// <summary>A report in some state.</summary>
public sealed record WaitingReport(long Id, int Year, ReportStatus Status);

/// <summary>An activity entered lately.</summary>
public sealed record RecentActivity(long Id, DateOnly Day, string Title);

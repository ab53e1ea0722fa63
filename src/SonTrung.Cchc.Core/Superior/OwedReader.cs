using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Superior;

/// <summary>Phải nộp: what the own commune owes to its superior offices, and what they ask for.</summary>
public sealed class OwedReader(CchcDbContext db, TimeProvider time)
{
    /// <summary>All that is asked for, what is due first at the head; what was received long ago is left out.</summary>
    public async Task<IReadOnlyList<OwedReport>> ListAsync(CancellationToken cancellation = default)
    {
        var own = db.OwnAgency();
        var today = time.Today();
        var settings = await db.PortalSettings.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? new PortalSettings();
        var links = await db.AgencySuperiors.AsNoTracking().Where(row => row.AgencyId == own).ToListAsync(cancellation);
        var requests = await RequestsAsync(own, cancellation);
        var delivered = await db.ReportDeliveries.AsNoTracking().Where(row => row.AgencyId == own)
            .Select(row => new
            {
                row.RecipientAgencyId,
                Arrived = new ArrivedReport(
                    row.Id, row.AgencyId, new RequestedPeriod(row.Report!.Year, row.Report.PeriodKind, row.Report.PeriodOrdinal),
                    row.Report.Status, row.Report.Number, row.Report.Symbol, row.Report.IssuedOn, row.SentUtc, row.Status),
            })
            .ToListAsync(cancellation);
        var outside = await db.OutsideReports.AsNoTracking().Where(row => row.CommuneId == own).ToListAsync(cancellation);
        var reasons = await db.LateReasons.AsNoTracking().Where(row => row.AgencyId == own).ToListAsync(cancellation);
        var year = ReportingPeriod.StandardYearOf(today);
        var asked = requests.Select(request => (Office: request.AgencyId, request.Period))
            .Concat(links.SelectMany(link => new[] { year, year - 1 }.Select(RequestedPeriod.Whole)
                .Where(period => WallRules.Usual(period, settings, today, day => Counts(link, day)) is not null)
                .Select(period => (Office: link.SuperiorId, Period: period))))
            .Distinct().ToList();
        var offices = asked.Select(row => row.Office).Distinct().ToList();
        var names = await db.Agencies.AsNoTracking().Where(agency => offices.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => agency.Name, cancellation);
        return asked.Select(row =>
        {
            var duty = WallRules.DutyOf(row.Period, requests.Where(request => request.AgencyId == row.Office).ToList(), own, WallRules.Usual(
                row.Period, settings, today, day => links.Exists(link => link.SuperiorId == row.Office && Counts(link, day))));
            var cell = WallRules.Judge(
                own,
                row.Period,
                duty,
                delivered.Where(sent => sent.RecipientAgencyId == row.Office && sent.Arrived.Period == row.Period).Select(sent => sent.Arrived),
                outside.Where(report => report.AgencyId == row.Office && report.Period == row.Period),
                reasons.Find(reason => reason.SuperiorId == row.Office && new RequestedPeriod(reason.Year, reason.PeriodKind, reason.PeriodOrdinal) == row.Period)?.Reason,
                today);
            return new OwedReport(row.Office, names[row.Office], row.Period, cell, duty?.RequestId is { } id ? requests.Find(request => request.Id == id) : null);
        }).Where(row => row.Cell.Duty is { } duty && (row.Cell.IsOwed || today.DayNumber - duty.DueOn.DayNumber <= WallRules.UsualDutyDays)).OrderByDescending(row => row.Cell.IsOwed).ThenBy(row => row.Cell.Duty!.DueOn).ThenBy(row => row.OfficeName, StringComparer.Ordinal).ToList();
    }

    /// <summary>One request as the asked commune reads it; null when it does not ask the own commune.</summary>
    public async Task<OwedRequest?> FindAsync(long requestId, CancellationToken cancellation = default)
    {
        var own = db.OwnAgency();
        var request = await db.ReportRequests.AsNoTracking().Where(row => row.Id == requestId && row.Communes.Any(commune => commune.CommuneId == own))
            .Include(row => row.OutlineTemplate).Include(row => row.Indicators).ThenInclude(row => row.Indicator)
            .AsSplitQuery().SingleOrDefaultAsync(cancellation);
        if (request is null)
        {
            return null;
        }

        (await Catalogues.CatalogueNames.ReadAsync(db, cancellation)).PutInto(request.Indicators.Select(row => row.Indicator));
        var office = await db.Agencies.AsNoTracking().Where(agency => agency.Id == request.AgencyId).Select(agency => agency.Name).SingleAsync(cancellation);
        var owed = (await ListAsync(cancellation)).FirstOrDefault(row => row.OfficeId == request.AgencyId && row.Period == request.Period);
        return new OwedRequest(request, office, owed);
    }

    /// <summary>Says why a report comes late, or changes what was said.</summary>
    public async Task<LateReasonOutcome> ExplainAsync(long officeId, RequestedPeriod period, string? reason, CancellationToken cancellation = default)
    {
        if ((await ListAsync(cancellation)).FirstOrDefault(row => row.OfficeId == officeId && row.Period == period) is not { } owed)
        {
            return LateReasonOutcome.NotFound;
        }

        if (owed.Cell.DaysLate == 0)
        {
            return LateReasonOutcome.NotLate;
        }

        var text = PlainText.CleanLines(reason ?? "");
        if (text.Length == 0)
        {
            return LateReasonOutcome.Empty;
        }

        var own = db.OwnAgency();
        return await db.InTransactionAsync(
            async () =>
            {
                var row = await db.LateReasons.SingleOrDefaultAsync(
                    row => row.AgencyId == own && row.SuperiorId == officeId && row.Year == period.Year && row.PeriodKind == period.Kind && row.PeriodOrdinal == period.Ordinal,
                    cancellation);
                if (row is null)
                {
                    db.LateReasons.Add(new LateReason
                    {
                        AgencyId = own,
                        SuperiorId = officeId,
                        Year = period.Year,
                        PeriodKind = period.Kind,
                        PeriodOrdinal = period.Ordinal,
                        Reason = text,
                        AtUtc = time.GetUtcNow().UtcDateTime,
                        UserName = db.Scope.UserName,
                    });
                }
                else
                {
                    (row.Reason, row.AtUtc, row.UserName) = (text, time.GetUtcNow().UtcDateTime, db.Scope.UserName);
                }

                await db.SaveChangesAsync(cancellation);
                return LateReasonOutcome.Done;
            },
            cancellation);
    }

    private async Task<List<ReportRequest>> RequestsAsync(long own, CancellationToken cancellation)
    {
        var asked = await db.ReportRequestCommunes.AsNoTracking().Where(row => row.CommuneId == own).Select(row => row.RequestId).ToListAsync(cancellation);
        return await db.ReportRequests.AsNoTracking().Where(row => asked.Contains(row.Id)).Include(row => row.Communes).ToListAsync(cancellation);
    }

    private static bool Counts(AgencySuperior link, DateOnly day) => link.ValidFrom <= day && (link.ValidTo is null || link.ValidTo >= day);
}

/// <summary>A report that a superior office waits for.</summary>
/// <param name="OfficeId">The office.</param>
/// <param name="OfficeName">Its name.</param>
/// <param name="Period">The period.</param>
/// <param name="Cell">How far the own commune is.</param>
/// <param name="Request">The request; null for the usual day of the portal.</param>
public sealed record OwedReport(long OfficeId, string OfficeName, RequestedPeriod Period, WallCell Cell, ReportRequest? Request);

/// <summary>A request as the asked commune reads it.</summary>
/// <param name="Request">The request with its outline and figures.</param>
/// <param name="OfficeName">Who asks.</param>
/// <param name="Owed">How far the own commune is.</param>
public sealed record OwedRequest(ReportRequest Request, string OfficeName, OwedReport? Owed);

/// <summary>How saying why ended.</summary>
public enum LateReasonOutcome
{
    /// <summary>Said.</summary>
    Done,

    /// <summary>Nobody waits for such a report.</summary>
    NotFound,

    /// <summary>It is not late.</summary>
    NotLate,

    /// <summary>Nothing was said.</summary>
    Empty,
}

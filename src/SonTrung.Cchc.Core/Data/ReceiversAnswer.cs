using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Data;

/// <summary>
/// The one thing that an office may write in another agency's rows: it answers a delivery, and in the same save the report's
/// state and history follow from the answer.
/// </summary>
internal static class ReceiversAnswer
{
    private static readonly string[] AnswerColumns =
    [
        nameof(ReportDelivery.Status), nameof(ReportDelivery.AnsweredUtc), nameof(ReportDelivery.AnsweredBy),
        nameof(ReportDelivery.ReturnReason), nameof(ReportDelivery.NotedUtc), nameof(ReportDelivery.NotedBy), nameof(ReportDelivery.Version),
    ];

    public static bool Allows(EntityEntry entry, AccessScope scope) => entry switch
    {
        { Entity: ReportDelivery } => IsAnswer(entry, scope),
        { Entity: AnnualReport report, State: EntityState.Modified } =>
            IsAnswered(entry.Context, report.Id, scope)
            && entry.ChangesOnly(nameof(AnnualReport.Status), nameof(AnnualReport.Version))
            && ReportTransitions.All.Any(row =>
                row.Permission == Permission.ReceiveReports
                && row.From == (ReportStatus)entry.Property(nameof(AnnualReport.Status)).OriginalValue!
                && row.To == report.Status),
        { Entity: ReportEvent act, State: EntityState.Added } =>
            IsAnswered(entry.Context, act.ReportId, scope)
            && act.UserId == scope.UserId
            && ReportTransitions.Find(act.From, act.Action) is { Permission: Permission.ReceiveReports },
        _ => false,
    };

    private static bool IsAnswer(EntityEntry entry, AccessScope scope) =>
        entry.State == EntityState.Modified
        && scope.WriteAgencyId is { } office
        && office.Equals(entry.Property(nameof(ReportDelivery.RecipientAgencyId)).OriginalValue)
        && entry.ChangesOnly(AnswerColumns);

    /// <summary>Only a delivery that this save answers counts: the database then checks that it is this office's.</summary>
    private static bool IsAnswered(DbContext context, long reportId, AccessScope scope) =>
        context.ChangeTracker.Entries<ReportDelivery>().Any(entry => entry.Entity.ReportId == reportId && IsAnswer(entry, scope));
}

using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Register;

namespace SonTrung.Cchc.Core.Reports;

/// <content>What becomes of a report after it was issued (Điều 18.3, 18.4).</content>
public sealed partial class ReportWorkflow
{
    /// <summary>Công văn đính chính: a mistake of form is corrected by a letter, and the report stays in force (Điều 18.3).</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="input">The letter.</param>
    /// <param name="file">Its signed file.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<WorkflowResult> CorrectAsync(
        long reportId, Guid version, FollowUpInput input, EntryFile? file = null, CancellationToken cancellation = default) =>
        FollowAsync(reportId, version, ReportAction.Correct, FollowUpKind.Correction, input, file, cancellation);

    /// <summary>Thu hồi: the report is no longer in force; its receivers are asked to confirm (Điều 18.4).</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="input">The notice.</param>
    /// <param name="file">Its signed file.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<WorkflowResult> RecallAsync(
        long reportId, Guid version, FollowUpInput input, EntryFile? file = null, CancellationToken cancellation = default) =>
        FollowAsync(reportId, version, ReportAction.Recall, FollowUpKind.Recall, input, file, cancellation);

    /// <summary>The receiving office has taken note of what was issued about a report: of a correction, or it confirms the recall.</summary>
    public Task<WorkflowResult> NoteFollowUpsAsync(long deliveryId, CancellationToken cancellation = default) => OneAfterAnotherAsync(
        deliveryId,
        async () =>
        {
            var own = db.Scope.WriteAgencyId;
            var delivery = await db.ReportDeliveries.Include(row => row.Report)
                .SingleOrDefaultAsync(row => row.Id == deliveryId && row.RecipientAgencyId == own, cancellation);
            if (delivery?.Report is not { } report)
            {
                return new WorkflowResult(WorkflowOutcome.NotFound, deliveryId);
            }

            var newest = await db.ReportFollowUps.Where(row => row.ReportId == report.Id).MaxAsync(row => (DateTime?)row.AtUtc, cancellation);
            var action = report.Status == ReportStatus.Recalled ? ReportAction.ConfirmRecall : ReportAction.NoteCorrection;
            if (newest is null || delivery.NotedUtc >= newest || ReportTransitions.Find(report.Status, action) is not { } transition)
            {
                return new WorkflowResult(WorkflowOutcome.WrongState, report.Id, report.Status);
            }

            delivery.NotedUtc = time.GetUtcNow().UtcDateTime;
            delivery.NotedBy = db.Scope.UserName;
            Move(report, transition, null);
            await db.SaveChangesAsync(cancellation);
            return new WorkflowResult(WorkflowOutcome.Done, report.Id, report.Status);
        },
        cancellation);

    private Task<WorkflowResult> FollowAsync(
        long reportId, Guid version, ReportAction action, FollowUpKind kind, FollowUpInput input, EntryFile? file, CancellationToken cancellation) =>
        ActAsync(
            reportId,
            version,
            action,
            input.Content,
            async report =>
            {
                if (input.IssuedOn < report.IssuedOn)
                {
                    return new WorkflowResult(WorkflowOutcome.DateBeforeReport, report.Id, report.Status);
                }

                var entered = await register.EnterFollowUpAsync(report, kind, input, file, cancellation);
                return entered.Refusal is { } refusal ? new WorkflowResult(OutcomeOf(refusal), report.Id, report.Status) : null;
            },
            cancellation);
}

using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>Switches what goes with a report that is being written: its appendices, and what its receivers see behind its sentences.</summary>
public sealed class ReportAppendices(CchcDbContext db)
{
    /// <summary>Saves which appendices follow the text.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="version">The token that went out with the form.</param>
    /// <param name="hasPlan">One row per plan line.</param>
    /// <param name="hasActivities">The list of all activities.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<WorkflowResult> SwitchAsync(
        long reportId, Guid version, bool hasPlan, bool hasActivities, CancellationToken cancellation = default) =>
        ChangeAsync(reportId, version, report => (report.HasPlanAppendix, report.HasActivityAppendix) = (hasPlan, hasActivities), cancellation);

    /// <summary>Saves how much of the evidence the receiving offices see.</summary>
    public Task<WorkflowResult> ReleaseAsync(long reportId, Guid version, EvidenceRelease release, CancellationToken cancellation = default) =>
        ChangeAsync(reportId, version, report => report.EvidenceRelease = release, cancellation);

    private async Task<WorkflowResult> ChangeAsync(long reportId, Guid version, Action<AnnualReport> change, CancellationToken cancellation)
    {
        if (await db.AnnualReports.SingleOrDefaultAsync(row => row.Id == reportId, cancellation) is not { } report)
        {
            return new WorkflowResult(WorkflowOutcome.NotFound, reportId);
        }

        if (!report.IsEditable)
        {
            return new WorkflowResult(WorkflowOutcome.WrongState, reportId, report.Status);
        }

        change(report);
        var isSaved = await db.TrySaveAsync(report, version, cancellation);
        return new WorkflowResult(isSaved ? WorkflowOutcome.Done : WorkflowOutcome.Conflict, reportId, report.Status);
    }
}

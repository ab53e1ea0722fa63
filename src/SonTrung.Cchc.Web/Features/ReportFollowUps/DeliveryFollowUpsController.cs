using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Evidence;
using SonTrung.Cchc.Web.Features.Reports;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.ReportFollowUps;

/// <summary>Corrections and recalls as the receiving office meets them.</summary>
[RequirePermission(Permission.ReceiveReports)]
[Route("tiep-nhan/{id:long}")]
public sealed class DeliveryFollowUpsController(ReportWorkflow workflow, FollowUpReader followUps) : Controller
{
    /// <summary>Xác nhận thu hồi, or that a correction was seen.</summary>
    [HttpPost("xac-nhan")]
    public async Task<IActionResult> Note(long id, CancellationToken cancellation)
    {
        var result = await workflow.NoteFollowUpsAsync(id, cancellation);
        var page = string.Create(CultureInfo.InvariantCulture, $"/tiep-nhan/{id}");
        switch (result.Outcome)
        {
            case WorkflowOutcome.NotFound:
                return NotFound();
            case WorkflowOutcome.Done:
                this.Notice(result.Status == ReportStatus.Recalled ? FollowUpTexts.RecallConfirmed : FollowUpTexts.CorrectionNoted);
                return LocalRedirect(page);
            default:
                return this.WrongState(WorkflowTexts.Refusal(result) with { BackUrl = page });
        }
    }

    /// <summary>The signed file of one.</summary>
    [HttpGet("van-ban-sau/{followUpId:long}")]
    [Audited(nameof(ReportFollowUp), "followUpId")]
    public async Task<IActionResult> Pdf(long id, long followUpId, CancellationToken cancellation) =>
        await followUps.OpenOfDeliveryAsync(id, followUpId, cancellation) is { } file ? EvidenceAnswers.File(this, file) : NotFound();
}

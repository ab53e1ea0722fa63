using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Evidence;
using SonTrung.Cchc.Web.Features.Register;
using SonTrung.Cchc.Web.Features.Reports;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.ReportFollowUps;

/// <summary>Mistakes found after issuing (Điều 18): công văn đính chính and thu hồi.</summary>
[RequirePermission(Permission.ViewReports)]
[Route("bao-cao/{id:long}")]
public sealed class ReportFollowUpsController(
    ReportReader reports, ReportWorkflow workflow, OutgoingRegister register, FollowUpReader followUps, TimeProvider time) : Controller
{
    /// <summary>The form of a công văn đính chính.</summary>
    [HttpGet("dinh-chinh")]
    [RequirePermission(Permission.IssueReports)]
    public Task<IActionResult> Correct(long id, CancellationToken cancellation) => StartAsync(id, FollowUpKind.Correction, cancellation);

    /// <summary>Enters a công văn đính chính; the report stays in force.</summary>
    [HttpPost("dinh-chinh")]
    [RequirePermission(Permission.IssueReports)]
    [RequestSizeLimit(RegisterController.LargestForm)]
    [RequestFormLimits(MultipartBodyLengthLimit = RegisterController.LargestForm)]
    public Task<IActionResult> Correct(long id, FollowUpForm form, CancellationToken cancellation) => SaveAsync(id, FollowUpKind.Correction, form, cancellation);

    /// <summary>The form of a recall.</summary>
    [HttpGet("thu-hoi")]
    [RequirePermission(Permission.IssueReports)]
    public Task<IActionResult> Recall(long id, CancellationToken cancellation) => StartAsync(id, FollowUpKind.Recall, cancellation);

    /// <summary>Recalls the report.</summary>
    [HttpPost("thu-hoi")]
    [RequirePermission(Permission.IssueReports)]
    [RequestSizeLimit(RegisterController.LargestForm)]
    [RequestFormLimits(MultipartBodyLengthLimit = RegisterController.LargestForm)]
    public Task<IActionResult> Recall(long id, FollowUpForm form, CancellationToken cancellation) => SaveAsync(id, FollowUpKind.Recall, form, cancellation);

    /// <summary>The signed file of one.</summary>
    [HttpGet("van-ban-sau/{followUpId:long}")]
    [Audited(nameof(ReportFollowUp), "followUpId")]
    public async Task<IActionResult> Pdf(long id, long followUpId, CancellationToken cancellation) =>
        await followUps.OpenOfReportAsync(id, followUpId, cancellation) is { } file ? EvidenceAnswers.File(this, file) : NotFound();

    private async Task<IActionResult> StartAsync(long id, FollowUpKind kind, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        return ReportTransitions.Find(report.Status, ActionOf(kind)) is null
            ? this.WrongState(WorkflowTexts.Refusal(new WorkflowResult(WorkflowOutcome.WrongState, id, report.Status)))
            : await FormAsync(
                report,
                kind,
                new FollowUpForm
                {
                    Version = report.Version,
                    Kind = RegisterTexts.UsualKind,
                    IssuedOn = time.Today(),
                    Signer = (await reports.SigningAsync(report, cancellation)).Of(report)?.FullName ?? "",
                },
                cancellation);
    }

    private async Task<IActionResult> SaveAsync(long id, FollowUpKind kind, FollowUpForm form, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        using var file = await ReceiveAsync(kind, form, cancellation);
        if (!ModelState.IsValid)
        {
            return await FormAsync(report, kind, form, cancellation);
        }

        var input = form.ToInput(FollowUpWords.Subject(kind, report));
        var result = kind == FollowUpKind.Correction
            ? await workflow.CorrectAsync(id, form.Version, input, file, cancellation)
            : await workflow.RecallAsync(id, form.Version, input, file, cancellation);
        if (FieldOf(result.Outcome) is { } wrong)
        {
            ModelState.AddModelError($"{nameof(FollowUpPage.Form)}.{wrong.Field}", wrong.Text);
            return await FormAsync(report, kind, form, cancellation);
        }

        switch (result.Outcome)
        {
            case WorkflowOutcome.NotFound:
                return NotFound();
            case WorkflowOutcome.Done:
                this.Notice(kind == FollowUpKind.Correction ? FollowUpTexts.Corrected : FollowUpTexts.Recalled);
                return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/bao-cao/{id}"));
            default:
                return this.WrongState(WorkflowTexts.Refusal(result));
        }
    }

    private async Task<EntryFile?> ReceiveAsync(FollowUpKind kind, FollowUpForm form, CancellationToken cancellation)
    {
        const string Field = $"{nameof(FollowUpPage.Form)}.{nameof(FollowUpForm.File)}";
        if (form.File is not { Length: > 0 } sent)
        {
            if (kind == FollowUpKind.Correction)
            {
                ModelState.AddModelError(Field, FollowUpTexts.FileMissing);
            }

            return null;
        }

        if (!ModelState.IsValid)
        {
            return null;
        }

        await using var content = sent.OpenReadStream();
        var received = await register.ReceiveAsync(sent.FileName, content, cancellation);
        if (received.Refusal is not null)
        {
            ModelState.AddModelError(Field, RegisterWords.Refusal(received));
        }

        return received.File;
    }

    private async Task<IActionResult> FormAsync(AnnualReport report, FollowUpKind kind, FollowUpForm form, CancellationToken cancellation)
    {
        var offer = await register.OfferAsync(form.Kind, form.IssuedOn, cancellation);
        var numbers = ModelState.IsValid ? NumberFields.Propose(form, offer) : new NumberFields(form, offer);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("Edit", new FollowUpPage(report, kind, form, numbers, await register.ChoicesAsync(cancellation)));
    }

    private static ReportAction ActionOf(FollowUpKind kind) => kind == FollowUpKind.Correction ? ReportAction.Correct : ReportAction.Recall;

    /// <summary>The field that a refusal speaks of; null for the others.</summary>
    private static (string Field, string Text)? FieldOf(WorkflowOutcome outcome) => outcome switch
    {
        WorkflowOutcome.NumberMissing => RegisterWords.Refusal(NumberRefusal.Missing),
        WorkflowOutcome.NumberTaken => RegisterWords.Refusal(NumberRefusal.Taken),
        WorkflowOutcome.NumberGivenByPortal => RegisterWords.Refusal(NumberRefusal.GivenByPortal),
        WorkflowOutcome.DateOutOfOrder => RegisterWords.Refusal(NumberRefusal.DateOutOfOrder),
        WorkflowOutcome.DateInFuture => RegisterWords.Refusal(NumberRefusal.DateInFuture),
        WorkflowOutcome.DateBeforeReport => (nameof(FollowUpForm.IssuedOn), FollowUpTexts.DateBeforeReport),
        WorkflowOutcome.ReasonMissing => (nameof(FollowUpForm.Content), ReportTexts.ReasonMissing),
        _ => null,
    };
}

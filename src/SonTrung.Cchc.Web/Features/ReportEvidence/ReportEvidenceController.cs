using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Reports;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.ReportEvidence;

/// <summary>Căn cứ từng câu: from a sentence to the activities, dates, figures and files behind it, and back.</summary>
[RequirePermission(Permission.ViewReports)]
[Route("bao-cao/{id:long}/can-cu")]
public sealed class ReportEvidenceController(
    ReportReader reports, ReportComposition composition, ReportEvidenceReader evidence, ReportAppendices switches, PlanItemService planItems) : Controller
{
    /// <summary>The paper, with the evidence of one sentence beside it and what is missing below.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(long id, [FromQuery(Name = "dong")] string? lineId, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        try
        {
            var document = await composition.RefreshAsync(id, cancellation) ?? await reports.DocumentAsync(report, cancellation);
            var all = await evidence.OfReportAsync(report, cancellation);
            return View(new EvidencePage(report, document, all, lineId is null ? null : all.Of(lineId), await evidence.GapsAsync(report, all, cancellation)));
        }
        catch (ReportIncompleteException problem)
        {
            return this.WrongState(WorkflowTexts.Refusal(new WorkflowResult(WorkflowOutcome.Incomplete, id, report.Status, Missing: problem.Missing)));
        }
    }

    /// <summary>The evidence of one sentence as a piece of a page.</summary>
    [HttpGet("{lineId:long}")]
    public async Task<IActionResult> Line(long id, long lineId, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        var found = report.IsEditable ? await evidence.ReadAsync(id, lineId, cancellation) : await evidence.OfReportAsync(report, cancellation);
        return found.Of($"{lineId}") is { } line ? PartialView("_LineEvidence", LineEvidenceView.Own(found, line)) : NotFound();
    }

    /// <summary>Saves how much the receiving offices see.</summary>
    [HttpPost("cong-khai")]
    [RequirePermission(Permission.SubmitReports)]
    public async Task<IActionResult> Release(long id, ReleaseForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var result = await switches.ReleaseAsync(id, form.Version, form.Release, cancellation);
        switch (result.Outcome)
        {
            case WorkflowOutcome.NotFound:
                return NotFound();
            case WorkflowOutcome.Done:
                this.Notice(ReportEvidenceTexts.ReleaseSaved);
                return RedirectToAction(nameof(Index), new { id });
            default:
                return this.WrongState(WorkflowTexts.Refusal(result));
        }
    }

    /// <summary>Puts down why a plan line was not carried out.</summary>
    [HttpPost("nhiem-vu/{itemId:long}/ly-do")]
    [RequirePermission(Permission.EditWork)]
    public async Task<IActionResult> GiveReason(long id, long itemId, ReasonForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        switch ((await planItems.GiveReasonAsync(itemId, form.Version, form.Reason, cancellation)).Refusal)
        {
            case PlanRefusal.NotFound:
                return NotFound();
            case null:
                this.Notice(ReportEvidenceTexts.ReasonSaved);
                break;
            default:
                this.Notice(ReportEvidenceTexts.ReasonConflict, NoticeKind.Error);
                break;
        }

        return RedirectToAction(nameof(Index), null, new { id }, "thieu");
    }
}

/// <summary>How much the receiving offices see.</summary>
public sealed class ReleaseForm
{
    /// <summary>The version that the page showed.</summary>
    public Guid Version { get; set; }

    /// <summary>How much.</summary>
    [Display(Name = nameof(ReportEvidenceTexts.Release), ResourceType = typeof(ReportEvidenceTexts))]
    public EvidenceRelease Release { get; set; }
}

/// <summary>Why a plan line was not carried out.</summary>
public sealed class ReasonForm
{
    /// <summary>The version of the line.</summary>
    public Guid Version { get; set; }

    /// <summary>Why.</summary>
    [Required, StringLength(PlanItem.ReportTextLength)]
    [Display(Name = nameof(ReportEvidenceTexts.Reason), ResourceType = typeof(ReportEvidenceTexts))]
    public string Reason { get; set; } = "";
}

/// <summary>A report with its evidence.</summary>
/// <param name="Report">The report.</param>
/// <param name="Document">The document shown.</param>
/// <param name="Evidence">What stands behind its sentences.</param>
/// <param name="Chosen">The sentence looked at, or null.</param>
/// <param name="Gaps">What is left out or unsupported.</param>
public sealed record EvidencePage(AnnualReport Report, OfficialDocument Document, EvidenceSnapshot Evidence, LineEvidence? Chosen, EvidenceGaps Gaps)
{
    /// <summary>The address of a sentence's evidence; null for one that has none.</summary>
    public string? AddressOf(DocumentBlock block) =>
        Evidence.Of(block.Id) is { Items.Count: > 0 } ? $"/bao-cao/{Report.Id}/can-cu?dong={block.Id}#can-cu" : null;
}

/// <summary>The evidence of one sentence as it is shown.</summary>
/// <param name="Line">The sentence.</param>
/// <param name="Items">The rows behind it.</param>
/// <param name="IsOwn">Whether the rows lead to their pages.</param>
/// <param name="FileAddress">The address of a file without its key.</param>
public sealed record LineEvidenceView(LineEvidence Line, IReadOnlyList<EvidenceItem> Items, bool IsOwn, string FileAddress)
{
    /// <summary>For people of the agency.</summary>
    public static LineEvidenceView Own(EvidenceSnapshot evidence, LineEvidence line) => new(line, evidence.ItemsOf(line).ToList(), true, "/tai-lieu");

    /// <summary>For a receiving office.</summary>
    public static LineEvidenceView Delivered(long deliveryId, EvidenceSnapshot evidence, LineEvidence line) =>
        new(line, evidence.ItemsOf(line).ToList(), false, $"/tiep-nhan/{deliveryId}/tai-lieu");

    /// <summary>The page of a row; null for one without.</summary>
    public string? AddressOf(EvidenceItem item) => !IsOwn ? null : item.Kind switch
    {
        OriginKind.Activity => $"/hoat-dong/{item.RowId}",
        OriginKind.ReferenceDocument => $"/van-ban-can-cu/{item.RowId}",
        OriginKind.Shortcoming => $"/ton-tai-han-che/{item.RowId}",
        OriginKind.NextYearTask => $"/phuong-huong-nhiem-vu/{item.RowId}",
        _ => null,
    };
}

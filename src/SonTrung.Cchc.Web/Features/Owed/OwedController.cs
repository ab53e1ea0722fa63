using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Wall;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Owed;

/// <summary>Báo cáo phải nộp: what superior offices ask the own commune for.</summary>
[RequirePermission(Permission.ViewReports)]
[Route("phai-nop")]
public sealed class OwedController(OwedReader owed, RequestCitations citations) : Controller
{
    private const string Home = "/phai-nop";

    /// <summary>All that is asked for.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View(new OwedList(await owed.ListAsync(cancellation), null));

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(CancellationToken cancellation) => new TableResult<OwedReport>(
        new TableExport<OwedReport>(OwedTexts.Title, "phai-nop")
            .Text(OwedTexts.ColumnReport, 50, OwedWords.Name)
            .Text(OwedTexts.TableSource, 60, OwedWords.Source)
            .Date(OwedTexts.ColumnDue, 13, row => row.Cell.Duty?.DueOn)
            .Text(OwedTexts.ColumnState, 26, row => WallWords.Name(row.Cell.State))
            .Number(OwedTexts.TableDaysLate, 12, row => row.Cell.DaysLate > 0 ? row.Cell.DaysLate : null),
        await owed.ListAsync(cancellation));

    /// <summary>One request.</summary>
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Show(long id, CancellationToken cancellation) =>
        await owed.FindAsync(id, cancellation) is { } request ? View(request) : NotFound();

    /// <summary>Says why a report comes late.</summary>
    [HttpPost("ly-do")]
    [RequirePermission(Permission.SubmitReports)]
    public async Task<IActionResult> Explain(LateReasonForm form, CancellationToken cancellation)
    {
        if (RequestedPeriod.Of(form.Period) is not { } period)
        {
            return NotFound();
        }

        var outcome = ModelState.IsValid ? await owed.ExplainAsync(form.OfficeId, period, form.Reason, cancellation) : LateReasonOutcome.Empty;
        switch (outcome)
        {
            case LateReasonOutcome.Done:
                this.Notice(OwedTexts.ReasonSaved);
                return LocalRedirect(Home);
            case LateReasonOutcome.NotFound:
                return NotFound();
            case LateReasonOutcome.NotLate:
                return this.WrongState(new RefusalPage(OwedTexts.NotLateTitle, OwedTexts.NotLateText, OwedTexts.Back, "/"));
            default:
                if (ModelState.IsValid)
                {
                    ModelState.AddModelError(nameof(form.Reason), OwedTexts.ReasonMissing);
                }

                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return View("Index", new OwedList(await owed.ListAsync(cancellation), form));
        }
    }

    /// <summary>Cites the letter that asks for a report in its opening sentence.</summary>
    [HttpPost("/bao-cao/{id:long}/vien-dan/{requestId:long}")]
    [RequirePermission(Permission.SubmitReports)]
    public async Task<IActionResult> Cite(long id, long requestId, CancellationToken cancellation) =>
        Cited(id, await citations.CiteAsync(id, requestId, cancellation), OwedTexts.CiteDone);

    /// <summary>Takes it out again.</summary>
    [HttpPost("/bao-cao/{id:long}/vien-dan/{requestId:long}/thoi")]
    [RequirePermission(Permission.SubmitReports)]
    public async Task<IActionResult> DropCitation(long id, long requestId, CancellationToken cancellation) =>
        Cited(id, await citations.DropAsync(id, requestId, cancellation), OwedTexts.CiteDropped);

    private IActionResult Cited(long id, CitationOutcome outcome, string done)
    {
        switch (outcome)
        {
            case CitationOutcome.NotFound:
                return NotFound();
            case CitationOutcome.NotEditable:
                return this.WrongState(new RefusalPage(OwedTexts.NotEditableTitle, OwedTexts.NotEditableText, OwedTexts.BackToReport, $"/bao-cao/{id}"));
            default:
                this.Notice(done);
                return LocalRedirect($"/bao-cao/{id}");
        }
    }
}

/// <summary>All that is asked for.</summary>
/// <param name="Rows">The reports.</param>
/// <param name="Refused">A reason that was not taken.</param>
public sealed record OwedList(IReadOnlyList<OwedReport> Rows, LateReasonForm? Refused);

/// <summary>Lý do nộp muộn.</summary>
public sealed class LateReasonForm
{
    /// <summary>The office that waits.</summary>
    public long OfficeId { get; set; }

    /// <summary>The period.</summary>
    public string? Period { get; set; }

    /// <summary>Why.</summary>
    [StringLength(LateReason.ReasonLength)]
    [Display(Name = nameof(OwedTexts.Reason), ResourceType = typeof(OwedTexts))]
    public string? Reason { get; set; }
}

using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Reports;

/// <summary>Báo cáo: reading, submitting, approving, issuing. Each act is one row of the transition table.</summary>
[RequirePermission(Permission.ViewReports)]
[Route("bao-cao")]
public sealed class ReportsController(
    ReportReader reports, ReportComposition composition, ReportWorkflow workflow, TimeProvider time) : Controller
{
    /// <summary>The agency's reports.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var mayWrite = User.May(Permission.SubmitReports);
        var openYears = mayWrite ? await reports.YearsWithoutReportAsync(cancellation) : [];
        return View(new ReportList(await reports.ListAsync(cancellation), openYears, mayWrite));
    }

    /// <summary>Opens the report of a year: once, however often it is asked for.</summary>
    [HttpPost("")]
    [RequirePermission(Permission.SubmitReports)]
    public async Task<IActionResult> Create([FromForm(Name = "nam")] int year, CancellationToken cancellation) =>
        await composition.CreateAsync(year, cancellation) is { } id ? RedirectToAction(nameof(Show), new { id }) : NotFound();

    /// <summary>The report as paper, with what the user may do.</summary>
    [HttpGet("{id:long}")]
    public Task<IActionResult> Show(long id, CancellationToken cancellation) =>
        PageAsync(id, new IssueForm { IssuedOn = time.Today() }, new ReportActForm(), cancellation);

    /// <summary>The PDF: as issued, as frozen, or as it stands today.</summary>
    [HttpGet("{id:long}/pdf")]
    public async Task<IActionResult> Pdf(long id, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        try
        {
            if (report.IsEditable)
            {
                await composition.RefreshAsync(id, cancellation);
            }

            return File(await reports.PdfAsync(report, cancellation), "application/pdf", PdfNames.Of(report.Year, report.Number));
        }
        catch (UnprintableTextException problem)
        {
            this.Notice(ReportTexts.Unprintable.Fill(problem.Character), NoticeKind.Error);
            return RedirectToAction(nameof(Show), new { id });
        }
        catch (ReportIncompleteException problem)
        {
            this.Notice(ReportTexts.Incomplete.Fill(problem.Missing), NoticeKind.Error);
            return RedirectToAction(nameof(Show), new { id });
        }
    }

    /// <summary>Trình ký.</summary>
    [HttpPost("{id:long}/trinh-ky")]
    [RequirePermission(Permission.SubmitReports)]
    public async Task<IActionResult> Submit(long id, ReportActForm form, CancellationToken cancellation)
    {
        await composition.RefreshAsync(id, cancellation);
        return await AnswerAsync(await workflow.SubmitAsync(id, form.Version, cancellation), ReportTexts.Submitted);
    }

    /// <summary>Rút lại.</summary>
    [HttpPost("{id:long}/rut-lai")]
    [RequirePermission(Permission.SubmitReports)]
    public async Task<IActionResult> Withdraw(long id, ReportActForm form, CancellationToken cancellation) =>
        await AnswerAsync(await workflow.WithdrawAsync(id, form.Version, cancellation), ReportTexts.Withdrawn);

    /// <summary>Trả lại, by the chairman.</summary>
    [HttpPost("{id:long}/tra-lai")]
    [RequirePermission(Permission.ApproveReports)]
    public Task<IActionResult> Return(long id, ReportActForm form, CancellationToken cancellation) =>
        ReturnAsync(id, form, cancellation);

    /// <summary>Trả lại before issuing, by the clerk of documents.</summary>
    [HttpPost("{id:long}/van-thu-tra-lai")]
    [RequirePermission(Permission.IssueReports)]
    public Task<IActionResult> ReturnByClerk(long id, ReportActForm form, CancellationToken cancellation) =>
        ReturnAsync(id, form, cancellation);

    /// <summary>Duyệt.</summary>
    [HttpPost("{id:long}/duyet")]
    [RequirePermission(Permission.ApproveReports)]
    public async Task<IActionResult> Approve(long id, ReportActForm form, CancellationToken cancellation) =>
        await AnswerAsync(await workflow.ApproveAsync(id, form.Version, cancellation), ReportTexts.Approved);

    /// <summary>Cấp số, ngày ban hành and issue.</summary>
    [HttpPost("{id:long}/phat-hanh")]
    [RequirePermission(Permission.IssueReports)]
    public async Task<IActionResult> Issue(long id, IssueForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await PageAsync(id, form, new ReportActForm(), cancellation);
        }

        var result = await workflow.IssueAsync(id, form.Version, new IssueMark(form.Number!.Value, form.IssuedOn!.Value), cancellation);
        var (field, message) = result.Outcome switch
        {
            WorkflowOutcome.NumberTaken => (nameof(form.Number), ReportTexts.NumberTaken),
            WorkflowOutcome.DateOutOfOrder => (nameof(form.IssuedOn), ReportTexts.DateOutOfOrder),
            WorkflowOutcome.DateBeforeApproval => (nameof(form.IssuedOn), ReportTexts.DateBeforeApproval),
            WorkflowOutcome.DateInFuture => (nameof(form.IssuedOn), ReportTexts.DateInFuture),
            _ => ("", ""),
        };
        if (field.Length == 0)
        {
            return await AnswerAsync(result, ReportTexts.Issued);
        }

        ModelState.AddModelError(field, message);
        return await PageAsync(id, form, new ReportActForm(), cancellation);
    }

    /// <summary>Lập báo cáo thay thế (Điều 18.3).</summary>
    [HttpPost("{id:long}/thay-the")]
    [RequirePermission(Permission.SubmitReports)]
    public async Task<IActionResult> Replace(long id, CancellationToken cancellation) =>
        await AnswerAsync(await workflow.StartReplacementAsync(id, cancellation), ReportTexts.ReplacementStarted);

    private async Task<IActionResult> ReturnAsync(long id, ReportActForm form, CancellationToken cancellation)
    {
        var result = ModelState.IsValid ? await workflow.ReturnAsync(id, form.Version, form.Reason, cancellation) : null;
        if (result is not null && result.Outcome != WorkflowOutcome.ReasonMissing)
        {
            return await AnswerAsync(result, ReportTexts.Returned);
        }

        if (result is not null)
        {
            ModelState.AddModelError(nameof(form.Reason), ReportTexts.ReasonMissing);
        }

        return await PageAsync(id, new IssueForm { IssuedOn = time.Today() }, form, cancellation);
    }

    private Task<IActionResult> AnswerAsync(WorkflowResult result, string done)
    {
        switch (result.Outcome)
        {
            case WorkflowOutcome.NotFound:
                return Task.FromResult<IActionResult>(NotFound());
            case WorkflowOutcome.WrongState or WorkflowOutcome.Conflict:
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Task.FromResult<IActionResult>(View("WrongState", result));
            case WorkflowOutcome.Done:
                this.Notice(done);
                break;
            default:
                this.Notice(WorkflowTexts.Refusal(result), NoticeKind.Error);
                break;
        }

        return Task.FromResult<IActionResult>(RedirectToAction(nameof(Show), new { id = result.ReportId }));
    }

    private async Task<IActionResult> PageAsync(long id, IssueForm issue, ReportActForm act, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        var (document, missing) = await DocumentAsync(report, cancellation);
        return View("Show", new ReportPage(report, document, missing, ReportActions.For(report, User), issue, act));
    }

    private async Task<(OfficialDocument? Document, string? Missing)> DocumentAsync(AnnualReport report, CancellationToken cancellation)
    {
        try
        {
            if (report.IsEditable)
            {
                await composition.RefreshAsync(report.Id, cancellation);
            }

            return (await reports.DocumentAsync(report, cancellation), null);
        }
        catch (ReportIncompleteException problem)
        {
            return (null, problem.Missing);
        }
    }
}

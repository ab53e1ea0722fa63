using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.OldReports;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Word;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Features.Shared;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Reports;

/// <summary>Báo cáo: reading, submitting, approving, issuing. Each act is one row of the transition table.</summary>
[RequirePermission(Permission.ViewReports)]
[Route("bao-cao")]
public sealed class ReportsController(
    ReportReader reports, ReportVersionReader versions, ReportCommentService comments, ReportDigestReader digests, ReportComposition composition, ReportChecker checker, ReportWorkflow workflow, ReportDrafts drafts, ReportExporter exporter, CollectionService collections,
    OldReportService oldReports, NumberSeries numbers, TimeProvider time) : Controller
{
    private const string ListUrl = "/bao-cao";

    /// <summary>The agency's reports.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var mayWrite = User.May(Permission.SubmitReports);
        var openYears = mayWrite ? await reports.YearsWithoutReportAsync(time.Today(), cancellation) : [];
        return View(new ReportList(await reports.ListAsync(cancellation), openYears, mayWrite));
    }

    /// <summary>The whole list, to take away or to print.</summary>
    [HttpGet("excel"), HttpGet("csv"), HttpGet("in")]
    public async Task<IActionResult> Table(CancellationToken cancellation) =>
        new TableResult<ReportRow>(ReportTable.Create(), await reports.ListAsync(cancellation));

    /// <summary>Opens the report of a year: once, however often it is asked for.</summary>
    [HttpPost("")]
    [RequirePermission(Permission.SubmitReports)]
    public async Task<IActionResult> Create([FromForm(Name = "nam")] int year, CancellationToken cancellation) =>
        await composition.CreateAsync(year, cancellation) is { } id ? RedirectToAction(nameof(Show), new { id }) : NotFound();

    /// <summary>The report as paper, with what the user may do.</summary>
    [HttpGet("{id:long}")]
    [Audited(nameof(AnnualReport))]
    public Task<IActionResult> Show(long id, [FromQuery(Name = "dong")] string? blockId, CancellationToken cancellation) =>
        PageAsync(id, new IssueForm { IssuedOn = time.Today() }, new ReportActForm(), cancellation, blockId);

    /// <summary>The PDF: as issued, as frozen, or as it stands today.</summary>
    [HttpGet("{id:long}/pdf")]
    [Audited(nameof(AnnualReport))]
    public Task<IActionResult> Pdf(long id, CancellationToken cancellation) =>
        DownloadAsync(id, "pdf", "application/pdf", report => reports.PdfAsync(report, cancellation), cancellation);

    /// <summary>The same document for Word, to go on writing in.</summary>
    [HttpGet("{id:long}/word")]
    [Audited(nameof(AnnualReport))]
    public Task<IActionResult> Word(long id, CancellationToken cancellation) => DownloadAsync(
        id,
        "docx",
        OfficialDocumentWord.ContentType,
        async report => OfficialDocumentWord.Write(await reports.DocumentAsync(report, cancellation), report.IssueMark),
        cancellation);

    /// <summary>The report for machines: document, number, date, hashes and figures.</summary>
    [HttpGet("{id:long}/json")]
    [Audited(nameof(AnnualReport))]
    public Task<IActionResult> AsJson(long id, CancellationToken cancellation) => DownloadAsync(
        id, "json", "application/json", async report => (await exporter.OwnAsync(report.Id, cancellation))!.ToJson(), cancellation);

    /// <summary>Trình ký.</summary>
    [HttpPost("{id:long}/trinh-ky")]
    [RequirePermission(Permission.SubmitReports)]
    public async Task<IActionResult> Submit(long id, ReportActForm act, CancellationToken cancellation) => ModelState.IsValid
        ? Answer(await workflow.SubmitAsync(id, act.Version, act.SignerId, cancellation), ReportTexts.Submitted)
        : await PageAsync(id, new IssueForm { IssuedOn = time.Today() }, act, cancellation);

    /// <summary>Rút lại.</summary>
    [HttpPost("{id:long}/rut-lai")]
    [RequirePermission(Permission.SubmitReports)]
    public async Task<IActionResult> Withdraw(long id, ReportActForm act, CancellationToken cancellation) =>
        Answer(await workflow.WithdrawAsync(id, act.Version, cancellation), ReportTexts.Withdrawn);

    /// <summary>Trả lại, by the chairman.</summary>
    [HttpPost("{id:long}/tra-lai")]
    [RequirePermission(Permission.ApproveReports)]
    public Task<IActionResult> Return(long id, ReportActForm act, CancellationToken cancellation) =>
        ReturnAsync(id, act, Permission.ApproveReports, cancellation);

    /// <summary>Kiểm tra nội dung (Điều 12.1).</summary>
    [HttpPost("{id:long}/kiem-tra-noi-dung")]
    [RequirePermission(Permission.CheckContent)]
    public async Task<IActionResult> CheckContent(long id, ReportActForm act, CancellationToken cancellation) =>
        Answer(await workflow.CheckAsync(id, act.Version, ReportCheckKind.Content, cancellation), ReportTexts.CheckedContent);

    /// <summary>Kiểm tra thể thức, kỹ thuật trình bày (Điều 12.2).</summary>
    [HttpPost("{id:long}/kiem-tra-the-thuc")]
    [RequirePermission(Permission.CheckForm)]
    public async Task<IActionResult> CheckForm(long id, ReportActForm act, CancellationToken cancellation) =>
        Answer(await workflow.CheckAsync(id, act.Version, ReportCheckKind.Form, cancellation), ReportTexts.CheckedForm);

    /// <summary>Trả lại before signing, by one of the checkers.</summary>
    [HttpPost("{id:long}/kiem-tra-tra-lai")]
    [RequirePermission(Permission.CheckReports)]
    public Task<IActionResult> ReturnByChecker(long id, ReportActForm act, CancellationToken cancellation) =>
        ReturnAsync(id, act, Permission.CheckReports, cancellation);

    /// <summary>Trả lại before issuing, by the clerk of documents.</summary>
    [HttpPost("{id:long}/van-thu-tra-lai")]
    [RequirePermission(Permission.IssueReports)]
    public Task<IActionResult> ReturnByClerk(long id, ReportActForm act, CancellationToken cancellation) =>
        ReturnAsync(id, act, Permission.IssueReports, cancellation);

    /// <summary>Duyệt.</summary>
    [HttpPost("{id:long}/duyet")]
    [RequirePermission(Permission.ApproveReports)]
    public async Task<IActionResult> Approve(long id, ReportActForm act, CancellationToken cancellation) =>
        Answer(await workflow.ApproveAsync(id, act.Version, cancellation), ReportTexts.Approved);

    /// <summary>Đóng dấu và phát hành (bản giấy).</summary>
    [HttpPost("{id:long}/phat-hanh")]
    [RequirePermission(Permission.IssueReports)]
    public Task<IActionResult> Issue(long id, IssueForm issue, CancellationToken cancellation) =>
        NumberAsync(id, issue, () => workflow.IssueAsync(id, issue.Version, issue.Number, issue.IssuedOn!.Value, cancellation), ReportTexts.Issued, cancellation);

    /// <summary>Cấp số, ngày ban hành, into the signed file.</summary>
    [HttpPost("{id:long}/cap-so")]
    [RequirePermission(Permission.IssueReports)]
    public Task<IActionResult> Number(long id, IssueForm issue, CancellationToken cancellation) =>
        NumberAsync(id, issue, () => workflow.NumberAsync(id, issue.Version, issue.Number, issue.IssuedOn!.Value, cancellation), ReportTexts.NumberGiven, cancellation);

    /// <summary>Đóng dấu và phát hành (bản giấy) of the signed and numbered file (Điều 18.5).</summary>
    [HttpPost("{id:long}/phat-hanh-ban-in")]
    [RequirePermission(Permission.IssueReports)]
    public async Task<IActionResult> IssuePrinted(long id, ReportActForm act, CancellationToken cancellation) =>
        Answer(await workflow.IssuePrintedAsync(id, act.Version, cancellation), ReportTexts.IssuedPrinted);

    /// <summary>Lập báo cáo thay thế (Điều 18.3).</summary>
    [HttpPost("{id:long}/thay-the")]
    [RequirePermission(Permission.SubmitReports)]
    public async Task<IActionResult> Replace(long id, CancellationToken cancellation) =>
        Answer(await workflow.StartReplacementAsync(id, cancellation), ReportTexts.ReplacementStarted);

    /// <summary>The drafts that were put away.</summary>
    [HttpGet("da-xoa")]
    [RequirePermission(Permission.SubmitReports)]
    public async Task<IActionResult> Deleted(CancellationToken cancellation) => View(new DeletedList(
        ReportTexts.ListTitle,
        ListUrl,
        new ListPage<DeletedRow>(
            (await drafts.DeletedAsync(cancellation)).ConvertAll(row => new DeletedRow(
                row.Id, row.Revision > 1 ? $"{ReportTexts.PageTitle.Fill(row.Year)}, {ReportTexts.ReplacementOf.Fill(row.Revision)}" : ReportTexts.PageTitle.Fill(row.Year), row.Year, row.DeletedUtc)),
            null,
            null)));

    /// <summary>Puts a draft away that was never submitted; the next page offers to take it back.</summary>
    [HttpPost("{id:long}/xoa")]
    [RequirePermission(Permission.SubmitReports)]
    public async Task<IActionResult> Delete(long id, Guid version, CancellationToken cancellation)
    {
        var result = await drafts.DeleteAsync(id, version, cancellation);
        return result.Outcome == SaveOutcome.InUse
            ? this.WrongState(new RefusalPage(ReportTexts.WrongStateTitle, ReportTexts.DeleteRefused, ReportTexts.WrongStateBack, $"{ListUrl}/{id}"))
            : this.AfterDelete(result.Outcome, ListUrl, id, null, ReportTexts.DraftDeleted);
    }

    /// <summary>Brings a draft back.</summary>
    [HttpPost("{id:long}/khoi-phuc")]
    [RequirePermission(Permission.SubmitReports)]
    public async Task<IActionResult> Restore(long id, CancellationToken cancellation)
    {
        var result = await drafts.RestoreAsync(id, cancellation);
        return result.Outcome == SaveOutcome.InUse
            ? this.WrongState(new RefusalPage(ReportTexts.WrongStateTitle, ReportTexts.RestoreRefused, SharedTexts.BackToList, ListUrl))
            : this.AfterRestore(result.Outcome, ListUrl, null, ReportTexts.DraftRestored);
    }

    private async Task<IActionResult> NumberAsync(
        long id, IssueForm issue, Func<Task<WorkflowResult>> act, string done, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await PageAsync(id, issue, new ReportActForm(), cancellation);
        }

        var result = await act();
        var (field, message) = result.Outcome switch
        {
            WorkflowOutcome.NumberMissing => (nameof(issue.Number), ReportTexts.NumberMissing),
            WorkflowOutcome.NumberGivenByPortal => (nameof(issue.Number), ReportTexts.NumberGivenByPortal),
            WorkflowOutcome.NumberTaken => (nameof(issue.Number), ReportTexts.NumberTaken),
            WorkflowOutcome.NumberTooLong => (nameof(issue.Number), ReportTexts.NumberTooLong),
            WorkflowOutcome.DateOutOfOrder => (nameof(issue.IssuedOn), ReportTexts.DateOutOfOrder),
            WorkflowOutcome.DateBeforeApproval => (nameof(issue.IssuedOn), ReportTexts.DateBeforeApproval),
            WorkflowOutcome.DateInFuture => (nameof(issue.IssuedOn), ReportTexts.DateInFuture),
            _ => ("", ""),
        };
        if (field.Length == 0)
        {
            return Answer(result, done);
        }

        ModelState.AddModelError($"{nameof(ReportPage.Issue)}.{field}", message);
        return await PageAsync(id, issue, new ReportActForm(), cancellation);
    }

    private async Task<IActionResult> DownloadAsync(
        long id, string extension, string contentType, Func<AnnualReport, Task<byte[]>> read, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        try
        {
            return File(await read(report), contentType, ReportFileNames.Of(report.Year, report.Number, extension));
        }
        catch (UnprintableTextException problem)
        {
            return this.WrongState(WorkflowTexts.Refusal(new WorkflowResult(WorkflowOutcome.Unprintable, id, report.Status, problem.Character)));
        }
        catch (ReportIncompleteException problem)
        {
            return this.WrongState(WorkflowTexts.Refusal(new WorkflowResult(WorkflowOutcome.Incomplete, id, report.Status, Missing: problem.Missing)));
        }
    }

    /// <summary>Each desk returns what lies on it: what waits for the chairman is not the văn thư's to return.</summary>
    private async Task<IActionResult> ReturnAsync(long id, ReportActForm act, Permission desk, CancellationToken cancellation)
    {
        var found = await reports.FindAsync(id, cancellation);
        if (found is { } report && ReportTransitions.Find(report.Status, ReportAction.Return) is { } transition && transition.Permission != desk)
        {
            return this.WrongState(WorkflowTexts.Refusal(new WorkflowResult(WorkflowOutcome.WrongState, id, report.Status)));
        }

        var result = ModelState.IsValid ? await workflow.ReturnAsync(id, act.Version, act.Reason, cancellation) : null;
        if (result is not null && result.Outcome != WorkflowOutcome.ReasonMissing)
        {
            return Answer(result, found?.Status == ReportStatus.Numbered ? ReportTexts.ReturnedNumbered : ReportTexts.Returned);
        }

        if (result is not null)
        {
            ModelState.AddModelError($"{nameof(ReportPage.Act)}.{nameof(act.Reason)}", ReportTexts.ReasonMissing);
        }

        return await PageAsync(id, new IssueForm { IssuedOn = time.Today() }, act, cancellation);
    }

    private IActionResult Answer(WorkflowResult result, string done)
    {
        if (result.Outcome == WorkflowOutcome.NotFound)
        {
            return NotFound();
        }

        if (result.Outcome != WorkflowOutcome.Done)
        {
            return this.WrongState(WorkflowTexts.Refusal(result));
        }

        this.Notice(done);
        return RedirectToAction(nameof(Show), new { id = result.ReportId });
    }

    private async Task<IActionResult> PageAsync(long id, IssueForm issue, ReportActForm act, CancellationToken cancellation, string? blockId = null)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        var (content, missing) = await ReadAsync(report, cancellation);
        var signing = await reports.SigningAsync(report, cancellation);
        act.SignerId ??= signing.Of(report)?.Id;
        var actions = ReportActions.For(report, signing, User);
        var pinned = new ReportComments(report, await comments.ListAsync(report, content?.Document, cancellation), User.UserId(), User.May(Permission.SubmitReports))
        {
            PinAddress = PinAddress(report),
            Chosen = content?.Document.Body.FirstOrDefault(block => block.Id == blockId),
        };
        if (ModelState.IsValid && pinned.Open.Count > 0)
        {
            act.Reason ??= ReviewTexts.CommentsReason.Fill(pinned.Open.Count);
        }

        var offer = content is not null && actions.Any(row => row.Action is ReportAction.Issue or ReportAction.Number)
            ? await numbers.OfferAsync(content.Document.Kind, (issue.IssuedOn ?? time.Today()).Year, cancellation)
            : null;
        if (ModelState.IsValid && offer is { Source: NumberSource.TypedIn })
        {
            issue.Number ??= offer.Last is null ? null : offer.Next;
        }

        var maySubmit = content is not null && actions.Any(row => row.Action is ReportAction.Submit or ReportAction.SubmitForCheck);
        return View("Show", new ReportPage(
            report,
            content?.Document,
            missing,
            actions,
            signing,
            report.IsReentered ? null : await digests.ReadAsync(report.Year, content?.Activities, cancellation),
            issue,
            act)
        {
            Comments = pinned,
            Replacements = await reports.ReplacementsAsync(report, cancellation),
            Changes = report.Status is ReportStatus.AwaitingCheck or ReportStatus.AwaitingSignature ? await versions.SinceLastReadAsync(report, cancellation) : null,
            Numbers = offer,
            Owing = maySubmit ? await collections.OwingAsync(id, cancellation) : [],
            Checked = maySubmit ? await checker.CheckAsync(id, cancellation) : null,
            OldReportId = report.IsReentered && User.May(Permission.SubmitReports) ? await oldReports.BehindAsync(id, cancellation) : null,
            Passed = content is null ? [] : await checker.PassedAsync(id, content.Document, cancellation),
        });
    }

    /// <summary>Where the user pins comments: at the desk that the report lies on, to what others submitted.</summary>
    private string? PinAddress(AnnualReport report) => report.SubmittedById == User.UserId() ? null : report.Status switch
    {
        ReportStatus.AwaitingSignature when User.May(Permission.ApproveReports) => $"/bao-cao/{report.Id}/y-kien",
        ReportStatus.AwaitingCheck when User.May(Permission.CheckReports) => $"/bao-cao/{report.Id}/y-kien/kiem-tra",
        _ => null,
    };

    private async Task<(ReportContent? Content, string? Missing)> ReadAsync(AnnualReport report, CancellationToken cancellation)
    {
        try
        {
            return (await reports.ReadAsync(report, cancellation), null);
        }
        catch (ReportIncompleteException problem)
        {
            return (null, WorkflowTexts.Name(problem.Missing));
        }
    }
}

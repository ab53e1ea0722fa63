using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Checking;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Reports;

/// <summary>Rà soát of a report that is being written: what must be mended or passed over, and what may be.</summary>
[RequirePermission(Permission.SubmitReports)]
[Route("bao-cao/{id:long}/ra-soat")]
public sealed class ReportFindingsController(ReportReader reports, ReportChecker checker, ReportLineEditor editor) : Controller
{
    /// <summary>All findings.</summary>
    [HttpGet("")]
    public Task<IActionResult> Index(long id, CancellationToken cancellation) => PageAsync(id, "Index", new FindingPassForm(), cancellation);

    /// <summary>The findings as the editor shows them beside the lines.</summary>
    [HttpGet("khung")]
    public Task<IActionResult> Panel(long id, CancellationToken cancellation) => PageAsync(id, "Panel", new FindingPassForm(), cancellation);

    /// <summary>Bỏ qua, with the reason.</summary>
    [HttpPost("bo-qua")]
    public async Task<IActionResult> Pass(long id, FindingPassForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await PageAsync(id, "Index", form, cancellation);
        }

        try
        {
            return await AnswerAsync(
                id,
                await checker.PassAsync(id, new PassInput(form.RuleId ?? "", form.BlockId ?? "", form.TextSha256 ?? "", form.Reason), cancellation),
                CheckingTexts.PassedDone,
                form,
                cancellation);
        }
        catch (ReportIncompleteException problem)
        {
            return Incomplete(id, problem);
        }
    }

    /// <summary>Xác nhận vẫn đúng: what last year left behind stays, in the name of who says so.</summary>
    [HttpPost("xac-nhan")]
    public async Task<IActionResult> Confirm(long id, FindingConfirmForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        try
        {
            var outcome = await checker.PassAsync(id, new PassInput(form.RuleId ?? "", form.BlockId ?? "", form.TextSha256 ?? "", null), cancellation);
            var answer = await AnswerAsync(
                id,
                outcome,
                CheckingTexts.ConfirmDone,
                new FindingPassForm { RuleId = form.RuleId, BlockId = form.BlockId, TextSha256 = form.TextSha256 },
                cancellation);
            return outcome == PassOutcome.Done && form.ToLine is { } line ? ToLine(id, line) : answer;
        }
        catch (ReportIncompleteException problem)
        {
            return Incomplete(id, problem);
        }
    }

    /// <summary>Xét lại: it counts again.</summary>
    [HttpPost("{passedId:long}/xet-lai")]
    public async Task<IActionResult> Reconsider(long id, long passedId, CancellationToken cancellation) =>
        await AnswerAsync(id, await checker.ReconsiderAsync(id, passedId, cancellation), CheckingTexts.ReconsideredDone, new FindingPassForm(), cancellation);

    /// <summary>Puts the proposed words into a line, where that is safe.</summary>
    [HttpPost("{lineId:long}/sua")]
    public async Task<IActionResult> Fix(long id, long lineId, LineFixForm form, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        if (!report.IsEditable)
        {
            return NotEditable(report);
        }

        try
        {
            var found = (await checker.CheckAsync(id, cancellation))!.Findings.FirstOrDefault(row => row.LineId == lineId && row.Finding.IsSafe
                && row.Finding.Rule.Id == form.RuleId && row.TextSha256 == form.TextSha256);
            var line = (await editor.LinesAsync(id, cancellation)).Find(row => row.Id == lineId);
            if (found is null || line is null)
            {
                this.Notice(CheckingTexts.Gone, NoticeKind.Warning);
                return ToLine(id, lineId);
            }

            var (text, endMark) = LineFix.Apply(line, found.Finding);
            var result = await editor.EditLineAsync(lineId, form.Version, text, endMark, cancellation);
            this.Notice(result.Outcome switch
            {
                LineOutcome.Done when found.Finding.Replacement!.Length == 0 => CheckingTexts.FixedRemoved.Fill(found.Words),
                LineOutcome.Done => CheckingTexts.Fixed.Fill(found.Words, found.Finding.Replacement),
                _ => ReportTexts.LineChangedMeanwhile,
            });
            return ToLine(id, lineId);
        }
        catch (ReportIncompleteException problem)
        {
            return Incomplete(id, problem);
        }
    }

    private RedirectToActionResult ToLine(long id, long lineId) =>
        RedirectToAction(nameof(ReportLinesController.Index), "ReportLines", new { id }, $"dong-{lineId}");

    private async Task<IActionResult> AnswerAsync(long id, PassOutcome outcome, string done, FindingPassForm form, CancellationToken cancellation)
    {
        switch (outcome)
        {
            case PassOutcome.NotFound:
                return NotFound();
            case PassOutcome.NotEditable:
                return NotEditable((await reports.FindAsync(id, cancellation))!);
            case PassOutcome.ReasonMissing:
                ModelState.AddModelError(nameof(form.Reason), CheckingTexts.PassReasonMissing);
                return await PageAsync(id, "Index", form, cancellation);
            case PassOutcome.Gone:
                this.Notice(CheckingTexts.Gone, NoticeKind.Warning);
                break;
            default:
                this.Notice(done);
                break;
        }

        return RedirectToAction(nameof(Index), new { id });
    }

    private async Task<IActionResult> PageAsync(long id, string view, FindingPassForm form, CancellationToken cancellation)
    {
        if (await reports.FindAsync(id, cancellation) is not { } report)
        {
            return NotFound();
        }

        if (!report.IsEditable)
        {
            return NotEditable(report);
        }

        try
        {
            Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
            var found = (await checker.CheckAsync(id, cancellation))!;
            var versions = (await editor.LinesAsync(id, cancellation)).ToDictionary(line => line.Id, line => line.Version);
            return view == "Panel" ? PartialView(view, new ReportFindingsPage(report, found, versions, form)) : View(view, new ReportFindingsPage(report, found, versions, form));
        }
        catch (ReportIncompleteException problem)
        {
            return Incomplete(id, problem);
        }
    }

    private ViewResult NotEditable(AnnualReport report) =>
        this.WrongState(WorkflowTexts.Refusal(new WorkflowResult(WorkflowOutcome.WrongState, report.Id, report.Status)));

    private ViewResult Incomplete(long id, ReportIncompleteException problem) =>
        this.WrongState(WorkflowTexts.Refusal(new WorkflowResult(WorkflowOutcome.Incomplete, id, Missing: problem.Missing)));
}

/// <summary>A report under the checker.</summary>
/// <param name="Report">The report.</param>
/// <param name="Checked">What was found.</param>
/// <param name="Versions">The versions of its lines.</param>
/// <param name="Form">A reason that was typed and not saved.</param>
public sealed record ReportFindingsPage(AnnualReport Report, CheckedReport Checked, IReadOnlyDictionary<long, Guid> Versions, FindingPassForm Form)
{
    /// <summary>What counts, of one weight, in reading order.</summary>
    public IReadOnlyList<ReportFinding> Open(FindingSeverity severity) =>
        Checked.Findings.Where(row => row.Passed is null && !row.IsStale && row.Finding.Rule.Severity == severity).ToList();

    /// <summary>What last year left behind, in reading order.</summary>
    public IReadOnlyList<ReportFinding> Stale => Checked.OpenStale.ToList();

    /// <summary>What was passed over.</summary>
    public IReadOnlyList<ReportFinding> Passed => Checked.Findings.Where(row => row.Passed is not null).ToList();

    /// <summary>"1 lỗi · 2 cần xác nhận · 1 gợi ý".</summary>
    public string Count => CheckingWords.Count(Checked.Findings.Where(row => row.Passed is null && !row.IsStale).Select(row => row.Finding).ToList(), Stale.Count);

    /// <summary>Whether the form that was refused is this finding's.</summary>
    public bool IsTyped(ReportFinding row) => Form.RuleId == row.Finding.Rule.Id && Form.TextSha256 == row.TextSha256 && (Form.BlockId ?? "") == (row.Finding.BlockId ?? "");
}

/// <summary>A finding to be passed over.</summary>
public sealed class FindingPassForm
{
    /// <summary>The rule.</summary>
    [StringLength(ReportPassedFinding.RuleLength)]
    public string? RuleId { get; set; }

    /// <summary>The block; empty for a finding without a place.</summary>
    [StringLength(ReportPassedFinding.BlockLength)]
    public string? BlockId { get; set; }

    /// <summary>The key of the sentence that was shown.</summary>
    [StringLength(64)]
    public string? TextSha256 { get; set; }

    /// <summary>Why it may stay.</summary>
    [StringLength(ReportPassedFinding.ReasonLength)]
    [Display(Name = nameof(CheckingTexts.PassReason), ResourceType = typeof(CheckingTexts))]
    public string? Reason { get; set; }
}

/// <summary>Words of last year to be confirmed.</summary>
public sealed class FindingConfirmForm
{
    /// <summary>The rule.</summary>
    [StringLength(ReportPassedFinding.RuleLength)]
    public string? RuleId { get; set; }

    /// <summary>The block.</summary>
    [StringLength(ReportPassedFinding.BlockLength)]
    public string? BlockId { get; set; }

    /// <summary>The key of the sentence and the place that were shown.</summary>
    [StringLength(64)]
    public string? TextSha256 { get; set; }

    /// <summary>The line to lead back to, from the editor.</summary>
    public long? ToLine { get; set; }
}

/// <summary>A proposed mending to be carried out.</summary>
public sealed class LineFixForm
{
    /// <summary>The line's version that the page showed.</summary>
    public Guid Version { get; set; }

    /// <summary>The rule.</summary>
    [StringLength(ReportPassedFinding.RuleLength)]
    public string? RuleId { get; set; }

    /// <summary>The key of the sentence and the place that were shown.</summary>
    [StringLength(64)]
    public string? TextSha256 { get; set; }
}

/// <summary>Carries a finding in a printed sentence over to the line's text and end mark.</summary>
internal static class LineFix
{
    private const string Marks = ".;:,!?…";

    /// <summary>The line's text and end mark with the proposal in place.</summary>
    public static (string Text, string? EndMark) Apply(ReportLine line, Finding finding)
    {
        var end = finding.Start + finding.Length;
        if (end <= line.Text.Length)
        {
            return (string.Concat(line.Text.AsSpan(0, finding.Start), finding.Replacement, line.Text.AsSpan(end)), line.EndMark);
        }

        // The end mark is a part of what is mended.
        var printed = string.Concat(line.Text.AsSpan(0, Math.Min(finding.Start, line.Text.Length)), finding.Replacement);
        var words = printed.TrimEnd([.. Marks]);
        return (words, printed[words.Length..]);
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Features.Errors;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Reports;

/// <summary>Ý kiến on a submitted report: pinned by those who check and sign, answered by those who write.</summary>
[RequirePermission(Permission.ViewReports)]
[Route("bao-cao/{id:long}/y-kien")]
public sealed class ReportCommentsController(ReportReader reports, ReportCommentService comments) : Controller
{
    /// <summary>Ghim ý kiến, by the chairman.</summary>
    [HttpPost("")]
    [RequirePermission(Permission.ApproveReports)]
    public Task<IActionResult> Add(long id, CommentForm form, CancellationToken cancellation) =>
        AddAsync(id, ReportStatus.AwaitingSignature, form, cancellation);

    /// <summary>Ghim ý kiến before signing, by one of the checkers.</summary>
    [HttpPost("kiem-tra")]
    [RequirePermission(Permission.CheckReports)]
    public Task<IActionResult> AddByChecker(long id, CommentForm form, CancellationToken cancellation) =>
        AddAsync(id, ReportStatus.AwaitingCheck, form, cancellation);

    /// <summary>Trả lời.</summary>
    [HttpPost("{commentId:long}/tra-loi")]
    public Task<IActionResult> Reply(long id, long commentId, CommentAnswerForm form, CancellationToken cancellation) =>
        ActAsync(id, commentId, CommentAct.Reply, form, ReviewTexts.CommentReplied, cancellation);

    /// <summary>Đã sửa; for its author: đã rõ.</summary>
    [HttpPost("{commentId:long}/da-xu-ly")]
    public Task<IActionResult> Resolve(long id, long commentId, CommentAnswerForm form, CancellationToken cancellation) =>
        ActAsync(id, commentId, CommentAct.Resolve, form, ReviewTexts.CommentResolved, cancellation);

    /// <summary>Mở lại.</summary>
    [HttpPost("{commentId:long}/mo-lai")]
    public Task<IActionResult> Reopen(long id, long commentId, CommentAnswerForm form, CancellationToken cancellation) =>
        ActAsync(id, commentId, CommentAct.Reopen, form, ReviewTexts.CommentReopened, cancellation);

    private async Task<IActionResult> AddAsync(long id, ReportStatus at, CommentForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await reports.FindAsync(id, cancellation) is null ? NotFound() : BadRequest();
        }

        var result = await comments.AddAsync(form.FormKey, id, at, new CommentInput(form.BlockId ?? "", form.Text), cancellation);
        return Answer(id, result, ReviewTexts.CommentPinned, toEditor: false, form.BlockId);
    }

    private async Task<IActionResult> ActAsync(
        long id, long commentId, CommentAct act, CommentAnswerForm form, string done, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await reports.FindAsync(id, cancellation) is null ? NotFound() : BadRequest();
        }

        var answer = new CommentAnswer(form.Version, form.Text);
        return Answer(id, await comments.ActAsync(id, commentId, act, answer, User.May(Permission.SubmitReports), cancellation), done, form.FromEditor, null);
    }

    private IActionResult Answer(long id, CommentResult result, string done, bool toEditor, string? blockId)
    {
        switch (result.Outcome)
        {
            case CommentOutcome.NotFound:
                return NotFound();
            case CommentOutcome.Forbidden:
                return Forbid();
            case CommentOutcome.WrongState:
                return this.WrongState(Refusal(id, ReviewTexts.CommentWrongState.Fill(WorkflowTexts.Name(result.Status))));
            case CommentOutcome.OwnSubmission:
                return this.WrongState(Refusal(id, ReviewTexts.CommentOwnSubmission));
            case CommentOutcome.Conflict:
                return this.WrongState(Refusal(id, ReviewTexts.CommentConflict));
            case CommentOutcome.TextMissing:
                this.Notice(ReviewTexts.CommentTextMissing, NoticeKind.Warning);
                break;
            default:
                this.Notice(done);
                break;
        }

        return toEditor
            ? RedirectToAction(nameof(ReportLinesController.Index), "ReportLines", new { id }, $"y-kien-{result.CommentId}")
            : RedirectToAction(
                nameof(ReportsController.Show),
                "Reports",
                result.Outcome == CommentOutcome.TextMissing ? new { id, dong = blockId } : new { id, dong = (string?)null },
                result.CommentId == 0 ? "y-kien-moi" : $"y-kien-{result.CommentId}");
    }

    private static RefusalPage Refusal(long id, string text) =>
        new(ReportTexts.WrongStateTitle, text, ReviewTexts.CommentBack, $"/bao-cao/{id}#y-kien");
}

/// <summary>A comment to be pinned.</summary>
public sealed class CommentForm
{
    /// <summary>The key that makes the form count once.</summary>
    public Guid FormKey { get; set; }

    /// <summary>The line; empty for the whole document.</summary>
    [StringLength(ReportComment.BlockLength)]
    public string? BlockId { get; set; }

    /// <summary>What is said.</summary>
    [StringLength(ReportComment.TextLength)]
    [Display(Name = nameof(ReviewTexts.CommentText), ResourceType = typeof(ReviewTexts))]
    public string? Text { get; set; }
}

/// <summary>An answer to a comment.</summary>
public sealed class CommentAnswerForm
{
    /// <summary>The comment's version that the page showed.</summary>
    public Guid Version { get; set; }

    /// <summary>What is said.</summary>
    [StringLength(ReportComment.TextLength)]
    [Display(Name = nameof(ReviewTexts.CommentAnswer), ResourceType = typeof(ReviewTexts))]
    public string? Text { get; set; }

    /// <summary>The answer was given beside the line, in the editor.</summary>
    public bool FromEditor { get; set; }
}

/// <summary>The comments of a report for one reader.</summary>
/// <param name="Report">The report.</param>
/// <param name="All">All of them, in the order of the document.</param>
/// <param name="UserId">The reader.</param>
/// <param name="MayWrite">The reader writes the report.</param>
public sealed record ReportComments(AnnualReport Report, IReadOnlyList<PinnedComment> All, long? UserId, bool MayWrite)
{
    /// <summary>Where a new one is sent; null when the reader pins none now.</summary>
    public string? PinAddress { get; init; }

    /// <summary>The sentence that one is about to be pinned to; null for the whole document.</summary>
    public Core.Reports.Official.DocumentBlock? Chosen { get; init; }

    /// <summary>Those that stop the report.</summary>
    public IReadOnlyList<PinnedComment> Open { get; } = All.Where(row => row.IsOpen).ToList();

    /// <summary>One of them, as it stands on a page.</summary>
    public CommentView View(PinnedComment pinned, bool isInEditor = false) => new(this, pinned, isInEditor);

    /// <summary>Those pinned to a line.</summary>
    public IEnumerable<PinnedComment> Of(string blockId) => All.Where(row => row.Comment.BlockId == blockId);

    /// <summary>The open one after another, from the last to the first; null when there is no other.</summary>
    public PinnedComment? Next(PinnedComment pinned)
    {
        var others = Open.Where(row => row != pinned).ToList();
        return others.Find(row => row.Order > pinned.Order || (row.Order == pinned.Order && row.Comment.Id > pinned.Comment.Id)) ?? others.FirstOrDefault();
    }

    /// <summary>The address where a line is chosen to pin something to it; null when the reader pins none now.</summary>
    public string? PinTo(string blockId) => PinAddress is null ? null : $"/bao-cao/{Report.Id}?dong={blockId}#y-kien-moi";
}

/// <summary>A comment on a page.</summary>
/// <param name="Comments">All of the report.</param>
/// <param name="Pinned">This one.</param>
/// <param name="IsInEditor">It stands beside its line.</param>
public sealed record CommentView(ReportComments Comments, PinnedComment Pinned, bool IsInEditor)
{
    /// <summary>Whether the reader may do this about it now.</summary>
    public bool May(CommentAct act) => ReportCommentService.May(Comments.Report, Pinned.Comment, act, Comments.UserId, Comments.MayWrite);

    /// <summary>Whether the reader pinned it.</summary>
    public bool IsOwn => Pinned.Comment.UserId == Comments.UserId;
}

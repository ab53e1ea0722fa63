using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>Ý kiến on a report: checkers and signers pin them to lines of the frozen document, the writer answers and mends.</summary>
public sealed class ReportCommentService(CchcDbContext db, TimeProvider time)
{
    /// <summary>Tries of a save that somebody else's act on the same report crossed.</summary>
    private const int Tries = 3;

    /// <summary>The comments of a report in the order of its document, each with what became of its sentence; those on the whole document first, those whose sentence is gone last.</summary>
    /// <param name="report">The report.</param>
    /// <param name="document">The document as it is read now; null when it cannot be composed.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlyList<PinnedComment>> ListAsync(AnnualReport report, OfficialDocument? document, CancellationToken cancellation = default)
    {
        var comments = await db.ReportComments.AsNoTracking().Where(comment => comment.ReportId == report.Id)
            .Include(comment => comment.Replies.OrderBy(reply => reply.AtUtc).ThenBy(reply => reply.Id))
            .OrderBy(comment => comment.AtUtc).ThenBy(comment => comment.Id)
            .AsSplitQuery().ToListAsync(cancellation);
        var blocks = (document?.Body ?? []).Select((block, at) => (block, at)).ToDictionary(row => row.block.Id);
        return comments.Select(comment => blocks.TryGetValue(comment.BlockId, out var found)
                ? new PinnedComment(comment, found.block, found.block.Text == comment.Sentence ? CommentPlace.AsItWas : CommentPlace.Changed, found.at)
                : new PinnedComment(comment, null, comment.BlockId.Length == 0 ? CommentPlace.WholeDocument : CommentPlace.Gone, comment.BlockId.Length == 0 ? -1 : int.MaxValue))
            .OrderBy(row => row.Order).ToList();
    }

    /// <summary>Pins a comment to a line of the submission that is being read, or to the whole of it.</summary>
    /// <param name="formKey">The key that went out with the form.</param>
    /// <param name="reportId">The report.</param>
    /// <param name="at">The state in which the person may: who checks and who signs have different rights.</param>
    /// <param name="input">What is said, and where.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<CommentResult> AddAsync(Guid formKey, long reportId, ReportStatus at, CommentInput input, CancellationToken cancellation = default)
    {
        var text = PlainText.CleanLines(input.Text);
        if (text.Length == 0)
        {
            return await ExistsAsync(reportId, cancellation) ? new CommentResult(CommentOutcome.TextMissing) : new CommentResult(CommentOutcome.NotFound);
        }

        return await AgainAsync(() => db.InTransactionAsync(
            async () =>
            {
                if (await db.MadeByFormAsync(formKey, cancellation) is { } made)
                {
                    return new CommentResult(CommentOutcome.Done, made);
                }

                var report = await db.OwnReports().SingleOrDefaultAsync(row => row.Id == reportId, cancellation);
                if (report is null)
                {
                    return new CommentResult(CommentOutcome.NotFound);
                }

                if (report.Status != at || report.SubmittedById == db.Scope.UserId)
                {
                    return new CommentResult(report.Status != at ? CommentOutcome.WrongState : CommentOutcome.OwnSubmission, Status: report.Status);
                }

                var block = input.BlockId.Length == 0 ? null : (await FrozenAsync(report, cancellation)).Body.SingleOrDefault(row => row.Id == input.BlockId);
                if (block is null && input.BlockId.Length > 0)
                {
                    return new CommentResult(CommentOutcome.NotFound);
                }

                var now = time.GetUtcNow().UtcDateTime;
                var comment = new ReportComment
                {
                    Id = IdGenerator.NewId(),
                    AgencyId = report.AgencyId,
                    ReportId = reportId,
                    VersionNumber = report.VersionNumber,
                    BlockId = input.BlockId,
                    Sentence = block?.Text ?? "",
                    Text = text,
                    UserId = UserId,
                    UserName = db.Scope.UserName,
                    AtUtc = now,
                };
                db.ReportComments.Add(comment);
                db.FormReceipts.Add(new FormReceipt { Key = formKey, UserId = UserId, EntityId = comment.Id, AtUtc = now });
                Touch(report);
                await db.SaveChangesAsync(cancellation);
                return new CommentResult(CommentOutcome.Done, comment.Id, report.Status);
            },
            cancellation));
    }

    /// <summary>Answers, resolves or reopens a comment.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="commentId">The comment.</param>
    /// <param name="act">What is done.</param>
    /// <param name="input">What is said with it, and the version that the form went out with.</param>
    /// <param name="mayWrite">The person writes the report: answers for it and says that it is mended.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<CommentResult> ActAsync(
        long reportId, long commentId, CommentAct act, CommentAnswer input, bool mayWrite, CancellationToken cancellation = default) => AgainAsync(
        () => db.InTransactionAsync(() => ActOnceAsync(reportId, commentId, act, input, mayWrite, cancellation), cancellation));

    /// <summary>Whether a person may do this about a comment now: what the page offers and what the portal carries out are the same.</summary>
    /// <param name="report">The report.</param>
    /// <param name="comment">The comment with its replies.</param>
    /// <param name="act">What is to be done.</param>
    /// <param name="userId">The person.</param>
    /// <param name="mayWrite">The person writes the report.</param>
    public static bool May(AnnualReport report, ReportComment comment, CommentAct act, long? userId, bool mayWrite)
    {
        var isAuthor = comment.UserId == userId;
        return IsOpen(report) && act switch
        {
            CommentAct.Reply => comment.Status != CommentStatus.Resolved && (isAuthor || mayWrite),
            // A frozen text is not mended: the writer says so while it is written, or once it was submitted anew.
            CommentAct.Resolve => comment.Status != CommentStatus.Resolved
                && (isAuthor || (mayWrite && (report.IsEditable || report.VersionNumber > comment.VersionNumber))),
            CommentAct.Reopen => comment.Status == CommentStatus.Resolved
                && (isAuthor || comment.Replies.Where(reply => reply.Act != CommentAct.Reply).MaxBy(reply => reply.AtUtc)?.UserId == userId),
            _ => false,
        };
    }

    /// <summary>Once a report is approved, what was said about it stays as it is.</summary>
    private static bool IsOpen(AnnualReport report) =>
        report.IsEditable || report.Status is ReportStatus.AwaitingCheck or ReportStatus.AwaitingSignature;

    private long UserId => db.Scope.UserId ?? throw new AgencyIsolationException("Comments are made by signed-in people.");

    private Task<bool> ExistsAsync(long reportId, CancellationToken cancellation) => db.OwnReports().AnyAsync(row => row.Id == reportId, cancellation);

    private async Task<OfficialDocument> FrozenAsync(AnnualReport report, CancellationToken cancellation) => OfficialDocumentJson.Read(
        await db.ReportVersions.Where(version => version.ReportId == report.Id && version.Number == report.VersionNumber)
            .Select(version => version.ModelJson).SingleAsync(cancellation));

    private async Task<CommentResult> ActOnceAsync(
        long reportId, long commentId, CommentAct act, CommentAnswer input, bool mayWrite, CancellationToken cancellation)
    {
        var report = await db.OwnReports().SingleOrDefaultAsync(row => row.Id == reportId, cancellation);
        var comment = await db.ReportComments.Include(row => row.Replies)
            .SingleOrDefaultAsync(row => row.Id == commentId && row.ReportId == reportId, cancellation);
        if (report is null || comment is null)
        {
            return new CommentResult(CommentOutcome.NotFound);
        }

        if (!mayWrite && comment.UserId != db.Scope.UserId)
        {
            return new CommentResult(CommentOutcome.Forbidden, commentId);
        }

        if (comment.Version != input.Version)
        {
            return new CommentResult(CommentOutcome.Conflict, commentId, report.Status);
        }

        if (!May(report, comment, act, db.Scope.UserId, mayWrite))
        {
            return new CommentResult(CommentOutcome.WrongState, commentId, report.Status);
        }

        var text = PlainText.CleanLines(input.Text);
        if (act == CommentAct.Reply && text.Length == 0)
        {
            return new CommentResult(CommentOutcome.TextMissing, commentId, report.Status);
        }

        comment.Replies.Add(new ReportCommentReply
        {
            AgencyId = comment.AgencyId,
            Act = act,
            Text = text.Length == 0 ? null : text,
            UserId = UserId,
            UserName = db.Scope.UserName,
            AtUtc = time.GetUtcNow().UtcDateTime,
        });
        comment.Status = act switch
        {
            CommentAct.Resolve => CommentStatus.Resolved,
            CommentAct.Reply when comment.UserId != db.Scope.UserId => CommentStatus.Answered,
            _ => CommentStatus.Open,
        };
        // Two replies of one person leave the state as it is; a second tab must learn of the first all the same.
        Touch(comment);
        if (act == CommentAct.Reopen)
        {
            Touch(report);
        }

        await db.SaveChangesAsync(cancellation);
        return new CommentResult(CommentOutcome.Done, commentId, report.Status);
    }

    /// <summary>Gives a row a new version: whoever has the report before them must see a comment before they decide.</summary>
    private void Touch(IVersioned row) => db.Entry(row).Property(nameof(IVersioned.Version)).IsModified = true;

    private static async Task<T> AgainAsync<T>(Func<Task<T>> work)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await work();
            }
            catch (DbUpdateException) when (tried < Tries)
            {
                // Somebody acted on the report, or the same form came, at the same moment: it is looked at anew.
            }
        }
    }
}

/// <summary>A comment to be pinned.</summary>
/// <param name="BlockId">The line; empty for the whole document.</param>
/// <param name="Text">What is said.</param>
public sealed record CommentInput(string BlockId, string? Text);

/// <summary>An answer to a comment.</summary>
/// <param name="Version">The version of the comment that the form went out with.</param>
/// <param name="Text">What is said; may be missing where the act says all.</param>
public sealed record CommentAnswer(Guid Version, string? Text);

/// <summary>How an act on a comment ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="CommentId">The comment.</param>
/// <param name="Status">The report's state.</param>
public sealed record CommentResult(CommentOutcome Outcome, long CommentId = 0, ReportStatus Status = ReportStatus.Draft);

/// <summary>The ways an act on a comment may end.</summary>
public enum CommentOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>No such report, line or comment for this user.</summary>
    NotFound,

    /// <summary>Neither the comment's author nor a writer of the report.</summary>
    Forbidden,

    /// <summary>The state of report or comment does not allow it.</summary>
    WrongState,

    /// <summary>Nobody comments on what they submitted.</summary>
    OwnSubmission,

    /// <summary>Somebody answered meanwhile.</summary>
    Conflict,

    /// <summary>Nothing was said.</summary>
    TextMissing,
}

/// <summary>A comment and what became of the sentence it is pinned to.</summary>
/// <param name="Comment">The comment with its replies.</param>
/// <param name="Block">The line as it reads now; null for the whole document and for a line that is gone.</param>
/// <param name="Place">What became of it.</param>
/// <param name="Order">Its place in the document.</param>
public sealed record PinnedComment(ReportComment Comment, DocumentBlock? Block, CommentPlace Place, int Order)
{
    /// <summary>It stops the report.</summary>
    public bool IsOpen => Comment.Status != CommentStatus.Resolved;

    /// <summary>The line of the editor it stands beside; null for the whole document.</summary>
    public long? LineId => long.TryParse(Comment.BlockId, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>How the sentence changed since the comment, word by word; empty when it did not.</summary>
    public IReadOnlyList<DiffPart> Changes => Place == CommentPlace.Changed ? WordDiff.Compare(Comment.Sentence, Block!.Text) : [];
}

/// <summary>What became of the sentence that a comment is pinned to.</summary>
public enum CommentPlace
{
    /// <summary>It is pinned to no sentence.</summary>
    WholeDocument,

    /// <summary>The sentence reads as it did.</summary>
    AsItWas,

    /// <summary>Câu đã sửa.</summary>
    Changed,

    /// <summary>Câu đã bỏ.</summary>
    Gone,
}

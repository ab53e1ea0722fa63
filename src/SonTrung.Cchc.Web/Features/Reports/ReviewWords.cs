using System.Globalization;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Html;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.TagHelpers;

namespace SonTrung.Cchc.Web.Features.Reports;

/// <summary>The words of the way back and forth between writer and signer: what changed, who has it, what happened.</summary>
internal static class ReviewWords
{
    private const int LongestStart = 60;

    /// <summary>What became of a block, in one word.</summary>
    public static string Name(ComparedBlock block) => block.Change switch
    {
        BlockChange.Added => ReviewTexts.ChangeAdded,
        BlockChange.Removed => ReviewTexts.ChangeRemoved,
        BlockChange.Changed => ReviewTexts.ChangeChanged,
        _ => ReviewTexts.ChangeMoved,
    };

    /// <summary>Where a block stands: the heading above it, or the part of the document.</summary>
    public static string Place(ComparedBlock block) => block.Part is >= DocumentPart.Section and <= DocumentPart.Plus
        ? block.Under
        : ReviewTexts.ResourceManager.GetString($"Part{block.Part}", CultureInfo.CurrentUICulture) ?? "";

    /// <summary>"10:32 ngày 16/12/2026".</summary>
    public static string Moment(DateTime utc) => ReviewTexts.MomentAt.Fill(VietnamTime.Clock(utc), VietnameseDate.Format(VietnamTime.DayOf(utc)));

    /// <summary>Who has a report now and since when.</summary>
    public static string Holder(AnnualReport report, SigningChoices signing)
    {
        var who = report.Status switch
        {
            ReportStatus.AwaitingSignature when signing.Of(report) is { } signer => WorkflowTexts.Name(signer),
            ReportStatus.AwaitingCheck => ReviewTexts.HolderChecks.Fill(OpenChecks(report)),
            ReportStatus.Draft or ReportStatus.Returned when Submitter(report) is { } name => ReviewTexts.HolderWriter.Fill(name),
            ReportStatus.Issued when Waiting(report) is { Length: > 0 } offices => offices,
            _ => WorkflowTexts.WaitingFor(report.Status),
        };
        return report.Events.Where(act => act.From != act.To).Select(act => (DateTime?)act.AtUtc).Max() is { } since
            ? ReviewTexts.HolderSince.Fill(who, Moment(since))
            : ReviewTexts.Holder.Fill(who);
    }

    /// <summary>"số 15/BC-UBND ngày 16/12/2026".</summary>
    public static string Name(ReplacedVersion replaced) =>
        ReviewTexts.NumberOfDay.Fill(OutgoingDocument.TextOf(replaced.Number, replaced.Symbol), VietnameseDate.Format(replaced.IssuedOn));

    /// <summary>"số 15/BC-UBND ngày 16/12/2026".</summary>
    public static string Name(LinkedReport report) =>
        ReviewTexts.NumberOfDay.Fill(OutgoingDocument.TextOf(report.Number!.Value, report.Symbol!), VietnameseDate.Format(report.IssuedOn!.Value));

    /// <summary>How far a comment is.</summary>
    public static string Name(CommentStatus status) => status switch
    {
        CommentStatus.Open => ReviewTexts.CommentStatusOpen,
        CommentStatus.Answered => ReviewTexts.CommentStatusAnswered,
        _ => ReviewTexts.CommentStatusResolved,
    };

    /// <summary>How a comment's state looks.</summary>
    public static StatusTone Tone(CommentStatus status) => status switch
    {
        CommentStatus.Open => StatusTone.Bad,
        CommentStatus.Answered => StatusTone.Waiting,
        _ => StatusTone.Good,
    };

    /// <summary>What somebody did about a comment.</summary>
    public static string Name(ReportCommentReply reply, ReportComment comment) => reply.Act switch
    {
        CommentAct.Resolve when reply.UserId == comment.UserId => ReviewTexts.CommentActResolveOwn,
        CommentAct.Resolve => ReviewTexts.CommentActResolve,
        CommentAct.Reopen => ReviewTexts.CommentActReopen,
        _ => ReviewTexts.CommentActReply,
    };

    /// <summary>All that happened to a report, newest first.</summary>
    public static IReadOnlyList<TimelineEntry> Timeline(AnnualReport report, IReadOnlyList<PinnedComment> comments)
    {
        var acts = report.Events.Select(act => new TimelineEntry(
            act.AtUtc,
            IsSubmission(act) && act.VersionNumber > 1 ? ReviewTexts.TimelineTurn.Fill(WorkflowTexts.Name(act.Action), act.VersionNumber) : act is { Action: ReportAction.Return, From: ReportStatus.Numbered } ? ReviewTexts.TimelineReturnNumbered : WorkflowTexts.Name(act.Action),
            Who(report, act),
            act.Reason)
        {
            Link = IsSubmission(act) && act.VersionNumber > 0
                ? new TimelineLink(ReviewTexts.TimelineVersion, $"/bao-cao/{report.Id}/phien-ban?den={act.VersionNumber}")
                : null,
        });
        var sent = report.Deliveries.Select(delivery => new TimelineEntry(delivery.SentUtc, ReviewTexts.TimelineSent.Fill(delivery.RecipientAgency!.Name), "", null));
        // What happened in one transaction bears one time: the later step stands above.
        return acts.Concat(comments.SelectMany(row => Timeline(report, row.Comment))).Concat(sent).OrderByDescending(entry => entry.AtUtc).ToList();
    }

    /// <summary>The receiving office's part of it: from the delivery on.</summary>
    public static IReadOnlyList<TimelineEntry> Timeline(ReportDelivery delivery)
    {
        var entries = new List<TimelineEntry> { new(delivery.SentUtc, ReviewTexts.TimelineReceived, "", null) };
        if (delivery.AnsweredUtc is { } at)
        {
            entries.Insert(0, new TimelineEntry(at, WorkflowTexts.Name(delivery.Status), delivery.AnsweredBy ?? "", delivery.ReturnReason));
        }

        return entries;
    }

    private static IEnumerable<TimelineEntry> Timeline(AnnualReport report, ReportComment comment)
    {
        var link = new TimelineLink(ReviewTexts.TimelineCommentSee, $"/bao-cao/{report.Id}#y-kien-{comment.Id}");
        yield return new TimelineEntry(
            comment.AtUtc,
            ReviewTexts.TimelineComment,
            comment.UserName,
            comment.Sentence.Length == 0 ? comment.Text : ReviewTexts.TimelineOn.Fill(Cut(comment.Sentence), comment.Text))
        { Link = link };
        foreach (var reply in comment.Replies)
        {
            yield return new TimelineEntry(
                reply.AtUtc,
                reply.Act switch
                {
                    CommentAct.Resolve => ReviewTexts.TimelineCommentResolve,
                    CommentAct.Reopen => ReviewTexts.TimelineCommentReopen,
                    _ => ReviewTexts.TimelineCommentReply,
                },
                reply.UserName,
                reply.Text)
            { Link = link };
        }
    }

    /// <summary>What stands at the end of a line: how much was said about it, and the way to say more; null when there is neither.</summary>
    public static BlockMark? Mark(DocumentBlock block, ReportComments comments, string icon)
    {
        var pinned = comments.Of(block.Id).ToList();
        var open = pinned.Count(row => row.IsOpen);
        var url = pinned.Count > 0 && (open > 0 || comments.PinAddress is null) ? $"#y-kien-{pinned.MaxBy(row => row.IsOpen)!.Comment.Id}" : comments.PinTo(block.Id);
        return url is null
            ? null
            : new BlockMark(
                url,
                pinned.Count > 0 ? ReviewTexts.CommentPinCount.Fill(pinned.Count, Cut(block.Text)) : ReviewTexts.CommentPinTo.Fill(Cut(block.Text)),
                icon,
                pinned.Count > 0 ? $"{pinned.Count}" : "",
                IsStressed: open > 0);
    }

    /// <summary>The beginning of a sentence, to be known by.</summary>
    public static string Cut(string sentence) => sentence.Length <= LongestStart ? sentence : $"{sentence[..LongestStart].TrimEnd()}…";

    private static bool IsSubmission(ReportEvent act) => act.Action is ReportAction.Submit or ReportAction.SubmitForCheck;

    /// <summary>The name of that day; for an answer of another office with the office.</summary>
    private static string Who(AnnualReport report, ReportEvent act) =>
        act.UserName.Length == 0 ? ReviewTexts.TimelineByPortal
        : report.Deliveries.Find(row => row.AnsweredUtc == act.AtUtc)?.RecipientAgency is { } office ? ReviewTexts.TimelineOffice.Fill(act.UserName, office.Name)
        : act.UserName;

    private static string? Submitter(AnnualReport report) =>
        report.Events.Where(IsSubmission).MaxBy(act => act.AtUtc)?.UserName is { Length: > 0 } name ? name : null;

    private static string OpenChecks(AnnualReport report)
    {
        var done = report.Checks.Where(check => check.VersionNumber == report.VersionNumber).Select(check => check.Kind).ToHashSet();
        return string.Join(", ", Enum.GetValues<ReportCheckKind>().Where(kind => !done.Contains(kind))
            .Select(kind => kind == ReportCheckKind.Content ? ReviewTexts.HolderCheckContent : ReviewTexts.HolderCheckForm));
    }

    private static string Waiting(AnnualReport report) =>
        string.Join(", ", report.Deliveries.Where(row => row.Status == DeliveryStatus.Sent).Select(row => row.RecipientAgency!.Name));
}

/// <summary>Something that happened to a report.</summary>
/// <param name="AtUtc">When (UTC).</param>
/// <param name="What">What.</param>
/// <param name="Who">Who did it; empty when nobody need be named.</param>
/// <param name="Text">What was said with it.</param>
public sealed record TimelineEntry(DateTime AtUtc, string What, string Who, string? Text)
{
    /// <summary>Where more of it is to be seen.</summary>
    public TimelineLink? Link { get; init; }
}

/// <summary>A way from an entry of the timeline.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Url">Where it leads.</param>
public sealed record TimelineLink(string Text, string Url);

/// <summary>Compared blocks to be shown.</summary>
/// <param name="Blocks">The blocks, in reading order.</param>
/// <param name="IsChangesOnly">They are torn from their places: each says where it stands.</param>
public sealed record ComparedBlocks(IReadOnlyList<ComparedBlock> Blocks, bool IsChangesOnly)
{
    /// <summary>The comments, where lines can be chosen to pin one to.</summary>
    public ReportComments? Comments { get; init; }
}

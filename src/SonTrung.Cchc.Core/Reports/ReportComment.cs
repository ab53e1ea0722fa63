using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Plans;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>
/// What a checker or signer has to say about a submitted report: pinned to one of its lines, or to the whole of it. It stays with its line
/// through later submissions, and as long as it is open nobody checks or approves the report.
/// </summary>
public sealed class ReportComment : AgencyEntity
{
    /// <summary>Longest text, characters.</summary>
    public const int TextLength = 2000;

    /// <summary>Longest block id, characters.</summary>
    public const int BlockLength = 40;

    /// <summary>Longest sentence, characters: a line with its end mark.</summary>
    public const int SentenceLength = ReportLine.TextLength + PlanItem.EndMarkLength;

    /// <summary>The report.</summary>
    public required long ReportId { get; init; }

    /// <summary>The report.</summary>
    public AnnualReport? Report { get; init; }

    /// <summary>The submission that was read.</summary>
    public required int VersionNumber { get; init; }

    /// <summary>The line it is pinned to (<see cref="Official.DocumentBlock.Id"/>); empty for the whole document.</summary>
    public required string BlockId { get; init; }

    /// <summary>The sentence as it read then, to the letter; empty for the whole document.</summary>
    public required string Sentence { get; init; }

    /// <summary>What is said.</summary>
    public required string Text { get; init; }

    /// <summary>Who said it.</summary>
    public required long UserId { get; init; }

    /// <summary>The name of that day.</summary>
    public required string UserName { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime AtUtc { get; init; }

    /// <summary>How far it is.</summary>
    public CommentStatus Status { get; internal set; } = CommentStatus.Open;

    /// <summary>What was said and done about it, oldest first when read by the portal.</summary>
    public List<ReportCommentReply> Replies { get; } = [];
}

/// <summary>How far a comment is.</summary>
public enum CommentStatus
{
    /// <summary>Chờ trả lời: the writer has not answered yet.</summary>
    Open,

    /// <summary>Đã trả lời: its author has the word; it still stops the report.</summary>
    Answered,

    /// <summary>Đã xử lý.</summary>
    Resolved,
}

/// <summary>An act on a comment, with what was said.</summary>
public sealed class ReportCommentReply : AgencyPart
{
    /// <summary>The comment.</summary>
    public long CommentId { get; init; }

    /// <summary>What was done.</summary>
    public required CommentAct Act { get; init; }

    /// <summary>What was said; null where the act says all.</summary>
    public string? Text { get; init; }

    /// <summary>Who.</summary>
    public required long UserId { get; init; }

    /// <summary>The name of that day.</summary>
    public required string UserName { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime AtUtc { get; init; }
}

/// <summary>What can be done about a comment.</summary>
public enum CommentAct
{
    /// <summary>Trả lời.</summary>
    Reply,

    /// <summary>Đã sửa, or for its author: đã rõ.</summary>
    Resolve,

    /// <summary>Mở lại.</summary>
    Reopen,
}

using SonTrung.Cchc.Core.Accounts;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>What can be done to a report.</summary>
public enum ReportAction
{
    /// <summary>Trình ký.</summary>
    Submit,

    /// <summary>Trình kiểm tra: where the agency checks before it signs.</summary>
    SubmitForCheck,

    /// <summary>Kiểm tra nội dung (Điều 12.1).</summary>
    CheckContent,

    /// <summary>Kiểm tra thể thức, kỹ thuật trình bày (Điều 12.2).</summary>
    CheckForm,

    /// <summary>Chuyển trình ký: follows by itself when both checks are there.</summary>
    PassChecks,

    /// <summary>Rút lại để sửa, before anybody decided.</summary>
    Withdraw,

    /// <summary>Trả lại (kèm lý do).</summary>
    Return,

    /// <summary>Back to its writer, because the signer whom it prints has left; follows when a leaver's work is handed over.</summary>
    SignerLeft,

    /// <summary>Duyệt.</summary>
    Approve,

    /// <summary>Đóng dấu và phát hành (bản giấy): number and date printed, signed and stamped by hand.</summary>
    Issue,

    /// <summary>Ký ban hành: the personal digital signature (Điều 13).</summary>
    Sign,

    /// <summary>Cấp số, ngày ban hành (Điều 15), into the signed file.</summary>
    Number,

    /// <summary>Ký số cơ quan và phát hành (Điều 17, 18).</summary>
    Seal,

    /// <summary>Đóng dấu và phát hành (bản giấy) of the signed and numbered file: printed, stamped by hand (Điều 18.5).</summary>
    IssuePrinted,

    /// <summary>The scan of the paper that was signed and stamped.</summary>
    AttachScan,

    /// <summary>Tiếp nhận.</summary>
    Acknowledge,

    /// <summary>The superior office returns a delivered report; it stays in force until it is replaced.</summary>
    ReturnDelivered,

    /// <summary>A replacement was issued (Điều 18.3).</summary>
    Replace,

    /// <summary>Công văn đính chính: the report stays in force (Điều 18.3).</summary>
    Correct,

    /// <summary>Thu hồi (Điều 18.4).</summary>
    Recall,

    /// <summary>A receiving office has taken note of a correction.</summary>
    NoteCorrection,

    /// <summary>A receiving office confirms the recall (Điều 18.4.b).</summary>
    ConfirmRecall,
}

/// <summary>A row of the transition table.</summary>
/// <param name="From">The state before.</param>
/// <param name="Action">The act.</param>
/// <param name="To">The state after.</param>
/// <param name="Permission">The right it needs.</param>
/// <param name="NeedsReason">Whether a reason must be given.</param>
/// <param name="IsAutomatic">Follows from another act and is nobody's button.</param>
public sealed record ReportTransition(
    ReportStatus From,
    ReportAction Action,
    ReportStatus To,
    Permission Permission,
    bool NeedsReason = false,
    bool IsAutomatic = false);

/// <summary>The one table of the workflow: rule and button come from here, so that they cannot disagree.</summary>
public static class ReportTransitions
{
    /// <summary>All transitions.</summary>
    public static readonly IReadOnlyList<ReportTransition> All =
    [
        new(ReportStatus.Draft, ReportAction.Submit, ReportStatus.AwaitingSignature, Permission.SubmitReports),
        new(ReportStatus.Returned, ReportAction.Submit, ReportStatus.AwaitingSignature, Permission.SubmitReports),
        new(ReportStatus.Draft, ReportAction.SubmitForCheck, ReportStatus.AwaitingCheck, Permission.SubmitReports),
        new(ReportStatus.Returned, ReportAction.SubmitForCheck, ReportStatus.AwaitingCheck, Permission.SubmitReports),
        new(ReportStatus.AwaitingCheck, ReportAction.CheckContent, ReportStatus.AwaitingCheck, Permission.CheckContent),
        new(ReportStatus.AwaitingCheck, ReportAction.CheckForm, ReportStatus.AwaitingCheck, Permission.CheckForm),
        new(ReportStatus.AwaitingCheck, ReportAction.PassChecks, ReportStatus.AwaitingSignature, Permission.CheckReports, IsAutomatic: true),
        new(ReportStatus.AwaitingCheck, ReportAction.Withdraw, ReportStatus.Draft, Permission.SubmitReports),
        new(ReportStatus.AwaitingCheck, ReportAction.Return, ReportStatus.Returned, Permission.CheckReports, NeedsReason: true),
        new(ReportStatus.AwaitingSignature, ReportAction.Withdraw, ReportStatus.Draft, Permission.SubmitReports),
        new(ReportStatus.AwaitingSignature, ReportAction.Return, ReportStatus.Returned, Permission.ApproveReports, NeedsReason: true),
        new(ReportStatus.AwaitingCheck, ReportAction.SignerLeft, ReportStatus.Returned, Permission.Administer, NeedsReason: true, IsAutomatic: true),
        new(ReportStatus.AwaitingSignature, ReportAction.SignerLeft, ReportStatus.Returned, Permission.Administer, NeedsReason: true, IsAutomatic: true),
        new(ReportStatus.AwaitingSignature, ReportAction.Approve, ReportStatus.Approved, Permission.ApproveReports),
        new(ReportStatus.AwaitingSignature, ReportAction.Sign, ReportStatus.Signed, Permission.ApproveReports),
        new(ReportStatus.Approved, ReportAction.Sign, ReportStatus.Signed, Permission.ApproveReports),
        new(ReportStatus.Signed, ReportAction.Return, ReportStatus.Returned, Permission.IssueReports, NeedsReason: true),
        new(ReportStatus.Signed, ReportAction.Number, ReportStatus.Numbered, Permission.IssueReports),
        new(ReportStatus.Numbered, ReportAction.Return, ReportStatus.Returned, Permission.IssueReports, NeedsReason: true),
        new(ReportStatus.Numbered, ReportAction.Seal, ReportStatus.Issued, Permission.IssueReports),
        new(ReportStatus.Numbered, ReportAction.IssuePrinted, ReportStatus.Issued, Permission.IssueReports),
        new(ReportStatus.Issued, ReportAction.AttachScan, ReportStatus.Issued, Permission.IssueReports),
        new(ReportStatus.Received, ReportAction.AttachScan, ReportStatus.Received, Permission.IssueReports),
        new(ReportStatus.Approved, ReportAction.Return, ReportStatus.Returned, Permission.IssueReports, NeedsReason: true),
        new(ReportStatus.Approved, ReportAction.Issue, ReportStatus.Issued, Permission.IssueReports),
        new(ReportStatus.Issued, ReportAction.Acknowledge, ReportStatus.Received, Permission.ReceiveReports),
        new(ReportStatus.Received, ReportAction.Acknowledge, ReportStatus.Received, Permission.ReceiveReports),
        new(ReportStatus.Issued, ReportAction.ReturnDelivered, ReportStatus.Issued, Permission.ReceiveReports, NeedsReason: true),
        new(ReportStatus.Received, ReportAction.ReturnDelivered, ReportStatus.Received, Permission.ReceiveReports, NeedsReason: true),
        new(ReportStatus.Issued, ReportAction.Replace, ReportStatus.Replaced, Permission.IssueReports),
        new(ReportStatus.Received, ReportAction.Replace, ReportStatus.Replaced, Permission.IssueReports),
        new(ReportStatus.Issued, ReportAction.Correct, ReportStatus.Issued, Permission.IssueReports, NeedsReason: true),
        new(ReportStatus.Received, ReportAction.Correct, ReportStatus.Received, Permission.IssueReports, NeedsReason: true),
        new(ReportStatus.Issued, ReportAction.Recall, ReportStatus.Recalled, Permission.IssueReports, NeedsReason: true),
        new(ReportStatus.Received, ReportAction.Recall, ReportStatus.Recalled, Permission.IssueReports, NeedsReason: true),
        new(ReportStatus.Issued, ReportAction.NoteCorrection, ReportStatus.Issued, Permission.ReceiveReports),
        new(ReportStatus.Received, ReportAction.NoteCorrection, ReportStatus.Received, Permission.ReceiveReports),
        new(ReportStatus.Recalled, ReportAction.ConfirmRecall, ReportStatus.Recalled, Permission.ReceiveReports),
    ];

    /// <summary>The states in which lines may be edited.</summary>
    public static readonly IReadOnlySet<ReportStatus> Editable =
        new HashSet<ReportStatus> { ReportStatus.Draft, ReportStatus.Returned };

    /// <summary>The transition of an act from a state, or null when the state does not allow it.</summary>
    public static ReportTransition? Find(ReportStatus from, ReportAction action) =>
        All.SingleOrDefault(row => row.From == from && row.Action == action);
}

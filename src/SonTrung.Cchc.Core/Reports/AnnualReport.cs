using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>
/// The report of an agency for a period. One entity from draft to delivery; <c>ReportWorkflow</c> is the only
/// writer of <see cref="Status"/>. A replacement (Điều 18.3) is the next revision of the same period.
/// </summary>
public sealed class AnnualReport : AgencyEntity, ISoftDeletable
{
    /// <summary>Longest subject, characters (Phụ lục VI: Trích yếu 500).</summary>
    public const int SubjectLength = 500;

    /// <summary>Length of <see cref="PublicCode"/>, characters.</summary>
    public const int PublicCodeLength = 22;

    /// <summary>The reporting year.</summary>
    public required int Year { get; init; }

    /// <summary>Year, half year or quarter.</summary>
    public PeriodKind PeriodKind { get; init; } = PeriodKind.Year;

    /// <summary>Which half or quarter; 1 for a year.</summary>
    public int PeriodOrdinal { get; init; } = 1;

    /// <summary>1 for the first report of the period, higher for replacements.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>The outline it follows.</summary>
    public required long OutlineTemplateId { get; init; }

    /// <summary>The outline it follows.</summary>
    public OutlineTemplate? OutlineTemplate { get; init; }

    /// <summary>The state.</summary>
    public ReportStatus Status { get; private set; } = ReportStatus.Draft;

    /// <summary>The trích yếu written by hand, lines separated by a line feed; the outline's when null.</summary>
    public string? Subject { get; set; }

    /// <summary>The running number, from 1; null until it is given.</summary>
    public int? Number { get; private set; }

    /// <summary>Number's symbol as issued: "BC-UBND"; null until the number is given.</summary>
    public string? Symbol { get; private set; }

    /// <summary>The document's date; null until it is given.</summary>
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>The calendar year whose series the number belongs to (Điều 15.1); not the reporting year.</summary>
    public int? NumberYear { get; private set; }

    /// <summary>Issued on paper: signed and stamped by hand, or signed digitally, printed and stamped (<see cref="IsPrintedFromSigned"/>).</summary>
    public bool IsOnPaper { get; private set; }

    /// <summary>Typed in again from paper (Bản nhập lại từ văn bản giấy): composed and rendered, never submitted.</summary>
    public bool IsReentered { get; init; }

    /// <summary>A random code in the address of the verify page: 128 bits, base64url.</summary>
    public required string PublicCode { get; init; }

    /// <summary>The number of the newest submission; 0 before the first.</summary>
    public int VersionNumber { get; private set; }

    /// <summary>Who submitted last; that person may not approve.</summary>
    public long? SubmittedById { get; private set; }

    /// <summary>Who is asked to sign (Trình ai ký); the agency's first signer of the document's date when null.</summary>
    public long? SignerId { get; set; }

    /// <summary>Phụ lục: one row per plan line.</summary>
    public bool HasPlanAppendix { get; set; }

    /// <summary>A second appendix: the list of all activities.</summary>
    public bool HasActivityAppendix { get; set; }

    /// <summary>How much of what stands behind its sentences the receiving offices see; frozen with each submission.</summary>
    public EvidenceRelease EvidenceRelease { get; set; }

    /// <summary>The report that this one replaces.</summary>
    public long? ReplacesId { get; init; }

    /// <summary>The report that this one replaces.</summary>
    public AnnualReport? Replaces { get; init; }

    /// <summary>What it carries out, in the order of citation.</summary>
    public List<ReportBasis> Bases { get; } = [];

    /// <summary>Its own Kính gửi and Nơi nhận; empty for those of the letterhead.</summary>
    public List<ReportRecipient> Recipients { get; } = [];

    /// <summary>The checks before signing, of all submissions.</summary>
    public List<ReportCheck> Checks { get; } = [];

    /// <summary>What the checker found and somebody passed over.</summary>
    public List<Checking.ReportPassedFinding> PassedFindings { get; } = [];

    /// <summary>What checkers and signers had to say about it.</summary>
    public List<ReportComment> Comments { get; } = [];

    /// <summary>Its lines.</summary>
    public List<ReportLine> Lines { get; } = [];

    /// <summary>Its submissions.</summary>
    public List<ReportVersion> Versions { get; } = [];

    /// <summary>Its files after each step of signing.</summary>
    public List<Signing.ReportFile> Files { get; } = [];

    /// <summary>Its deliveries.</summary>
    public List<ReportDelivery> Deliveries { get; } = [];

    /// <summary>What happened to it.</summary>
    public List<ReportEvent> Events { get; } = [];

    /// <summary>What was issued about it afterwards.</summary>
    public List<Register.ReportFollowUp> FollowUps { get; } = [];

    /// <summary>When a draft was put away (UTC), or null while it lives.</summary>
    public DateTime? DeletedUtc { get; set; }

    /// <summary>Whether it may be put away: nobody but its writer has seen it.</summary>
    public bool MayDelete => Status == ReportStatus.Draft && VersionNumber == 0 && !IsReentered;

    /// <summary>True while the lines may be edited.</summary>
    public bool IsEditable => ReportTransitions.Editable.Contains(Status);

    /// <summary>The paper was printed from the digitally signed file and stamped (Điều 18.5); <see cref="Files"/> must be loaded.</summary>
    public bool IsPrintedFromSigned =>
        IsOnPaper && Files.Exists(file => file.Step == Signing.ReportFileStep.Numbered && file.VersionNumber == VersionNumber);

    /// <summary>Number and date, once both are given.</summary>
    public IssueMark? IssueMark => Number is { } number && IssuedOn is { } day ? new IssueMark(number, day) : null;

    /// <summary>Moves along the transition table; called by the workflow only.</summary>
    internal void MoveTo(ReportStatus status) => Status = status;

    /// <summary>Records a submission; called by the workflow only.</summary>
    internal int RecordSubmission(long? userId)
    {
        SubmittedById = userId;
        return ++VersionNumber;
    }

    /// <summary>Records number and date; called by the workflow only.</summary>
    internal void RecordIssue(IssueMark mark, string symbol, bool onPaper)
    {
        IsOnPaper = onPaper;
        Number = mark.Number;
        IssuedOn = mark.IssuedOn;
        NumberYear = mark.IssuedOn.Year;
        Symbol = symbol;
    }

    /// <summary>Records that the signed and numbered file was printed and stamped (Điều 18.5); called by the workflow only.</summary>
    internal void RecordPrinted() => IsOnPaper = true;

    /// <summary>Gives number and date up before anything was issued under them; called by the workflow only.</summary>
    internal void GiveUpNumber() => (Number, Symbol, IssuedOn, NumberYear) = (null, null, null, null);
}

/// <summary>How much of the evidence behind a report its receivers see.</summary>
public enum EvidenceRelease
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The activities and figures behind each sentence, without files.</summary>
    List,

    /// <summary>The files too.</summary>
    Files,
}

/// <summary>The states of a report, in the trade's order.</summary>
public enum ReportStatus
{
    /// <summary>Dự thảo.</summary>
    Draft,

    /// <summary>Chờ kiểm tra.</summary>
    AwaitingCheck,

    /// <summary>Chờ ký.</summary>
    AwaitingSignature,

    /// <summary>Đã trả lại, chờ sửa.</summary>
    Returned,

    /// <summary>Đã duyệt (chưa ký số).</summary>
    Approved,

    /// <summary>Đã ký.</summary>
    Signed,

    /// <summary>Đã cấp số.</summary>
    Numbered,

    /// <summary>Đã phát hành.</summary>
    Issued,

    /// <summary>Đã tiếp nhận.</summary>
    Received,

    /// <summary>Đã được thay thế.</summary>
    Replaced,

    /// <summary>Đã thu hồi.</summary>
    Recalled,
}

/// <summary>A plan or document that the opening sentence cites; exactly one of the two is set.</summary>
public sealed class ReportBasis : AgencyPart
{
    /// <summary>The report.</summary>
    public long ReportId { get; init; }

    /// <summary>Its place in the citation.</summary>
    public required int Position { get; init; }

    /// <summary>The plan cited.</summary>
    public long? PlanId { get; init; }

    /// <summary>The plan cited.</summary>
    public Plan? Plan { get; init; }

    /// <summary>The document cited.</summary>
    public long? ReferenceDocumentId { get; init; }

    /// <summary>The document cited.</summary>
    public ReferenceDocument? ReferenceDocument { get; init; }
}

/// <summary>A line of a report's own Kính gửi or Nơi nhận, printed to the letter, without dash and end mark.</summary>
public sealed class ReportRecipient : AgencyPart
{
    /// <summary>The report.</summary>
    public long ReportId { get; init; }

    /// <summary>Which of the two lists.</summary>
    public required RecipientKind Kind { get; init; }

    /// <summary>Its place in the list.</summary>
    public required int Position { get; set; }

    /// <summary>"Sở Nội vụ tỉnh Hà Tĩnh".</summary>
    public required string PrintedText { get; set; }

    /// <summary>The office of the portal that receives the report, or null when it has none.</summary>
    public long? RecipientAgencyId { get; set; }

    /// <summary>The office of the portal.</summary>
    public Agency? RecipientAgency { get; init; }
}

/// <summary>A check of a submission before it is signed (Điều 12): who answers for what.</summary>
public sealed class ReportCheck : AgencyPart
{
    /// <summary>The report.</summary>
    public long ReportId { get; init; }

    /// <summary>The submission that was checked.</summary>
    public required int VersionNumber { get; init; }

    /// <summary>What was checked.</summary>
    public required ReportCheckKind Kind { get; init; }

    /// <summary>Who checked.</summary>
    public required long UserId { get; init; }

    /// <summary>The name of that day.</summary>
    public required string UserName { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime AtUtc { get; init; }
}

/// <summary>The two checks before signing (Điều 12).</summary>
public enum ReportCheckKind
{
    /// <summary>Nội dung (Điều 12.1): the head of the unit that drafted.</summary>
    Content,

    /// <summary>Thể thức, kỹ thuật trình bày (Điều 12.2).</summary>
    Form,
}

/// <summary>
/// A line of a report. The composer proposes lines, the clerk edits, adds, removes and reorders them; comments, evidence
/// and comparison hang on <see cref="Entity.Id"/>, which never changes.
/// </summary>
public sealed class ReportLine : AgencyEntity
{
    /// <summary>Longest text, characters.</summary>
    public const int TextLength = 8000;

    /// <summary>Longest automatic key, characters.</summary>
    public const int AutoKeyLength = 120;

    /// <summary>Longest label, characters.</summary>
    public const int LabelLength = 10;

    /// <summary>The report.</summary>
    public required long ReportId { get; init; }

    /// <summary>The report.</summary>
    public AnnualReport? Report { get; init; }

    /// <summary>The element of the outline it stands in (<see cref="OutlineElement.Key"/>).</summary>
    public required string ElementKey { get; init; }

    /// <summary>Its place in the report; lines are printed in this order.</summary>
    public required int Position { get; set; }

    /// <summary>Its rank.</summary>
    public required BlockLevel Level { get; set; }

    /// <summary>The printed mark of a heading ("I.", "1."); dashes, pluses and running numbers are made when printing.</summary>
    public string Label { get; set; } = "";

    /// <summary>The text without end mark.</summary>
    public required string Text { get; set; }

    /// <summary>The end mark to the letter; automatic when null.</summary>
    public string? EndMark { get; set; }

    /// <summary>What the composer made it from ("plan-item:123"); null for a line written by hand.</summary>
    public string? AutoKey { get; init; }

    /// <summary>The text that the composer proposes today; null for a line written by hand.</summary>
    public string? AutoText { get; set; }

    /// <summary>What the composer proposed when the clerk last looked at it: the text that the hand's and the data's changes are told apart by. Null for an untouched line.</summary>
    public string? BaseText { get; set; }

    /// <summary>The clerk wrote over the composer's text.</summary>
    public bool IsEdited { get; set; }

    /// <summary>The clerk took it out; kept so that it can come back and is not proposed again.</summary>
    public bool IsRemoved { get; set; }

    /// <summary>The clerk moved it, or wrote it: it stays behind <see cref="AfterLineId"/> when the rest is composed anew.</summary>
    public bool IsPlacedByHand { get; set; }

    /// <summary>For a line placed by hand: the line it follows; null at the head of its element.</summary>
    public long? AfterLineId { get; set; }

    /// <summary>The clerk gave it its rank: it keeps it when the rest is composed anew.</summary>
    public bool IsIndentedByHand { get; set; }

    /// <summary>Printed to the letter, without any change of spaces or marks.</summary>
    public bool IsVerbatim { get; set; }

    /// <summary>The rows it was made from.</summary>
    public List<ReportLineOrigin> Origins { get; } = [];

    /// <summary>The figures that the composer's text states today.</summary>
    public List<ReportLineFigure> Figures { get; } = [];

    /// <summary>The data say something else now than the edited text was made from.</summary>
    public bool HasStaleData { get; set; }

    /// <summary>Both the clerk's and the data's changes in one text; null when they touch the same words or the row behind the line is gone.</summary>
    public string? MergedText() =>
        HasStaleData && BaseText is { } old && AutoText is { } now && now != old ? ThreeWayMerge.Words(old, Text, now) : null;

    /// <summary>Takes today's proposal for seen: what the text says now stands against it.</summary>
    internal void Settle()
    {
        BaseText = IsEdited ? AutoText : null;
        HasStaleData = false;
    }
}

/// <summary>A figure that a line states.</summary>
public sealed class ReportLineFigure : AgencyPart
{
    /// <summary>The line.</summary>
    public long LineId { get; init; }

    /// <summary>Its place in the sentence, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>What is counted, a sum over the line's activities; null for a figure about the plan.</summary>
    public long? IndicatorId { get; init; }

    /// <summary>Its unit as printed.</summary>
    public required string Unit { get; init; }

    /// <summary>The figure.</summary>
    public required decimal Value { get; init; }
}

/// <summary>A row behind a line.</summary>
public sealed class ReportLineOrigin : AgencyPart
{
    /// <summary>The line.</summary>
    public long LineId { get; init; }

    /// <summary>What kind of row.</summary>
    public required OriginKind Kind { get; init; }

    /// <summary>The row's key.</summary>
    public required long RowId { get; init; }
}

/// <summary>The kinds of rows a line is made from.</summary>
public enum OriginKind
{
    /// <summary>A plan.</summary>
    Plan,

    /// <summary>A plan line.</summary>
    PlanItem,

    /// <summary>An activity.</summary>
    Activity,

    /// <summary>A reference document.</summary>
    ReferenceDocument,

    /// <summary>A department.</summary>
    Department,

    /// <summary>A shortcoming.</summary>
    Shortcoming,

    /// <summary>A task of the next year.</summary>
    NextYearTask,

    /// <summary>A line of last year's report that was taken over.</summary>
    ReportLine,

    /// <summary>The line of the replaced report that a line of its replacement began as.</summary>
    ReplacedLine,
}

/// <summary>A submission, frozen: what was read, approved and issued is this and never the live rows.</summary>
public sealed class ReportVersion : AgencyPart
{
    /// <summary>Longest name of an engine or profile, characters.</summary>
    public const int EngineLength = 60;

    /// <summary>The report.</summary>
    public long ReportId { get; init; }

    /// <summary>The report.</summary>
    public AnnualReport? Report { get; init; }

    /// <summary>1 for the first submission.</summary>
    public required int Number { get; init; }

    /// <summary>When it was submitted (UTC).</summary>
    public required DateTime SubmittedUtc { get; init; }

    /// <summary>The frozen official document as JSON.</summary>
    public required string ModelJson { get; init; }

    /// <summary>The SHA-256 of <see cref="ModelJson"/>: the content hash, without number and date.</summary>
    public required string ModelSha256 { get; init; }

    /// <summary>The JSON of <see cref="ReportFigures"/> as they were at submission; null where none were kept.</summary>
    public string? FiguresJson { get; init; }

    /// <summary>The SHA-256 of the frozen PDF, its name in the file store.</summary>
    public required string PdfSha256 { get; init; }

    /// <summary>The SHA-256 of the PDF that was issued: sealed, or printed with number and date to be signed by hand.</summary>
    public string? IssuedPdfSha256 { get; internal set; }

    /// <summary>The SHA-256 of the scan of the paper that was signed and stamped.</summary>
    public string? ScanSha256 { get; internal set; }

    /// <summary>What stood behind each sentence (<see cref="EvidenceSnapshot"/>) as JSON.</summary>
    public required string EvidenceJson { get; init; }

    /// <summary>The SHA-256 of <see cref="EvidenceJson"/>.</summary>
    public required string EvidenceSha256 { get; init; }

    /// <summary>How much of it the receivers see.</summary>
    public required EvidenceRelease EvidenceRelease { get; init; }

    /// <summary>The engine and version that rendered it.</summary>
    public required string Engine { get; init; }

    /// <summary>The layout profile that it was rendered with.</summary>
    public required string LayoutProfile { get; init; }

    /// <summary>Pages of the PDF.</summary>
    public required int PageCount { get; init; }

    /// <summary>Its deliveries.</summary>
    public List<ReportDelivery> Deliveries { get; } = [];
}

/// <summary>One act on a report: who, when, what, why (the history row of the workflow).</summary>
public sealed class ReportEvent : AgencyPart
{
    /// <summary>Longest reason, characters.</summary>
    public const int ReasonLength = 2000;

    /// <summary>The report.</summary>
    public long ReportId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime AtUtc { get; init; }

    /// <summary>Who; null for the portal itself.</summary>
    public long? UserId { get; init; }

    /// <summary>The name of that day.</summary>
    public required string UserName { get; init; }

    /// <summary>What.</summary>
    public required ReportAction Action { get; init; }

    /// <summary>From which state.</summary>
    public required ReportStatus From { get; init; }

    /// <summary>To which state.</summary>
    public required ReportStatus To { get; init; }

    /// <summary>Why, where a reason is asked for.</summary>
    public string? Reason { get; init; }

    /// <summary>The submission it speaks of; 0 before the first.</summary>
    public int VersionNumber { get; init; }
}

/// <summary>An issued report on its way to one addressee. The receiving office may write here and nowhere else.</summary>
public sealed class ReportDelivery : AgencyEntity
{
    /// <summary>The report.</summary>
    public required long ReportId { get; init; }

    /// <summary>The report.</summary>
    public AnnualReport? Report { get; init; }

    /// <summary>The submission that was issued.</summary>
    public required long VersionId { get; init; }

    /// <summary>The submission that was issued.</summary>
    public ReportVersion? DeliveredVersion { get; init; }

    /// <summary>The receiving office.</summary>
    public required long RecipientAgencyId { get; init; }

    /// <summary>The receiving office.</summary>
    public Agency? RecipientAgency { get; init; }

    /// <summary>When it was issued to the office (UTC).</summary>
    public required DateTime SentUtc { get; init; }

    /// <summary>How far it is.</summary>
    public DeliveryStatus Status { get; internal set; } = DeliveryStatus.Sent;

    /// <summary>When it was acknowledged or returned (UTC).</summary>
    public DateTime? AnsweredUtc { get; internal set; }

    /// <summary>Who did so.</summary>
    public string? AnsweredBy { get; internal set; }

    /// <summary>Why it was returned.</summary>
    public string? ReturnReason { get; internal set; }

    /// <summary>When the office last took note of what was issued about the report afterwards (UTC).</summary>
    public DateTime? NotedUtc { get; internal set; }

    /// <summary>Who did so.</summary>
    public string? NotedBy { get; internal set; }
}

/// <summary>How far a delivery is.</summary>
public enum DeliveryStatus
{
    /// <summary>Đã gửi.</summary>
    Sent,

    /// <summary>Đã tiếp nhận.</summary>
    Acknowledged,

    /// <summary>Bị trả lại.</summary>
    Returned,
}

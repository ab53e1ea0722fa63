using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Lists;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Register;

/// <summary>What a clerk enters about an outgoing document. Texts are cleaned by <see cref="OutgoingRegister"/>.</summary>
public sealed record RegisterInput
{
    /// <summary>"Công văn".</summary>
    public required string Kind { get; init; }

    /// <summary>The running number; null to have the portal give it.</summary>
    public int? Number { get; init; }

    /// <summary>What follows the number: "UBND-VHXH".</summary>
    public required string Symbol { get; init; }

    /// <summary>The document's date.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Trích yếu.</summary>
    public string? Subject { get; init; }

    /// <summary>Người ký.</summary>
    public string? Signer { get; init; }

    /// <summary>Nơi nhận văn bản.</summary>
    public string? Recipients { get; init; }

    /// <summary>What the book says of the copies.</summary>
    public RegisterCopies Copies { get; init; } = new();
}

/// <summary>What the book says of the copies: the columns that are filled in after issuing, for a report too.</summary>
public sealed record RegisterCopies
{
    /// <summary>Đơn vị, người nhận bản lưu.</summary>
    public string? Keeper { get; init; }

    /// <summary>Số lượng bản.</summary>
    public int? Count { get; init; }

    /// <summary>Ngày chuyển.</summary>
    public DateOnly? SentOn { get; init; }

    /// <summary>Ký nhận.</summary>
    public string? Receipt { get; init; }

    /// <summary>Ghi chú.</summary>
    public string? Remark { get; init; }
}

/// <summary>Which lines of the register are shown.</summary>
/// <param name="Year">The calendar year; the current one when null.</param>
/// <param name="Search">Words to find, with or without marks.</param>
/// <param name="Kind">A kind to the letter.</param>
/// <param name="Order">Their order.</param>
public sealed record RegisterFilter(int? Year = null, string? Search = null, string? Kind = null, RegisterOrder Order = RegisterOrder.Newest);

/// <summary>The orders of the register.</summary>
public enum RegisterOrder
{
    /// <summary>Newest first.</summary>
    Newest,

    /// <summary>As in the book: the year's first document first.</summary>
    Book,
}

/// <summary>The register of a year.</summary>
/// <param name="Year">The calendar year shown, and those to choose from.</param>
/// <param name="Kinds">The kinds of that year.</param>
/// <param name="Page">The lines.</param>
public sealed record RegisterList(YearChoice Year, IReadOnlyList<string> Kinds, ListPage<RegisterRow> Page);

/// <summary>The book of a year, to be printed.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Head">The agency as the day's letterhead names it, one entry a line; empty without a letterhead.</param>
/// <param name="Rows">The lines in the order of the book.</param>
/// <param name="IsWhole">False when there are more than <see cref="MostRows"/>.</param>
public sealed record RegisterBook(int Year, IReadOnlyList<string> Head, IReadOnlyList<RegisterRow> Rows, bool IsWhole)
{
    /// <summary>The most lines printed at once.</summary>
    public const int MostRows = 5000;
}

/// <summary>A line of the register with the ten columns of Phụ lục IV.</summary>
public sealed record RegisterRow : IListRow
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>The running number.</summary>
    public required int Number { get; init; }

    /// <summary>What follows it.</summary>
    public required string Symbol { get; init; }

    /// <summary>(2) Ngày tháng văn bản.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>(3) Tên loại.</summary>
    public required string Kind { get; init; }

    /// <summary>(3) Trích yếu nội dung.</summary>
    public required string Subject { get; init; }

    /// <summary>(4) Người ký.</summary>
    public required string Signer { get; init; }

    /// <summary>(5) Nơi nhận văn bản.</summary>
    public required string Recipients { get; init; }

    /// <summary>(6) Đơn vị, người nhận bản lưu.</summary>
    public required string Keeper { get; init; }

    /// <summary>(7) Số lượng bản.</summary>
    public required int? Copies { get; init; }

    /// <summary>(8) Ngày chuyển.</summary>
    public required DateOnly? SentOn { get; init; }

    /// <summary>(9) Ký nhận, as noted by hand.</summary>
    public required string Receipt { get; init; }

    /// <summary>(9) Ký nhận: what offices of the portal answered; nothing for a number given up.</summary>
    public required IReadOnlyList<RegisterReceipt> Receipts { get => CancelReason is null ? field : []; init; }

    /// <summary>(10) Ghi chú.</summary>
    public required string Remark { get; init; }

    /// <summary>Why the number was given up; null while it stands.</summary>
    public required string? CancelReason { get; init; }

    /// <summary>The state of the report that was issued under it; null for another document and a number given up.</summary>
    public required ReportStatus? ReportStatus { get => CancelReason is null ? field : null; init; }

    /// <summary>What was issued about a report afterwards; nothing for a number given up.</summary>
    public required IReadOnlyList<RegisterFollowUp> FollowUps { get => CancelReason is null ? field : []; init; }

    /// <summary>(1) Số, ký hiệu văn bản.</summary>
    public string NumberText => OutgoingDocument.TextOf(Number, Symbol);
}

/// <summary>That an office of the portal received a report.</summary>
/// <param name="Office">The office.</param>
/// <param name="AnsweredUtc">When (UTC).</param>
/// <param name="AnsweredBy">Who.</param>
public sealed record RegisterReceipt(string Office, DateTime AnsweredUtc, string? AnsweredBy);

/// <summary>How an act on the register ended.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Row">The line as it is now; after a conflict as somebody else saved it.</param>
/// <param name="Refusal">Why the number was not given; the outcome is then <see cref="SaveOutcome.UnknownChoice"/>.</param>
public sealed record RegisterResult(SaveOutcome Outcome, OutgoingDocument? Row = null, NumberRefusal? Refusal = null);

/// <summary>A line with what can be done to it.</summary>
/// <param name="Row">The line.</param>
/// <param name="Report">The report that was issued under the number; null for another document.</param>
/// <param name="Receipts">What offices of the portal answered.</param>
/// <param name="About">The report that it corrects or recalls; null for other documents.</param>
public sealed record RegisterDetail(
    OutgoingDocument Row, RegisteredReport? Report, IReadOnlyList<RegisterReceipt> Receipts, RegisterSubject? About)
{
    /// <summary>A report's line takes its number, date and words from the report.</summary>
    public bool IsReport => Row.ReportId is not null;

    /// <summary>Number, date and words may be changed: it is nobody's report, no report hangs on it, and its number stands.</summary>
    public bool IsOpen => !IsReport && About is null && Row.CancelReason is null;

    /// <summary>A number may be given up while it is nobody's report and nothing hangs on it.</summary>
    public bool MayCancel => IsOpen;

    /// <summary>A line may be deleted while nothing hangs on it; a number that the portal gave stays in the book.</summary>
    public bool MayDelete => !IsReport && About is null && !Row.IsGivenByPortal;
}

/// <summary>The report behind a line.</summary>
/// <param name="Id">The report.</param>
/// <param name="Year">Its reporting year.</param>
/// <param name="Status">Its state.</param>
public sealed record RegisteredReport(long Id, int Year, ReportStatus Status);

/// <summary>The report that a document corrects or recalls.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="Year">Its reporting year.</param>
/// <param name="Kind">What the document does.</param>
public sealed record RegisterSubject(long ReportId, int Year, FollowUpKind Kind);

/// <summary>A document that corrects or recalls a report of the register.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Number">Its number.</param>
/// <param name="Symbol">What follows it.</param>
/// <param name="IssuedOn">Its date.</param>
public sealed record RegisterFollowUp(FollowUpKind Kind, int Number, string Symbol, DateOnly IssuedOn);

/// <summary>What the form offers.</summary>
/// <param name="Kinds">Suggested kinds; any other may be typed.</param>
/// <param name="Signers">Signers of the day.</param>
/// <param name="Keepers">Keepers written before.</param>
public sealed record RegisterChoices(IReadOnlyList<string> Kinds, IReadOnlyList<string> Signers, IReadOnlyList<string> Keepers);

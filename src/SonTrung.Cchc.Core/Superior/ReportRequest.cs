using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Superior;

/// <summary>Đợt báo cáo: a superior office asks its communes for a report. It is the office's; the communes that it names read it.</summary>
public sealed class ReportRequest : AgencyEntity, ISoftDeletable
{
    /// <summary>Longest outline in words, characters.</summary>
    public const int OutlineLength = 8000;

    /// <summary>The most days of grace.</summary>
    public const int MostGraceDays = 60;

    /// <summary>Number and symbol of the official letter, to the letter: "1520/SNV-CCHC".</summary>
    public required string Number { get; set; }

    /// <summary>The letter's date.</summary>
    public required DateOnly IssuedOn { get; set; }

    /// <summary>The letter's subject as it follows "về".</summary>
    public required string Subject { get; set; }

    /// <summary>The reporting year asked for.</summary>
    public required int Year { get; set; }

    /// <summary>Year, half year or quarter.</summary>
    public required PeriodKind PeriodKind { get; set; }

    /// <summary>Which half or quarter; 1 for a year.</summary>
    public required int PeriodOrdinal { get; set; }

    /// <summary>The last day on which a report comes in time.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>Days after it on which nobody is called late yet.</summary>
    public int GraceDays { get; set; }

    /// <summary>The outline of the portal that the report should follow.</summary>
    public long? OutlineTemplateId { get; set; }

    /// <summary>The outline of the portal that the report should follow.</summary>
    public OutlineTemplate? OutlineTemplate { get; init; }

    /// <summary>Đề cương in words.</summary>
    public string? OutlineText { get; set; }

    /// <summary>Biểu chỉ tiêu: which figures are asked for.</summary>
    public List<ReportRequestIndicator> Indicators { get; } = [];

    /// <summary>Who is asked.</summary>
    public List<ReportRequestCommune> Communes { get; } = [];

    /// <inheritdoc/>
    public DateTime? DeletedUtc { get; set; }

    /// <summary>The period asked for.</summary>
    public RequestedPeriod Period => new(Year, PeriodKind, PeriodOrdinal);
}

/// <summary>A commune that is asked for a report.</summary>
public sealed class ReportRequestCommune : AgencyPart
{
    /// <summary>The request.</summary>
    public long RequestId { get; init; }

    /// <summary>The request.</summary>
    public ReportRequest? Request { get; init; }

    /// <summary>The commune.</summary>
    public required long CommuneId { get; init; }

    /// <summary>The commune.</summary>
    public Agency? Commune { get; init; }
}

/// <summary>A figure that is asked for.</summary>
public sealed class ReportRequestIndicator : AgencyPart
{
    /// <summary>The request.</summary>
    public long RequestId { get; init; }

    /// <summary>The request.</summary>
    public ReportRequest? Request { get; init; }

    /// <summary>What is counted.</summary>
    public required long IndicatorId { get; init; }

    /// <summary>What is counted.</summary>
    public Indicator? Indicator { get; init; }
}

/// <summary>Lý do nộp muộn: what a commune says of its report that comes late. It is the commune's; the office that waits reads it.</summary>
public sealed class LateReason : AgencyEntity
{
    /// <summary>Longest reason, characters.</summary>
    public const int ReasonLength = 1000;

    /// <summary>The office that waits.</summary>
    public required long SuperiorId { get; init; }

    /// <summary>The reporting year.</summary>
    public required int Year { get; init; }

    /// <summary>Year, half year or quarter.</summary>
    public required PeriodKind PeriodKind { get; init; }

    /// <summary>Which half or quarter; 1 for a year.</summary>
    public required int PeriodOrdinal { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; set; }

    /// <summary>When it was said (UTC).</summary>
    public required DateTime AtUtc { get; set; }

    /// <summary>Who said it.</summary>
    public required string UserName { get; set; }
}

/// <summary>Báo cáo gửi ngoài cổng: a report that came by paper or the document axis, written down by the office that received it.</summary>
public sealed class OutsideReport : AgencyEntity, ISoftDeletable
{
    /// <summary>Longest number in the register of incoming documents, characters.</summary>
    public const int ArrivalNumberLength = 50;

    /// <summary>Longest note, characters.</summary>
    public const int NoteLength = 1000;

    /// <summary>Who sent it.</summary>
    public required long CommuneId { get; init; }

    /// <summary>Who sent it.</summary>
    public Agency? Commune { get; init; }

    /// <summary>The reporting year.</summary>
    public required int Year { get; set; }

    /// <summary>Year, half year or quarter.</summary>
    public required PeriodKind PeriodKind { get; set; }

    /// <summary>Which half or quarter; 1 for a year.</summary>
    public required int PeriodOrdinal { get; set; }

    /// <summary>Number and symbol of the report: "15/BC-UBND".</summary>
    public required string Number { get; set; }

    /// <summary>The report's date.</summary>
    public required DateOnly IssuedOn { get; set; }

    /// <summary>Số đến in the office's register.</summary>
    public string? ArrivalNumber { get; set; }

    /// <summary>Ngày đến.</summary>
    public required DateOnly ArrivedOn { get; set; }

    /// <summary>How it came.</summary>
    public required ArrivalWay ArrivedBy { get; set; }

    /// <summary>What there is to say about it.</summary>
    public string? Note { get; set; }

    /// <summary>The name of its file; null without one.</summary>
    public string? FileName { get; set; }

    /// <summary>The SHA-256 of its file, a PDF.</summary>
    public string? FileSha256 { get; set; }

    /// <inheritdoc/>
    public DateTime? DeletedUtc { get; set; }

    /// <summary>The period reported on.</summary>
    public RequestedPeriod Period => new(Year, PeriodKind, PeriodOrdinal);
}

/// <summary>How a report came that the portal did not carry.</summary>
public enum ArrivalWay
{
    /// <summary>Bản giấy.</summary>
    Paper,

    /// <summary>Trục liên thông văn bản.</summary>
    DocumentAxis,

    /// <summary>Thư điện tử.</summary>
    Mail,
}

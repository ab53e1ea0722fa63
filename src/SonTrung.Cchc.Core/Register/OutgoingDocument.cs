using System.Globalization;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Register;

/// <summary>
/// A line of the register of outgoing documents (Sổ đăng ký văn bản đi: Điều 16, Phụ lục IV, mục I). Reports are entered as they are issued, the agency's
/// other documents by hand; a number that is given up is a line too (hủy số). Every number of the agency stands here, so that here it is known to be free.
/// </summary>
public sealed class OutgoingDocument : AgencyEntity, ISoftDeletable, ISearchable
{
    /// <summary>Longest name of a signer with the post, characters (Phụ lục VI: 50 + 100).</summary>
    public const int SignerLength = 160;

    /// <summary>Longest list of receivers, characters.</summary>
    public const int RecipientsLength = 1000;

    /// <summary>Longest name of who keeps the copy, characters.</summary>
    public const int KeeperLength = 200;

    /// <summary>Longest note of who received it, characters.</summary>
    public const int ReceiptLength = 200;

    /// <summary>Longest remark or reason, characters.</summary>
    public const int RemarkLength = 500;

    /// <summary>The highest number.</summary>
    public const int HighestNumber = 99_999;

    /// <summary>The calendar year that the number belongs to (Điều 15.1); not the reporting year.</summary>
    public int NumberYear { get; private set; }

    /// <summary>The series within the year when the number was given: the kind's key, or empty for one that all kinds share.</summary>
    public string Series { get; private set; } = "";

    /// <summary>The kind without marks and case, by which a series of its own is counted.</summary>
    public string KindKey { get; private set; } = "";

    /// <summary>The running number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What follows the number and the slash: "BC-UBND".</summary>
    public string Symbol { get; private set; } = "";

    /// <summary>The document's date.</summary>
    public DateOnly IssuedOn { get; private set; }

    /// <summary>Its place in the book: by date, then by number.</summary>
    public long BookOrder { get; private set; }

    /// <summary>"Báo cáo".</summary>
    public required string Kind { get; set; }

    /// <summary>Trích yếu; empty for a number given up before it had one.</summary>
    public required string Subject { get; set; }

    /// <summary>Người ký.</summary>
    public string Signer { get; set; } = "";

    /// <summary>Nơi nhận văn bản.</summary>
    public string Recipients { get; set; } = "";

    /// <summary>Đơn vị, người nhận bản lưu.</summary>
    public string Keeper { get; set; } = "";

    /// <summary>Số lượng bản; null where nobody counted.</summary>
    public int? Copies { get; set; }

    /// <summary>Ngày chuyển.</summary>
    public DateOnly? SentOn { get; set; }

    /// <summary>Ký nhận, as noted by hand; what offices of the portal answered stands in the report's deliveries.</summary>
    public string Receipt { get; set; } = "";

    /// <summary>Ghi chú.</summary>
    public string Remark { get; set; } = "";

    /// <summary>The portal gave the number from the agency's own series: it is neither changed nor deleted, only given up with a reason.</summary>
    public bool IsGivenByPortal { get; private set; }

    /// <summary>Why the number was given up (hủy số); null while it stands.</summary>
    public string? CancelReason { get; set; }

    /// <summary>The report that has this number; of a number given up, the one that had it.</summary>
    public long? ReportId { get; init; }

    /// <summary>The report that has or had this number.</summary>
    public AnnualReport? Report { get; init; }

    /// <summary>The SHA-256 of the signed PDF, its name in the file store; null without a file.</summary>
    public string? PdfSha256 { get; set; }

    /// <summary>The file's name.</summary>
    public string? FileName { get; set; }

    /// <inheritdoc/>
    public DateTime? DeletedUtc { get; set; }

    /// <inheritdoc/>
    public string SearchKey { get; private set; } = "";

    /// <inheritdoc/>
    public string SearchText => $"{NumberText} {Kind} {Subject} {Signer} {Recipients} {Keeper} {Remark}";

    /// <summary>"05/BC-UBND".</summary>
    public string NumberText => TextOf(Number, Symbol);

    /// <summary>Number and symbol as printed: a leading zero below 10 (Phụ lục I, II.3).</summary>
    public static string TextOf(int number, string symbol) => string.Create(CultureInfo.InvariantCulture, $"{number:00}/{symbol}");

    /// <summary>Puts number and date on the line.</summary>
    internal void Take(GivenNumber given)
    {
        NumberYear = given.IssuedOn.Year;
        Series = given.Series;
        KindKey = given.KindKey;
        Number = given.Number;
        Symbol = given.Symbol;
        IssuedOn = given.IssuedOn;
        IsGivenByPortal |= given.IsGivenByPortal;
        BookOrder = ((long)given.IssuedOn.DayNumber * (HighestNumber + 1)) + given.Number;
    }
}

/// <summary>The last number that the portal gave in a series of a year. Whoever takes a number holds this row until the document has it.</summary>
public sealed class NumberCounter : Entity, IAgencyOwned
{
    /// <inheritdoc/>
    public required long AgencyId { get; init; }

    /// <summary>The calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>The series (<see cref="OutgoingDocument.Series"/>).</summary>
    public required string Series { get; init; }

    /// <summary>The last number given; 0 before the first.</summary>
    public int Last { get; set; }
}

/// <summary>Who gives numbers.</summary>
public enum NumberSource
{
    /// <summary>The clerk types what the commune's document system gave; the portal checks it.</summary>
    TypedIn,

    /// <summary>The portal gives the next number of the agency's series.</summary>
    OwnSeries,
}

/// <summary>What has a series of its own (Điều 15.1.c: the head of the agency decides).</summary>
public enum NumberScope
{
    /// <summary>Each kind of document.</summary>
    PerKind,

    /// <summary>All kinds together.</summary>
    Common,
}

using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports;

namespace SonTrung.Cchc.Core.Register;

/// <summary>
/// What the agency issued about a report afterwards: a công văn that corrects it, while it stays in force (Điều 18.3), or the notice that recalls it (Điều 18.4).
/// The offices that received the report see it too; the line of the register behind it is the agency's alone.
/// </summary>
public sealed class ReportFollowUp : AgencyPart
{
    /// <summary>The report.</summary>
    public long ReportId { get; init; }

    /// <summary>The report.</summary>
    public AnnualReport? Report { get; init; }

    /// <summary>What it does to the report.</summary>
    public required FollowUpKind Kind { get; init; }

    /// <summary>Its line of the register.</summary>
    public required long EntryId { get; init; }

    /// <summary>Its line of the register.</summary>
    public OutgoingDocument? Entry { get; init; }

    /// <summary>"Công văn".</summary>
    public required string DocumentKind { get; init; }

    /// <summary>Its number.</summary>
    public required int Number { get; init; }

    /// <summary>What follows the number.</summary>
    public required string Symbol { get; init; }

    /// <summary>Its date.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>What is corrected, or why the report is recalled.</summary>
    public required string Content { get; init; }

    /// <summary>The SHA-256 of the signed PDF, its name in the file store; null without a file.</summary>
    public string? PdfSha256 { get; init; }

    /// <summary>The file's name.</summary>
    public string? FileName { get; init; }

    /// <summary>When it was entered (UTC).</summary>
    public required DateTime AtUtc { get; init; }

    /// <summary>"25/UBND-VHXH".</summary>
    public string NumberText => OutgoingDocument.TextOf(Number, Symbol);
}

/// <summary>What a document does to a report that was issued before.</summary>
public enum FollowUpKind
{
    /// <summary>Đính chính: the report stays in force.</summary>
    Correction,

    /// <summary>Thu hồi: the report is no longer in force.</summary>
    Recall,
}

/// <summary>What a clerk enters about such a document. Texts are cleaned by <see cref="OutgoingRegister"/>.</summary>
public sealed record FollowUpInput
{
    /// <summary>"Công văn".</summary>
    public required string DocumentKind { get; init; }

    /// <summary>Its number; null to have the portal give it.</summary>
    public int? Number { get; init; }

    /// <summary>What follows the number.</summary>
    public required string Symbol { get; init; }

    /// <summary>Its date.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Trích yếu, for the register.</summary>
    public required string Subject { get; init; }

    /// <summary>Người ký; the report's signer when null.</summary>
    public string? Signer { get; init; }

    /// <summary>What is corrected, or why the report is recalled.</summary>
    public string? Content { get; init; }
}

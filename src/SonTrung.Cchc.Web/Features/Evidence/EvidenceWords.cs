using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Evidence;

/// <summary>How pages speak of files.</summary>
internal static class EvidenceWords
{
    /// <summary>Bytes of a megabyte, as file managers count them.</summary>
    public const int Megabyte = 1024 * 1024;

    private const int Kilobyte = 1024;
    private const int Gigabyte = 1024 * Megabyte;

    public static string Kind(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Pdf => EvidenceTexts.Pdf,
        EvidenceKind.Docx => EvidenceTexts.Word,
        EvidenceKind.Xlsx => EvidenceTexts.Excel,
        _ => EvidenceTexts.Picture,
    };

    public static string Icon(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Pdf => "file-earmark-pdf",
        EvidenceKind.Docx => "file-earmark-word",
        EvidenceKind.Xlsx => "file-earmark-excel",
        _ => "file-earmark-image",
    };

    /// <summary>"1,2 MB".</summary>
    public static string Size(long length) => length switch
    {
        < Kilobyte => EvidenceTexts.Bytes.Fill(length),
        < Megabyte => EvidenceTexts.Kilobytes.Fill(VietnameseNumber.Format((length + Kilobyte - 1) / Kilobyte)),
        < Gigabyte => EvidenceTexts.Megabytes.Fill(VietnameseNumber.Format((decimal)length / Megabyte, 1)),
        _ => EvidenceTexts.Gigabytes.Fill(VietnameseNumber.Format((decimal)length / Gigabyte, 1)),
    };

    /// <summary>"Ảnh · 1,2 MB · chụp ngày 05/04/2026".</summary>
    public static string Facts(EvidenceFile file) => string.Join(
        " · ",
        new[] { Kind(file.Kind), Size(file.Length), file.TakenOn is { } day ? EvidenceTexts.TakenOn.Fill(VietnameseDate.Format(day)) : null }.OfType<string>());

    /// <summary>Why a file was refused, and what to do.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="maxMegabytes">The largest file accepted.</param>
    public static string Refusal(EvidenceRefusal refusal, int maxMegabytes) => refusal switch
    {
        EvidenceRefusal.TooLarge => EvidenceTexts.TooLarge.Fill(maxMegabytes),
        EvidenceRefusal.Empty => EvidenceTexts.Empty,
        EvidenceRefusal.TypeNotAllowed => EvidenceTexts.TypeNotAllowed,
        EvidenceRefusal.HasMacros => EvidenceTexts.HasMacros,
        EvidenceRefusal.Damaged => EvidenceTexts.Damaged,
        EvidenceRefusal.TooManyPixels => EvidenceTexts.TooManyPixels,
        EvidenceRefusal.TooManyFiles => EvidenceTexts.TooManyFiles.Fill(EvidenceService.MaxFilesPerRow),
        EvidenceRefusal.Gone => EvidenceTexts.Gone,
        _ => EvidenceTexts.NotFound,
    };
}

using System.Globalization;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Documents;

/// <summary>The words that stand on every official document (Phụ lục I, phần I, mục II, Nghị định 30/2020/NĐ-CP) and belong to no single one.</summary>
internal static class OfficialWording
{
    /// <summary>Quốc hiệu (II.1.a).</summary>
    public const string Motherland = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

    /// <summary>Tiêu ngữ (II.1.b).</summary>
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    /// <summary>The words before the addressees (II.9.a).</summary>
    public const string Addressees = "Kính gửi:";

    /// <summary>The words above the recipients (II.9.b).</summary>
    public const string Recipients = "Nơi nhận:";

    /// <summary>Số, ký hiệu (II.3): the number has a leading zero below 10; without a mark its place stays blank.</summary>
    public static string Number(Letterhead head, IssueMark? issue) =>
        $"Số: {issue?.Number.ToString("00", CultureInfo.InvariantCulture) ?? Blank(4)}/{head.Symbol}";

    /// <summary>Địa danh và thời gian (II.4): without a mark day, month and year stay blank.</summary>
    public static string PlaceAndDate(Letterhead head, IssueMark? issue) => issue is null
        ? $"{head.Place}, ngày {Blank(2)} tháng {Blank(2)} năm {Blank(4)}"
        : $"{head.Place}, {VietnameseDate.FormatOfficial(issue.IssuedOn)}";

    /// <summary>The line below an appendix's title; an electronic document leaves number and date empty (III.1.c).</summary>
    public static string AppendixReference(OfficialDocument document)
    {
        var culture = CultureInfo.GetCultureInfo("vi-VN");
        var kind = document.Kind.ToLower(culture);
        return $"(Kèm theo {kind[..1].ToUpper(culture)}{kind[1..]} số{Blank(3)}/{document.Letterhead.Symbol} ngày{Blank(3)}tháng{Blank(3)}năm{Blank(3)})";
    }

    /// <summary>A line with its mark and the one space between them.</summary>
    public static string Printed(PrintedLine line) => line.Label.Length == 0 ? line.Text : $"{line.Label} {line.Text}";

    // A space is half a digit wide.
    private static string Blank(int digits) => new('\u00A0', 2 * digits);
}

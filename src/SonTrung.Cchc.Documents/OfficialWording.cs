using System.Globalization;
using SonTrung.Cchc.Core.Reports.Official;

namespace SonTrung.Cchc.Documents;

/// <summary>The words that stand on every official document (Phụ lục I, phần I, mục II, Nghị định 30/2020/NĐ-CP) and belong to no single one.</summary>
internal static class OfficialWording
{
    /// <summary>Quốc hiệu (II.1.a).</summary>
    public const string Motherland = OfficialWords.NationalName;

    /// <summary>Tiêu ngữ (II.1.b).</summary>
    public const string Motto = OfficialWords.Motto;

    /// <summary>The words before the addressees (II.9.a).</summary>
    public const string Addressees = "Kính gửi:";

    /// <summary>The words above the recipients (II.9.b).</summary>
    public const string Recipients = "Nơi nhận:";

    /// <summary>
    /// The lines below an appendix's title: number, date and, on a line of its own, the body that issued the document (III.1.c, Mẫu 2.1 and 2.2).
    /// An electronic document leaves number and date empty.
    /// </summary>
    public static IReadOnlyList<string> AppendixReference(OfficialDocument document)
    {
        var culture = CultureInfo.GetCultureInfo("vi-VN");
        var kind = document.Kind.ToLower(culture);
        var blank = new string('\u00A0', 6);
        var reference = $"(Kèm theo {kind[..1].ToUpper(culture)}{kind[1..]} số{blank}/{document.Letterhead.Symbol} ngày{blank}tháng{blank}năm";
        return document.Letterhead.FullName is { Length: > 0 } issuer ? [reference, $"của {issuer})"] : [$"{reference}{blank})"];
    }

    /// <summary>A line with its mark and the one space between them.</summary>
    public static string Printed(PrintedLine line) => line.Label.Length == 0 ? line.Text : $"{line.Label} {line.Text}";
}

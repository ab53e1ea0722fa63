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

    private const string Blank = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";

    /// <summary>
    /// The lines below an appendix's title: number, date and, on a line of its own, the body that issued the document (III.1.c, Mẫu 2.1 and 2.2).
    /// On paper they are filled in. An electronic document may leave number and date empty (III.1.c), and one that is signed before it is numbered does.
    /// </summary>
    /// <param name="document">The document that the appendix belongs to.</param>
    /// <param name="issue">Its number and date, or null to leave their places blank.</param>
    public static IReadOnlyList<string> AppendixReference(OfficialDocument document, IssueMark? issue)
    {
        var culture = CultureInfo.GetCultureInfo("vi-VN");
        var kind = document.Kind.ToLower(culture);
        var (number, day, month, year) = issue is { Number: var given, IssuedOn: var date }
            ? ($"\u00A0{Number(given)}", $"\u00A0{Day(date)} ", $"\u00A0{Month(date)} ", $"\u00A0{Year(date)}")
            : (Blank, Blank, Blank, "");
        var reference = $"(Kèm theo {kind[..1].ToUpper(culture)}{kind[1..]} số{number}/{document.Letterhead.Symbol} ngày{day}tháng{month}năm{year}";
        return document.Letterhead.FullName is { Length: > 0 } issuer ? [reference, $"của {issuer})"] : [$"{reference}{(issue is null ? Blank : "")})"];
    }

    /// <summary>A running number, with a leading zero below 10 (II.3.b).</summary>
    public static string Number(int number) => number.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>"Ngày dưới 10 và tháng 1, 2 phải ghi thêm số 0 phía trước" (II.4.b).</summary>
    public static string Day(DateOnly date) => date.ToString("dd", CultureInfo.InvariantCulture);

    /// <summary>The month, see <see cref="Day"/>.</summary>
    public static string Month(DateOnly date) => date.Month.ToString(date.Month <= 2 ? "00" : "0", CultureInfo.InvariantCulture);

    /// <summary>The year in full.</summary>
    public static string Year(DateOnly date) => date.ToString("yyyy", CultureInfo.InvariantCulture);

    /// <summary>A line with its mark and the one space between them.</summary>
    public static string Printed(PrintedLine line) => line.Label.Length == 0 ? line.Text : $"{line.Label} {line.Text}";
}

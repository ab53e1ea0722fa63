using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.References;

/// <summary>The kinds of documents with their abbreviations (Nghị định 30/2020, Phụ lục III, I), and some of lawmaking and of the Party.</summary>
public static partial class DocumentKinds
{
    private static readonly IReadOnlyList<(string Kind, string Abbreviation)> All =
    [
        ("Luật", "QH"), ("Nghị định", "NĐ"), ("Thông tư", "TT"), ("Nghị quyết", "NQ"), ("Quyết định", "QĐ"), ("Chỉ thị", "CT"),
        ("Kế hoạch", "KH"), ("Công văn", ""), ("Hướng dẫn", "HD"), ("Chương trình", "CTr"), ("Đề án", "ĐA"), ("Phương án", "PA"),
        ("Dự án", "DA"), ("Quy chế", "QC"), ("Quy định", "QyĐ"), ("Thông báo", "TB"), ("Thông cáo", "TC"), ("Báo cáo", "BC"),
        ("Tờ trình", "TTr"), ("Biên bản", "BB"), ("Hợp đồng", "HĐ"), ("Công điện", "CĐ"), ("Giấy mời", "GM"),
        ("Kết luận", "KL"), ("Giấy ủy quyền", "GUQ"), ("Giấy giới thiệu", "GGT"), ("Giấy nghỉ phép", "GNP"),
        ("Phiếu gửi", "PG"), ("Phiếu chuyển", "PC"), ("Phiếu báo", "PB"), ("Bản ghi nhớ", "BGN"), ("Bản thỏa thuận", "BTT"),
        ("Bộ luật", "QH"), ("Pháp lệnh", "PL"), ("Thông tư liên tịch", "TTLT"),
    ];

    /// <summary>Their names, the usual ones first.</summary>
    public static IReadOnlyList<string> Names { get; } = All.Select(row => row.Kind).ToList();

    /// <summary>The kind as running text writes it: "Báo cáo" for the heading "BÁO CÁO".</summary>
    public static string NameOf(string heading)
    {
        var name = PlainText.Clean(heading);
        return All.FirstOrDefault(row => Same(row.Kind, name)).Kind ?? PlainText.Capital(name.ToLowerInvariant());
    }

    /// <summary>"KH" for a "Kế hoạch"; empty for a "Công văn", which has none; null for a kind that is not known.</summary>
    public static string? AbbreviationOf(string kind)
    {
        var name = PlainText.Clean(kind);
        return All.FirstOrDefault(row => Same(row.Kind, name)).Abbreviation;
    }

    /// <summary>
    /// What the symbol of such a document should begin with when it does not ("KH" for a "Kế hoạch" with number "14/QĐ-UBND"); an empty text when a
    /// "Công văn", which has no abbreviation, bears one; null when the symbol fits, or nothing is known of the kind.
    /// A warning at most: numbers are kept to the letter.
    /// </summary>
    public static string? ExpectedSymbol(string? kind, string? number)
    {
        var name = PlainText.Clean(kind);
        if (All.FirstOrDefault(row => Same(row.Kind, name)) is not { Kind: not null } known || Parts(number) is not { Count: > 0 } parts)
        {
            return null;
        }

        var isFitting = known.Abbreviation.Length > 0
            ? parts.Exists(part => Fits(part, known.Abbreviation)) || IsOfTheAssembly(known.Kind, parts) || IsRuleOfTheParty(known.Kind, number, parts)
            : KindOfSymbol(number) is null;
        return isFitting ? null : known.Abbreviation;
    }

    /// <summary>The kind that a number's symbol names: "Kế hoạch" for "14/KH-UBND"; null for a công văn's and for unknown ones.</summary>
    public static string? KindOfSymbol(string? number) =>
        All.FirstOrDefault(row => row.Abbreviation.Length > 0 && Parts(number).Exists(part => Fits(part, row.Abbreviation))).Kind;

    /// <summary>Where the abbreviation of the kind may stand: at the head of what follows a slash, and after the number in the Party's "18-NQ/TW".</summary>
    private static List<string> Parts(string? number)
    {
        var cleaned = PlainText.Clean(number);
        var parts = cleaned.Split('/').Skip(1).Select(part => part.Split('-', '–')[0].Trim()).Where(part => part.Length > 0).ToList();
        return OfTheParty().Match(cleaned) is { Success: true } party ? [party.Groups[1].Value, .. parts] : parts;
    }

    // The symbol of a law is its assembly's: "47/2010/QH12".
    private static bool Fits(string part, string abbreviation) => Same(abbreviation == "QH" ? part.TrimEnd([.. "0123456789"]) : part, abbreviation);

    /// <summary>A resolution of the National Assembly bears its symbol alone.</summary>
    private static bool IsOfTheAssembly(string kind, List<string> parts) => kind == "Nghị quyết" && parts.Exists(part => Fits(part, "QH"));

    /// <summary>The Party abbreviates "quy định" like "quyết định".</summary>
    private static bool IsRuleOfTheParty(string kind, string? number, List<string> parts) =>
        kind == "Quy định" && OfTheParty().IsMatch(PlainText.Clean(number)) && Fits(parts[0], "QĐ");

    private static bool Same(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\d+\s*[-–]\s*(\p{L}+)\s*/")]
    private static partial Regex OfTheParty();
}

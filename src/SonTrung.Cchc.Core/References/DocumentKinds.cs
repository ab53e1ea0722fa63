using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.References;

/// <summary>The kinds of documents with their abbreviations (Nghị định 30/2020, Phụ lục III, I), and some of lawmaking.</summary>
public static class DocumentKinds
{
    private static readonly IReadOnlyList<(string Kind, string Abbreviation)> All =
    [
        ("Luật", "QH"), ("Nghị định", "NĐ"), ("Thông tư", "TT"), ("Nghị quyết", "NQ"), ("Quyết định", "QĐ"), ("Chỉ thị", "CT"),
        ("Kế hoạch", "KH"), ("Công văn", ""), ("Hướng dẫn", "HD"), ("Chương trình", "CTr"), ("Đề án", "ĐA"), ("Phương án", "PA"),
        ("Dự án", "DA"), ("Quy chế", "QC"), ("Quy định", "QyĐ"), ("Thông báo", "TB"), ("Thông cáo", "TC"), ("Báo cáo", "BC"),
        ("Tờ trình", "TTr"), ("Biên bản", "BB"), ("Hợp đồng", "HĐ"), ("Công điện", "CĐ"), ("Giấy mời", "GM"),
    ];

    /// <summary>Their names, the usual ones first.</summary>
    public static IReadOnlyList<string> Names { get; } = All.Select(row => row.Kind).ToList();

    /// <summary>
    /// What the symbol of such a document should begin with when it does not ("KH" for a "Kế hoạch" with number "14/QĐ-UBND"); an empty text when a
    /// "Công văn", which has no abbreviation, bears one; null when the symbol fits, or nothing is known of the kind.
    /// A warning at most: numbers are kept to the letter.
    /// </summary>
    public static string? ExpectedSymbol(string? kind, string? number)
    {
        var parts = PlainText.Clean(number).Split('/').Skip(1).Select(part => part.Split('-')[0].Trim()).ToList();
        var name = PlainText.Clean(kind);
        if (parts.Count == 0 || All.FirstOrDefault(row => Same(row.Kind, name)) is not { Kind: not null } known)
        {
            return null;
        }

        // The symbol of a law is its assembly's: "47/2010/QH12".
        bool Fits(string part, string abbreviation) => Same(abbreviation == "QH" ? part.TrimEnd([.. "0123456789"]) : part, abbreviation);
        var isFitting = known.Abbreviation.Length > 0
            ? parts.Exists(part => Fits(part, known.Abbreviation))
            : !All.Any(row => row.Abbreviation.Length > 0 && parts.Exists(part => Fits(part, row.Abbreviation)));
        return isFitting ? null : known.Abbreviation;
    }

    private static bool Same(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reading;

/// <summary>The words by which the parts of an administrative document are told (Phụ lục I and III, Nghị định 30/2020/NĐ-CP).</summary>
internal static partial class Wording
{
    /// <summary>Kinds with a name of their own, folded; longer ones first, so that "kế hoạch" never hides a longer name.</summary>
    private static readonly IReadOnlyList<string[]> Kinds = new[]
    {
        "Nghị quyết liên tịch", "Nghị quyết", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Thông cáo", "Thông báo", "Hướng dẫn",
        "Chương trình", "Kế hoạch", "Phương án", "Đề án", "Dự án", "Báo cáo", "Biên bản", "Tờ trình", "Hợp đồng", "Công điện", "Công văn",
        "Bản ghi nhớ", "Bản thỏa thuận", "Giấy ủy quyền", "Giấy mời", "Giấy giới thiệu", "Giấy nghỉ phép", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo",
        "Sao y", "Sao lục", "Trích sao", "Bản sao y", "Luật", "Pháp lệnh", "Nghị định", "Thông tư liên tịch", "Thông tư",
        "Chương trình hành động", "Kế hoạch hành động", "Đề cương",
    }.Select(kind => SearchKey.Of(kind).Split(' ')).OrderByDescending(words => words.Length).ToList();

    /// <summary>What a line of one word group cannot end with: the words after it belong to it.</summary>
    private static readonly HashSet<string> Dangling =
    [
        "của", "và", "về", "số", "các", "những", "là", "cho", "với", "theo", "tại", "trong", "từ", "đến", "do", "bởi", "cùng", "hoặc", "ngày", "tháng", "năm",
        "tỉnh", "xã", "phường", "huyện", "quận", "thôn", "bản", "điều", "khoản", "quý", "ủy", "uỷ", "nghị", "quyết", "để", "như", "thị", "thành", "trên", "dưới",
    ];

    /// <summary>How many words of a line name a kind of document; 0 when it begins with none.</summary>
    public static int KindWords(string text)
    {
        var words = SearchKey.Of(text).Split(' ');
        return Kinds.FirstOrDefault(kind => words.Length >= kind.Length && words.AsSpan(0, kind.Length).SequenceEqual(kind))?.Length ?? 0;
    }

    /// <summary>Whether all its letters are capitals, and it has at least two.</summary>
    public static bool IsCapitals(string text)
    {
        var letters = 0;
        foreach (var c in text.Where(char.IsLetter))
        {
            if (!char.IsUpper(c))
            {
                return false;
            }

            letters++;
        }

        return letters >= 2;
    }

    /// <summary>Whether its first letter is small; false when it begins with no letter.</summary>
    public static bool BeginsSmall(string text) => text.Length > 0 && char.IsLower(text[0]);

    /// <summary>Whether a sentence or an item of a list ends here.</summary>
    public static bool IsTerminated(string text) => text.TrimEnd('"', '”', '’', ')', ']', ' ') is { Length: > 0 } core ? ".;:!?…".Contains(core[^1]) : text.Length == 0;

    /// <summary>Whether the last word wants others after it.</summary>
    public static bool IsDangling(string text) => text.Length > 0
        && (text[^1] is ',' or '-' or '–' or '/' or '(' || Dangling.Contains(text[(text.LastIndexOf(' ') + 1)..].ToLowerInvariant()));

    /// <summary>A ruled line, a border: it says nothing.</summary>
    public static bool IsRule(string text) => Rule().IsMatch(text);

    /// <summary>"Kính gửi", with what follows it on the line.</summary>
    [GeneratedRegex(@"^Kính\s+gửi\s*[:：]?\s*(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Addressees();

    /// <summary>"Nơi nhận", with what follows it on the line.</summary>
    [GeneratedRegex(@"^Nơi\s+nhận\s*(?:[:：]\s*(?<rest>.*)|(?<rest>))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Recipients();

    /// <summary>How the capacity of a signer begins (Phụ lục I, II.7.b).</summary>
    [GeneratedRegex(@"(?<=^|[\s;.|])(?:TM|T/M|KT|K/T|TL|T/L|TUQ|TƯQ|Q)(?:\s?\.\s*|\s+)(?=\p{Lu}{2})")]
    public static partial Regex Capacity();

    /// <summary>Posts that stand alone above a name.</summary>
    [GeneratedRegex(
        @"^(?:PHÓ\s+)?(?:QUYỀN\s+)?(?:PHÓ\s+)?(?:CHỦ TỊCH|CHỦ NHIỆM|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|TRƯỞNG (?:PHÒNG|BAN|ĐOÀN|THÔN|CÔNG AN)|TRƯỞNG|HIỆU TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|"
        + @"CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VỤ TRƯỞNG|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|VIỆN TRƯỞNG|THỦ TRƯỞNG|BÍ THƯ|ỦY VIÊN|UỶ VIÊN|THỦ TƯỚNG|CHỦ TỌA|CHỦ TOẠ|CHỦ TRÌ|THƯ KÝ|NGƯỜI GHI BIÊN BẢN)(?=$|[\s,.])")]
    public static partial Regex Post();

    /// <summary>What begins the basis of a document or the sentence that opens it.</summary>
    [GeneratedRegex(@"^(?:Căn\s+cứ|Xét|Theo\s+đề\s+nghị|Thi\s+hành|Thực\s+hiện|Tiếp\s+theo|Triển\s+khai|Trên\s+cơ\s+sở|Để|Nhằm|Tiếp\s+tục\s+thực\s+hiện|Sau\s+khi)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Opening();

    /// <summary>The head of an appendix or of a document that comes with this one.</summary>
    [GeneratedRegex(@"^(?:(?:Phụ\s+lục|Biểu\s+(?:mẫu|số)|Mẫu\s+số)(?:\s+(?:số\s+)?[\p{Lu}\d]{1,5}(?:[.\-/]\d+)*)?\s*[:.]?(?:\s*\(.*)?$|PHỤ\s+LỤC(?=$|[\s:])|\((?:Ban\s+hành\s+)?[Kk]èm\s+theo\s)", RegexOptions.CultureInvariant)]
    public static partial Regex AppendixHead();

    [GeneratedRegex(@"^[\s\-_=*~—–|+:#.…·‐‑]*$")]
    private static partial Regex Rule();
}

using CsCheck;
using SonTrung.Cchc.Core.Text.Lexicon;

namespace SonTrung.Cchc.Tests.Text;

/// <summary>Sound texts of every make: all syllables in both habits of placing the tone, and what official papers mix with them.</summary>
internal static class VietnameseTextGen
{
    private static readonly string[] Onsets =
        ["", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"];

    private static readonly string[] Others =
    [
        "website", "Internet", "online", "email", "Facebook", "Zalo", "clip", "video", "logo", "pano", "café", "São", "Zürich", "façade", "Côte", "Besançon", "Genève",
        "naïve", "résumé", "Noël", "Citroën", "Köln", "Müller", "Señor", "the", "administrative", "reform", "of", "people’s", "committee", "don't",
        "Đưng", "K’Nớ", "Krông", "Nô", "Ea", "Súp", "Đắk", "Lắk", "M'gar", "Čư", "Jŭt", "Kpă", "Y", "Plei", "Ku", "Ia", "Grai", "Kon", "Tum", "Ƀuk", "Mnông",
        "UBND", "HĐND", "CCHC", "TTHC", "MTTQ", "QĐ-UBND", "15/BC-UBND", "14/KH-UBND", "76/NQ-CP", "30/2020/NĐ-CP", "VNeID", "B1.2", "A4", "QH15", "COVID-19",
        "19/01/2023", "05-02-2026", "1.234,5", "100%", "94,1 %", "3.000", "0,25", "07:30", "25 km", "10 m²", "30 °C", "5 kg", "20 µm", "½", "§", "±", "«xin»", "©",
        "https://dichvucong.gov.vn/p/home/dvc-trang-chu.html", "www.hatinh.gov.vn", "ubnd.huongson@hatinh.gov.vn", "bao-cao_2026.docx", "#CCHC", "@xa",
        "(ISO", "9001:2015)", "“một", "cửa”", "pa-nô", "Mát-xcơ-va", "Lê-nin", "a)", "b)", "đ)", "điểm", "khoản", "–", "-", "/", "&", "và/hoặc", "...", "…", "v.v", "₫", "€",
    ];

    /// <summary>What the items of a list are made of.</summary>
    private static readonly string[] Phrases =
    [
        "tuyên truyền trên hệ thống truyền thanh", "niêm yết công khai thủ tục hành chính", "tổ chức hội nghị đối thoại", "phát tờ rơi đến hộ gia đình", "hướng dẫn nộp hồ sơ trực tuyến",
        "treo pano tại trụ sở", "lấy ý kiến người dân", "cán bộ phụ trách", "đăng tin, bài về chuyển đổi số", "phối hợp cùng Mặt trận Tổ quốc", "thi tìm hiểu pháp luật", "đoàn viên thanh niên",
        "trong ba tháng đầu năm", "theo kế hoạch của xã", "ở các thôn", "qua mạng xã hội", "tại nhà văn hóa thôn", "bằng hai thứ tiếng",
    ];

    /// <summary>Every syllable that the spelling rules allow, lower case, both habits.</summary>
    public static string[] Syllables { get; } =
    [
        .. from onset in Onsets
           from rhyme in VietnameseSyllable.AllRhymes
           from tone in Enum.GetValues<Tone>()
           let old = VietnameseSyllable.WithTone(onset + rhyme, tone)
           where old is not null && VietnameseSyllable.TryParse(old, out _)
           from spelling in Both(old)
           select spelling,
    ];

    /// <summary>A word of any kind.</summary>
    public static Gen<string> Word { get; } = Gen.Frequency(
        (6, Pick(Syllables)),
        (1, Pick(Syllables).Select(Capital)),
        (1, Pick(Syllables).Select(word => word.ToUpperInvariant())),
        (2, Pick(Others)));

    /// <summary>A paragraph: a sentence, a list item or a heading.</summary>
    public static Gen<string> Paragraph { get; } = Gen.Select(
        Pick("", "", "", "- ", "+ ", "1. ", "a) ", "III. ", "Điều 5. "),
        Pick(Syllables).Select(Capital),
        Pick(" ", " ", " ", " ", ", ", "; ").SelectMany(separator => Word.Select(word => separator + word)).Array[1, 30],
        Pick(".", ";", ":", "./.", "?", "!", "."),
        (label, first, words, end) => label + first + string.Concat(words) + end);

    /// <summary>A list of one item a line, without marks before or behind, small or with a capital first.</summary>
    public static Gen<string> UnmarkedList { get; } = Gen.Select(
        Gen.Bool,
        Pick(Phrases).Array[1, 4].Select(phrases => string.Join(' ', phrases)).Array[2, 9],
        (isSmall, items) => string.Join('\n', items.Select(item => isSmall ? item : Capital(item))));

    /// <summary>Paragraphs and lists with single or double line breaks between them.</summary>
    public static Gen<string> Text { get; } = Gen.Select(Gen.Frequency((5, Paragraph), (1, UnmarkedList)).Array[1, 12], Pick("\n", "\n\n", "\r\n"), (paragraphs, end) => string.Join(end, paragraphs));

    /// <summary>One of these.</summary>
    public static Gen<string> Pick(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    /// <summary>The word with a capital first.</summary>
    public static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static IEnumerable<string> Both(string old)
    {
        _ = VietnameseSyllable.TryParse(old, out var syllable);
        return new[] { old, syllable.Spell(ToneMarkStyle.New) }.Distinct();
    }
}

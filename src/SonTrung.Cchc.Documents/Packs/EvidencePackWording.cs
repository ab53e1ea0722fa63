using SonTrung.Cchc.Core.Scores;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Documents.Packs;

/// <summary>The fixed words of the index of an evidence pack.</summary>
internal static class EvidencePackWording
{
    public const string Code = "Mã";
    public const string Criterion = "Tiêu chí";
    public const string Most = "Điểm tối đa";
    public const string Points = "Điểm tự chấm";
    public const string Count = "Tài liệu kiểm chứng";
    public const string Total = "Tổng điểm";
    public const string Rule = "Quy tắc đã áp dụng";
    public const string Explanation = "Giải trình";
    public const string None = "Không có";
    public const string Day = "Ngày";
    public const string Activity = "Hoạt động";
    public const string Place = "Nơi thực hiện";
    public const string Figures = "Số liệu";
    public const string Evidence = "Tài liệu kiểm chứng";
    public const string NoActivities = "Chưa có hoạt động.";
    public const string NoEvidence = "Chưa có tài liệu kiểm chứng";
    public const string Missing = "(tệp không còn trong kho, không kèm theo)";
    public const string Changed = "(tệp khác với tệp đã lưu lúc nhập)";

    public const string HowToCheck =
        "Mã băm SHA-256 của từng tệp có trong SHA256SUMS.txt; kiểm tra bằng lệnh sha256sum -c SHA256SUMS.txt, hoặc certutil -hashfile trên Windows.";

    public static string Title(int year) => $"TÀI LIỆU KIỂM CHỨNG TỰ CHẤM ĐIỂM TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM {year}";

    public static string AsOf(ScoreSheet sheet) =>
        $"Số liệu của kỳ {VietnameseDate.Format(sheet.Days.From)}–{VietnameseDate.Format(sheet.Days.To)}, tính đến ngày {VietnameseDate.Format(sheet.Days.Today)}";

    public static string Rules(ScoreSheet sheet) => sheet.Set is { } set ? $"{set.Name}. Nguồn: {set.Source}." : "";
}

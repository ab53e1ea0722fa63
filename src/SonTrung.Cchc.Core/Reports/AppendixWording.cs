using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Reports;

/// <summary>The fixed words of a report's appendices.</summary>
internal static class AppendixWording
{
    public const string Label = "Phụ lục";
    public const string Number = "TT";
    public const string Task = "Nhiệm vụ";
    public const string Department = "Đơn vị thực hiện";
    public const string Target = "Chỉ tiêu";
    public const string Result = "Kết quả";
    public const string Percent = "Tỷ lệ (%)";
    public const string Evidence = "Tài liệu kiểm chứng";
    public const string Time = "Thời gian";
    public const string Activity = "Hoạt động";
    public const string Channel = "Hình thức";
    public const string AllYear = "Cả năm";
    public const string Done = "Đã thực hiện";
    public const string NotDone = "Chưa thực hiện";
    public const string None = "-";

    public static string PlanTitle(int year) => $"KẾT QUẢ TỪNG NHIỆM VỤ CỦA KẾ HOẠCH NĂM {year}";

    public static string ActivityTitle(int year) => $"DANH MỤC HOẠT ĐỘNG TUYÊN TRUYỀN NĂM {year}";

    /// <summary>The pointer that the text must hold (Phụ lục I, III.1.a).</summary>
    public static string Note(int appendices) => appendices == 1 ? "(Có Phụ lục kèm theo)" : "(Có Phụ lục I, Phụ lục II kèm theo)";

    public static string NotDoneBecause(string reason) => $"{NotDone}, lý do: {reason}";

    /// <summary>"48 tin, bài"; "từ 90% phiếu hài lòng": what it is a share of stands in the result.</summary>
    public static string Of(PlanTarget target) => target.Kind == TargetKind.Ratio
        ? $"từ {VietnameseNumber.Format(target.Value ?? 0)}% {target.Indicator!.DisplayUnit}"
        : PlanWording.Of(target);

    /// <summary>"5 tệp; 12 liên kết; 2 văn bản", without what there is none of.</summary>
    public static string Of(ActivityEvidence evidence) =>
        string.Join("; ", new[] { (evidence.Files, "tệp"), (evidence.Links, "liên kết"), (evidence.Documents.Count, "văn bản") }
            .Where(part => part.Item1 > 0).Select(part => $"{VietnameseNumber.Format((long)part.Item1)} {part.Item2}"))
            is { Length: > 0 } found ? found : None;
}

using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Plans;

/// <summary>The fixed words of a printed plan.</summary>
internal static class PlanWording
{
    public const string Kind = "KẾ HOẠCH";
    public const string CarryingOut = "Thực hiện";
    public const string Issues = "ban hành Kế hoạch";
    public const string AsFollows = "như sau:";
    public const string Aims = "MỤC ĐÍCH, YÊU CẦU";
    public const string Purpose = "Mục đích";
    public const string Requirements = "Yêu cầu";
    public const string Work = "NỘI DUNG THỰC HIỆN";
    public const string Funding = "KINH PHÍ THỰC HIỆN";
    public const string Implementation = "TỔ CHỨC THỰC HIỆN";
    public const string Target = "chỉ tiêu:";
    public const string Unit = "đơn vị thực hiện:";
    public const string DoneBy = "hoàn thành trước ngày";
    public const string SeeAppendix = "Nhiệm vụ, chỉ tiêu và phân công cụ thể như sau (có Phụ lục kèm theo):";
    public const string Appendix = "Phụ lục";
    public const string AppendixTitle = "NHIỆM VỤ, CHỈ TIÊU VÀ PHÂN CÔNG THỰC HIỆN";
    public const string ColumnNumber = "TT";
    public const string ColumnTask = "Nhiệm vụ";
    public const string ColumnUnit = "Đơn vị thực hiện";
    public const string ColumnTarget = "Chỉ tiêu";
    public const string ColumnDue = "Thời hạn";
    public const string ColumnMoney = "Kinh phí (đồng)";
    public const string AllYear = "Cả năm";
    public const string ToReport = "(để báo cáo)";
    public const string AsAbove = "Như trên";
    public const string Filed = "Lưu:";

    public static string Total(long dong) => $"Tổng dự toán: {VietnameseNumber.Format(dong)} đồng.";

    public static string Section(PlanSection section) => section switch
    {
        PlanSection.Content => "Nội dung tuyên truyền",
        PlanSection.Means => "Phương tiện tuyên truyền",
        PlanSection.Form => "Hình thức tuyên truyền",
        PlanSection.Department => "Nhiệm vụ của các đơn vị",
        _ => throw new InvalidOperationException($"Unknown section {section}."),
    };

    /// <summary>"48 tin, bài"; "phiếu hài lòng từ 90% phiếu thu về"; "hoàn thành".</summary>
    public static string Of(PlanTarget target) => target.Kind switch
    {
        TargetKind.Quantity => $"{VietnameseNumber.Format(target.Value ?? 0)} {target.Indicator!.DisplayUnit}",
        TargetKind.Ratio => $"{target.Indicator!.DisplayUnit} từ {VietnameseNumber.Format(target.Value ?? 0)}% {target.BaseIndicator!.DisplayUnit}",
        TargetKind.Completion => "hoàn thành",
        _ => throw new InvalidOperationException($"Unknown target {target.Kind}."),
    };
}

using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Core.Imports;

/// <summary>What is brought in.</summary>
public enum ImportKind
{
    /// <summary>Activities.</summary>
    Activities,

    /// <summary>Lines of a year's plan.</summary>
    PlanItems,
}

/// <summary>What the cells of a column hold.</summary>
public enum ImportValue
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A number.</summary>
    Number,

    /// <summary>"Có", or nothing.</summary>
    YesNo,

    /// <summary>A name from a list.</summary>
    Name,

    /// <summary>Names from a list, separated by semicolons.</summary>
    Names,

    /// <summary>Nothing that is entered: a running number, a remark of the portal.</summary>
    Ignored,
}

/// <summary>A column that the portal knows.</summary>
/// <param name="Key">What it is for, in the program.</param>
/// <param name="Heading">Its heading in the template.</param>
/// <param name="Value">What its cells hold.</param>
/// <param name="Aliases">Other headings that people give it.</param>
public sealed record ImportColumn(string Key, string Heading, ImportValue Value, params string[] Aliases)
{
    /// <summary>No row can do without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the template has it.</summary>
    public bool IsInTemplate { get; init; } = true;

    /// <summary>The indicator of a column of figures.</summary>
    public long? IndicatorId { get; init; }

    /// <summary>Room in the template, characters.</summary>
    public double Width { get; init; } = 16;
}

/// <summary>The columns of each kind of import. Headings are compared without marks, case and punctuation, in any order.</summary>
internal static class ImportColumns
{
    public const string Ignored = nameof(Ignored);
    public const string Title = nameof(Title);
    public const string StartsOn = nameof(StartsOn);
    public const string EndsOn = nameof(EndsOn);
    public const string Channel = nameof(Channel);
    public const string PlanItem = nameof(PlanItem);
    public const string Department = nameof(Department);
    public const string Topic = nameof(Topic);
    public const string Place = nameof(Place);
    public const string PeopleReached = nameof(PeopleReached);
    public const string CostDong = nameof(CostDong);
    public const string IsAllYear = nameof(IsAllYear);
    public const string IsHighlighted = nameof(IsHighlighted);
    public const string ReportText = nameof(ReportText);
    public const string Links = nameof(Links);
    public const string References = nameof(References);
    public const string Measure = nameof(Measure);
    public const string Figure = nameof(Figure);
    public const string FigureUnit = nameof(FigureUnit);
    public const string Section = nameof(Section);
    public const string Responsible = nameof(Responsible);
    public const string DueOn = nameof(DueOn);
    public const string TargetKind = nameof(TargetKind);
    public const string TargetValue = nameof(TargetValue);
    public const string TargetIndicator = nameof(TargetIndicator);
    public const string TargetBase = nameof(TargetBase);

    /// <summary>Targets that a plan line may have in a table.</summary>
    public const int Targets = 3;

    /// <summary>Targets that the template has columns for.</summary>
    private const int TemplateTargets = 2;

    /// <summary>Figures with a unit beside them, as the portal's own list has them.</summary>
    public const int Figures = 3;

    /// <summary>The plan line of an activity, which is proposed by the channel where a table does not have it.</summary>
    public static readonly ImportColumn PlanItemColumn = new(PlanItem, "Nhiệm vụ trong kế hoạch", ImportValue.Name, "Nhiệm vụ", "Nhiệm vụ kế hoạch") { Width = 40 };

    private static readonly ImportColumn Remarks = new(
        Ignored, "STT", ImportValue.Ignored, "TT", "Số TT", "Số thứ tự", "Lỗi", "Dòng", "Nhập lúc", "Nhập sau ngày chốt", "Kiểm chứng")
    {
        IsInTemplate = false,
    };

    /// <summary>The columns of activities: one for each indicator, and a number with a unit beside it.</summary>
    public static IReadOnlyList<ImportColumn> OfActivities(IEnumerable<Indicator> indicators) =>
    [
        new(StartsOn, "Ngày", ImportValue.Day, "Từ ngày", "Ngày thực hiện", "Ngày tháng", "Ngày tháng năm", "Thời gian", "Thời gian thực hiện") { IsRequired = true, Width = 13 },
        new(EndsOn, "Đến ngày", ImportValue.Day, "Đến ngày (nếu nhiều ngày)", "Ngày kết thúc") { Width = 13 },
        new(Title, "Nội dung hoạt động", ImportValue.Text, "Nội dung", "Hoạt động", "Tên hoạt động", "Nội dung thực hiện", "Nội dung tuyên truyền") { IsRequired = true, Width = 60 },
        new(Channel, "Phương tiện, hình thức", ImportValue.Name, "Phương tiện", "Hình thức", "Hình thức tuyên truyền", "Kênh", "Kênh tuyên truyền") { IsRequired = true, Width = 30 },
        PlanItemColumn,
        new(Department, "Đơn vị thực hiện", ImportValue.Name, "Đơn vị", "Bộ phận", "Bộ phận thực hiện", "Cơ quan thực hiện") { Width = 30 },
        new(Topic, "Chủ đề chính", ImportValue.Name, "Chủ đề", "Lĩnh vực") { Width = 30 },
        new(Place, "Địa điểm", ImportValue.Text, "Nơi thực hiện", "Nơi") { Width = 28 },
        .. indicators.OrderBy(row => row.Position).Select(OfIndicator),
        .. Numbered(Figures).Select(n => new ImportColumn(Of(Figure, n), $"Số lượng {n}", ImportValue.Number, n == 1 ? ["Số lượng", "Số liệu", "Kết quả"] : []) { IsInTemplate = false }),
        .. Numbered(Figures).Select(n => new ImportColumn(Of(FigureUnit, n), $"Đơn vị tính {n}", ImportValue.Name, n == 1 ? ["Đơn vị tính", "ĐVT"] : []) { IsInTemplate = false }),
        new(PeopleReached, "Số người tiếp cận", ImportValue.Number, "Số người", "Số người tham dự") { Width = 13 },
        new(CostDong, "Kinh phí (đồng)", ImportValue.Number, "Kinh phí") { Width = 16 },
        new(IsAllYear, "Thường xuyên cả năm", ImportValue.YesNo, "Cả năm") { Width = 13 },
        new(IsHighlighted, "Nêu riêng trong báo cáo", ImportValue.YesNo, "Nêu riêng") { Width = 13 },
        new(ReportText, "Câu ghi trong báo cáo", ImportValue.Text, "Câu trong báo cáo") { Width = 40 },
        new(Links, "Đường dẫn kiểm chứng", ImportValue.Text, "Đường dẫn", "Link", "Liên kết") { Width = 40 },
        new(References, "Văn bản kiểm chứng", ImportValue.Names, "Số văn bản", "Số, ký hiệu văn bản") { Width = 24 },
        Remarks,
    ];

    /// <summary>The columns of plan lines.</summary>
    public static IReadOnlyList<ImportColumn> OfPlanItems() =>
    [
        Remarks with { IsInTemplate = true, Width = 7 },
        new(Title, "Nhiệm vụ", ImportValue.Text, "Nội dung", "Nội dung nhiệm vụ", "Tên nhiệm vụ", "Nội dung công việc") { IsRequired = true, Width = 60 },
        new(Section, "Mục trong báo cáo", ImportValue.Name, "Thuộc mục", "Mục", "Phần") { IsRequired = true, Width = 20 },
        new(Department, "Đơn vị thực hiện", ImportValue.Name, "Đơn vị", "Đơn vị chủ trì", "Bộ phận", "Cơ quan chủ trì") { Width = 30 },
        new(Responsible, "Người phụ trách", ImportValue.Name, "Phụ trách", "Cán bộ phụ trách") { Width = 24 },
        .. Numbered(Targets).SelectMany(OfTarget),
        new(DueOn, "Hạn hoàn thành", ImportValue.Day, "Hạn", "Thời hạn", "Thời hạn hoàn thành", "Thời gian hoàn thành") { Width = 15 },
        new(CostDong, "Kinh phí (đồng)", ImportValue.Number, "Kinh phí", "Dự toán") { Width = 16 },
        new(Channel, "Phương tiện, hình thức", ImportValue.Names, "Phương tiện", "Hình thức") { Width = 30 },
        new(References, "Văn bản kèm theo", ImportValue.Names, "Văn bản", "Văn bản căn cứ", "Căn cứ") { Width = 24 },
        new(ReportText, "Câu ghi trong báo cáo", ImportValue.Text, "Câu trong báo cáo") { Width = 40 },
    ];

    /// <summary>The name of a target's column: "TargetValue:2".</summary>
    public static string Of(string key, int number) => $"{key}:{number}";

    /// <summary>The column of an indicator's figures.</summary>
    public static string OfMeasure(long indicatorId) => $"{Measure}:{indicatorId}";

    private static ImportColumn OfIndicator(Indicator row)
    {
        var (name, unit) = (row.DisplayName, row.DisplayUnit);
        var heading = SearchKey.Of(name) == SearchKey.Of(unit) ? name : $"{name} ({unit})";
        return new ImportColumn(OfMeasure(row.Id), heading, ImportValue.Number, name, unit, $"Số {unit}", $"Số {name}", row.Name, row.Unit, $"{row.Name} ({row.Unit})") { IndicatorId = row.Id, Width = 14 };
    }

    private static IEnumerable<ImportColumn> OfTarget(int n)
    {
        var (isFirst, isShown) = (n == 1, n <= TemplateTargets);
        string[] Also(params string[] names) => isFirst ? names : [];
        return
        [
            new(Of(TargetKind, n), $"Loại chỉ tiêu {n}", ImportValue.Name, Also("Loại chỉ tiêu")) { IsInTemplate = isShown, Width = 15 },
            new(Of(TargetValue, n), $"Chỉ tiêu {n}", ImportValue.Number, Also("Chỉ tiêu", "Số lượng")) { IsInTemplate = isShown, Width = 12 },
            new(Of(TargetIndicator, n), $"Đơn vị tính {n}", ImportValue.Name, Also("Đơn vị tính", "ĐVT")) { IsInTemplate = isShown, Width = 22 },
            new(Of(TargetBase, n), $"Trên tổng số {n}", ImportValue.Name, Also("Trên tổng số")) { IsInTemplate = isShown, Width = 22 },
        ];
    }

    private static IEnumerable<int> Numbered(int count) => Enumerable.Range(1, count);
}

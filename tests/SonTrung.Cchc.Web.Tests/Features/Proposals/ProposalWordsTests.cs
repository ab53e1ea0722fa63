using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Checking;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Web.Features.Proposals;

namespace SonTrung.Cchc.Web.Tests.Features.Proposals;

/// <summary>The proposed sentences are whole sentences for nouns and verbs alike, and say nothing that the figures do not.</summary>
public sealed class ProposalWordsTests
{
    private const long Part = 1;
    private const long Whole = 2;

    [Theory]
    [InlineData("Đối thoại với Nhân dân, doanh nghiệp", "cuộc", 2, 1, "Chưa đạt chỉ tiêu kế hoạch về đối thoại với Nhân dân, doanh nghiệp: mới có 1/2 cuộc, đạt 50%")]
    [InlineData("Tin, bài trên Trang thông tin điện tử xã", "tin, bài", 48, 45, "Chưa đạt chỉ tiêu kế hoạch về tin, bài trên Trang thông tin điện tử xã: mới có 45/48 tin, bài, đạt 93,8%")]
    [InlineData("Phát tờ gấp.", "tờ", 20000, 19999, "Chưa đạt chỉ tiêu kế hoạch về phát tờ gấp: mới có 19.999/20.000 tờ, đạt 99,995%")]
    [InlineData("Khảo sát", "phiếu thu về", 300, 0, "Chưa đạt chỉ tiêu kế hoạch về khảo sát: chỉ tiêu 300 phiếu thu về, chưa ghi nhận kết quả")]
    [InlineData("Hoàn thành chỉ tiêu kế hoạch năm 2027 về đối thoại", "cuộc", 4, 1, "Chưa đạt chỉ tiêu kế hoạch về đối thoại: mới có 1/4 cuộc, đạt 25%")]
    public void ShortcomingOf_CountNotReached_SaysHowFar(string title, string unit, int target, int done, string expected)
    {
        var sentence = ProposalWords.ShortcomingOf(Line(title, 3, Target(TargetKind.Quantity, target, unit), (Part, done)));

        Assert.Equal(expected, sentence);
        Assert.DoesNotContain(Findings(sentence), finding => finding.Rule.Id is "N-TY-LE" or "H-DAU-CAU" or "H-GIUA-CAU" or "C-TIENG" or "C-TU" or "D-PHAN-TRAM");
    }

    [Theory]
    [InlineData(900, 765, "Chưa đạt chỉ tiêu kế hoạch về khảo sát sự hài lòng: tỷ lệ phiếu hài lòng trên phiếu thu về mới đạt 85%, chỉ tiêu từ 90%")]
    [InlineData(10000, 8999, "Chưa đạt chỉ tiêu kế hoạch về khảo sát sự hài lòng: tỷ lệ phiếu hài lòng trên phiếu thu về mới đạt 89,99%, chỉ tiêu từ 90%")]
    [InlineData(0, 0, "Chưa hoàn thành kế hoạch về khảo sát sự hài lòng")]
    public void ShortcomingOf_RatioNotReached_NeverRoundsItUpToTheTarget(int whole, int part, string expected) => Assert.Equal(
        expected,
        ProposalWords.ShortcomingOf(Line("Khảo sát sự hài lòng", 2, Target(TargetKind.Ratio, 90, "phiếu hài lòng"), (Part, part), (Whole, whole))));

    [Fact]
    public void ShortcomingOf_NothingDone_SaysSo() => Assert.Equal(
        "Chưa thực hiện kế hoạch về pano, băng rôn",
        ProposalWords.ShortcomingOf(Line("Pano, băng rôn", 0, Target(TargetKind.Quantity, 14, "cụm"))));

    [Theory]
    [InlineData("Đối thoại với Nhân dân, doanh nghiệp", null, "Hoàn thành chỉ tiêu kế hoạch năm {năm sau} về đối thoại với Nhân dân, doanh nghiệp")]
    [InlineData("Hoàn thành chỉ tiêu kế hoạch năm 2026 về đối thoại", null, "Hoàn thành chỉ tiêu kế hoạch năm {năm sau} về đối thoại")]
    [InlineData(null, null, "Khắc phục tình trạng hình thức tuyên truyền chưa thu hút được thanh niên")]
    [InlineData("Đối thoại", "Giao người phụ trách", "Giao người phụ trách")]
    public void TaskOf_Shortcoming_SaysWhatIsToBeDone(string? planItem, string? remedy, string expected) => Assert.Equal(
        expected,
        ProposalWords.TaskOf(new Shortcoming
        {
            AgencyId = 1,
            Year = 2026,
            Position = 0,
            Text = "Hình thức tuyên truyền chưa thu hút được thanh niên",
            Remedy = remedy,
            PlanItem = planItem is null ? null : Item(planItem),
        }));

    private static IReadOnlyList<Finding> Findings(string sentence) =>
        Checker.Check(new ReadDocument([new ReadBlock("1", DocumentPart.Dash, "-", $"{sentence}.")]), CheckKnowledge.None);

    private static PlanItem Item(string title) => new() { AgencyId = 1, PlanId = 1, Section = PlanSection.Form, Position = 0, Title = title };

    private static PlanTarget Target(TargetKind kind, decimal value, string unit) => new()
    {
        AgencyId = 1,
        Position = 0,
        Kind = kind,
        Value = value,
        IndicatorId = Part,
        Indicator = Indicator(unit),
        BaseIndicatorId = kind == TargetKind.Ratio ? Whole : null,
        BaseIndicator = kind == TargetKind.Ratio ? Indicator("phiếu thu về") : null,
    };

    private static Indicator Indicator(string unit) => new() { Code = unit, Name = unit, Unit = unit, Position = 0, ValidFrom = DateOnly.MinValue };

    private static PlanLine Line(string title, int activities, PlanTarget target, params (long Indicator, decimal Sum)[] sums)
    {
        var item = Item(title);
        item.Targets.Add(target);
        var work = new WorkDone(activities, sums.ToDictionary(sum => sum.Indicator, sum => sum.Sum));
        return new PlanLine(item, PlanProgress.Of(item, work, new PlanDays(new DateOnly(2025, 12, 15), new DateOnly(2026, 12, 14), new DateOnly(2026, 12, 20))), null, HasStaleYear: false);
    }
}

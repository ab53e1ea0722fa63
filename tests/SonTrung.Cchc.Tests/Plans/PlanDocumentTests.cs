using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Plans;
using SonTrung.Cchc.Core.References;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Tests.Documents;
using SonTrung.Cchc.Tests.Reports;

namespace SonTrung.Cchc.Tests.Plans;

/// <summary>The plan as a document: what is in it, and that its pages are as Nghị định 30/2020/NĐ-CP asks (Mẫu 1.4).</summary>
public sealed class PlanDocumentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Build_FullPlan_HasTheFourPartsInOrder()
    {
        var document = PlanDocumentBuilder.Build(Source(), withAppendix: true);

        Assert.Equal(("KẾ HOẠCH", "KH-UBND"), (document.Kind, document.Letterhead.Symbol));
        Assert.Equal(["Tuyên truyền năm 2026"], document.Subject);
        Assert.Empty(document.Addressees);
        Assert.Equal(
            ["I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG THỰC HIỆN", "III. KINH PHÍ THỰC HIỆN", "IV. TỔ CHỨC THỰC HIỆN"],
            document.Body.Where(block => block.Level == BlockLevel.Section).Select(block => block.Printed()));
        Assert.Equal(
            "Thực hiện Kế hoạch số 3/KH-UBND ngày 05/01/2026 của UBND tỉnh về công việc chung, UBND xã Bình Minh ban hành Kế hoạch tuyên truyền năm 2026 như sau:",
            document.Body[0].Text);
        var printed = document.Body.Select(block => block.Printed()).ToList();
        Assert.Contains("- Tin, bài (chỉ tiêu: 48 tin, phiếu tốt từ 90% phiếu thu; đơn vị thực hiện: Văn phòng; hoàn thành trước ngày 31/10/2026);", printed);
        Assert.Contains("- Việc không chỉ tiêu.", printed);
        Assert.Contains("- Văn phòng: Tổng hợp (chỉ tiêu: hoàn thành).", printed);
        Assert.Contains("Tổng dự toán: 12.500.000 đồng.", printed);
        Assert.EndsWith("./.", document.PrintedBody().Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_TypedLines_BecomeDashesWithTheirMarks()
    {
        var document = PlanDocumentBuilder.Build(Source(), withAppendix: false);

        var last = document.Body.SkipWhile(block => block.Text != "TỔ CHỨC THỰC HIỆN").Skip(1).Select(block => block.Printed());
        Assert.Equal(["Các đơn vị cùng làm.", "- Văn phòng theo dõi;", "+ Hằng tháng;", "- Các thôn phối hợp."], last);
    }

    [Fact]
    public void Build_EmptyParts_AreLeftOutAndNumbersCloseUp()
    {
        var source = Source();
        source.Plan.Purpose = source.Plan.Requirements = source.Plan.Funding = null;
        source.Items[0].BudgetDong = null;

        var document = PlanDocumentBuilder.Build(source, withAppendix: true);

        Assert.Equal(
            ["I. NỘI DUNG THỰC HIỆN", "II. TỔ CHỨC THỰC HIỆN"],
            document.Body.Where(block => block.Level == BlockLevel.Section).Select(block => block.Printed()));
        Assert.Empty(PlanDocumentBuilder.Build(source with { Items = [] }, withAppendix: true).Appendices);
    }

    [Fact]
    public void Build_Recipients_NameThoseAboveInsteadOfAsAbove()
    {
        var document = PlanDocumentBuilder.Build(Source(), withAppendix: false);

        Assert.Equal(["Sở Nội vụ (để báo cáo);", "Các thôn;", "Lưu: VT, VHXH."], document.Recipients.Select(line => line.Text));
    }

    [Theory]
    [InlineData("18/KH-UBND", 18)]
    [InlineData("07/KH-UBND", 7)]
    [InlineData("", null)]
    [InlineData("18", null)]
    [InlineData("A18/KH-UBND", null)]
    [InlineData("0/KH-UBND", null)]
    public void IssueMark_NumberOfAnyForm_IsPrintedOnlyWhenItRuns(string number, int? expected)
    {
        var plan = Source().Plan;
        plan.Number = number;

        Assert.Equal(expected, PlanDocumentBuilder.IssueMark(plan)?.Number);
        plan.IssuedOn = null;
        Assert.Null(PlanDocumentBuilder.IssueMark(plan));
    }

    [Fact]
    public async Task Build_Sample_IsAsTheDecreeAsksOnPaper()
    {
        using var samples = new SampleDatabase();
        await using var db = samples.Database.Open(Infrastructure.Given.Scope(Infrastructure.Given.User(samples.Database, samples.Agency("xa-huong-son"), "in")));
        var plan = (await new PlanDocuments(db).BuildAsync(2026, new DateOnly(2026, 11, 23), withAppendix: true, Cancellation))!;

        var rendered = new PdfDocumentRenderer().Render(plan.Document, plan.Issue);
        using var pdf = new PdfReading(rendered.Pdf);

        Set(pdf.Line("KẾ HOẠCH"), 14, bold: true);
        Set(pdf.Line("Tuyên truyền cải cách hành chính năm 2026"), 14, bold: true);
        Set(pdf.Line("I. MỤC ĐÍCH, YÊU CẦU"), 14, bold: true);
        Set(pdf.Line("1. Mục đích"), 14, bold: true);
        Assert.InRange(pdf.Line("KẾ HOẠCH").Center, 109.5, 110.5);
        Assert.Contains(pdf.Lines(1), line => line.Text.Contains("18", StringComparison.Ordinal) && Math.Abs(line.Baseline - pdf.Line("Hương Sơn, ngày").Baseline) < 0.5);
        Assert.Contains("16 tháng 01 năm 2026", pdf.Line("Hương Sơn, ngày").Text, StringComparison.Ordinal);
        var pages = Enumerable.Range(1, pdf.PageCount).ToList();
        Assert.All(pages, page => Assert.Equal((210, 297), (Math.Round(pdf.PageSize(page).Width), Math.Round(pdf.PageSize(page).Height))));
        Assert.All(pages.SelectMany(page => pdf.Lines(page).Where(line => line.Baseline > 20).Skip(page == 1 ? 6 : 0)), line =>
        {
            Assert.InRange(line.Left, 29.5, 190.5);
            Assert.InRange(line.Right, 29.5, 190.5);
            Assert.InRange(line.Baseline, 20, 277);
        });
        var text = string.Join('\n', pages.SelectMany(pdf.Lines).Select(line => line.Text));
        Assert.DoesNotContain("Kính gửi", text, StringComparison.Ordinal);
        Assert.Contains("./.", text, StringComparison.Ordinal);
        Assert.Contains("Lê Văn Mẫu", text, StringComparison.Ordinal);
        // Days stand whole in their column.
        Assert.Equal(12, pdf.Lines(pdf.Line("Phụ lục").Page).Sum(line => Occurrences(line.Text, "/2026")));
    }

    [Fact]
    public async Task Build_PlanOfAFormerCommune_KeepsTheLetterheadOfItsDate()
    {
        using var samples = new SampleDatabase();
        await using var db = samples.Database.Open(Infrastructure.Given.Scope(Infrastructure.Given.User(samples.Database, samples.Agency("son-trung"), "in")));

        var plan = (await new PlanDocuments(db).BuildAsync(2023, new DateOnly(2026, 11, 23), withAppendix: true, Cancellation))!;

        Assert.Equal("Sơn Trung", plan.Document.Letterhead.Place);
        Assert.Equal(11, plan.Issue!.Number);
        Assert.DoesNotContain(plan.Document.Body, block => block.Text.Contains('{', StringComparison.Ordinal));
        Assert.NotEmpty(new PdfDocumentRenderer().Render(plan.Document, plan.Issue).Pdf);
    }

    [Fact]
    public async Task Build_YearWithoutPlan_IsNothing()
    {
        using var samples = new SampleDatabase();
        await using var db = samples.Database.Open(Infrastructure.Given.Scope(Infrastructure.Given.User(samples.Database, samples.Agency("xa-huong-son"), "in")));

        Assert.Null(await new PlanDocuments(db).BuildAsync(2020, new DateOnly(2026, 11, 23), withAppendix: true, Cancellation));
    }

    private static void Set(FoundText text, double size, bool bold)
    {
        Assert.InRange(text.PointSize, size - 0.01, size + 0.01);
        Assert.Equal(bold, text.Font.Contains("Bold", StringComparison.Ordinal));
    }

    private static int Occurrences(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;

    private static PlanSource Source()
    {
        var office = new Department { AgencyId = 1, Name = "Văn phòng", Position = 0, ValidFrom = new DateOnly(2025, 7, 1) };
        var posts = Item(1, PlanSection.Means, "Tin, bài", office);
        posts.DueOn = new DateOnly(2026, 10, 31);
        posts.BudgetDong = 12_500_000;
        posts.Targets.Add(new PlanTarget { AgencyId = 1, Position = 0, Kind = TargetKind.Quantity, Indicator = Indicator("tin"), Value = 48 });
        posts.Targets.Add(new PlanTarget
        {
            AgencyId = 1,
            Position = 1,
            Kind = TargetKind.Ratio,
            Indicator = Indicator("phiếu tốt"),
            BaseIndicator = Indicator("phiếu thu"),
            Value = 90,
        });
        var own = Item(3, PlanSection.Department, "Tổng hợp", office);
        own.Targets.Add(new PlanTarget { AgencyId = 1, Position = 0, Kind = TargetKind.Completion });
        var profile = new AgencyProfile
        {
            AgencyId = 1,
            ValidFrom = new DateOnly(2025, 7, 1),
            FullName = "Ủy ban nhân dân xã Bình Minh",
            ShortName = "UBND xã Bình Minh",
            LaterName = "UBND xã",
            LetterheadLines = "ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH",
            AuthorityName = "ỦY BAN NHÂN DÂN",
            PlaceName = "Bình Minh",
            SymbolCode = "UBND",
            ArchiveLine = "VT, VHXH",
            SuperiorName = "tỉnh",
            OneStopName = "Trung tâm",
        };
        profile.Recipients.AddRange(
        [
            new AgencyRecipient { AgencyId = 1, Kind = RecipientKind.Addressee, Position = 0, PrintedText = "Sở Nội vụ" },
            new AgencyRecipient { AgencyId = 1, Kind = RecipientKind.Copy, Position = 0, PrintedText = "Như trên" },
            new AgencyRecipient { AgencyId = 1, Kind = RecipientKind.Copy, Position = 1, PrintedText = "Các thôn" },
        ]);
        return new PlanSource
        {
            Plan = new Plan
            {
                AgencyId = 1,
                Year = 2026,
                Number = "18/KH-UBND",
                IssuedOn = new DateOnly(2026, 1, 16),
                Subject = "tuyên truyền năm 2026",
                Purpose = "Để ai cũng biết.",
                Requirements = "Ngắn gọn",
                Funding = "Ngân sách xã",
                Implementation = "Các đơn vị cùng làm\n- Văn phòng theo dõi\n+ Hằng tháng\n- Các thôn phối hợp",
            },
            Items = [posts, Item(2, PlanSection.Means, "Việc không chỉ tiêu", null), own],
            Profile = profile,
            Signer = new Signer
            {
                AgencyId = 1,
                ValidFrom = new DateOnly(2025, 7, 1),
                FullName = "Trần Thị Mẫu",
                Post = "CHỦ TỊCH",
                Capacity = SigningCapacity.OnBehalf,
            },
            Bases =
            [
                new ReferenceDocument
                {
                    AgencyId = 1, Year = 2026, Kind = "Kế hoạch", Number = "3/KH-UBND", IssuedOn = new DateOnly(2026, 1, 5), Issuer = "UBND tỉnh", Subject = "công việc chung",
                },
            ],
        };
    }

    private static PlanItem Item(long id, PlanSection section, string title, Department? unit) => new()
    {
        Id = id,
        AgencyId = 1,
        PlanId = 1,
        Section = section,
        Position = 0,
        Title = title,
        Department = unit,
    };

    private static Indicator Indicator(string unit) => new() { Code = unit, Name = unit, Unit = unit, Position = 0, ValidFrom = new DateOnly(2020, 1, 1) };
}

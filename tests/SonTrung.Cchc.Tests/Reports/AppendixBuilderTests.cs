using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Html;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Documents.Word;
using SonTrung.Cchc.Tests.Documents;
using SonTrung.Cchc.Tests.Documents.Word;

namespace SonTrung.Cchc.Tests.Reports;

/// <summary>The appendices of the sample reports, and what becomes of them in each format.</summary>
public sealed partial class AppendixBuilderTests
{
    [Fact]
    public async Task Build_Sample2026_HasOneRowPerPlanLineWithSumsAndEvidence()
    {
        using var samples = new SampleDatabase();
        var source = await SourceAsync(samples, hasPlan: true, hasActivities: false);

        var table = Assert.Single(AppendixBuilder.Build(source));

        Assert.Equal(("Phụ lục", "KẾT QUẢ TỪNG NHIỆM VỤ CỦA KẾ HOẠCH NĂM 2026"), (table.Label, table.Title));
        Assert.Equal(["TT", "Nhiệm vụ", "Đơn vị thực hiện", "Chỉ tiêu", "Kết quả", "Tỷ lệ (%)", "Tài liệu kiểm chứng"], table.Columns.Select(column => column.Heading));
        Assert.Equal(12, table.Rows.Count);
        Assert.Equal(Enumerable.Range(1, 12).Select(i => $"{i}"), table.Rows.Select(row => row[0]));
        var broadcast = Row(table, "Chuyên mục trên truyền thanh cơ sở");
        Assert.Equal(["Phòng Văn hóa - Xã hội", "24 chuyên mục; 130 lượt phát", "22 chuyên mục; 132 lượt phát", "91,7; 101,5"], broadcast.Skip(2).Take(4));
        Assert.Equal("1 cuộc; 412 lượt thi", Row(table, "Thi trực tuyến tìm hiểu CCHC")[4][.."1 cuộc; 412 lượt thi".Length]);
        Assert.Equal("100; 82,4", Row(table, "Thi trực tuyến tìm hiểu CCHC")[5]);
        Assert.Equal("300 phiếu phát ra; từ 90% phiếu hài lòng", Row(table, "Khảo sát sự hài lòng")[3]);
        Assert.Contains("288 phiếu thu về; 271 phiếu hài lòng (94,1%)", Row(table, "Khảo sát sự hài lòng")[4], StringComparison.Ordinal);
        Assert.Contains("3 văn bản", Row(table, "Ban hành kế hoạch, văn bản triển khai")[6], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_BothAsked_NumbersThemAndListsEveryActivity()
    {
        using var samples = new SampleDatabase();
        var source = await SourceAsync(samples, hasPlan: true, hasActivities: true);

        var tables = AppendixBuilder.Build(source);

        Assert.Equal(["Phụ lục I", "Phụ lục II"], tables.Select(table => table.Label));
        Assert.Equal(source.Activities.Count, tables[1].Rows.Count);
        var days = source.Activities.OrderBy(activity => activity.StartsOn).Select(activity => activity.StartsOn.ToString("dd/MM", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(days, tables[1].Rows.Select(row => row[1][..5]));
        Assert.Contains("03/01 - 31/01/2026", tables[1].Rows.Select(row => row[1]));
        Assert.All(tables, table => Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count)));
    }

    [Fact]
    public async Task Build_LineWithoutWork_GivesItsReason()
    {
        using var samples = new SampleDatabase();
        var source = await SourceAsync(samples, hasPlan: true, hasActivities: false);
        var item = source.PlanItems[0];
        source = source with { Activities = source.Activities.Where(activity => activity.PlanItemId != item.Id).ToList() };

        Assert.Equal(("Chưa thực hiện", "0"), (Row(source, item.Title)[4], Row(source, item.Title)[5]));
        item.ReasonNotDone = "thiếu kinh phí";
        Assert.Equal("Chưa thực hiện, lý do: thiếu kinh phí", Row(source, item.Title)[4]);
    }

    [Fact]
    public async Task Build_NothingAskedOrNothingThere_GivesNone()
    {
        using var samples = new SampleDatabase();
        var source = await SourceAsync(samples, hasPlan: false, hasActivities: false);

        Assert.Empty(AppendixBuilder.Build(source));
        Assert.Equal("", AppendixBuilder.Note(source));
        source = source with { HasPlanAppendix = true, HasActivityAppendix = true, PlanItems = [], Activities = [] };
        Assert.Empty(AppendixBuilder.Build(source));
        Assert.Equal("", AppendixBuilder.Note(source));
    }

    [Theory]
    [InlineData(true, false, "đạt 58,3% (Có Phụ lục kèm theo).")]
    [InlineData(false, true, "đạt 58,3% (Có Phụ lục kèm theo).")]
    [InlineData(true, true, "đạt 58,3% (Có Phụ lục I, Phụ lục II kèm theo).")]
    [InlineData(false, false, "đạt 58,3%.")]
    public async Task Compose_Appendices_ArePointedToInTheText(bool hasPlan, bool hasActivities, string end)
    {
        using var samples = new SampleDatabase();
        var source = await SourceAsync(samples, hasPlan, hasActivities);

        var lines = ReportComposer.Compose(source);

        Assert.EndsWith(end, Assert.Single(lines, line => line.Text.Contains("58,3%", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.Equal(hasPlan || hasActivities ? 1 : 0, lines.Count(line => line.Text.Contains("kèm theo)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Compose_OutlineWithoutPlaceForThePointer_PutsItIntoTheLastParagraph()
    {
        using var samples = new SampleDatabase();
        var source = await samples.SourceAsync(samples.ReportOf2023()) with { HasPlanAppendix = true };

        Assert.EndsWith("(Có Phụ lục kèm theo).", ReportComposer.Compose(source)[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_AppendicesOfTheSample_HoldTheSameTextInEveryFormat()
    {
        using var samples = new SampleDatabase();
        var document = await DocumentAsync(samples, hasActivities: true);

        var mark = new IssueMark(15, new DateOnly(2026, 12, 16));
        var pdf = PdfStructure.Paragraphs(new PdfDocumentRenderer().Render(document, mark).Pdf).Select(line => Blanks().Replace(line.Text.Trim(), " ")).ToList();
        using var word = new WordReading(OfficialDocumentWord.Write(document, mark));

        Assert.Empty(word.Errors());
        Assert.Equal(pdf, word.Paragraphs().Select(line => Blanks().Replace(line.Text, " ")));
        var html = new OfficialDocumentHtml(document).ToString();
        Assert.All(document.Appendices.SelectMany(table => table.Rows).SelectMany(row => row), cell =>
            Assert.Contains($">{System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(cell)}</td>", html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Create_NewReport_TakesThePlanAppendixOverFromItsOutline()
    {
        using var samples = new SampleDatabase();
        var report = await samples.CreateAsync("xa-huong-son", 2026);

        await using var db = samples.Database.Open();
        var row = await db.AnnualReports.SingleAsync(row => row.Id == report, TestContext.Current.CancellationToken);
        Assert.Equal((true, false), (row.HasPlanAppendix, row.HasActivityAppendix));
        Assert.False(await db.AnnualReports.Where(other => other.Year == 2023).Select(other => other.HasPlanAppendix).SingleAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex(@"[ \u00A0]+")]
    private static partial Regex Blanks();

    private static IReadOnlyList<string> Row(Appendix table, string task) => Assert.Single(table.Rows, row => row[1] == task);

    private static IReadOnlyList<string> Row(ReportSource source, string task) => Row(AppendixBuilder.Build(source)[0], task);

    private static async Task<OfficialDocument> DocumentAsync(SampleDatabase samples, bool hasActivities)
    {
        var report = await samples.CreateAsync("xa-huong-son", 2026);
        await samples.ChangeAsync(db => db.AnnualReports.Single(row => row.Id == report).HasActivityAppendix = hasActivities);
        return await samples.DocumentAsync(report);
    }

    private static async Task<ReportSource> SourceAsync(SampleDatabase samples, bool hasPlan, bool hasActivities)
    {
        var report = await samples.CreateAsync("xa-huong-son", 2026);
        await samples.ChangeAsync(db =>
        {
            var row = db.AnnualReports.Single(row => row.Id == report);
            (row.HasPlanAppendix, row.HasActivityAppendix) = (hasPlan, hasActivities);
        });
        return await samples.SourceAsync(report);
    }
}

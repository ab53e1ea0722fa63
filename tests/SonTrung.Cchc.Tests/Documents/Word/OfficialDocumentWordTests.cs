using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Layout;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Documents.Word;
using SonTrung.Cchc.Tests.Infrastructure;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace SonTrung.Cchc.Tests.Documents.Word;

/// <summary>The Word file, read back with the SDK and, where it is installed, with LibreOffice.</summary>
public sealed partial class OfficialDocumentWordTests
{
    private static readonly IssueMark Mark = new(7, new DateOnly(2026, 2, 5));

    [Theory]
    [MemberData(nameof(HostileDocuments.Names), MemberType = typeof(HostileDocuments))]
    public void Write_AnyDocument_IsValidAndHoldsTheTextOfThePdf(string name)
    {
        var document = HostileDocuments.Get(name);

        using var word = new WordReading(OfficialDocumentWord.Write(document, Mark));

        Assert.Empty(word.Errors());
        var pdf = PdfStructure.Paragraphs(new PdfDocumentRenderer().Render(document, Mark).Pdf);
        Assert.Equal(pdf.Select(Comparable), word.Paragraphs().Select(Comparable));
    }

    [Fact]
    public void Write_WithoutNumberAndDate_LeavesTheirPlacesBlank()
    {
        using var word = new WordReading(OfficialDocumentWord.Write(OfficialDocumentBuilder.Report()));

        Assert.Matches("^Số: \u00A0+/BC-UBND$", word.Paragraph("Số:").InnerText);
        Assert.Matches("^Bình Minh, ngày \u00A0+ tháng \u00A0+ năm \u00A0+$", word.Paragraph("Bình Minh, ngày").InnerText);
    }

    [Fact]
    public void Write_WithNumberAndDate_PrintsThemAsTheDecreeAsks()
    {
        using var word = new WordReading(OfficialDocumentWord.Write(OfficialDocumentBuilder.Report(), Mark));

        Assert.Equal("Số: 07/BC-UBND", word.Paragraph("Số:").InnerText);
        Assert.Equal("Bình Minh, ngày 05 tháng 02 năm 2026", word.Paragraph("Bình Minh, ngày").InnerText);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        var document = OfficialDocumentBuilder.Report(appendixRows: 5) with { VerificationUrl = "https://example.vn/xac-thuc/ABC" };

        var files = Enumerable.Range(0, 4).AsParallel().Select(_ => OfficialDocumentWord.Write(document, Mark)).ToList();

        Assert.All(files, file => Assert.Equal(files[0], file));
        using var package = new ZipArchive(new MemoryStream(files[0]));
        Assert.All(package.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    [Fact]
    public void Write_Styles_ShowVietnameseNamesOnTheFiguresOfTheProfile()
    {
        var profile = LayoutProfile.Nd30Of2020;
        using var word = new WordReading(OfficialDocumentWord.Write(OfficialDocumentBuilder.Report(appendixRows: 2)));

        Set("Quốc hiệu", 13, bold: true);
        Set("Tiêu ngữ", 14, bold: true);
        Set("Cơ quan ban hành", 13, bold: true);
        Set("Số và ký hiệu", 13);
        Set("Địa danh và thời gian", 14, italic: true);
        Set("Tên loại văn bản", 14, bold: true);
        Set("Trích yếu", 14, bold: true);
        Set("Mục", 14, bold: true);
        Set("Khoản có tiêu đề", 14, bold: true);
        Set("Gạch đầu dòng", 14);
        Set("Nơi nhận", 12, bold: true, italic: true);
        Set("Dòng nơi nhận", 11);
        Set("Quyền hạn và chức vụ", 14, bold: true);
        Set("Đầu cột", 13, bold: true);
        var dash = word.Style("Gạch đầu dòng");
        Assert.Equal("720", word.Inherited<Indentation>(dash)!.FirstLine);
        Assert.Equal(JustificationValues.Both, word.Inherited<Justification>(dash)!.Val!.Value);
        Assert.Equal($"{profile.ParagraphSpacing * 20}", word.Inherited<SpacingBetweenLines>(dash)!.Before);
        Assert.Equal("276", word.Inherited<SpacingBetweenLines>(dash)!.Line);

        void Set(string name, double size, bool bold = false, bool italic = false)
        {
            var style = word.Style(name);
            Assert.Equal($"{size * 2}", word.Inherited<FontSize>(style)!.Val);
            Assert.Equal(bold, word.Inherited<Bold>(style) is not null);
            Assert.Equal(italic, word.Inherited<Italic>(style) is not null);
        }
    }

    [Fact]
    public void Write_Paragraphs_AreFormattedByTheirStylesAlone()
    {
        using var word = new WordReading(OfficialDocumentWord.Write(OfficialDocumentBuilder.Report(paragraphs: 30, appendixRows: 5), Mark));

        Assert.Empty(word.Body.Descendants<RunProperties>());
        var allowed = new[] { "pStyle", "keepNext", "sectPr" };
        Assert.All(word.Body.Descendants<ParagraphProperties>(), layout => Assert.All(layout.ChildElements, part => Assert.Contains(part.LocalName, allowed)));
        Assert.DoesNotContain(word.Body.Descendants(), part => part.LocalName is "txbxContent" or "pict" or "anchor");
        Assert.Equal(["Mục"], Names("I. KẾT QUẢ"));
        Assert.Equal(["Khoản có tiêu đề"], Names("1. Công tác"));

        IEnumerable<string> Names(string start) => [word.StyleOf(word.Paragraph(start)).StyleName!.Val!.Value!];
    }

    [Fact]
    public void Write_Headings_AreKnownToTheNavigationPane()
    {
        using var word = new WordReading(OfficialDocumentWord.Write(OfficialDocumentBuilder.Report(appendixRows: 2)));

        Assert.Equal("Heading1", word.Style("Mục").BasedOn!.Val);
        Assert.Equal("Heading2", word.Style("Khoản có tiêu đề").BasedOn!.Val);
        Assert.Equal("Heading1", word.Style("Phụ lục").BasedOn!.Val);
        Assert.Equal([0, 1], new[] { "heading 1", "heading 2" }.Select(name => word.Inherited<OutlineLevel>(word.Style(name))!.Val!.Value));
    }

    [Fact]
    public void Write_Page_HasTheMarginsAndNumbersOfTheDecree()
    {
        using var word = new WordReading(OfficialDocumentWord.Write(OfficialDocumentBuilder.Report(appendixRows: 2)));

        var sections = word.Body.Descendants<SectionProperties>().ToList();
        Assert.Equal(2, sections.Count);
        Assert.All(sections, section =>
        {
            Assert.Equal((11906u, 16838u), (section.GetFirstChild<PageSize>()!.Width!.Value, section.GetFirstChild<PageSize>()!.Height!.Value));
            var margin = section.GetFirstChild<PageMargin>()!;
            Assert.Equal((1134, 1134, 1701u, 1134u), (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value));
            Assert.NotNull(section.GetFirstChild<TitlePage>());
            Assert.Equal(1, section.GetFirstChild<PageNumberType>()!.Start!.Value);
        });
        var header = Assert.Single(word.Main.HeaderParts).Header!;
        Assert.Equal("PAGE", Assert.Single(header.Descendants<SimpleField>()).Instruction!.Value!.Trim());
        Assert.Equal("Số trang", word.StyleOf(header.GetFirstChild<Paragraph>()!).StyleName!.Val);
        Assert.Equal(JustificationValues.Center, word.Inherited<Justification>(word.Style("Số trang"))!.Val!.Value);
    }

    [Fact]
    public void Write_Rules_HaveTheLengthsOfTheDecree()
    {
        var profile = LayoutProfile.Nd30Of2020;
        using var word = new WordReading(OfficialDocumentWord.Write(OfficialDocumentBuilder.Report()));

        var width = profile.TextWidth + (2 * profile.LetterheadOverhang);
        var motto = profile.MottoLine.Width("Độc lập - Tự do - Hạnh phúc");
        var agency = profile.Agency.Width("XÃ BÌNH MINH");
        var subject = profile.Title.Width("và nhiệm vụ trọng tâm năm 2026");
        Assert.Equal(motto, Length("Đường kẻ dưới tiêu ngữ", width * 0.6), 0);
        Assert.InRange(Length("Đường kẻ dưới tên cơ quan", width * 0.4), agency / 3, agency / 2);
        Assert.InRange(Length("Đường kẻ dưới trích yếu", profile.TextWidth), subject / 3, subject / 2);

        double Length(string style, double room)
        {
            var indent = word.Style(style).Descendants<Indentation>().Single();
            Assert.Equal(indent.Left!.Value, indent.Right!.Value);
            return room - (2 * int.Parse(indent.Left.Value!, System.Globalization.CultureInfo.InvariantCulture) / 20.0);
        }
    }

    [Fact]
    public void Write_Foot_IsATableThatNeverSplitsNorStandsAlone()
    {
        using var word = new WordReading(OfficialDocumentWord.Write(OfficialDocumentBuilder.Report()));

        var foot = word.Body.Elements<Table>().Last();
        Assert.NotNull(Assert.Single(foot.Elements<TableRow>()).TableRowProperties!.GetFirstChild<CantSplit>());
        Assert.NotNull(foot.PreviousSibling<Paragraph>()!.ParagraphProperties!.KeepNext);
        Assert.Equal(
            $"{LayoutProfile.Nd30Of2020.SealDiameter * 20:0}",
            word.Inherited<SpacingBetweenLines>(word.Style("Chỗ ký"))!.Line);
    }

    [Fact]
    public void Write_Appendix_RepeatsItsHeadRowAndKeepsRowsWhole()
    {
        using var word = new WordReading(OfficialDocumentWord.Write(OfficialDocumentBuilder.Report(appendixRows: 9)));

        var rows = word.Body.Elements<Table>().Last().Elements<TableRow>().ToList();
        Assert.Equal(10, rows.Count);
        Assert.All(rows, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>()));
        Assert.Equal([rows[0]], rows.Where(row => row.TableRowProperties!.GetFirstChild<TableHeader>() is not null));
    }

    [Fact]
    public void Write_AppendixHead_NamesTheIssuerAboveAShortRule()
    {
        var profile = LayoutProfile.Nd30Of2020;
        using var word = new WordReading(OfficialDocumentWord.Write(OfficialDocumentBuilder.Report(appendixRows: 2)));

        var reference = word.Paragraph("(Kèm theo Báo cáo số");
        Assert.EndsWith("của Ủy ban nhân dân xã Bình Minh)", reference.InnerText, StringComparison.Ordinal);
        Assert.Single(reference.Descendants<Break>());
        var rule = word.StyleOf(reference.NextSibling<Paragraph>()!);
        Assert.Equal("Đường kẻ dưới chỉ dẫn", rule.StyleName!.Val);
        Assert.NotNull(word.Inherited<TopBorder>(rule));
        var length = profile.TextWidth - (2 * double.Parse(word.Inherited<Indentation>(rule)!.Left!, CultureInfo.InvariantCulture) / 20);
        var issuer = profile.AppendixReference.Width("của Ủy ban nhân dân xã Bình Minh)");
        Assert.InRange(length, issuer / 3, issuer / 2);
        Assert.Empty(word.Errors());
    }

    [Fact]
    public void Write_AppendixOfAnIssuedDocument_NamesItsNumberAndDate()
    {
        using var word = new WordReading(OfficialDocumentWord.Write(OfficialDocumentBuilder.Report(appendixRows: 2), Mark));
        using var draft = new WordReading(OfficialDocumentWord.Write(OfficialDocumentBuilder.Report(appendixRows: 2)));

        Assert.StartsWith("(Kèm theo Báo cáo số 07/BC-UBND ngày 05 tháng 02 năm 2026", word.Paragraph("(Kèm theo Báo cáo số").InnerText.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("2026", draft.Paragraph("(Kèm theo Báo cáo số").InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Properties_NameTitleAuthorAndTheDateOfIssueOnly()
    {
        var document = OfficialDocumentBuilder.Report();

        var (blank, issued) = (Properties(OfficialDocumentWord.Write(document)), Properties(OfficialDocumentWord.Write(document, Mark)));

        Assert.Equal(
            "BÁO CÁO Kết quả tuyên truyền cải cách hành chính năm 2025 và nhiệm vụ trọng tâm năm 2026|ỦY BAN NHÂN DÂN XÃ BÌNH MINH|vi-VN",
            string.Join('|', blank.Elements().Select(part => part.Value)));
        Assert.Equal(["2026-02-05T00:00:00Z", "2026-02-05T00:00:00Z"], issued.Elements().Skip(3).Select(part => part.Value));
        using var word = new WordReading(OfficialDocumentWord.Write(document));
        Assert.Equal("vi-VN", word.Main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val);
        Assert.Equal("Times New Roman", word.Main.StyleDefinitionsPart.Styles.DocDefaults.Descendants<RunFonts>().Single().Ascii);

        static XElement Properties(byte[] file)
        {
            using var word = new WordReading(file);
            using var stream = word.Package.CoreFilePropertiesPart!.GetStream(FileMode.Open, FileAccess.Read);
            return XElement.Load(stream);
        }
    }

    [Fact]
    public void Write_VerificationUrl_PutsItsCodeBelowTheRecipients()
    {
        using var word = new WordReading(OfficialDocumentWord.Write(OfficialDocumentBuilder.Report() with { VerificationUrl = "https://example.vn/xac-thuc/ABC" }));

        Assert.Empty(word.Errors());
        var picture = Assert.Single(word.Body.Descendants<Drawing>());
        Assert.Contains("https://example.vn/xac-thuc/ABC", picture.Inline!.DocProperties!.Description!.Value, StringComparison.Ordinal);
        Assert.Equal("- Lưu: VT, VHXH.", picture.Ancestors<Paragraph>().Single().PreviousSibling<Paragraph>()!.InnerText);
        Assert.Single(word.Main.ImageParts);
    }

    [Fact]
    public void Write_CharacterWithoutGlyph_IsRefusedAsInThePdf() =>
        Assert.Throws<UnprintableTextException>(() => OfficialDocumentWord.Write(OfficialDocumentBuilder.Report() with { Kind = "BÁO CÁO 漢" }));

    [Fact]
    public void Write_OpenedInLibreOffice_TakesThePagesAndWordsOfThePdf()
    {
        Assert.SkipUnless(LibreOffice.IsInstalled, LibreOffice.WhyNot);
        var documents = HostileDocuments.Names.Select(row => row.Data).ToDictionary(name => name, HostileDocuments.Get);

        var converted = LibreOffice.ToPdf(documents.ToDictionary(row => row.Key, row => OfficialDocumentWord.Write(row.Value, Mark)));

        Assert.All(documents, row =>
        {
            var rendered = new PdfDocumentRenderer().Render(row.Value, Mark);
            using var reading = new PdfReading(converted[row.Key]);
            // A row taller than a page is cut where the program likes, and so the head row may come once less.
            var isCut = row.Key == HostileDocuments.TallerThanAPage;
            Assert.InRange(reading.PageCount, rendered.PageCount - (isCut ? 1 : 0), rendered.PageCount);
            var (expected, actual) = (Words(rendered.Pdf), Words(converted[row.Key]));
            Assert.Equal(isCut ? expected.Distinct() : expected, isCut ? actual.Distinct() : actual);
        });
    }

    private static (string Rank, string Text) Comparable((string Rank, string Text) line) =>
        (line.Rank is "H1" or "H2" or "H3" ? line.Rank : "P", Spaces().Replace(line.Text, " ").Trim());

    /// <summary>Every printed word without page numbers, whatever line or column it stands in; Word may break a line after the hyphen of a symbol.</summary>
    private static List<string> Words(byte[] pdf) =>
    [
        .. SymbolBreak().Replace(PageNumber().Replace(ExternalTool.Run("poppler-utils", "pdftotext", pdf, "-raw", "-enc", "UTF-8", "{}", "-"), ""), "-")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"\f\d+\n")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"(?<=\p{L})-\n(?=\p{L})")]
    private static partial Regex SymbolBreak();

    [GeneratedRegex(@"[\s\u00A0]+")]
    private static partial Regex Spaces();
}

using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Documents.Pdf;

/// <summary>The rules of PDF/A-2a that the engine claims, each read back by a tool that others wrote.</summary>
public sealed partial class PdfDocumentRendererTests
{
    private static readonly OfficialDocument Document = OfficialDocumentBuilder.Report(paragraphs: 30, appendixRows: 36) with
    {
        VerificationUrl = "https://example.vn/xac-thuc/7F3K9Q2M",
    };

    private static readonly byte[] Pdf = new PdfDocumentRenderer().Render(Document, new IssueMark(15, new DateOnly(2025, 12, 16))).Pdf;

    // The whole file with its objects unpacked.
    private static readonly Lazy<string> Unpacked = new(() =>
        ExternalTool.Run("qpdf", "qpdf", Pdf, "--qdf", "--object-streams=disable", "{}", "-"));

    // The tool prints a paragraph that runs over two pages in two pieces.
    private static readonly Lazy<string> StructureText = new(() => string.Join('\n', ExternalTool
        .Run("poppler-utils", "pdfinfo", Pdf, "-struct-text", "{}")
        .Split('\n')
        .Select(line => line.Trim()))
        .Replace(" \"\n\"", " ", StringComparison.Ordinal));

    [Fact]
    public void Render_File_HasNoSyntaxError() =>
        Assert.Contains("No syntax or stream encoding errors", ExternalTool.Run("qpdf", "qpdf", Pdf, "--check", "{}"), StringComparison.Ordinal);

    [Fact]
    public void Render_Fonts_AreEmbeddedSubsetsThatReadBack()
    {
        var fonts = ExternalTool.Run("poppler-utils", "pdffonts", Pdf, "{}").Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

        Assert.Equal(4, fonts.Length);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+LiberationSerif\S*\s+CID TrueType\s+Identity-H\s+yes yes yes", font));
    }

    [Fact]
    public void Render_Structure_GivesEachParagraphItsRank()
    {
        var tree = StructureText.Value;

        Assert.Contains("H1 (block)\n\"BÁO CÁO\"", tree, StringComparison.Ordinal);
        Assert.Contains("H2 (block)\n\"I. KẾT QUẢ ĐẠT ĐƯỢC\"", tree, StringComparison.Ordinal);
        Assert.Contains("H3 (block)\n\"1. Công tác chỉ đạo\"", tree, StringComparison.Ordinal);
        foreach (var block in Document.PrintedBody())
        {
            Assert.Contains($"\"{block.Printed()}\"", tree, StringComparison.Ordinal);
        }

        Assert.Equal(4, Regex.Count(tree, "TH:\n/Scope /Column"));
        Assert.Equal(37, Regex.Count(tree, @"^TR$", RegexOptions.Multiline));
        Assert.Equal(144, Regex.Count(tree, @"^TD$", RegexOptions.Multiline));
    }

    [Fact]
    public void Render_PlusBelowADash_IsAListInsideItsItem() => Assert.Matches(
        "\"- Mục 5 có các việc kèm theo\"\nL \\(block\\):\n/ListNumbering /None\nLI \\(block\\)\nLBody \\(block\\)\n\"\\+ Việc kèm 6",
        StructureText.Value);

    [Fact]
    public void Render_PageNumbersAndRepeatedHeads_AreNoPartOfTheText()
    {
        var tree = StructureText.Value;

        Assert.Equal(1, Regex.Count(tree, "\"Chỉ tiêu\""));
        Assert.DoesNotMatch("P \\(block\\)\n\"2\"", tree);
    }

    [Fact]
    public void Render_EveryPageContent_IsMarked()
    {
        var file = Unpacked.Value;

        foreach (Match content in ContentStreams().Matches(file))
        {
            var depth = 0;
            foreach (var line in content.Value.Split('\n'))
            {
                depth += line.EndsWith("BDC", StringComparison.Ordinal) ? 1 : line == "EMC" ? -1 : 0;
                Assert.InRange(depth, 0, 1);
                var shows = line.EndsWith("TJ ET", StringComparison.Ordinal) || line.EndsWith(" S", StringComparison.Ordinal);
                Assert.True(!shows || depth == 1, line);
            }
        }
    }

    [Fact]
    public void Render_Metadata_SaysTheSameTwice()
    {
        var info = ExternalTool.Run("poppler-utils", "pdfinfo", Pdf, "{}");
        var xmp = XDocument.Parse(ExternalTool.Run("poppler-utils", "pdfinfo", Pdf, "-meta", "{}").Trim());
        string Xmp(string name) => Assert.Single(xmp.Descendants(), element => element.Name.LocalName == name).Value.Trim();

        Assert.Equal("BÁO CÁO Kết quả tuyên truyền cải cách hành chính năm 2025 và nhiệm vụ trọng tâm năm 2026", Xmp("title"));
        Assert.Equal("ỦY BAN NHÂN DÂN XÃ BÌNH MINH", Xmp("creator"));
        Assert.Equal("2", Xmp("part"));
        Assert.Equal("A", Xmp("conformance"));
        Assert.Matches($"Title: +{Regex.Escape(Xmp("title"))}\n", info);
        Assert.Matches($"Author: +{Regex.Escape(Xmp("creator"))}\n", info);
        Assert.Matches($"Producer: +{Regex.Escape(Xmp("Producer"))}\n", info);
        Assert.Matches($"Creator: +{Regex.Escape(Xmp("CreatorTool"))}\n", info);
        Assert.Matches("Tagged: +yes", info);
        Assert.Matches("Encrypted: +no", info);
    }

    [Fact]
    public void Render_Catalog_NamesLanguageMarksAndOutputIntent()
    {
        var file = Unpacked.Value;

        Assert.Contains("/Lang (vi-VN)", file, StringComparison.Ordinal);
        Assert.Matches(@"/MarkInfo <<\s*/Marked true\s*>>", file);
        Assert.Contains("/S /GTS_PDFA1", file, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", file, StringComparison.Ordinal);
        Assert.DoesNotContain("/JavaScript", file, StringComparison.Ordinal);
        Assert.Matches(@"/ID\[<([0-9A-F]{32})><\1>\]", Encoding.Latin1.GetString(Pdf));
    }

    [Fact]
    public void Render_VerificationUrl_IsAFigureWithWordsForThoseWhoCannotSeeIt()
    {
        Assert.Contains("Figure:\n/Placement /Block\n/BBox [", StructureText.Value, StringComparison.Ordinal);
        var spoken = "Mã QR để xác thực văn bản: https://example.vn/xac-thuc/7F3K9Q2M";
        Assert.Contains(Convert.ToHexStringLower(Encoding.BigEndianUnicode.GetBytes(spoken)), Unpacked.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_VerificationUrl_DrawsTheCodeOfTheAddressAndTheAddressBesideIt()
    {
        const int dpi = 300;
        var rendered = new PdfDocumentRenderer().Render(Document);
        var place = rendered.Anchors.Single(anchor => anchor.Kind == AnchorKind.VerificationCode);
        var picture = Path.Combine(Path.GetTempPath(), $"cchc-{Guid.NewGuid():N}");
        ExternalTool.Run("poppler-utils", "pdftoppm", rendered.Pdf, "-r", $"{dpi}", "-f", $"{place.Page}", "-l", $"{place.Page}", "-png", "-singlefile", "{}", picture);
        using var page = SkiaSharp.SKBitmap.Decode(picture + ".png");
        File.Delete(picture + ".png");

        // The modules are read from the middle of their squares on the printed page.
        var modules = SonTrung.Cchc.Documents.Layout.VerificationCode.Modules(Document.VerificationUrl!);
        var (size, scale) = (place.Width / modules.Count, dpi / 72.0);
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                var x = (int)((place.X + ((column + 0.5) * size)) * scale);
                var y = (int)(page.Height - ((place.Y + place.Height - ((row + 0.5) * size)) * scale));
                Assert.Equal(modules[row][column], page.GetPixel(x, y).Red < 128);
            }
        }

        using var pdf = new PdfReading(rendered.Pdf);
        const double columns = 148;
        var address = pdf.Letters(place.Page).Where(letter => letter.Left > place.X + place.Width && letter.Right < place.X + columns
            && letter.Bottom > place.Y && letter.Top < place.Y + place.Height + 1);
        Assert.Equal(Document.VerificationUrl!.Length, address.Count());
    }

    [Fact]
    public void Render_WithoutVerificationUrl_KeepsTheBoxEmptyAndTheRestInPlace()
    {
        var renderer = new PdfDocumentRenderer();

        Assert.Equal(renderer.Render(Document).Anchors, renderer.Render(Document with { VerificationUrl = null }).Anchors);
    }

    [Fact]
    public void Render_AnotherMark_ChangesTheIdentifier()
    {
        var renderer = new PdfDocumentRenderer();

        Assert.NotEqual(renderer.Render(Document).Pdf, renderer.Render(Document, new IssueMark(1, new DateOnly(2025, 12, 16))).Pdf);
    }

    [Fact]
    public void Render_RowWithAMissingCell_IsRefused()
    {
        var appendix = Document.Appendices[0] with { Rows = [["1", "Nhiệm vụ"]] };

        Assert.Throws<ArgumentException>(() => new PdfDocumentRenderer().Render(Document with { Appendices = [appendix] }));
    }

    [Fact]
    public void Render_LoneSurrogate_IsRefusedAsUnprintable() =>
        Assert.Throws<UnprintableTextException>(() => new PdfDocumentRenderer().Render(Document with { Kind = "BÁO CÁO \uD83D" }));

    [GeneratedRegex(@"stream\n/Artifact.*?endstream|stream\n/P<<.*?endstream", RegexOptions.Singleline)]
    private static partial Regex ContentStreams();
}

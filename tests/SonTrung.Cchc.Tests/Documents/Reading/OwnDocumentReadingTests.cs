using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Documents.Reading;
using SonTrung.Cchc.Documents.Word;
using SonTrung.Cchc.Tests.Reports;
using UglyToad.PdfPig;

namespace SonTrung.Cchc.Tests.Documents.Reading;

/// <summary>The portal's own files read back: every block with its part, mark and text.</summary>
public sealed class OwnDocumentReadingTests
{
    public static TheoryData<string> Documents => ["short", "one addressee", "long", "superior", "no foot list"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Read_OwnPdf_GivesTheSameDocument(string name)
    {
        var document = Get(name);
        var pdf = new PdfDocumentRenderer().Render(document, Issue).Pdf;

        Assert.Equal(Blocks(ReadDocument.Of(document, Issue)), Read(pdf));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Read_OwnPdfByItsPagesAlone_GivesTheSameDocument(string name)
    {
        var document = Get(name);
        using var pdf = PdfDocument.Open(new PdfDocumentRenderer().Render(document, Issue).Pdf);

        var lines = PdfPageText.Read([.. pdf.GetPages()], new ReadingBudget(DocumentFileReader.MaxTime));

        Assert.Equal(Blocks(ReadDocument.Of(document, Issue)), Blocks(DocumentRecognizer.Recognize(lines).Document));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Read_OwnWordFile_GivesTheSameDocument(string name)
    {
        var document = Get(name);
        var word = OfficialDocumentWord.Write(document, Issue);

        Assert.Equal(Blocks(ReadDocument.Of(document, Issue)), Read(word));
    }

    [Fact]
    public async Task Read_TheReportOf2023_GivesTheGoldenText()
    {
        using var samples = new SampleDatabase();
        var document = await samples.DocumentAsync(samples.ReportOf2023());
        var expected = Blocks(ReadDocument.Of(document));

        Assert.Equal(expected, Read(new PdfDocumentRenderer().Render(document).Pdf));
        Assert.Equal(expected, Read(OfficialDocumentWord.Write(document)));
    }

    [Fact]
    public void Read_Appendices_KeepEveryCell()
    {
        var document = OfficialDocumentBuilder.Report(paragraphs: 3, appendixRows: 40);
        var cells = document.Appendices.SelectMany(appendix => appendix.Rows).SelectMany(row => row).ToList();

        foreach (var file in new[] { new PdfDocumentRenderer().Render(document).Pdf, OfficialDocumentWord.Write(document) })
        {
            var appendix = DocumentRecognizer.Recognize(DocumentFileReader.Read(file).Lines).Document.Blocks.SkipWhile(block => block.Part != DocumentPart.Appendix).ToList();

            Assert.All(appendix, block => Assert.Equal(DocumentPart.Appendix, block.Part));
            Assert.Contains("1 | Nhiệm vụ 1 | Văn phòng | 7", appendix.Select(block => block.Text));
            Assert.All(cells, cell => Assert.Contains(appendix, block => block.Text.Contains(cell, StringComparison.Ordinal)));
        }
    }

    private static readonly IssueMark Issue = new(7, new DateOnly(2026, 1, 5));

    private static OfficialDocument Get(string name) => name switch
    {
        "short" => OfficialDocumentBuilder.Report(paragraphs: 4),
        "one addressee" => OfficialDocumentBuilder.Report() with { Addressees = [new PrintedLine("", "Sở Nội vụ tỉnh Hà Tĩnh.")] },
        "long" => OfficialDocumentBuilder.Report(paragraphs: 40),
        "superior" => OfficialDocumentBuilder.Report(paragraphs: 4) with
        {
            Letterhead = new Letterhead { Superior = "UBND TỈNH HÀ TĨNH", Agency = ["SỞ NỘI VỤ"], Symbol = "BC-SNV", Place = "Hà Tĩnh" },
            Signature = new SignatureBlock { Authority = ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], SignerName = "Lê Thị Mẫu" },
        },
        "no foot list" => OfficialDocumentBuilder.Report(paragraphs: 4, addressees: 0, recipients: 0),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static IReadOnlyList<string> Read(byte[] file)
    {
        var reading = DocumentFileReader.Read(file);
        Assert.Null(reading.Refusal);
        return Blocks(DocumentRecognizer.Recognize(reading.Lines).Document);
    }

    /// <summary>
    /// Part, mark and text of each block. Quốc hiệu and Tiêu ngữ stand on every paper and in no document of our own; a paper without number and date has
    /// room for them.
    /// </summary>
    private static IReadOnlyList<string> Blocks(ReadDocument document) => document.Blocks
        .Where(block => block.Part is not (DocumentPart.NationalName or DocumentPart.Motto)
            && !(block.Part == DocumentPart.PlaceAndDate && !block.Text.Any(char.IsAsciiDigit)))
        .Select(block => $"{block.Part}|{block.Label}|{string.Join(' ', block.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))}").ToList();
}

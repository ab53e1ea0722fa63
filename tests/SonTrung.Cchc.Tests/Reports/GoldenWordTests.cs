using SonTrung.Cchc.Core.Reports.Official;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Documents.Word;
using SonTrung.Cchc.Tests.Documents;
using SonTrung.Cchc.Tests.Documents.Word;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Reports;

/// <summary>The samples' reports as Word files: the golden text, and the text and pages of their PDFs.</summary>
public sealed class GoldenWordTests
{
    [Fact]
    public async Task Write_Sample2023_ReadsBackAsTheGoldenText()
    {
        using var samples = new SampleDatabase();
        var document = await samples.DocumentAsync(samples.ReportOf2023());

        using var word = new WordReading(OfficialDocumentWord.Write(document));

        Assert.Empty(word.Errors());
        Assert.Equal(
            PrintedText.Golden2023().Select(line => line.Split('\t')[1]),
            word.Paragraphs().SkipWhile(line => line.Rank != "H1").Select(line => line.Text));
    }

    [Fact]
    public async Task Write_Sample2026_HoldsTheTextOfItsPdf()
    {
        using var samples = new SampleDatabase();
        var document = await samples.DocumentAsync(await samples.CreateAsync("xa-huong-son", 2026));
        var mark = new IssueMark(15, new DateOnly(2026, 12, 16));

        using var word = new WordReading(OfficialDocumentWord.Write(document, mark));

        Assert.Empty(word.Errors());
        Assert.Equal(
            PdfStructure.Paragraphs(new PdfDocumentRenderer().Render(document, mark).Pdf).Select(line => line.Text.Trim()),
            word.Paragraphs().Select(line => line.Text));
    }

    [Fact]
    public async Task Write_SamplesOpenedInLibreOffice_TakeThePagesOfTheirPdfs()
    {
        Assert.SkipUnless(LibreOffice.IsInstalled, LibreOffice.WhyNot);
        using var samples = new SampleDatabase();
        var documents = new Dictionary<string, OfficialDocument>
        {
            ["2023"] = await samples.DocumentAsync(samples.ReportOf2023()),
            ["2026"] = await samples.DocumentAsync(await samples.CreateAsync("xa-huong-son", 2026)),
        };

        var converted = LibreOffice.ToPdf(documents.ToDictionary(row => row.Key, row => OfficialDocumentWord.Write(row.Value)));

        Assert.All(documents, row =>
        {
            using var reading = new PdfReading(converted[row.Key]);
            Assert.Equal(new PdfDocumentRenderer().Render(row.Value).PageCount, reading.PageCount);
        });
    }
}

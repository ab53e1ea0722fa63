using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Tests.Documents;

namespace SonTrung.Cchc.Tests.Reports;

/// <summary>The 2023 report read back from its PDF, rank by rank, with a tool that others wrote.</summary>
public sealed class GoldenPdfTests
{
    [Fact]
    public async Task Render_Sample2023_ReadsBackAsTheGoldenText()
    {
        using var samples = new SampleDatabase();
        var document = await samples.DocumentAsync(samples.ReportOf2023());

        var read = PdfStructure.Paragraphs(new PdfDocumentRenderer().Render(document).Pdf);

        var expected = PrintedText.Golden2023().Select(line => line.Split('\t')).Select(part => (Rank(part[0]), part[1]));
        Assert.Equal(expected, read.SkipWhile(line => line != ("H1", "BÁO CÁO")));
    }

    /// <summary>The tag of each level; a list item says how deep its list stands.</summary>
    private static string Rank(string level) => level switch
    {
        "kind" => "H1",
        "section" => "H2",
        "heading" => "H3",
        "dash" or "addressee" or "recipient" => "L1",
        "plus" => "L2",
        _ => "P",
    };
}

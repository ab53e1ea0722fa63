using SonTrung.Cchc.Core.OldReports;
using SonTrung.Cchc.Core.Reading;
using SonTrung.Cchc.Core.Text.Healing;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Documents.Reading;
using SonTrung.Cchc.Documents.Word;
using SonTrung.Cchc.Tests.Reading;
using SonTrung.Cchc.Tests.Reports;
using SonTrung.Cchc.Tests.Text;

namespace SonTrung.Cchc.Tests.OldReports;

public sealed class OldReportBlocksTests
{
    public static TheoryData<string> Sources => ["text", "word", "pdf", "tcvn3", "vni"];

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Of_Report2023FromAnySource_PutsEveryBlockInItsPlace(string kind)
    {
        var source = OldReportSource.Of(await LinesAsync(kind));

        var blocks = OldReportBlocks.Of(DocumentRecognizer.Recognize(source.ForReading));

        // TCVN3 has no capitals with marks: an ordinary font of it writes "Ủy ban" as "ủy ban".
        Assert.Equal(
            Expected(),
            blocks.Where(block => block.Part is >= OldReportPart.Kind or OldReportPart.Unplaced).Select(block => $"{block.Part}\t{block.Printed()}"),
            kind == "tcvn3" ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Of_Report2023FromAnySource_LosesNoLetter(string kind)
    {
        var lines = await LinesAsync(kind);
        var source = OldReportSource.Of(lines);

        var blocks = OldReportBlocks.Of(DocumentRecognizer.Recognize(source.ForReading));

        // "Kính gửi" and "Nơi nhận" are said by the parts.
        var read = string.Concat(blocks.Select(block => block.Printed())) + "Kính gửiNơi nhận";
        Assert.Equal(ReadText.Letters(string.Concat(source.Lines.Select(line => line.Text))), ReadText.Letters(read));
        Assert.Equal(lines.Count, source.Lines.Count);
    }

    [Fact]
    public void Of_Report2023_PointsAtItsLines()
    {
        var source = OldReportSource.Of(DocumentRecognizer.Lines(TestTexts.Damaged2023));

        var blocks = OldReportBlocks.Of(DocumentRecognizer.Recognize(source.ForReading));

        Assert.All(blocks, block => Assert.Contains(
            block.Text.Split(' ')[0], string.Concat(source.Lines.Skip(block.First).Take(block.Last - block.First + 1).Select(line => line.Text)), StringComparison.Ordinal));
        Assert.Contains(source.Changes, change => change is { Before: "hư ớng", After: "hướng", Kind: TextChangeKind.SplitWord });
        Assert.Contains(source.Lines.SelectMany(line => line.Pieces()), piece => piece is { Text: "hướng", Before: "hư ớng" });
        Assert.All(source.Lines, line => Assert.Equal(line.Text, string.Concat(line.Pieces().Select(piece => piece.Text))));
    }

    [Fact]
    public void Of_TextOfNoKnownForm_IsKeptUnplacedOrAsParagraphs()
    {
        const string Text = "Danh sách | Số lượng\nMai Hà | 12\nHồ Sơn | 7\nmột dòng không thuộc đâu cả";

        var blocks = OldReportBlocks.Of(DocumentRecognizer.Recognize(OldReportSource.Of(DocumentRecognizer.Lines(Text)).ForReading));

        Assert.Equal(ReadText.Letters(Text), ReadText.Letters(string.Concat(blocks.Select(block => block.Printed()))));
        Assert.Contains(blocks, block => block.Part == OldReportPart.Unplaced);
    }

    [Fact]
    public void Read_WhatWasKept_GivesTheSameLines()
    {
        var source = OldReportSource.Of([new SourceLine("Phƣơng hƣớng", LineBreakKind.Wrapped), new SourceLine("năm\u2028sau", LineBreakKind.Paragraph)]);

        var again = OldReportSource.Read(source.Text, source.Breaks);

        Assert.Equal(source.Raw, again.Raw);
        Assert.Equal(["Phương hướng", "năm sau"], again.Lines.Select(line => line.Text));
    }

    /// <summary>The golden file, with what a report's parts mean.</summary>
    private static IEnumerable<string> Expected()
    {
        var section = "";
        var task = 0;
        foreach (var line in PrintedText.Golden2023().Where(line => !line.StartsWith("caption", StringComparison.Ordinal)))
        {
            var (level, text) = (line.Split('\t')[0], line.Split('\t')[1]);
            section = level == "section" ? text.Split('.')[0] : section;
            var part = level switch
            {
                "paragraph" when section.Length == 0 => OldReportPart.Basis,
                "dash" when section == "II" => OldReportPart.Shortcoming,
                "numbered" => task++ < 2 ? OldReportPart.Direction : OldReportPart.Task,
                "signer" => OldReportPart.SignerName,
                _ => Enum.Parse<OldReportPart>(level, ignoreCase: true),
            };
            yield return $"{part}\t{text}";
        }
    }

    private static async Task<IReadOnlyList<SourceLine>> LinesAsync(string kind)
    {
        switch (kind)
        {
            case "text":
                return DocumentRecognizer.Lines(TestTexts.Damaged2023);
            case "tcvn3":
                return DocumentRecognizer.Lines(OldFonts.ToTcvn3(string.Join('\n', TestTexts.Golden2023)));
            case "vni":
                return DocumentRecognizer.Lines(OldFonts.ToVni(string.Join('\n', TestTexts.Golden2023)));
            default:
                using (var samples = new SampleDatabase())
                {
                    var document = await samples.DocumentAsync(samples.ReportOf2023());
                    return DocumentFileReader.Read(kind == "word" ? OfficialDocumentWord.Write(document) : new PdfDocumentRenderer().Render(document).Pdf).Lines;
                }
        }
    }
}

using System.Text.RegularExpressions;
using SonTrung.Cchc.Documents.Pdf;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Reports;

/// <summary>The 2023 report read back from its PDF, rank by rank, with a tool that others wrote.</summary>
public sealed partial class GoldenPdfTests
{
    [Fact]
    public async Task Render_Sample2023_ReadsBackAsTheGoldenText()
    {
        using var samples = new SampleDatabase();
        var document = await samples.DocumentAsync(samples.ReportOf2023());

        var tree = ExternalTool.Run("poppler-utils", "pdfinfo", new PdfDocumentRenderer().Render(document).Pdf, "-struct-text", "{}");

        var expected = PrintedText.Golden2023().Select(line => line.Split('\t')).Select(part => (Rank(part[0]), part[1]));
        Assert.Equal(expected, Paragraphs(tree).SkipWhile(line => line != ("H1", "BÁO CÁO")));
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

    private static IEnumerable<(string Rank, string Text)> Paragraphs(string tree)
    {
        var open = new Stack<(int Indent, string Tag)>();
        // A paragraph that runs over two pages comes in two pieces.
        foreach (var line in PageBreak().Replace(tree, " ").Split('\n').Where(line => line.Trim().Length > 0))
        {
            var indent = line.Length - line.TrimStart().Length;
            while (open.TryPeek(out var top) && top.Indent >= indent)
            {
                open.Pop();
            }

            var text = line.Trim();
            if (text.StartsWith('"'))
            {
                var depth = open.Count(tag => tag.Tag == "L");
                yield return (depth > 0 ? $"L{depth}" : open.Peek().Tag, text.Trim('"'));
            }
            else if (!text.StartsWith('/'))
            {
                open.Push((indent, text.Split(' ', ':')[0]));
            }
        }
    }

    [GeneratedRegex(@"\s*""\s*\n\s*""")]
    private static partial Regex PageBreak();
}

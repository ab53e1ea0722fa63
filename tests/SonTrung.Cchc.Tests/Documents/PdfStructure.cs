using System.Text.RegularExpressions;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Documents;

/// <summary>The paragraphs of a tagged PDF in reading order, read by a tool that others wrote.</summary>
internal static partial class PdfStructure
{
    /// <summary>Tag and text of each; a list item's tag says how deep its list stands: "L1", "L2".</summary>
    public static IReadOnlyList<(string Rank, string Text)> Paragraphs(byte[] pdf) =>
        [.. Read(ExternalTool.Run("poppler-utils", "pdfinfo", pdf, "-struct-text", "{}"))];

    private static IEnumerable<(string Rank, string Text)> Read(string tree)
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

using System.Text;
using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;
using UglyToad.PdfPig.Content;

namespace SonTrung.Cchc.Documents.Reading;

/// <summary>
/// Reads the pages of a PDF that is not tagged: letters to lines by their base lines, columns by the gaps between words, paragraphs by indents, by
/// short lines and by the space between lines. Page numbers and what stands alike at the edge of most pages are left out.
/// </summary>
internal static partial class PdfPageText
{
    /// <summary>The part of a page at its top and its foot where numbers and running heads stand.</summary>
    private const double Edge = 0.09;

    /// <summary>A line that begins this much further in than the one before it is indented, in sizes of the type.</summary>
    private const double Indent = 0.4;

    /// <summary>Lines further apart than the usual distance times this are no lines of one paragraph.</summary>
    private const double WideGap = 1.38;

    /// <summary>Raised numbers are smaller than the type times this.</summary>
    private const double SmallType = 0.8;

    /// <summary>Rows of a table have at least this many cells.</summary>
    private const int FewestCells = 3;

    public static IReadOnlyList<SourceLine> Read(IReadOnlyList<Page> pages, ReadingBudget budget)
    {
        var read = new List<List<Line>>();
        foreach (var page in pages)
        {
            budget.CheckTime();
            read.Add(Lines(page));
        }

        DropEdges(read, pages);
        var all = read.SelectMany(lines => lines).ToList();
        if (all.Count == 0)
        {
            return [];
        }

        var measures = Measures.Of(all);
        return all.Select((line, i) => new SourceLine(
            line.Print(measures),
            i + 1 < all.Count ? measures.Break(line, all[i + 1]) : LineBreakKind.Paragraph)).ToList();
    }

    private static List<Line> Lines(Page page)
    {
        var letters = page.Letters.Where(letter => letter.TextOrientation is TextOrientation.Horizontal && letter.Value.Length > 0).ToList();
        if (letters.Count * 2 < page.Letters.Count)
        {
            letters = [.. page.Letters.Where(letter => letter.Value.Length > 0)];
        }

        var rows = new List<List<Letter>>();
        foreach (var letter in letters.OrderByDescending(letter => letter.StartBaseLine.Y))
        {
            if (rows.Count > 0 && PdfLetters.IsSameLine(rows[^1][0], letter))
            {
                rows[^1].Add(letter);
            }
            else
            {
                rows.Add([letter]);
            }
        }

        LowerRaised(rows);
        return rows.Select(row => Line.Of(page, [.. row.OrderBy(letter => letter.StartBaseLine.X)])).OfType<Line>().ToList();
    }

    /// <summary>The numbers of notes stand a little above their line: they belong to it.</summary>
    private static void LowerRaised(List<List<Letter>> rows)
    {
        for (var i = rows.Count - 2; i >= 0; i--)
        {
            var (raised, line) = (rows[i], rows[i + 1]);
            var size = line.Max(PdfLetters.Size);
            if (raised.Max(PdfLetters.Size) < SmallType * size && raised[0].StartBaseLine.Y - line[0].StartBaseLine.Y < size)
            {
                line.AddRange(raised);
                rows.RemoveAt(i);
            }
        }
    }

    /// <summary>Takes out page numbers, and lines that stand at the edge of most pages.</summary>
    private static void DropEdges(List<List<Line>> pages, IReadOnlyList<Page> sizes)
    {
        var heads = pages.SelectMany((lines, i) => lines.Where(line => IsAtEdge(line, sizes[i])).Select(Words).Distinct())
            .GroupBy(text => text).Where(group => group.Key.Length > 0 && group.Count() >= 3 && group.Count() * 5 > pages.Count * 2)
            .Select(group => group.Key).ToHashSet();
        for (var i = 0; i < pages.Count; i++)
        {
            var page = sizes[i];
            pages[i].RemoveAll(line => IsAtEdge(line, page) && (PageNumber().IsMatch(line.Text) || heads.Contains(Words(line))));
        }

        // The number of the page may stand left or right of the head.
        static string Words(Line line) => string.Concat(line.Text.Where(char.IsLetter));
    }

    private static bool IsAtEdge(Line line, Page page) => line.BaseLine > page.Height * (1 - Edge) || line.BaseLine < page.Height * Edge;

    [GeneratedRegex(@"^(?:Trang\s+)?[-–]?\s*\d{1,3}\s*(?:[/|]\s*\d{1,3}\s*)?[-–]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?:[-–—+•*●▪]|\d{1,2}[.)]|[a-zđ]\)|[IVX]{1,5}\.)")]
    private static partial Regex Mark();

    /// <summary>A line of a page: words with their columns.</summary>
    /// <param name="Page">The page, from 1.</param>
    /// <param name="Cells">The texts that stand apart, left to right.</param>
    /// <param name="Left">Where it begins, points from the left.</param>
    /// <param name="Right">Where it ends.</param>
    /// <param name="BaseLine">Points from the page's foot.</param>
    /// <param name="Size">The size of its type, points.</param>
    /// <param name="FirstWord">The width of its first word, points.</param>
    /// <param name="PageWidth">Points.</param>
    private sealed record Line(int Page, IReadOnlyList<string> Cells, double Left, double Right, double BaseLine, double Size, double FirstWord, double PageWidth)
    {
        public string Text => string.Join(' ', Cells);

        public static Line? Of(Page page, List<Letter> letters)
        {
            var cells = new List<string>();
            var cell = new StringBuilder();
            Letter? last = null;
            double? first = null, firstEnd = null;
            var isSpaced = false;
            foreach (var letter in letters)
            {
                if (string.IsNullOrWhiteSpace(letter.Value))
                {
                    isSpaced = true;
                    continue;
                }

                if (last is not null && IsDrawnTwice(last, letter))
                {
                    continue;
                }

                var isApart = last is not null && (isSpaced || PdfLetters.IsApart(last, letter));
                isSpaced = false;
                if (isApart)
                {
                    firstEnd ??= last!.EndBaseLine.X;
                    if (letter.StartBaseLine.X - last!.EndBaseLine.X > PdfLetters.ColumnGap * PdfLetters.Size(letter))
                    {
                        cells.Add(cell.ToString());
                        cell.Clear();
                    }
                    else
                    {
                        cell.Append(' ');
                    }
                }

                first ??= letter.StartBaseLine.X;
                cell.Append(letter.Value);
                last = letter;
            }

            if (last is null)
            {
                return null;
            }

            cells.Add(cell.ToString());
            var sizes = letters.Select(PdfLetters.Size).Order().ToList();
            return new Line(
                page.Number, cells, first!.Value, last.EndBaseLine.X, letters.Min(letter => letter.StartBaseLine.Y), sizes[sizes.Count / 2],
                (firstEnd ?? last.EndBaseLine.X) - first.Value, page.Width);
        }

        /// <summary>The line as the recogniser takes it: columns behind tabs, rows of tables behind bars.</summary>
        public string Print(Measures measures) =>
            Cells.Count >= FewestCells ? string.Join(" | ", Cells.Select(cell => cell.Replace('|', '/')))
            : (Left > measures.Middle(this) ? "\t" : "") + string.Join('\t', Cells);

        /// <summary>Bold that a printer imitates by drawing the letter again, a hair to the right.</summary>
        private static bool IsDrawnTwice(Letter last, Letter letter) =>
            last.Value == letter.Value && Math.Abs(last.StartBaseLine.X - letter.StartBaseLine.X) < 0.12 * PdfLetters.Size(letter);
    }

    /// <summary>What is usual in the document.</summary>
    /// <param name="Left">The left margin, points.</param>
    /// <param name="Right">The right margin, points.</param>
    /// <param name="Distance">From line to line, in sizes of the type.</param>
    private sealed record Measures(double Left, double Right, double Distance)
    {
        public static Measures Of(List<Line> lines)
        {
            var lefts = lines.Select(line => line.Left).Order().ToList();
            var rights = lines.Select(line => line.Right).Order().ToList();
            var distances = lines.Zip(lines.Skip(1)).Where(pair => pair.First.Page == pair.Second.Page)
                .Select(pair => (pair.First.BaseLine - pair.Second.BaseLine) / pair.Second.Size).Where(distance => distance is > 0.8 and < 3).Order().ToList();
            // The margin is where the most lines begin, not the outermost one: a letterhead may stick out.
            var left = lefts.GroupBy(x => Math.Round(x / 2)).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Min();
            return new Measures(
                Math.Min(left, lefts[lefts.Count / 10]),
                rights[rights.Count * 9 / 10],
                distances.Count == 0 ? 1.2 : distances[distances.Count / 4]);
        }

        public double Middle(Line line) => Math.Max(line.PageWidth / 2, (Left + Right) / 2);

        /// <summary>Whether the paragraph of a line goes on in the next one.</summary>
        public LineBreakKind Break(Line line, Line next)
        {
            // Behind a mark the other lines may hang; else the first line of a paragraph stands further in.
            var isIndented = next.Left > line.Left + (Indent * next.Size) && !Mark().IsMatch(line.Text);
            var isShort = line.Right + (0.25 * next.Size) + next.FirstWord < Right - (0.4 * next.Size);
            var isFar = line.Page == next.Page && (line.BaseLine - next.BaseLine) / next.Size > Distance * WideGap;
            var isOtherType = Math.Abs(line.Size - next.Size) > 0.6;
            return isIndented || isShort || isFar || isOtherType ? LineBreakKind.Paragraph : LineBreakKind.Wrapped;
        }
    }
}

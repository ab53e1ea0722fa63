using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace SonTrung.Cchc.Tests.Documents;

/// <summary>A piece of text found on a page; millimetres from the paper's left and top.</summary>
internal sealed record FoundText(int Page, string Text, double Left, double Right, double Baseline, double PointSize, string Font)
{
    public double Center => (Left + Right) / 2;

    public double Width => Right - Left;
}

/// <summary>A horizontal rule; millimetres from the paper's left and top.</summary>
internal sealed record FoundRule(double Left, double Right, double Y, double Thickness)
{
    public double Width => Right - Left;

    public double Center => (Left + Right) / 2;
}

/// <summary>A PDF read back with PdfPig: what stands where.</summary>
internal sealed class PdfReading : IDisposable
{
    private const double MillimetresPerPoint = 25.4 / 72;

    private readonly PdfDocument _document;
    private readonly Page[] _pages;
    private readonly List<FoundText>[] _lines;

    public PdfReading(byte[] pdf)
    {
        _document = PdfDocument.Open(pdf);
        _pages = [.. _document.GetPages()];
        _lines = [.. _pages.Select(page => ReadLines(page.Number))];
    }

    public int PageCount => _pages.Length;

    /// <summary>The lines of a page in the order of the file; a gap of 5 mm on a baseline, or a step back, begins another.</summary>
    public IReadOnlyList<FoundText> Lines(int page) => _lines[page - 1];

    /// <summary>The only line of the file that starts so.</summary>
    public FoundText Line(string start) =>
        Assert.Single(Enumerable.Range(1, PageCount).SelectMany(Lines), line => line.Text.StartsWith(start, StringComparison.Ordinal));

    /// <summary>A text within the lines of page 1, by its own letters.</summary>
    public FoundText Within(string text, int page = 1)
    {
        var letters = Page(page).Letters;
        var all = string.Concat(letters.Select(letter => letter.Value));
        var at = all.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{text}' is not on page {page}.");
        return Found(page, [.. letters.Skip(at).Take(text.Length)]);
    }

    /// <summary>The printed letters of a page: left, bottom, right, top in points.</summary>
    public IEnumerable<(double Left, double Bottom, double Right, double Top)> Letters(int page) => Page(page).Letters
        .Where(letter => !string.IsNullOrWhiteSpace(letter.Value))
        .Select(letter => (letter.BoundingBox.Left, letter.BoundingBox.Bottom, letter.BoundingBox.Right, letter.BoundingBox.Top));

    public List<FoundRule> Rules(int page)
    {
        var height = Page(page).Height;
        return
        [
            .. Page(page).Paths
                .Where(path => path.IsStroked || path.IsFilled)
                .Select(path => (Path: path, Box: path.GetBoundingRectangle()))
                .Where(path => path.Box is { } box && box.Width > 5 && box.Height < 2)
                .Select(path => new FoundRule(
                    path.Box!.Value.Left * MillimetresPerPoint,
                    path.Box.Value.Right * MillimetresPerPoint,
                    (height - path.Box.Value.Centroid.Y) * MillimetresPerPoint,
                    path.Path.IsStroked ? (double)path.Path.LineWidth : path.Box.Value.Height)),
        ];
    }

    public (double Width, double Height) PageSize(int page) =>
        (Page(page).Width * MillimetresPerPoint, Page(page).Height * MillimetresPerPoint);

    public void Dispose() => _document.Dispose();

    private Page Page(int number) => _pages[number - 1];

    private List<FoundText> ReadLines(int page)
    {
        var lines = new List<FoundText>();
        var run = new List<Letter>();
        foreach (var letter in Page(page).Letters)
        {
            if (run.Count > 0 && !Continues(run[^1], letter))
            {
                lines.Add(Found(page, run));
                run = [];
            }

            run.Add(letter);
        }

        if (run.Count > 0)
        {
            lines.Add(Found(page, run));
        }

        return [.. lines.Where(line => line.Text.Length > 0)];
    }

    private static bool Continues(Letter previous, Letter next)
    {
        const double widestGap = 5 / MillimetresPerPoint;
        var gap = next.StartBaseLine.X - previous.EndBaseLine.X;
        return Math.Abs(next.StartBaseLine.Y - previous.StartBaseLine.Y) < 0.5 && gap is > -2 and < widestGap;
    }

    private FoundText Found(int page, List<Letter> letters)
    {
        var printed = letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).ToList();
        if (printed.Count == 0)
        {
            return new FoundText(page, "", 0, 0, 0, 0, "");
        }

        return new FoundText(
            page,
            string.Concat(letters.Select(letter => letter.Value)).Trim(),
            printed[0].StartBaseLine.X * MillimetresPerPoint,
            printed[^1].EndBaseLine.X * MillimetresPerPoint,
            (Page(page).Height - printed[0].StartBaseLine.Y) * MillimetresPerPoint,
            printed[0].PointSize,
            printed[0].FontName ?? "");
    }
}

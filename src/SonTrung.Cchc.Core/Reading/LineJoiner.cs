namespace SonTrung.Cchc.Core.Reading;

/// <summary>A paragraph put together from lines.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Place">Where it stood.</param>
/// <param name="IsRow">A row of a table: cells side by side.</param>
internal sealed record JoinedText(string Text, LineSpan Place, bool IsRow);

/// <summary>
/// Tells line breaks inside paragraphs from those between them: by marks, by what readers know, by how full a line is, and by blank lines
/// where these part paragraphs.
/// </summary>
internal sealed class LineJoiner
{
    private const int FewestWraps = 3;
    private const int LongestWrapped = 160;
    private const int LongestTitle = 4;

    private readonly IReadOnlyList<TextLine> lines;
    private readonly Mark?[] marks;
    private readonly double nearlyFull;
    private readonly double fullWidth;
    private readonly double widest;
    private readonly bool blanksPart;
    private readonly char usualDash;

    private LineJoiner(IReadOnlyList<TextLine> lines)
    {
        this.lines = lines;
        marks = lines.Select(line => Marks.Of(line.Text)).ToArray();
        // Lines that surely go on show how wide the page was.
        var wrapped = Enumerable.Range(0, Math.Max(0, lines.Count - 1))
            .Where(i => !Wording.IsTerminated(lines[i].Text) && Wording.BeginsSmall(lines[i + 1].Text) && lines[i].Text.Length <= LongestWrapped)
            .Select(i => lines[i].Text.Length).Order().ToList();
        if (wrapped.Count >= FewestWraps)
        {
            (nearlyFull, fullWidth, widest) = (wrapped[wrapped.Count / 2] * 0.82, wrapped[wrapped.Count / 2] * 0.95, wrapped[wrapped.Count * 9 / 10]);
        }
        else
        {
            nearlyFull = fullWidth = widest = double.MaxValue;
        }

        var gaps = lines.Skip(1).Count(line => line.BlankBefore > 0);
        blanksPart = gaps >= 0.05 * lines.Count && gaps <= 0.85 * lines.Count;
        usualDash = marks.OfType<Mark>().Where(mark => mark.Kind == MarkKind.Dash).GroupBy(mark => mark.Label[0])
            .OrderByDescending(group => group.Count()).Select(group => group.Key).FirstOrDefault('-');
    }

    /// <summary>The paragraphs of running lines.</summary>
    public static List<JoinedText> Join(IReadOnlyList<TextLine> lines)
    {
        var joiner = new LineJoiner(lines);
        var joined = new List<JoinedText>();
        for (var i = 0; i < lines.Count; i++)
        {
            var cells = Columns.Cells(lines[i].Raw);
            var isRow = lines[i].Raw.Contains('|') && cells.Count > 1;
            if (!isRow && i > 0 && joined.Count > 0 && !joined[^1].IsRow && joiner.GoesOn(i))
            {
                joined[^1] = joined[^1] with { Text = Joined(joined[^1].Text, lines[i].Text), Place = new LineSpan(joined[^1].Place.First, lines[i].Index) };
            }
            else
            {
                joined.Add(new JoinedText(isRow ? string.Join(" | ", cells) : lines[i].Text.Trim('|', ' '), lines[i].Place, isRow));
            }
        }

        return joined;
    }

    /// <summary>Two lines with the one space between them, or none inside a word or number that was broken.</summary>
    public static string Joined(string before, string after) =>
        before.Length > 1 && after.Length > 0 && ((before[^1] == '/' && before[^2] != ' ') || (before[^1] == '-' && char.IsAsciiDigit(before[^2]) && char.IsAsciiDigit(after[0])))
            ? before + after
            : $"{before} {after}";

    private bool GoesOn(int index)
    {
        var (before, line) = (lines[index - 1], lines[index]);
        if (marks[index] is { } mark)
        {
            return IsInside(index, mark);
        }

        if (marks[index - 1] is { Kind: MarkKind.Section, Text.Length: 0 } && Wording.IsCapitals(line.Text))
        {
            // "Chương I" above its title.
            return true;
        }

        if (before.Break is LineBreakKind.Paragraph or LineBreakKind.Wrapped)
        {
            return before.Break == LineBreakKind.Wrapped;
        }

        if (IsTitle(index - 1))
        {
            return Wording.IsCapitals(line.Text) && !Wording.IsTerminated(before.Text);
        }

        var isEnded = Wording.IsTerminated(before.Text);
        // A title may end with no mark; other text that does was cut off, even if the page had room for a short word.
        var isFull = Fits(before, line, isEnded || MayBeTitle(index - 1) ? fullWidth : nearlyFull);
        if (blanksPart && line.BlankBefore > 0)
        {
            return !isEnded && isFull && (Wording.BeginsSmall(line.Text) || Wording.IsDangling(before.Text));
        }

        if (!isEnded)
        {
            return !Wording.IsCapitals(line.Text) || Wording.IsCapitals(before.Text)
                ? Wording.BeginsSmall(line.Text) || char.IsDigit(line.Text[0]) || isFull || Wording.IsDangling(before.Text)
                : isFull;
        }

        return isFull && (Wording.BeginsSmall(line.Text) || (before.Text[^1] is '.' or ';' && Fits(before, line, widest)));
    }

    /// <summary>Whether the next word would not have found room on the line before it.</summary>
    private static bool Fits(TextLine before, TextLine line, double width) => before.Text.Length + 1 + FirstWord(line.Text) >= width;

    private bool MayBeTitle(int index) => marks[index] is { Kind: MarkKind.Number or MarkKind.Letter or MarkKind.Article or MarkKind.Section };

    /// <summary>A title in capitals behind a mark goes on in capitals alone.</summary>
    private bool IsTitle(int index)
    {
        var at = index;
        while (at > Math.Max(0, index - LongestTitle) && marks[at] is null && Wording.IsCapitals(lines[at].Text))
        {
            at--;
        }

        return marks[at] is { Kind: MarkKind.Section } mark && (mark.Text.Length == 0 || Wording.IsCapitals(mark.Text));
    }

    /// <summary>A sign at the head of a line that is no mark: the dash of a span of years or of a name, the number after "tháng".</summary>
    private bool IsInside(int index, Mark mark)
    {
        var before = lines[index - 1].Text;
        if (Wording.IsTerminated(before) || lines[index - 1].Break == LineBreakKind.Paragraph)
        {
            return false;
        }

        return mark.Kind switch
        {
            MarkKind.Dash => (char.IsAsciiDigit(before[^1]) && char.IsAsciiDigit(mark.Text[0]))
                || (mark.Label[0] != usualDash && mark.Label[0] is '-' or '–' && Fits(lines[index - 1], lines[index], fullWidth)),
            MarkKind.Number or MarkKind.Letter => Wording.IsDangling(before) && before[^1] != ',' && Marks.Ordinal(mark) > 1,
            _ => false,
        };
    }

    private static int FirstWord(string text) => text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? space : text.Length;
}

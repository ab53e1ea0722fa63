using System.Text;

namespace SonTrung.Cchc.Documents.Layout;

/// <summary>One set line.</summary>
/// <param name="Text">Its text; a line that goes on keeps the space it was broken at, so that a copied text has it too.</param>
/// <param name="Width">Its natural width in points, without that last space.</param>
/// <param name="Spaces">The spaces that justification can widen.</param>
/// <param name="EndsParagraph">Whether the paragraph ends here.</param>
internal sealed record TextLine(string Text, double Width, int Spaces, bool EndsParagraph);

/// <summary>
/// Breaks a text into lines at spaces only, so that "11/KH-UBND" and "19/01/2023" stay whole; never before punctuation or a dash
/// that stands alone, nor after an opening bracket. A word wider than the line is cut where it must.
/// </summary>
internal static class LineBreaker
{
    private const string NeverFirst = ";:,.!?)]}%”’»…/–—-+";
    private const string NeverLast = "([{“‘«";

    /// <summary>Breaks a prepared text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">The style it is set in.</param>
    /// <param name="firstWidth">Width of the first line in points.</param>
    /// <param name="width">Width of the others in points.</param>
    /// <returns>At least one line.</returns>
    public static List<TextLine> Break(string text, TextStyle style, double firstWidth, double width)
    {
        var lines = new List<TextLine>();
        var start = 0;
        while (true)
        {
            var (line, next) = Fill(text, start, style, lines.Count == 0 ? firstWidth : width);
            lines.Add(line);
            if (line.EndsParagraph)
            {
                return lines;
            }

            start = next;
        }
    }

    private static (TextLine Line, int Next) Fill(string text, int start, TextStyle style, double available)
    {
        const double tolerance = 0.001;
        double x = 0, wordEnd = 0, breakWidth = 0;
        int spaces = 0, spacesAtWordEnd = 0, breakSpaces = 0;
        var breakAt = -1;
        for (var i = start; i < text.Length;)
        {
            var rune = Rune.GetRuneAt(text, i);
            var isSpace = rune.Value is ' ' or '\u00A0';
            x += style.Width(rune.Value);
            if (!isSpace && x > available + tolerance && i > start)
            {
                return breakAt >= 0
                    ? (new(text[start..(breakAt + 1)], breakWidth, breakSpaces, false), breakAt + 1)
                    : (new(text[start..i], wordEnd, spacesAtWordEnd, false), i);
            }

            if (isSpace)
            {
                spaces++;
            }
            else
            {
                (wordEnd, spacesAtWordEnd) = (x, spaces);
            }

            if (rune.Value == ' ' && IsBreak(text, i))
            {
                (breakAt, breakWidth, breakSpaces) = (i, wordEnd, spacesAtWordEnd);
            }

            i += rune.Utf16SequenceLength;
        }

        return (new(text[start..], wordEnd, spacesAtWordEnd, true), text.Length);
    }

    private static bool IsBreak(string text, int space) =>
        space + 1 < text.Length
        && text[space + 1] is not (' ' or '\u00A0')
        && !NeverFirst.Contains(text[space + 1], StringComparison.Ordinal)
        && (space == 0 || !NeverLast.Contains(text[space - 1], StringComparison.Ordinal));
}

namespace SonTrung.Cchc.Core.Reading;

/// <summary>Reads ô số 6: sections, headings, numbered sentences, dashes, pluses, paragraphs.</summary>
internal static class BodyReader
{
    private const int LongestTitle = 200;
    private const int LongestPeriodTitle = 90;

    /// <summary>Reads the lines of the body.</summary>
    public static void Read(IReadOnlyList<TextLine> lines, List<Piece> pieces)
    {
        var paragraphs = LineJoiner.Join(lines);
        var marks = paragraphs.Select(paragraph => paragraph.IsRow ? null : Marks.Of(paragraph.Text)).ToList();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            pieces.Add(Read(paragraphs, marks, i));
        }
    }

    private static Piece Read(List<JoinedText> paragraphs, List<Mark?> marks, int index)
    {
        var paragraph = paragraphs[index];
        if (paragraph.IsRow)
        {
            return new Piece(DocumentPart.Unplaced, "", paragraph.Text, paragraph.Place);
        }

        if (marks[index] is not { } mark)
        {
            return new Piece(DocumentPart.Paragraph, "", paragraph.Text, paragraph.Place);
        }

        var part = mark.Kind switch
        {
            MarkKind.Section => DocumentPart.Section,
            MarkKind.Dash => DocumentPart.Dash,
            MarkKind.Plus => DocumentPart.Plus,
            _ => IsTitle(mark, Next(paragraphs, marks, index), index + 1 < paragraphs.Count) ? DocumentPart.Heading : DocumentPart.Numbered,
        };
        return new Piece(part, mark.Label, mark.Text, paragraph.Place);
    }

    private static Mark? Next(List<JoinedText> paragraphs, List<Mark?> marks, int index) =>
        index + 1 < paragraphs.Count ? marks[index + 1] : null;

    /// <summary>
    /// A title stands above what it names and ends with no mark, or with a colon; a sentence ends with one. A short line with a full stop
    /// is a title when something that it names follows.
    /// </summary>
    private static bool IsTitle(Mark mark, Mark? next, bool hasNext)
    {
        if (mark.Text.Length > LongestTitle || !hasNext)
        {
            return false;
        }

        var isNextBelow = next is not null && (next.Kind > mark.Kind || (next.Kind == mark.Kind && Marks.Depth(next) > Marks.Depth(mark)));
        var isSibling = next is not null && next.Kind == mark.Kind && Marks.Depth(next) == Marks.Depth(mark);
        return mark.Text.LastOrDefault() switch
        {
            ':' => !isSibling,
            '.' or '!' or '?' or '…' => isNextBelow && mark.Text.Length <= LongestPeriodTitle && mark.Text.TrimEnd('.').IndexOf(". ", StringComparison.Ordinal) < 0,
            ';' => false,
            _ => !isSibling,
        };
    }
}

using System.Text;
using UglyToad.PdfPig.Content;

namespace SonTrung.Cchc.Documents.Reading;

/// <summary>Puts letters together to words: files may leave out the spaces, or draw them.</summary>
internal static class PdfLetters
{
    /// <summary>A gap this wide is a space, in sizes of the type.</summary>
    private const double SpaceGap = 0.19;

    /// <summary>Letters this far from each other's base line stand on different lines, in sizes of the type.</summary>
    private const double LineGap = 0.45;

    /// <summary>A gap this wide parts columns, in sizes of the type; justified lines have narrower ones.</summary>
    public const double ColumnGap = 2.2;

    /// <summary>The text of letters in the order of the file, each with its page: a space where a line ends, a tab where a column does.</summary>
    public static string Text(IReadOnlyList<(int Page, Letter Letter)> letters)
    {
        var text = new StringBuilder();
        (int Page, Letter Letter)? last = null;
        foreach (var (page, letter) in letters)
        {
            var isBlank = string.IsNullOrWhiteSpace(letter.Value);
            if (last is { } before && (text.Length == 0 || !char.IsWhiteSpace(text[^1])))
            {
                var isSameLine = before.Page == page && IsSameLine(before.Letter, letter);
                if (isBlank || !isSameLine || IsApart(before.Letter, letter))
                {
                    text.Append(isSameLine && letter.StartBaseLine.X - before.Letter.EndBaseLine.X > ColumnGap * Size(letter) ? '\t' : ' ');
                }
            }

            if (!isBlank)
            {
                text.Append(letter.Value);
                last = (page, letter);
            }
        }

        return text.ToString().Trim();
    }

    /// <summary>Whether two letters stand on one base line.</summary>
    public static bool IsSameLine(Letter one, Letter other) =>
        Math.Abs(one.StartBaseLine.Y - other.StartBaseLine.Y) < LineGap * Math.Max(Size(one), Size(other));

    /// <summary>Whether there is room for a space between two letters.</summary>
    public static bool IsApart(Letter before, Letter after) => after.StartBaseLine.X - before.EndBaseLine.X > SpaceGap * Size(after);

    /// <summary>The size of the type, points; never 0.</summary>
    public static double Size(Letter letter) => Math.Max(1, letter.PointSize);
}

using System.Text.RegularExpressions;

namespace SonTrung.Cchc.Core.Reading;

/// <summary>Takes apart what stands side by side: a letterhead or a foot of two columns, read line by line.</summary>
internal static partial class Columns
{
    private const int FewestGaps = 2;

    /// <summary>The lines of the left column, then those of the right one; the lines as they are when there are no columns.</summary>
    public static List<TextLine> Apart(IReadOnlyList<TextLine> lines)
    {
        if (lines.Count(line => Cells(line.Raw).Count > 1) < FewestGaps && !lines.Any(line => line.Raw.Contains('|') || line.Raw.Contains('\t')))
        {
            return [.. lines];
        }

        // A line with one cell belongs to the side on which it stands.
        var gaps = lines.Where(line => Cells(line.Raw).Count > 1).Select(line => SecondCell(line.Raw)).ToList();
        var middle = gaps.Count == 0 ? int.MaxValue : gaps.Min();
        var (left, right) = (new List<TextLine>(), new List<TextLine>());
        foreach (var line in lines)
        {
            var cells = Cells(line.Raw);
            if (cells.Count > 1)
            {
                left.Add(line with { Raw = cells[0], Text = cells[0] });
                right.AddRange(cells.Skip(1).Select(cell => line with { Raw = cell, Text = cell }));
            }
            else if (cells.Count == 1)
            {
                (line.Raw[0] is '\t' or '|' || line.Raw.Length - line.Raw.TrimStart().Length + 4 >= middle ? right : left).Add(line with { Raw = cells[0], Text = cells[0] });
            }
        }

        return [.. left, .. right];
    }

    /// <summary>The texts of a line that stand apart from one another.</summary>
    public static IReadOnlyList<string> Cells(string raw) =>
        Gap().Split(raw.Trim()).Select(SourceLines.Collapsed).Where(cell => cell.Length > 0).ToList();

    private static int SecondCell(string raw)
    {
        var start = raw.Length - raw.TrimStart().Length;
        var gap = Gap().Match(raw, start);
        return gap.Index + gap.Length;
    }

    [GeneratedRegex(@"\s*[|\t]\s*| {3,}|\u00A0{3,}")]
    private static partial Regex Gap();
}

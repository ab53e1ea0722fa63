using System.Text.RegularExpressions;
using SonTrung.Cchc.Core.Reading;

namespace SonTrung.Cchc.Documents.Reading;

/// <summary>Turns a table into lines: one that only puts the head or the foot of a document side by side column by column, another row by row.</summary>
internal static partial class TableText
{
    private const int MostLayoutRows = 12;

    /// <summary>The lines of a table.</summary>
    /// <param name="rows">Rows of cells of lines.</param>
    public static IEnumerable<SourceLine> Lines(IReadOnlyList<IReadOnlyList<IReadOnlyList<SourceLine>>> rows)
    {
        if (rows.All(row => row.Count <= 1))
        {
            return rows.SelectMany(row => row).SelectMany(cell => cell);
        }

        return IsLayout(rows)
            ? Enumerable.Range(0, rows.Max(row => row.Count)).SelectMany(column => rows.Where(row => row.Count > column).SelectMany(row => row[column]))
            : rows.Select(row => new SourceLine(string.Join(" | ", row.Select(Text)), LineBreakKind.Paragraph));
    }

    private static bool IsLayout(IReadOnlyList<IReadOnlyList<IReadOnlyList<SourceLine>>> rows) =>
        rows.Count <= MostLayoutRows && rows.All(row => row.Count <= 4)
        && rows.SelectMany(row => row).SelectMany(cell => cell).Any(line => HeadOrFoot().IsMatch(line.Text.Trim()));

    private static string Text(IReadOnlyList<SourceLine> cell) =>
        string.Join(' ', cell.Select(line => line.Text.Trim()).Where(text => text.Length > 0)).Replace('|', '/');

    /// <summary>Words of Quốc hiệu and Tiêu ngữ, of Nơi nhận, and capacities and posts that stand alone.</summary>
    [GeneratedRegex(@"^(?:CỘNG\s+HO|CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc\s+lập\s*[-–—]|Nơi\s+nhận\s*:?\s*$|Nơi\s+nhận:|(?:TM|T/M|KT|TL|TUQ)\.?\s*\p{Lu}{2}|(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|HIỆU TRƯỞNG|CHÁNH VĂN PHÒNG|THƯ KÝ|CHỦ TỌA)$)")]
    private static partial Regex HeadOrFoot();
}

using System.Buffers;
using System.Text;
using SonTrung.Cchc.Core.Text.Healing;

namespace SonTrung.Cchc.Core.Imports;

/// <summary>
/// Mends the words of a table as it is read: letters of old fonts and torn words, as a paste into a field does. The cells are read as one text, column by column,
/// so that all of them tell the encoding. A mended cell keeps what stood there; sound cells are the same as before.
/// </summary>
internal static class TableHealing
{
    /// <summary>Characters healed at once: the healer remembers every word.</summary>
    private const int LongestPiece = 50_000;

    /// <summary>What sound Vietnamese cells are made of; a table without any other character was never in an old font.</summary>
    private static readonly SearchValues<char> Sound = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code), .. Vietnamese(), .. "\t\n\r\u00A0“”‘’–—…•°%₫"]);

    /// <summary>The table with its words mended.</summary>
    public static ReadTable Heal(ReadTable table)
    {
        var texts = Texts(table);
        var mended = new Dictionary<string, string>(StringComparer.Ordinal);
        // Addresses and numbers tell nothing of an encoding and would only stand between cells that do.
        var together = texts.Exists(IsOdd) ? texts.Where(text => !Ascii.IsValid(text)).ToList() : [];
        foreach (var piece in Pieces(together))
        {
            HealTogether(piece, mended);
        }

        foreach (var text in together.Count == 0 ? texts : texts.Where(text => Ascii.IsValid(text)))
        {
            Note(text, TextHealer.Heal(text, HealingSteps.Words), mended);
        }

        return mended.Count == 0 ? table : table with { Rows = table.Rows.Select(row => Mend(row, mended)).ToList() };
    }

    private static ReadRow Mend(ReadRow row, Dictionary<string, string> mended) => row.Cells.Any(cell => IsMended(cell, mended))
        ? row with { Cells = row.Cells.Select(cell => IsMended(cell, mended) ? cell with { Content = mended[cell.Content], Original = cell.Content } : cell).ToList() }
        : row;

    private static bool IsMended(ReadCell cell, Dictionary<string, string> mended) => cell.Kind == ReadCellKind.Text && mended.ContainsKey(cell.Content);

    /// <summary>The different words of the cells, column by column.</summary>
    private static List<string> Texts(ReadTable table)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var columns = new List<List<string>>();
        foreach (var row in table.Rows)
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                if (row.Cells[i] is { Kind: ReadCellKind.Text, Content: { } text } && seen.Add(text))
                {
                    while (columns.Count <= i)
                    {
                        columns.Add([]);
                    }

                    columns[i].Add(text);
                }
            }
        }

        return columns.SelectMany(column => column).ToList();
    }

    private static bool IsOdd(string text) => text.AsSpan().ContainsAnyExcept(Sound) && (text.IsNormalized() || text.Normalize().AsSpan().ContainsAnyExcept(Sound));

    private static IEnumerable<List<string>> Pieces(List<string> texts)
    {
        var (piece, length) = (new List<string>(), 0);
        foreach (var text in texts)
        {
            if (length > LongestPiece)
            {
                yield return piece;
                (piece, length) = ([], 0);
            }

            piece.Add(text);
            length += text.Length + 1;
        }

        yield return piece;
    }

    private static void HealTogether(List<string> texts, Dictionary<string, string> mended)
    {
        var healed = TextHealer.Heal(string.Join('\n', texts), HealingSteps.Characters | HealingSteps.Words);
        var (start, next) = (0, 0);
        foreach (var text in texts)
        {
            var end = start + text.Length;
            var own = new List<TextChange>();
            for (; next < healed.Changes.Count && healed.Changes[next].Start < end; next++)
            {
                if (healed.Changes[next].Start >= start && healed.Changes[next].Start + healed.Changes[next].Before.Length <= end)
                {
                    own.Add(healed.Changes[next]);
                }
            }

            Note(text, new HealedText(Applied(text, start, own), own), mended);
            start = end + 1;
        }
    }

    private static string Applied(string text, int start, List<TextChange> changes)
    {
        var applied = new StringBuilder(text.Length);
        var at = 0;
        foreach (var change in changes)
        {
            applied.Append(text, at, change.Start - start - at).Append(change.After);
            at = change.Start - start + change.Before.Length;
        }

        return applied.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>What nobody sees is left to <see cref="Text.PlainText"/>, which cleans every cell.</summary>
    private static void Note(string text, HealedText healed, Dictionary<string, string> mended)
    {
        if (healed.Changes.Any(change => change.Kind is TextChangeKind.OldEncoding or TextChangeKind.WrongLetter or TextChangeKind.MisplacedMark or TextChangeKind.SplitWord))
        {
            mended[text] = healed.Text;
        }
    }

    private static IEnumerable<char> Vietnamese()
    {
        const string Small = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";
        return Small.Concat(Small.ToUpperInvariant());
    }
}

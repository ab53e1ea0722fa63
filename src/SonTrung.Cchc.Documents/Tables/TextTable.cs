using System.Text;
using SonTrung.Cchc.Core.Imports;

namespace SonTrung.Cchc.Documents.Tables;

/// <summary>
/// Reads text with separators (RFC 4180, as Excel writes and copies it): tab, semicolon or comma, whichever separates more; cells with line breaks,
/// separators or quotes in quotation marks. A quotation mark that closes nothing is a letter like any other.
/// </summary>
internal static class TextTable
{
    /// <summary>Lines by which the separator is found.</summary>
    private const int JudgedLines = 20;

    private static readonly char[] Separators = ['\t', ';', ','];

    /// <summary>The text of a file: UTF-8 with or without byte order mark, or UTF-16 with one; null when it is neither.</summary>
    public static string? Decode(Stream file)
    {
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        var content = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        try
        {
            var text = content switch
            {
                [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true).GetString(content[2..]),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true).GetString(content[2..]),
                [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content[3..]),
                _ => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content),
            };
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public static TableReading Read(string text)
    {
        var (separator, start) = SeparatorOf(text);
        var rows = new List<ReadRow>();
        var limits = new TableLimits();
        var parser = new Parser(text, separator, start);
        var number = 1;
        while (parser.ReadRow() is { } cells)
        {
            if (cells.Exists(cell => cell.Kind != ReadCellKind.Empty))
            {
                if (!limits.TakesRow() || !cells.TrueForAll(cell => limits.Takes(cell.Content ?? "")))
                {
                    return TableReading.Refused(TableRefusal.TooLarge);
                }

                rows.Add(new ReadRow(number, cells));
            }

            number++;
        }

        return rows.Count == 0 ? TableReading.Refused(TableRefusal.Empty) : new TableReading([new ReadTable("", rows)]);
    }

    /// <summary>The separator that stands most often outside quotation marks in the first lines, and where the rows begin.</summary>
    private static (char Separator, int Start) SeparatorOf(string text)
    {
        // Excel's own hint in the first line, which Excel shows no row for.
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[5] is '\r' or '\n')
        {
            return (text[4], text.IndexOf('\n', 4) is >= 0 and var end ? end + 1 : text.Length);
        }

        var counts = new int[Separators.Length];
        var (lines, isQuoted) = (0, false);
        for (var i = 0; i < text.Length && lines < JudgedLines; i++)
        {
            isQuoted ^= text[i] == '"';
            lines += text[i] == '\n' ? 1 : 0;
            var which = isQuoted ? -1 : Array.IndexOf(Separators, text[i]);
            if (which >= 0)
            {
                counts[which]++;
            }
        }

        // A block copied from Excel has tabs between its cells, whatever stands in them.
        return (counts[0] > 0 ? '\t' : counts[1] >= counts[2] ? ';' : ',', 0);
    }

    private ref struct Parser(string text, char separator, int at)
    {
        private int at = at;
        private bool hasNoMoreQuotes;

        /// <summary>The cells of the next row; null at the end.</summary>
        public List<ReadCell>? ReadRow()
        {
            if (at >= text.Length)
            {
                return null;
            }

            var cells = new List<ReadCell>();
            bool hasMore;
            do
            {
                var cell = ReadCell.Text(Unguarded(Field(out hasMore)));
                if (cells.Count < TableLimits.Columns)
                {
                    cells.Add(cell);
                }
            }
            while (hasMore);
            return cells;
        }

        /// <summary>What the portal's own CSV marks as words by an apostrophe.</summary>
        private static string Unguarded(string field) => field.Length > 1 && field[0] == '\'' && FormulaGuard.IsFormula(field[1..]) ? field[1..] : field;

        private string Field(out bool hasMore)
        {
            if (at < text.Length && text[at] == '"' && Quoted() is { } quoted)
            {
                hasMore = PassEnd();
                return quoted;
            }

            var length = text.AsSpan(at).IndexOfAny(separator, '\r', '\n');
            var end = length < 0 ? text.Length : at + length;
            var field = text[at..Math.Min(end, at + TableLimits.CellLength + 1)];
            at = end;
            hasMore = PassEnd();
            return field;
        }

        /// <summary>The content of a field in quotation marks; null when they are letters of it.</summary>
        private string? Quoted()
        {
            if (hasNoMoreQuotes)
            {
                return null;
            }

            var content = new StringBuilder();
            for (var i = at + 1; ;)
            {
                var next = text.IndexOf('"', i);
                if (next < 0)
                {
                    hasNoMoreQuotes = true;
                    return null;
                }

                if (content.Length + next - i > TableLimits.CellLength)
                {
                    return null;
                }

                content.Append(text, i, next - i);
                if (next + 1 < text.Length && text[next + 1] == '"')
                {
                    content.Append('"');
                    i = next + 2;
                    continue;
                }

                if (next + 1 < text.Length && text[next + 1] != separator && text[next + 1] is not ('\r' or '\n'))
                {
                    return null;
                }

                at = next + 1;
                return content.ToString();
            }
        }

        /// <summary>Passes over a separator or a line's end; whether another cell of the row follows.</summary>
        private bool PassEnd()
        {
            if (at >= text.Length)
            {
                return false;
            }

            var c = text[at++];
            if (c == '\r' && at < text.Length && text[at] == '\n')
            {
                at++;
            }

            return c == separator;
        }
    }
}

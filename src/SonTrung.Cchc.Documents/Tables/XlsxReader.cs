using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Core.Imports;

namespace SonTrung.Cchc.Documents.Tables;

/// <summary>
/// Reads the visible sheets of a workbook (ECMA-376) row by row: shared and inline words, days kept as numbers, the values that formulas had when the
/// file was saved. The package is looked into first, so that macros and bombs are refused unread.
/// </summary>
internal static class XlsxReader
{
    /// <summary>Sheets looked at.</summary>
    private const int MostSheets = 20;

    /// <summary>Cells that are filled in from a merged cell above; a workbook with more was made to waste time.</summary>
    private const int MostMergedRows = 200_000;

    /// <summary>Days between 01/01/1900 and 01/01/1904, from which some workbooks count.</summary>
    private const int Days1904 = 1462;

    public static TableReading Read(Stream file)
    {
        var refusal = FileInspector.Inspect(file) switch
        {
            (EvidenceKind.Xlsx, null) => (TableRefusal?)null,
            (_, EvidenceRefusal.HasMacros) => TableRefusal.HasMacros,
            (_, EvidenceRefusal.Damaged) => TableRefusal.Damaged,
            _ => TableRefusal.TypeNotAllowed,
        };
        if (refusal is { } unread)
        {
            return TableReading.Refused(unread);
        }

        try
        {
            file.Position = 0;
            using var book = SpreadsheetDocument.Open(file, isEditable: false);
            return Read(book.WorkbookPart ?? throw new InvalidDataException("No workbook."));
        }
        catch (TooLargeException)
        {
            return TableReading.Refused(TableRefusal.TooLarge);
        }
        catch (Exception damage) when (damage is InvalidDataException or XmlException or IOException or FormatException or OverflowException
            or ArgumentException or InvalidOperationException or OpenXmlPackageException or KeyNotFoundException or NotSupportedException)
        {
            // What a workbook broken on purpose makes the package reader throw.
            return TableReading.Refused(TableRefusal.Damaged);
        }
    }

    private static TableReading Read(WorkbookPart part)
    {
        var limits = new TableLimits();
        var book = part.Workbook ?? throw new InvalidDataException("No workbook.");
        var words = new SharedWords(part.SharedStringTablePart, limits);
        var formats = CellFormats.Of(part.WorkbookStylesPart);
        var offset = book.WorkbookProperties?.Date1904?.Value == true ? Days1904 : 0;
        var tables = new List<ReadTable>();
        foreach (var sheet in (book.Sheets?.Elements<Sheet>() ?? []).Where(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible).Take(MostSheets))
        {
            if (sheet.Id?.Value is { } id && part.TryGetPartById(id, out var found) && found is WorksheetPart sheetPart)
            {
                using var reader = Open(sheetPart);
                var rows = new SheetReader(reader, words, formats, offset, limits).Read();
                if (rows.Count > 0)
                {
                    tables.Add(new ReadTable(sheet.Name?.Value ?? "", rows));
                }
            }
        }

        return tables.Count == 0 ? TableReading.Refused(TableRefusal.Empty) : new TableReading(tables);
    }

    private static XmlReader Open(OpenXmlPart part) => XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), new XmlReaderSettings
    {
        CloseInput = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    /// <summary>More than is taken.</summary>
    private sealed class TooLargeException : Exception;

    /// <summary>The words that cells point at, without the spelling help of East Asian scripts.</summary>
    private sealed class SharedWords
    {
        private readonly List<string> words = [];

        public SharedWords(SharedStringTablePart? part, TableLimits limits)
        {
            if (part is null)
            {
                return;
            }

            using var reader = Open(part);
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
                {
                    var text = TextOf(reader, limits);
                    words.Add(text);
                    if (!limits.Takes(text))
                    {
                        throw new TooLargeException();
                    }
                }
            }
        }

        public string this[int index] => index >= 0 && index < words.Count ? words[index] : throw new InvalidDataException("No such words.");
    }

    /// <summary>The words of an element of rich text, cut where Excel would.</summary>
    private static string TextOf(XmlReader reader, TableLimits limits)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var depth = reader.Depth;
        var text = new StringBuilder();
        var (isText, isPhonetic) = (false, false);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                var begins = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
                isPhonetic = reader.LocalName == "rPh" ? begins : isPhonetic;
                isText = reader.LocalName == "t" && begins && !isPhonetic;
            }
            else if (isText && reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                text.Append(Piece(reader, TableLimits.CellLength + 1 - text.Length, limits));
            }
        }

        return text.ToString();
    }

    /// <summary>The first characters of a text node, read in pieces: a node may be as long as the part.</summary>
    private static string Piece(XmlReader reader, int room, TableLimits limits)
    {
        if (!reader.CanReadValueChunk)
        {
            var whole = reader.Value;
            return whole[..Math.Clamp(room, 0, whole.Length)];
        }

        var buffer = new char[4096];
        var kept = new StringBuilder();
        int read;
        while ((read = reader.ReadValueChunk(buffer, 0, buffer.Length)) > 0)
        {
            kept.Append(buffer, 0, Math.Clamp(room - kept.Length, 0, read));
            if (kept.Length >= room && !limits.Takes(new string(buffer, 0, read)))
            {
                throw new TooLargeException();
            }
        }

        return kept.ToString();
    }

    /// <summary>How cells show their numbers.</summary>
    private sealed class CellFormats
    {
        private readonly List<NumberLook> looks = [];

        public NumberLook this[int style] => style >= 0 && style < looks.Count ? looks[style] : NumberLook.Number;

        public static CellFormats Of(WorkbookStylesPart? part)
        {
            var formats = new CellFormats();
            if (part?.Stylesheet is not { } sheet)
            {
                return formats;
            }

            var codes = (sheet.NumberingFormats?.Elements<NumberingFormat>() ?? [])
                .Where(format => format.NumberFormatId?.HasValue == true)
                .GroupBy(format => format.NumberFormatId!.Value)
                .ToDictionary(group => group.Key, group => LookOf(group.First().FormatCode?.Value ?? ""));
            foreach (var format in sheet.CellFormats?.Elements<CellFormat>() ?? [])
            {
                var id = format.NumberFormatId?.Value ?? 0;
                formats.looks.Add(codes.TryGetValue(id, out var look) ? look : BuiltIn(id));
            }

            return formats;
        }

        /// <summary>The formats that Excel has without writing them down (18.8.30), East Asian days included.</summary>
        private static NumberLook BuiltIn(uint id) => id switch
        {
            9 or 10 => NumberLook.Percent,
            (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) => NumberLook.Day,
            _ => NumberLook.Number,
        };

        /// <summary>A format with a year or a day in it shows a day; words in quotation marks and colours in brackets say nothing.</summary>
        private static NumberLook LookOf(string code)
        {
            var (isQuoted, isBracketed) = (false, false);
            for (var i = 0; i < code.Length; i++)
            {
                var c = char.ToLowerInvariant(code[i]);
                if (c is '\\' or '_' or '*')
                {
                    i++;
                }
                else if (c == '"')
                {
                    isQuoted = !isQuoted;
                }
                else if (!isQuoted && c is '[' or ']')
                {
                    isBracketed = c == '[';
                }
                else if (!isQuoted && !isBracketed && c is 'y' or 'd' or '%')
                {
                    return c == '%' ? NumberLook.Percent : NumberLook.Day;
                }
            }

            return NumberLook.Number;
        }
    }

    /// <summary>What a number in a cell is shown as.</summary>
    private enum NumberLook
    {
        Number,
        Day,
        Percent,
    }

    /// <summary>Reads one sheet.</summary>
    private sealed class SheetReader(XmlReader reader, SharedWords words, CellFormats formats, int offset, TableLimits limits)
    {
        private readonly List<ReadRow> rows = [];
        private readonly List<(int Column, int Row, int LastColumn, int LastRow)> merged = [];
        private int mergedRows;

        public IReadOnlyList<ReadRow> Read()
        {
            var number = 0;
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (reader.LocalName == "row")
                {
                    number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > number ? given : number + 1;
                    ReadRow(number);
                }
                else if (reader.LocalName == "mergeCell" && merged.Count < ImportBatch.MostRows && Range(reader.GetAttribute("ref")) is { } range)
                {
                    merged.Add(range);
                }
            }

            return WithMerged();
        }

        private void ReadRow(int number)
        {
            var cells = new List<ReadCell>();
            if (!reader.IsEmptyElement)
            {
                var depth = reader.Depth;
                var column = -1;
                while (reader.Read() && reader.Depth > depth)
                {
                    if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
                    {
                        column = Place(reader.GetAttribute("r")) is var (at, _) && at > column ? at : column + 1;
                        Add(cells, column, ReadCellHere());
                    }
                }
            }

            if (cells.Count == 0)
            {
                return;
            }

            if (!limits.TakesRow())
            {
                throw new TooLargeException();
            }

            rows.Add(new ReadRow(number, cells));
        }

        private void Add(List<ReadCell> cells, int column, ReadCell cell)
        {
            if (cell.Kind == ReadCellKind.Empty || column >= TableLimits.Columns)
            {
                return;
            }

            if (!limits.Takes(cell.Content))
            {
                throw new TooLargeException();
            }

            while (cells.Count < column)
            {
                cells.Add(default);
            }

            cells.Add(cell);
        }

        private ReadCell ReadCellHere()
        {
            var type = reader.GetAttribute("t") ?? "n";
            var look = int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) ? formats[style] : formats[0];
            if (reader.IsEmptyElement)
            {
                return default;
            }

            var depth = reader.Depth;
            var (value, inline, hasFormula) = ((string?)null, (string?)null, false);
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (reader.LocalName)
                {
                    case "f":
                        hasFormula = true;
                        break;
                    case "v" when !reader.IsEmptyElement:
                        reader.Read();
                        value = reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA
                            ? Piece(reader, TableLimits.CellLength + 1, limits)
                            : null;
                        break;
                    case "is":
                        inline = TextOf(reader, limits);
                        break;
                }
            }

            return (type, value) switch
            {
                ("inlineStr", _) => ReadCell.Text(inline),
                (_, null) => hasFormula ? ReadCell.Fault("=") : default,
                ("s", _) => ReadCell.Text(words[int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)]),
                ("str", _) => ReadCell.Text(value),
                ("b", _) => ReadCell.Text(value == "1" ? "true" : "false"),
                ("e", _) => ReadCell.Fault(value.Length <= 20 ? value : "#"),
                ("d", _) => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)
                    ? ReadCell.Of(DateOnly.FromDateTime(moment))
                    : ReadCell.Text(value),
                _ => NumberOf(value, look),
            };
        }

        private ReadCell NumberOf(string value, NumberLook look)
        {
            if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) >= 1e15)
            {
                return ReadCell.Text(value);
            }

            return look switch
            {
                NumberLook.Day when number + offset is >= 1 and < 2_958_466 => ReadCell.Of(DateOnly.FromDateTime(DateTime.FromOADate(number + offset))),
                NumberLook.Percent => ReadCell.Text(string.Create(CultureInfo.InvariantCulture, $"{(decimal)(number * 100):0.######}%").Replace('.', ',')),
                _ => ReadCell.Of((decimal)number),
            };
        }

        /// <summary>
        /// A cell merged over rows below stands in each of them, a day over the works of that day. A row that is nothing but one cell merged
        /// over columns is a title between the rows.
        /// </summary>
        private List<ReadRow> WithMerged()
        {
            if (merged.Count == 0)
            {
                return rows;
            }

            var byNumber = rows.ToDictionary(row => row.Number);
            var titles = new HashSet<int>();
            foreach (var (column, row, lastColumn, lastRow) in merged)
            {
                if (!byNumber.TryGetValue(row, out var top) || top[column].Kind == ReadCellKind.Empty)
                {
                    continue;
                }

                if (lastColumn > column && top.Cells.Count(cell => cell.Kind != ReadCellKind.Empty) == 1)
                {
                    titles.Add(row);
                }
                else if (lastColumn == column)
                {
                    CopyDown(byNumber, top[column], column, row, Math.Min(lastRow, rows[^1].Number));
                }
            }

            return [.. rows.Where(row => !titles.Contains(row.Number)).Select(row => byNumber[row.Number])];
        }

        private void CopyDown(Dictionary<int, ReadRow> byNumber, ReadCell cell, int column, int row, int lastRow)
        {
            if ((mergedRows += Math.Max(0, lastRow - row)) > MostMergedRows)
            {
                throw new TooLargeException();
            }

            for (var below = row + 1; below <= lastRow; below++)
            {
                if (byNumber.TryGetValue(below, out var other) && other[column].Kind == ReadCellKind.Empty)
                {
                    if (!limits.Takes(cell.Content))
                    {
                        throw new TooLargeException();
                    }

                    var cells = other.Cells.ToList();
                    while (cells.Count <= column)
                    {
                        cells.Add(default);
                    }

                    cells[column] = cell;
                    byNumber[below] = other with { Cells = cells };
                }
            }
        }

        /// <summary>Column and row of "AB12", from 0 and from 1.</summary>
        private static (int Column, int Row)? Place(string? reference)
        {
            var (column, i) = (0, 0);
            while (reference is not null && i < reference.Length && i < 3 && char.IsAsciiLetterUpper(reference[i]))
            {
                column = (column * 26) + reference[i++] - 'A' + 1;
            }

            return column > 0 && int.TryParse(reference.AsSpan(i), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? (column - 1, row) : null;
        }

        private static (int Column, int Row, int LastColumn, int LastRow)? Range(string? reference)
        {
            var ends = reference?.Split(':') ?? [];
            return ends.Length == 2 && Place(ends[0]) is var (column, row) && Place(ends[1]) is var (lastColumn, lastRow) && column < TableLimits.Columns
                ? (column, row, lastColumn, lastRow)
                : null;
        }
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace SonTrung.Cchc.Documents.Tables;

/// <summary>
/// Writes a table as an Excel workbook (ECMA-376): real numbers and days, header frozen and with filters. Rows go out as they come, one part after the
/// other; the libraries for workbooks hold a sheet in memory until it is closed.
/// </summary>
public sealed class XlsxTable
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageLinks = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const int LongestText = 32767;

    private enum Style
    {
        Text,
        Header,
        Number,
        Date,
        Time,

        /// <summary>Words that begin like a formula: Excel is told that they are words, even when somebody edits the cell.</summary>
        Quoted,
    }

    private readonly int rowsOnSheet;

    /// <summary>Creates a writer.</summary>
    public XlsxTable()
        : this(1_048_576)
    {
    }

    /// <summary>A writer whose sheets are shorter than Excel's.</summary>
    internal XlsxTable(int rowsOnSheet) => this.rowsOnSheet = rowsOnSheet;

    /// <summary>Writes the rows as they come; what does not fit on a sheet goes on the next.</summary>
    /// <param name="output">Where to; need not seek and stays open.</param>
    /// <param name="table">The columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task WriteAsync<T>(Stream output, TableExport<T> table, IAsyncEnumerable<T> rows, CancellationToken cancellation = default)
    {
        using var outbox = new Outbox(output);
        using (var archive = new ZipArchive(outbox, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            await using var reader = rows.GetAsyncEnumerator(cancellation);
            var sheets = 0;
            var hasMore = await reader.MoveNextAsync();
            do
            {
                sheets++;
                using var xml = Part(archive, $"xl/worksheets/sheet{sheets}.xml");
                hasMore = await WriteSheetAsync(xml, table, reader, hasMore, outbox, cancellation);
            }
            while (hasMore);

            WritePart(archive, "xl/workbook.xml", xml => WriteWorkbook(xml, table.Sheet, sheets));
            WritePart(archive, "xl/_rels/workbook.xml.rels", xml => WriteWorkbookLinks(xml, sheets));
            WritePart(archive, "xl/styles.xml", WriteStyles);
            WritePart(archive, "_rels/.rels", WritePackageLinks);
            WritePart(archive, "[Content_Types].xml", xml => WriteContentTypes(xml, sheets));
        }

        await outbox.SendAsync(cancellation);
    }

    private async Task<bool> WriteSheetAsync<T>(
        XmlWriter xml, TableExport<T> table, IAsyncEnumerator<T> reader, bool hasMore, Outbox outbox, CancellationToken cancellation)
    {
        xml.WriteStartElement("worksheet", Main);
        WriteFrozenHeader(xml);
        WriteWidths(xml, table);
        xml.WriteStartElement("sheetData", Main);
        WriteRow(xml, 1, table.Columns.Select(column => (TableCell.Of(column.Header), (Style?)Style.Header)));
        var row = 1;
        while (hasMore && row < rowsOnSheet)
        {
            row++;
            WriteRow(xml, row, table.Columns.Select(column => (column.Read(reader.Current), (Style?)null)));
            if (outbox.IsFull)
            {
                await outbox.SendAsync(cancellation);
            }

            hasMore = await reader.MoveNextAsync();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("autoFilter", Main);
        xml.WriteAttributeString("ref", string.Create(CultureInfo.InvariantCulture, $"A1:{ColumnName(table.Columns.Count)}{row}"));
        xml.WriteEndElement();
        xml.WriteStartElement("pageSetup", Main);
        xml.WriteAttributeString("paperSize", "9");
        xml.WriteAttributeString("orientation", "landscape");
        xml.WriteEndElement();
        xml.WriteEndElement();
        return hasMore;
    }

    private static void WriteFrozenHeader(XmlWriter xml)
    {
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        xml.WriteAttributeString("workbookViewId", "0");
        xml.WriteStartElement("pane", Main);
        xml.WriteAttributeString("ySplit", "1");
        xml.WriteAttributeString("topLeftCell", "A2");
        xml.WriteAttributeString("activePane", "bottomLeft");
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteWidths<T>(XmlWriter xml, TableExport<T> table)
    {
        xml.WriteStartElement("cols", Main);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            xml.WriteStartElement("col", Main);
            xml.WriteAttributeString("min", number);
            xml.WriteAttributeString("max", number);
            xml.WriteAttributeString("width", table.Columns[i].Width.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int row, IEnumerable<(TableCell Cell, Style? Style)> cells)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
        var column = 0;
        foreach (var (cell, style) in cells)
        {
            column++;
            if (cell.Kind != TableCellKind.Empty)
            {
                xml.WriteStartElement("c", Main);
                xml.WriteAttributeString("r", string.Create(CultureInfo.InvariantCulture, $"{ColumnName(column)}{row}"));
                xml.WriteAttributeString("s", ((int)(style ?? StyleOf(cell))).ToString(CultureInfo.InvariantCulture));
                WriteValue(xml, cell);
                xml.WriteEndElement();
            }
        }

        xml.WriteEndElement();
    }

    private static void WriteValue(XmlWriter xml, TableCell cell)
    {
        if (cell.Kind == TableCellKind.Text)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Valid(cell.Text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteElementString("v", Main, cell.Kind == TableCellKind.Number ? cell.Number : cell.Serial.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    private static Style StyleOf(TableCell cell) => cell.Kind switch
    {
        TableCellKind.Number => Style.Number,
        TableCellKind.Date => Style.Date,
        TableCellKind.Time => Style.Time,
        _ => FormulaGuard.IsFormula(cell.Text) ? Style.Quoted : Style.Text,
    };

    /// <summary>What XML can hold and Excel takes.</summary>
    internal static string Valid(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > LongestText)
            {
                break;
            }

            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString();
    }

    private static void WriteWorkbook(XmlWriter xml, string name, int sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Links);
        xml.WriteStartElement("sheets", Main);
        for (var sheet = 1; sheet <= sheets; sheet++)
        {
            var number = sheet.ToString(CultureInfo.InvariantCulture);
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", SheetName(name, sheet == 1 ? "" : $" ({number})"));
            xml.WriteAttributeString("sheetId", number);
            xml.WriteAttributeString("id", Links, $"rId{number}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>At most 31 characters without those that Excel refuses.</summary>
    private static string SheetName(string name, string ending)
    {
        var clean = string.Concat(name.Where(c => !"[]:*?/\\".Contains(c, StringComparison.Ordinal))).Trim('\'', ' ');
        return clean[..Math.Min(clean.Length, 31 - ending.Length)] + ending;
    }

    private static void WriteWorkbookLinks(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Relationships", PackageLinks);
        for (var sheet = 1; sheet <= sheets; sheet++)
        {
            WriteLink(xml, $"rId{sheet}", "worksheet", $"worksheets/sheet{sheet}.xml");
        }

        WriteLink(xml, $"rId{sheets + 1}", "styles", "styles.xml");
        xml.WriteEndElement();
    }

    private static void WritePackageLinks(XmlWriter xml)
    {
        xml.WriteStartElement("Relationships", PackageLinks);
        WriteLink(xml, "rId1", "officeDocument", "xl/workbook.xml");
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string id, string type, string target)
    {
        xml.WriteStartElement("Relationship", PackageLinks);
        xml.WriteAttributeString("Id", id);
        xml.WriteAttributeString("Type", $"{Links}/{type}");
        xml.WriteAttributeString("Target", target);
        xml.WriteEndElement();
    }

    private static void WriteContentTypes(XmlWriter xml, int sheets)
    {
        const string types = "http://schemas.openxmlformats.org/package/2006/content-types";
        const string kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        xml.WriteStartElement("Types", types);
        xml.WriteStartElement("Default", types);
        xml.WriteAttributeString("Extension", "rels");
        xml.WriteAttributeString("ContentType", "application/vnd.openxmlformats-package.relationships+xml");
        xml.WriteEndElement();
        var parts = Enumerable.Range(1, sheets).Select(sheet => ($"/xl/worksheets/sheet{sheet}.xml", "worksheet"))
            .Append(("/xl/workbook.xml", "sheet.main")).Append(("/xl/styles.xml", "styles"));
        foreach (var (part, type) in parts)
        {
            xml.WriteStartElement("Override", types);
            xml.WriteAttributeString("PartName", part);
            xml.WriteAttributeString("ContentType", $"{kind}.{type}+xml");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>The look of the cells, in the order of <see cref="Style"/>.</summary>
    private static void WriteStyles(XmlWriter xml)
    {
        const string font = """<name val="Times New Roman"/><family val="1"/>""";
        xml.WriteRaw($"""
            <styleSheet xmlns="{Main}">
            <numFmts count="3"><numFmt numFmtId="164" formatCode="#,##0.###"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/><numFmt numFmtId="166" formatCode="dd/mm/yyyy\ hh:mm"/></numFmts>
            <fonts count="2"><font><sz val="12"/>{font}</font><font><b/><sz val="12"/>{font}</font></fonts>
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF1EDE4"/></patternFill></fill></fills>
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="6">
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
            <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
            <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>
            <xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            </cellXfs>
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
            </styleSheet>
            """);
    }

    private static void WritePart(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        using var xml = Part(archive, name);
        write(xml);
    }

    /// <summary>A part; its date is always the same, so that the same rows give the same bytes.</summary>
    private static XmlWriter Part(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return XmlWriter.Create(entry.Open(), new XmlWriterSettings { CloseOutput = true, Encoding = new UTF8Encoding(false) });
    }

    /// <summary>"A" for 1, "AA" for 27.</summary>
    internal static string ColumnName(int column) =>
        column <= 26 ? $"{(char)('A' + column - 1)}" : ColumnName((column - 1) / 26) + ColumnName(((column - 1) % 26) + 1);
}

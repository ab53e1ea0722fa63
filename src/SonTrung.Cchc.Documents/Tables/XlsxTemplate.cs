using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SonTrung.Cchc.Core.Imports;
using SheetFonts = DocumentFormat.OpenXml.Spreadsheet.Fonts;

namespace SonTrung.Cchc.Documents.Tables;

/// <summary>What a column of a template says when its cells are entered.</summary>
/// <param name="Title">The hint's title.</param>
/// <param name="Text">The hint.</param>
/// <param name="Warning">What is said of a value that the list does not have.</param>
public sealed record TemplateHint(string Title, string Text, string Warning);

/// <summary>
/// Writes a workbook to be filled in (ECMA-376): the headings frozen, an example below them, lists to choose from on a second sheet, a hint at every
/// cell. What a list does not have is warned of and can be entered all the same: the portal compares names with less strictness.
/// </summary>
public static class XlsxTemplate
{
    /// <summary>Rows with lists and hints below the headings.</summary>
    private const int PreparedRows = 5000;

    private const string TextFormat = "@";

    /// <summary>The height of a line, points.</summary>
    private const double LineHeight = 16.5;

    /// <summary>The cell formats, in the order of the stylesheet.</summary>
    private enum Look : uint
    {
        Text,
        Heading,
        RequiredHeading,
        Number,
        Day,
        Example,
        ExampleDay,
        List,
    }

    /// <summary>Writes the workbook.</summary>
    /// <param name="template">What it holds.</param>
    /// <param name="sheetName">The name of the sheet to be filled in.</param>
    /// <param name="listsName">The name of the sheet with the lists.</param>
    /// <param name="hintOf">What each column says.</param>
    /// <returns>The bytes of the file.</returns>
    public static byte[] Write(ImportTemplate template, string sheetName, string listsName, Func<ImportColumn, TemplateHint> hintOf)
    {
        using var bytes = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            var lists = template.Columns.Where(column => column.Choices.Count > 0).ToList();
            book.AddNewPart<WorksheetPart>("rows").Worksheet = Rows(template, listsName, lists, hintOf);
            book.AddNewPart<WorksheetPart>("lists").Worksheet = Lists(lists);
            book.Workbook = new Workbook(new Sheets(
                new Sheet { Name = sheetName, SheetId = 1, Id = "rows" },
                new Sheet { Name = listsName, SheetId = 2, Id = "lists" }));
        }

        return bytes.ToArray();
    }

    private static Worksheet Rows(ImportTemplate template, string listsName, List<TemplateColumn> lists, Func<ImportColumn, TemplateHint> hintOf)
    {
        var columns = new Columns();
        var lines = template.Columns.Max(column => LinesOf(column.Column));
        var headings = new Row { RowIndex = 1, Height = lines * LineHeight, CustomHeight = true };
        var example = new Row { RowIndex = 2 };
        var validations = new DataValidations();
        for (var i = 0; i < template.Columns.Count; i++)
        {
            var column = template.Columns[i];
            columns.Append(new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = column.Column.Width, CustomWidth = true, Style = (uint)LookOf(column.Column) });
            headings.Append(Words(i, 1, column.Column.IsRequired ? $"{column.Column.Heading} *" : column.Column.Heading, column.Column.IsRequired ? Look.RequiredHeading : Look.Heading));
            if (ExampleCell(i, template.Example[i]) is { } cell)
            {
                example.Append(cell);
            }

            validations.Append(Validation(column, i, listsName, lists.IndexOf(column), hintOf(column.Column)));
        }

        validations.Count = (uint)template.Columns.Count;
        return new Worksheet(
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A3", SequenceOfReferences = new ListValue<StringValue> { InnerText = "A3" } })
            {
                WorkbookViewId = 0,
                TabSelected = true,
            }),
            new SheetFormatProperties { DefaultRowHeight = LineHeight },
            columns,
            new SheetData(headings, example),
            validations,
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape });
    }

    /// <summary>Each list in a column of its own below its heading.</summary>
    private static Worksheet Lists(List<TemplateColumn> lists)
    {
        var columns = new Columns();
        var rows = new List<Row> { new() { RowIndex = 1 } };
        for (var i = 0; i < lists.Count; i++)
        {
            columns.Append(new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = 36, CustomWidth = true });
            rows[0].Append(Words(i, 1, lists[i].Column.Heading, Look.Heading));
            for (var n = 0; n < lists[i].Choices.Count; n++)
            {
                if (rows.Count < n + 2)
                {
                    rows.Add(new Row { RowIndex = (uint)n + 2 });
                }

                rows[n + 1].Append(Words(i, n + 2, lists[i].Choices[n], Look.List));
            }
        }

        var sheet = new Worksheet(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        { WorkbookViewId = 0 }));
        if (lists.Count > 0)
        {
            sheet.Append(columns);
        }

        sheet.Append(new SheetData(rows));
        return sheet;
    }

    private static DataValidation Validation(TemplateColumn column, int index, string listsName, int list, TemplateHint hint)
    {
        var name = XlsxTable.ColumnName(index + 1);
        var validation = new DataValidation
        {
            AllowBlank = true,
            ShowInputMessage = true,
            ShowErrorMessage = true,
            ErrorStyle = DataValidationErrorStyleValues.Warning,
            ErrorTitle = Cut(hint.Title, 32),
            Error = Cut(hint.Warning, 255),
            PromptTitle = Cut(hint.Title, 32),
            Prompt = Cut(hint.Text, 255),
            SequenceOfReferences = new ListValue<StringValue> { InnerText = string.Create(CultureInfo.InvariantCulture, $"{name}2:{name}{PreparedRows + 1}") },
        };
        if (list >= 0 && column.Column.Value is ImportValue.Name or ImportValue.YesNo)
        {
            var from = XlsxTable.ColumnName(list + 1);
            validation.Type = DataValidationValues.List;
            validation.Formula1 = new Formula1(string.Create(
                CultureInfo.InvariantCulture, $"'{listsName.Replace("'", "''", StringComparison.Ordinal)}'!${from}$2:${from}${column.Choices.Count + 1}"));
        }
        else
        {
            // A hint alone: any value is taken.
            validation.ShowErrorMessage = false;
        }

        return validation;
    }

    private static Cell? ExampleCell(int column, ReadCell value) => value.Kind switch
    {
        ReadCellKind.Empty => null,
        ReadCellKind.Day => Value(column, value.Day!.Value.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture), Look.ExampleDay),
        ReadCellKind.Number => Value(column, value.Content, Look.Example),
        _ => Words(column, 2, value.Content, Look.Example),
    };

    private static Cell Value(int column, string value, Look look) => new()
    {
        CellReference = $"{XlsxTable.ColumnName(column + 1)}2",
        StyleIndex = (uint)look,
        CellValue = new CellValue(value),
    };

    private static Cell Words(int column, int row, string words, Look look) => new()
    {
        CellReference = string.Create(CultureInfo.InvariantCulture, $"{XlsxTable.ColumnName(column + 1)}{row}"),
        StyleIndex = (uint)look,
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(XlsxTable.Valid(words)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    /// <summary>Lines that a heading takes in its column; bold letters are wider than what a column's width counts.</summary>
    private static double LinesOf(ImportColumn column) => Math.Clamp(Math.Ceiling((column.Heading.Length + 2) * 1.15 / column.Width), 2, 6);

    private static Look LookOf(ImportColumn column) => column.Value switch
    {
        ImportValue.Day => Look.Day,
        ImportValue.Number => Look.Number,
        _ => Look.Text,
    };

    private static Stylesheet Styles()
    {
        static Font Of(bool bold = false, bool italic = false, string? color = null)
        {
            var font = new Font();
            if (bold)
            {
                font.Append(new Bold());
            }

            if (italic)
            {
                font.Append(new Italic());
            }

            font.Append(new FontSize { Val = 12 });
            if (color is not null)
            {
                font.Append(new Color { Rgb = color });
            }

            font.Append(new FontName { Val = "Times New Roman" }, new FontFamilyNumbering { Val = 1 });
            return font;
        }

        static CellFormat Look(uint number, uint font, uint fill, VerticalAlignmentValues vertical, HorizontalAlignmentValues? horizontal = null, bool isQuoted = false, uint border = 0) => new(
            new Alignment { Vertical = vertical, WrapText = horizontal is null, Horizontal = horizontal })
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            ApplyNumberFormat = number != 0,
            ApplyFont = font != 0,
            ApplyFill = fill != 0,
            ApplyBorder = border != 0,
            ApplyAlignment = true,
            QuotePrefix = isQuoted ? true : null,
        };

        var (top, center) = (VerticalAlignmentValues.Top, VerticalAlignmentValues.Center);
        return new Stylesheet(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = 164, FormatCode = "#,##0.###" },
                new NumberingFormat { NumberFormatId = 165, FormatCode = "dd/mm/yyyy" },
                new NumberingFormat { NumberFormatId = 166, FormatCode = TextFormat })
            { Count = 3 },
            new SheetFonts(Of(), Of(bold: true), Of(bold: true, color: "FF8C1515"), Of(italic: true, color: "FF6B6B6B")) { Count = 4 },
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFF1EDE4" }) { PatternType = PatternValues.Solid }))
            { Count = 3 },
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(
                    new LeftBorder(),
                    new RightBorder(new Color { Rgb = "FFB9B2A3" }) { Style = BorderStyleValues.Thin },
                    new TopBorder(),
                    new BottomBorder(new Color { Rgb = "FF1F1C18" }) { Style = BorderStyleValues.Thin },
                    new DiagonalBorder()))
            { Count = 2 },
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            new CellFormats(
                Look(0, 0, 0, top),
                Look(0, 1, 2, center, border: 1),
                Look(0, 2, 2, center, border: 1),
                Look(164, 0, 0, top, HorizontalAlignmentValues.Right),
                Look(165, 0, 0, top, HorizontalAlignmentValues.Left),
                Look(0, 3, 0, top),
                Look(165, 3, 0, top, HorizontalAlignmentValues.Left),
                Look(166, 0, 0, top, isQuoted: true))
            { Count = 8 },
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}

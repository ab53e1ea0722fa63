using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SonTrung.Cchc.Documents.Tables;

namespace SonTrung.Cchc.Tests.Documents.Tables;

public sealed class XlsxTableTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_EveryKindOfCell_KeepsTypeAndValue()
    {
        using var book = await OpenAsync(new XlsxTable(), new TableSample("Đối thoại với Nhân dân", 1234.5m, new DateOnly(2026, 4, 5), new DateTime(2026, 11, 24, 10, 32, 0)));

        var cells = Cells(book, 0, 2);
        Assert.Equal((CellValues.InlineString, "Đối thoại với Nhân dân"), (cells[0].DataType!.Value, cells[0].InnerText));
        Assert.Equal((null, "1234.5"), (cells[1].DataType?.Value, cells[1].CellValue!.Text));
        Assert.Equal(new DateTime(2026, 4, 5), DateTime.FromOADate(double.Parse(cells[2].CellValue!.Text, CultureInfo.InvariantCulture)));
        Assert.Equal(new DateTime(2026, 11, 24, 10, 32, 0), DateTime.FromOADate(double.Parse(cells[3].CellValue!.Text, CultureInfo.InvariantCulture)), TimeSpan.FromSeconds(1));
        Assert.Equal(["", "#,##0.###", "dd/mm/yyyy", "dd/mm/yyyy\\ hh:mm"], cells.Select(cell => FormatOf(book, cell)));
    }

    [Fact]
    public async Task Write_Header_IsFrozenFilteredAndNamed()
    {
        using var book = await OpenAsync(new XlsxTable(), new TableSample("a", 1));

        var sheet = Sheet(book, 0);
        Assert.Equal(["Nội dung", "Số lượng", "Ngày", "Lúc"], Cells(book, 0, 1).Select(cell => cell.InnerText));
        var pane = sheet.Descendants<Pane>().Single();
        Assert.Equal((PaneStateValues.Frozen, 1d), (pane.State!.Value, pane.VerticalSplit!.Value));
        Assert.Equal("A1:D2", sheet.Descendants<AutoFilter>().Single().Reference!.Value);
        Assert.Equal([40d, 12d, 13d, 17d], sheet.Descendants<Column>().Select(column => column.Width!.Value));
        Assert.Equal("Hoạt động 2026 tuyên truyền, ph", book.WorkbookPart!.Workbook!.Descendants<Sheet>().Single().Name!.Value);
    }

    [Fact]
    public async Task Write_EmptyAndHostileCells_AreValidAndHarmless()
    {
        using var book = await OpenAsync(
            new XlsxTable(),
            new TableSample(null),
            new TableSample("=cmd|' /C calc'!A0"),
            new TableSample("a\0b\u0001c\uFFFEd\uD800e <&> 🙂"),
            new TableSample(new string('ờ', 40_000)));

        Assert.Empty(Cells(book, 0, 2));
        var hostile = Cells(book, 0, 3).Single();
        Assert.Null(hostile.CellFormula);
        Assert.Equal((CellValues.InlineString, "=cmd|' /C calc'!A0"), (hostile.DataType!.Value, hostile.InnerText));
        Assert.True(Format(book, hostile).QuotePrefix!.Value);
        Assert.Equal("abcd\uFFFDe <&> 🙂", Cells(book, 0, 4).Single().InnerText);
        Assert.Equal(32767, Cells(book, 0, 5).Single().InnerText.Length);
    }

    [Fact]
    public async Task Write_MoreRowsThanASheetHolds_GoesOnOnTheNext()
    {
        using var book = await OpenAsync(new XlsxTable(3), [.. Enumerable.Range(1, 5).Select(i => new TableSample("dòng", i))]);

        Assert.Equal(
            [["1", "2"], ["3", "4"], ["5"]],
            Enumerable.Range(0, 3).Select(sheet => Sheet(book, sheet).Descendants<Row>().Skip(1).Select(row => row.Elements<Cell>().Last().InnerText).ToArray()));
        Assert.Equal(
            ["Hoạt động 2026 tuyên truyền, ph", "Hoạt động 2026 tuyên truyền (2)", "Hoạt động 2026 tuyên truyền (3)"],
            book.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
    }

    [Fact]
    public async Task Write_ManyRows_GoOutInSmallPieces()
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, 3000).Select(i => new TableSample(string.Concat(Enumerable.Range(0, 40).Select(_ => (char)random.Next('a', 0x1EF9))), i)).ToArray();
        var output = new AsyncOnlyStream();

        await new XlsxTable().WriteAsync(output, TableSample.Table, TableSample.Rows(rows), Cancellation);

        Assert.InRange(output.Bytes.Length, 200_000, int.MaxValue);
        Assert.InRange(output.Greatest, 1, 100_000);
    }

    [Fact]
    public async Task Write_SameRows_GiveTheSameBytes()
    {
        async Task<byte[]> WriteAsync()
        {
            var output = new AsyncOnlyStream();
            await new XlsxTable().WriteAsync(output, TableSample.Table, TableSample.Rows(new TableSample("a", 1)), Cancellation);
            return output.Bytes;
        }

        Assert.Equal(await WriteAsync(), await WriteAsync());
    }

    private static async Task<SpreadsheetDocument> OpenAsync(XlsxTable writer, params TableSample[] rows)
    {
        var output = new AsyncOnlyStream();
        await writer.WriteAsync(output, TableSample.Table, TableSample.Rows(rows), Cancellation);
        var book = SpreadsheetDocument.Open(new MemoryStream(output.Bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(book, Cancellation).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        return book;
    }

    private static Worksheet Sheet(SpreadsheetDocument book, int index)
    {
        var sheet = book.WorkbookPart!.Workbook!.Descendants<Sheet>().ElementAt(index);
        return ((WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!;
    }

    private static List<Cell> Cells(SpreadsheetDocument book, int sheet, int row) =>
        Sheet(book, sheet).Descendants<Row>().Single(line => line.RowIndex! == (uint)row).Elements<Cell>().ToList();

    private static CellFormat Format(SpreadsheetDocument book, Cell cell) =>
        book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

    private static string FormatOf(SpreadsheetDocument book, Cell cell) =>
        book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.NumberingFormats!.Elements<NumberingFormat>()
            .SingleOrDefault(format => format.NumberFormatId! == Format(book, cell).NumberFormatId!)?.FormatCode?.Value ?? "";
}

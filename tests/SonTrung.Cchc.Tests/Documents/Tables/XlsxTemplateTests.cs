using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SonTrung.Cchc.Core.Imports;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Tests.Imports;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Documents.Tables;

public sealed class XlsxTemplateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ImportKind.Activities)]
    [InlineData(ImportKind.PlanItems)]
    public async Task Write_Template_IsValidWithListsHintsAndFrozenHeadings(ImportKind kind)
    {
        using var desk = new ImportDesk();
        var template = await desk.TemplateAsync(kind);

        using var bytes = new MemoryStream(Write(template));
        using var book = SpreadsheetDocument.Open(bytes, isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(book, Cancellation).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var sheet = Sheet(book, 0);
        Assert.Equal(["Nhập", "Danh mục"], book.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(row => row.Name!.Value));
        Assert.Equal((PaneStateValues.Frozen, 1d), (sheet.Descendants<Pane>().Single().State!.Value, sheet.Descendants<Pane>().Single().VerticalSplit!.Value));
        var validations = sheet.Descendants<DataValidation>().ToList();
        Assert.Equal(template.Columns.Count, validations.Count);
        Assert.All(validations, validation => Assert.NotEmpty(validation.Prompt!.Value!));
        var lists = validations.Where(validation => validation.Type?.Value == DataValidationValues.List).ToList();
        Assert.NotEmpty(lists);
        Assert.All(lists, list => Assert.NotEmpty(CellsOf(Sheet(book, 1), list.Formula1!.Text)));
    }

    [Fact]
    public async Task Write_Activities_HaveAColumnForEachIndicatorAndTheYearsPlanLines()
    {
        using var desk = new ImportDesk();

        var template = await desk.TemplateAsync(ImportKind.Activities);

        Assert.Contains(template.Columns, column => column.Column.Heading == "Lượt phát");
        Assert.Contains(template.Columns, column => column.Column.Heading == "Tờ gấp, tờ rơi (tờ)");
        Assert.Equal(["Phát thanh hằng tuần", "Ngoài kế hoạch"], template.Columns.Single(column => column.Column.Key == "PlanItem").Choices);
    }

    [Fact]
    public async Task Template_AgencyWithWordsOfItsOwn_OffersThem()
    {
        using var desk = new ImportDesk();
        desk.Name(channel: desk.Radio, name: "Loa thôn");
        desk.Name(topic: desk.Topic, name: "Thể chế xã");
        desk.Name(indicator: desk.Broadcasts, name: "buổi phát");

        var template = await desk.TemplateAsync(ImportKind.Activities);

        Assert.Equal(["Loa thôn", "Zalo, Facebook"], template.Columns.Single(column => column.Column.Key == "Channel").Choices);
        Assert.Equal(["Thể chế xã"], template.Columns.Single(column => column.Column.Key == "Topic").Choices);
        Assert.Contains(template.Columns, column => column.Column.Heading == "Buổi phát");
        Assert.DoesNotContain(template.Columns, column => column.Column.Heading == "Lượt phát");
        Assert.Contains("buổi phát", (await desk.TemplateAsync(ImportKind.PlanItems)).Columns.Single(column => column.Column.Key == "TargetIndicator:1").Choices);
    }

    [Fact]
    public async Task Template_WhatEndedBeforeTheYear_IsNotOffered()
    {
        using var desk = new ImportDesk();

        var (of2026, of2027) = (await desk.TemplateAsync(ImportKind.Activities), await desk.AsAsync(service => service.TemplateAsync(ImportKind.Activities, 2027, Cancellation)));

        Assert.Contains(of2026.Columns, column => column.Column.Heading == "Cụm cũ");
        Assert.DoesNotContain(of2027.Columns, column => column.Column.Heading == "Cụm cũ");
    }

    [Fact]
    public async Task Write_ThenRead_HeadingsAreKnownAndTheExampleIsPassedOver()
    {
        using var desk = new ImportDesk();
        using var bytes = new MemoryStream(Write(await desk.TemplateAsync(ImportKind.Activities)));

        var tables = TableReading.OfFile(bytes).Tables;
        var result = await desk.ReceiveAsync(tables);

        Assert.Equal(2, tables.Count);
        Assert.Null(result.Refusal);
        var preview = await desk.PreviewAsync(result.Id);
        Assert.Equal((0, 0), (preview.Total, preview.Columns.Unknown.Count));
        Assert.Equal([2], preview.PassedOver);
    }

    [Fact]
    public async Task Write_Template_OpensInLibreOffice()
    {
        Assert.SkipUnless(LibreOffice.HasCalc, LibreOffice.WhyNot);
        using var desk = new ImportDesk();

        using var again = new MemoryStream(LibreOffice.ToXlsx(Write(await desk.TemplateAsync(ImportKind.Activities)), "xlsx"));
        using var book = SpreadsheetDocument.Open(again, isEditable: false);

        var lists = Sheet(book, 0).Descendants<DataValidation>().Where(validation => validation.Type?.Value == DataValidationValues.List).ToList();
        Assert.NotEmpty(lists);
        Assert.All(lists, list => Assert.NotEmpty(CellsOf(Sheet(book, 1), list.Formula1!.Text)));
    }

    private static byte[] Write(ImportTemplate template) =>
        XlsxTemplate.Write(template, "Nhập", "Danh mục", column => new TemplateHint(column.Heading, "Ghi ở đây.", "Không có trong danh mục."));

    private static Worksheet Sheet(SpreadsheetDocument book, int index) =>
        ((WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook!.Descendants<Sheet>().ElementAt(index).Id!.Value!)).Worksheet!;

    /// <summary>The cells that a list points at: "'Danh mục'!$A$2:$A$9".</summary>
    private static List<Cell> CellsOf(Worksheet sheet, string formula)
    {
        var parts = formula[(formula.IndexOf('!', StringComparison.Ordinal) + 1)..].Split('$', StringSplitOptions.RemoveEmptyEntries);
        var (column, from, to) = (parts[0], int.Parse(parts[1].TrimEnd(':')), int.Parse(parts[3]));
        var cells = Enumerable.Range(from, to - from + 1)
            .Select(row => sheet.Descendants<Cell>().SingleOrDefault(cell => cell.CellReference?.Value == $"{column}{row}")).ToList();
        Assert.DoesNotContain(null, cells);
        return cells!;
    }
}

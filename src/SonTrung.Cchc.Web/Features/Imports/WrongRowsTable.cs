using SonTrung.Cchc.Core.Imports;
using SonTrung.Cchc.Documents.Tables;

namespace SonTrung.Cchc.Web.Features.Imports;

/// <summary>The rows of a table with something wrong, to be mended and brought in again: their columns as they came, and the reasons.</summary>
internal static class WrongRowsTable
{
    public static TableExport<(ReadRow Row, ImportRow Why)> Of(RefusedRows refused)
    {
        var table = new TableExport<(ReadRow Row, ImportRow Why)>(ImportTexts.WrongSheet, "dong-loi")
            .Number(ImportTexts.ColumnRow, 8, row => row.Row.Number)
            .Text(ImportTexts.WrongColumn, 60, row => string.Join(' ', row.Why.Issues.Select(ImportWords.Of)));
        for (var i = 0; i < refused.Headings.Cells.Count; i++)
        {
            var column = i;
            var width = refused.Columns.Columns.TryGetValue(column, out var known) ? known.Width : 20;
            table.Cell(refused.Headings[column].Original ?? refused.Headings[column].Shown, width, row => CellOf(row.Row[column]));
        }

        return table;
    }

    public static async IAsyncEnumerable<(ReadRow Row, ImportRow Why)> RowsOf(RefusedRows refused)
    {
        foreach (var row in refused.Rows)
        {
            yield return row;
        }

        await Task.CompletedTask;
    }

    private static TableCell CellOf(ReadCell cell) => cell.Kind switch
    {
        ReadCellKind.Number => TableCell.Of(cell.Number),
        ReadCellKind.Day => TableCell.Of(cell.Day),
        _ => TableCell.Of(cell.Original ?? cell.Content),
    };
}

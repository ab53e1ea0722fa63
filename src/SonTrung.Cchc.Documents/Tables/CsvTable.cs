using System.Text;

namespace SonTrung.Cchc.Documents.Tables;

/// <summary>
/// Writes a table as CSV for the Vietnamese Excel: UTF-8 with byte order mark, quoted by RFC 4180, separated by semicolons because the comma is the
/// decimal mark. Words that would be taken for a formula begin with an apostrophe.
/// </summary>
public static class CsvTable
{
    /// <summary>The media type.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    private const char Separator = ';';

    /// <summary>Writes the rows as they come.</summary>
    /// <param name="output">Where to; stays open.</param>
    /// <param name="table">The columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task WriteAsync<T>(Stream output, TableExport<T> table, IAsyncEnumerable<T> rows, CancellationToken cancellation = default)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await WriteLineAsync(writer, table.Columns.Select(column => TableCell.Of(column.Header)), cancellation);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await WriteLineAsync(writer, table.Columns.Select(column => column.Read(row)), cancellation);
        }
    }

    private static Task WriteLineAsync(StreamWriter writer, IEnumerable<TableCell> cells, CancellationToken cancellation) =>
        writer.WriteLineAsync(string.Join(Separator, cells.Select(Field)).AsMemory(), cancellation);

    private static string Field(TableCell cell)
    {
        var text = cell.Kind == TableCellKind.Text && FormulaGuard.IsFormula(cell.Text) ? $"'{cell.Text}" : cell.Text ?? "";
        return text.AsSpan().IndexOfAny([Separator, '"', '\r', '\n']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

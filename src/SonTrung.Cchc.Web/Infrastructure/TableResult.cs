using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SonTrung.Cchc.Documents.Tables;

namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>The formats of a list to take away.</summary>
public enum TableFormat
{
    /// <summary>A workbook.</summary>
    Excel,

    /// <summary>Text.</summary>
    Csv,
}

/// <summary>Sends a list as a file while it is read.</summary>
public sealed class TableResult<T>(TableFormat format, TableExport<T> table, IAsyncEnumerable<T> rows) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        var cancellation = context.HttpContext.RequestAborted;
        response.ContentType = format == TableFormat.Excel ? XlsxTable.ContentType : CsvTable.ContentType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = table.FileName + (format == TableFormat.Excel ? ".xlsx" : ".csv"),
        }.ToString();
        await (format == TableFormat.Excel
            ? new XlsxTable().WriteAsync(response.Body, table, rows, cancellation)
            : CsvTable.WriteAsync(response.Body, table, rows, cancellation));
    }
}

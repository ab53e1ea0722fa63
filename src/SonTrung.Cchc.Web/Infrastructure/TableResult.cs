using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Net.Http.Headers;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Documents.Tables;
using SonTrung.Cchc.Web.Features.Shared;

namespace SonTrung.Cchc.Web.Infrastructure;

/// <summary>The ways in which a whole list leaves the portal.</summary>
public enum TableFormat
{
    /// <summary>A workbook.</summary>
    Excel,

    /// <summary>Text.</summary>
    Csv,

    /// <summary>A page to be printed.</summary>
    Print,
}

/// <summary>Sends a whole list as a file while it is read, or shows it as a page to be printed.</summary>
/// <param name="table">The columns.</param>
/// <param name="rows">The rows.</param>
/// <param name="format">The way; when missing, what the address ends with says it: excel, csv, in.</param>
public sealed class TableResult<T>(TableExport<T> table, IAsyncEnumerable<T> rows, TableFormat? format = null) : IActionResult
{
    public TableResult(TableExport<T> table, IEnumerable<T> rows)
        : this(table, rows.ToAsyncEnumerable())
    {
    }

    /// <summary>The filter in force in words, read when the list is printed. The year and the words looked for are told without it.</summary>
    public IAsyncEnumerable<string> Filter { get; init; } = AsyncEnumerable.Empty<string>();

    public async Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        var cancellation = context.HttpContext.RequestAborted;
        var way = format ?? OfAddress(context.HttpContext.Request.Path);
        if (way == TableFormat.Print)
        {
            await PrintAsync(context, cancellation);
            return;
        }

        response.ContentType = way == TableFormat.Excel ? XlsxTable.ContentType : CsvTable.ContentType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = table.FileName + (way == TableFormat.Excel ? ".xlsx" : ".csv"),
        }.ToString();
        await (way == TableFormat.Excel
            ? new XlsxTable().WriteAsync(response.Body, table, rows, cancellation)
            : CsvTable.WriteAsync(response.Body, table, rows, cancellation));
    }

    private static TableFormat OfAddress(PathString path) => path.Value!.Split('/')[^1] switch
    {
        ListTools.ExcelEnd => TableFormat.Excel,
        ListTools.CsvEnd => TableFormat.Csv,
        ListTools.PrintEnd => TableFormat.Print,
        var end => throw new InvalidOperationException($"No list ends with {end}."),
    };

    private async Task PrintAsync(ActionContext context, CancellationToken cancellation)
    {
        var services = context.HttpContext.RequestServices;
        var printed = new List<IReadOnlyList<TableCell>>();
        var isWhole = true;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (printed.Count == ListPrint.MostRows)
            {
                isWhole = false;
                break;
            }

            printed.Add(table.Columns.Select(column => column.Read(row)).ToList());
        }

        var page = new ListPrint(
            table.Sheet,
            await Filter.ToListAsync(cancellation),
            table.Columns.Select(column => column.Header).ToList(),
            printed,
            isWhole,
            services.GetRequiredService<TimeProvider>().Today());
        await new ViewResult
        {
            ViewName = nameof(ListPrint),
            ViewData = new ViewDataDictionary<ListPrint>(services.GetRequiredService<IModelMetadataProvider>(), context.ModelState) { Model = page },
        }.ExecuteResultAsync(context);
    }
}

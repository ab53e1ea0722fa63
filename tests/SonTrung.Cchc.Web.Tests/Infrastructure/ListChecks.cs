using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>What is asked of every list that can be taken away.</summary>
internal static class ListChecks
{
    /// <summary>The lines of a list's CSV without the header, cell by cell; the list must have no line breaks in cells.</summary>
    public static async Task<List<string[]>> CsvAsync(Session session, string url, string fileName)
    {
        var answer = await FileAsync(session, url, fileName, "text/csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        return Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';')).ToList();
    }

    /// <summary>The rows of a list's workbook without the header; the workbook must be valid.</summary>
    public static async Task<List<Cell[]>> ExcelAsync(Session session, string url, string? fileName)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var answer = await FileAsync(session, url, fileName, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        using var book = SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(cancellation)), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book, cancellation).Select(error => error.Description));
        return book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Skip(1)
            .Select(row => row.Elements<Cell>().Select(cell => (Cell)cell.CloneNode(deep: true)).ToArray()).ToList();
    }

    /// <summary>The rows of a list's workbook, whatever the file is called.</summary>
    public static Task<List<Cell[]>> ExcelAsync(Session session, string url) => ExcelAsync(session, url, null);

    /// <summary>How many rows a list's CSV has; line breaks in cells are none of them.</summary>
    public static async Task<int> CsvCountAsync(Session session, string url)
    {
        var text = await (await FileAsync(session, url, null, "text/csv")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var (rows, isQuoted) = (0, false);
        foreach (var letter in text)
        {
            isQuoted ^= letter == '"';
            rows += letter == '\n' && !isQuoted ? 1 : 0;
        }

        return rows - 1;
    }

    private static async Task<HttpResponseMessage> FileAsync(Session session, string url, string? fileName, string type)
    {
        var answer = await session.GetAsync(url);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        var sent = answer.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", fileName ?? sent.FileName!.Trim('"')), (sent.DispositionType, sent.FileName!.Trim('"')));
        return answer;
    }
}

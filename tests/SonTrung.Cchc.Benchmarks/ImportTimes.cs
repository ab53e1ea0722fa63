using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SonTrung.Cchc.Documents.Tables;

namespace SonTrung.Cchc.Benchmarks;

/// <summary>
/// Brings a workbook of activities in through the portal's own pages, as a person does: sent and read, looked through, entered, taken back.
/// Prints the time on the wall and the processor time of the portal for each step, in a portal that has just started and once it has run the same before.
/// </summary>
internal static partial class ImportTimes
{
    private const string User = "canbo@xahuongson";
    private const string Upload = "/hoat-dong/nhap-excel";

    public static async Task RunAsync(int rows, string? published)
    {
        var root = Directory.CreateTempSubdirectory("cchc-import-");
        try
        {
            using var portal = await PortalProcess.StartAsync(Path.Combine(root.FullName, "data"), 5993, loadSamples: true, published);
            var (client, _) = await portal.AsAsync(User, _ => Task.FromResult(Upload));

            // Once with little, so that nothing is measured that happens only once.
            await BringInAsync(portal, client, await WorkbookAsync(50, 2027), null);
            var workbook = await WorkbookAsync(rows, 2026);
            Console.WriteLine($"{rows:N0} activities with two figures each, a workbook of {workbook.Length / 1024:N0} KB.");
            foreach (var state in new[] { "just started", "running for a while" })
            {
                Console.WriteLine($"{state,-36}{"wall",12}{"processor",14}");
                await BringInAsync(portal, client, workbook, (step, wall, processor) =>
                    Console.WriteLine($"{step,-36}{wall.TotalSeconds,10:0.00} s{processor.TotalSeconds,12:0.00} s"));
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            root.Delete(recursive: true);
        }
    }

    private static async Task BringInAsync(PortalProcess portal, HttpClient client, byte[] workbook, Action<string, TimeSpan, TimeSpan>? told)
    {
        var (wall, processor) = (TimeSpan.Zero, TimeSpan.Zero);
        var form = await client.GetStringAsync(Upload);
        var preview = await StepAsync("sent, read and looked through", () => PostAsync(client, Upload, form, workbook));
        var address = ImportAddress().Match(preview).Groups[1].Value;
        var entered = await StepAsync("entered", () => PostAsync(client, $"{address}/nhap", preview, null));
        var (allWall, allProcessor) = (wall, processor);
        told?.Invoke("all until entered", allWall, allProcessor);
        await StepAsync("taken back", () => PostAsync(client, $"{address}/hoan-tac", entered, null));

        async Task<string> StepAsync(string name, Func<Task<string>> step)
        {
            var (watch, before) = (Stopwatch.StartNew(), portal.ProcessorTime);
            var page = await step();
            var used = portal.ProcessorTime - before;
            (wall, processor) = (wall + watch.Elapsed, processor + used);
            told?.Invoke(name, watch.Elapsed, used);
            return page;
        }
    }

    /// <summary>Sends the form of a page and gives the page that it leads to.</summary>
    private static async Task<string> PostAsync(HttpClient client, string url, string page, byte[]? file)
    {
        var from = page.IndexOf($"action=\"{url}\"", StringComparison.Ordinal);
        using var form = new MultipartFormDataContent();
        foreach (Match field in HiddenField().Matches(page[from..page.IndexOf("</form>", from, StringComparison.Ordinal)]))
        {
            form.Add(new StringContent(field.Groups[2].Value), field.Groups[1].Value);
        }

        if (file is not null)
        {
            var content = new ByteArrayContent(file);
            content.Headers.ContentType = new MediaTypeHeaderValue(XlsxTable.ContentType);
            form.Add(content, "File", "hoat-dong.xlsx");
        }

        using var answer = await client.PostAsync(url, form);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{url}: {(int)answer.StatusCode} {ErrorText().Match(text).Value}");
    }

    /// <summary>A workbook as a commune keeps one: a line a work, spread over the reporting year.</summary>
    private static async Task<byte[]> WorkbookAsync(int rows, int year)
    {
        string[] works = ["Đăng bài về", "Phát thanh về", "Hội nghị về", "Phát tờ gấp về", "Hướng dẫn lưu động về", "Niêm yết"];
        string[] themes = ["đăng ký khai sinh", "thủ tục đất đai", "nộp hồ sơ trực tuyến", "định danh điện tử", "chứng thực bản sao", "phí, lệ phí"];
        string[] channels = ["Trang thông tin điện tử", "Truyền thanh cơ sở", "Hội nghị, cuộc họp", "Tờ gấp, tờ rơi", "Hướng dẫn lưu động", "Niêm yết công khai"];
        var table = new TableExport<int>("Hoạt động", "hoat-dong")
            .Date("Ngày", 13, i => new DateOnly(year - 1, 12, 15).AddDays(i % 364))
            .Text("Nội dung hoạt động", 60, i => $"{works[i % works.Length]} {themes[i / 7 % themes.Length]}, đợt {i + 1}")
            .Text("Phương tiện, hình thức", 30, i => channels[i % channels.Length])
            .Text("Địa điểm", 30, i => string.Create(CultureInfo.InvariantCulture, $"Nhà văn hóa thôn {1 + (i % 40)}"))
            .Number("Lượt người", 12, i => 20 + (i % 280))
            .Number("Lượt phát", 12, i => 1 + (i % 9));
        using var bytes = new MemoryStream();
        await new XlsxTable().WriteAsync(bytes, table, Enumerable.Range(0, rows).ToAsyncEnumerable());
        return bytes.ToArray();
    }

    [GeneratedRegex("""<input(?=[^>]*type="hidden")[^>]*name="([^"]+)"[^>]*value="([^"]*)"[^>]*>""")]
    private static partial Regex HiddenField();

    [GeneratedRegex("""action="(/nhap-excel/\d+)/""")]
    private static partial Regex ImportAddress();

    [GeneratedRegex("""<h1>[^<]*""")]
    private static partial Regex ErrorText();
}

using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace SonTrung.Cchc.Benchmarks;

/// <summary>
/// Starts the portal twice, on little and on much, and asks both for the same pages in turn, so that whatever else the machine does
/// falls on both. Prints the least and the median of each: the least is what the page costs, the median what others on the machine add.
/// </summary>
internal static partial class PageTimes
{
    private const int Warm = 10;
    private const int PagesDeep = 15;

    /// <summary>Compares two amounts in folders of their own, which are deleted afterwards.</summary>
    public static async Task RunAsync(Amount little, Amount much, int requests, string only)
    {
        var root = Directory.CreateTempSubdirectory("cchc-pages-");
        try
        {
            var (first, second) = (Path.Combine(root.FullName, "little"), Path.Combine(root.FullName, "much"));
            await GenerateAsync(first, little);
            await GenerateAsync(second, much);
            await RunAsync(first, second, requests, only);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    /// <summary>Fills a data folder; a new one gets the samples first.</summary>
    public static async Task GenerateAsync(string folder, Amount amount)
    {
        var database = Path.Combine(folder, "cchc.db");
        if (!File.Exists(database))
        {
            using var portal = await PortalProcess.StartAsync(folder, 5990, loadSamples: true);
        }

        using var generator = new ActivityGenerator(database);
        generator.Fill(amount);
    }

    /// <summary>Compares two data folders by the pages whose names have some words.</summary>
    public static async Task RunAsync(string little, string much, int requests, string only)
    {
        using var small = await PortalProcess.StartAsync(little, 5991, loadSamples: false);
        using var large = await PortalProcess.StartAsync(much, 5992, loadSamples: false);
        Console.WriteLine($"{little} against {much}; {requests} requests of each page; milliseconds, least and (median).");
        Console.WriteLine($"{"",-40}{"on the wall",-48}processor");
        Console.WriteLine($"{"page",-40}{"little",-18}{"much",-18}{"ratio",-12}{"little",-18}{"much",-18}ratio");
        foreach (var (name, user, find) in Pages().Where(page => page.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            var first = await small.AsAsync(user, find);
            var second = await large.AsAsync(user, find);
            if (await StatusAsync(first) is not HttpStatusCode.OK and var status)
            {
                Console.WriteLine($"{name,-40}{first.Url}: {(int)status}");
                continue;
            }

            var (a, b) = (new Samples(), new Samples());
            for (var i = -Warm; i < requests; i++)
            {
                await TimeAsync(small, first, i < 0 ? null : a);
                await TimeAsync(large, second, i < 0 ? null : b);
            }

            Console.WriteLine($"{name,-40}{Columns(a.Wall, b.Wall)}{Columns(a.Processor, b.Processor)}");
        }
    }

    /// <summary>The pages, and how each is found from the portal itself.</summary>
    private static IEnumerable<(string Name, string User, Func<HttpClient, Task<string>> Find)> Pages()
    {
        const string Staff = "canbo@xahuongson";
        const string Superior = "sonoivu@hatinh";
        yield return ("home, staff", Staff, At("/"));
        yield return ("home, chairman", "chutich@xahuongson", At("/"));
        yield return ("home, superior office", Superior, At("/"));
        yield return ("activities, first page", Staff, At("/hoat-dong"));
        yield return ("activities, next page", Staff, client => DeepAsync(client, "/hoat-dong", 1));
        yield return ($"activities, {PagesDeep} pages deep", Staff, client => DeepAsync(client, "/hoat-dong", PagesDeep));
        yield return ("activities, by title", Staff, At("/hoat-dong?xep=Title"));
        yield return ($"activities, by title, {PagesDeep} pages deep", Staff, client => DeepAsync(client, "/hoat-dong?xep=Title", PagesDeep));
        yield return ("activities, search with hits", Staff, At("/hoat-dong?tim=doi%20thoai"));
        yield return ("activities, search without hit", Staff, At("/hoat-dong?tim=khongcogi"));
        yield return ("activities, one month", Staff, At("/hoat-dong?thang=2026-05"));
        yield return ("activities, one channel", Staff, client => OptionAsync(client, "phuong-tien"));
        yield return ("activities, one department", Staff, client => OptionAsync(client, "don-vi"));
        yield return ("activities, one plan line", Staff, client => OptionAsync(client, "nhiem-vu"));
        yield return ("activities, without evidence", Staff, At("/hoat-dong?kiem-chung=chua"));
        yield return ("activities, to print", Staff, At("/hoat-dong/in"));
        yield return ("activities, deleted", Staff, At("/hoat-dong/da-xoa"));
        yield return ("one activity", Staff, client => LinkAsync(client, "/hoat-dong", ActivityLink()));
        yield return ("the form for a new one", Staff, At("/hoat-dong/nhap"));
        yield return ("plan with its progress", Staff, At("/ke-hoach/2026"));
        yield return ("plans", Staff, At("/ke-hoach"));
        yield return ("reports", Staff, At("/bao-cao"));
        yield return ("the report of 2026", Staff, client => LinkAsync(client, "/bao-cao", ReportLink()));
        yield return ("its check, as the editor asks for it", Staff, async client => $"{await LinkAsync(client, "/bao-cao", ReportLink())}/ra-soat/khung");
        yield return ("the report of 2025, received", Staff, client => LinkAsync(client, "/bao-cao", ReceivedLink()));
        foreach (var (name, part) in new[] { ("editor", "soan"), ("evidence", "can-cu"), ("checker", "ra-soat"), ("collection", "thu-thap"), ("submissions", "phien-ban"), ("recipients", "noi-nhan") })
        {
            yield return ($"the report of 2026, {name}", Staff, async client => $"{await LinkAsync(client, "/bao-cao", ReportLink())}/{part}");
        }

        yield return ("shortcomings", Staff, At("/ton-tai-han-che?nam=2026"));
        yield return ("tasks of the next year", Staff, At("/phuong-huong-nhiem-vu?nam=2026"));
        yield return ("other figures", Staff, At("/so-lieu-khac"));
        yield return ("scores", Staff, At("/diem-cchc/2026"));
        yield return ("reports that are owed", Staff, At("/phai-nop"));
        yield return ("register", "vanthu@xahuongson", At("/so-van-ban-di"));
        yield return ("documents", Staff, At("/van-ban-can-cu"));
        yield return ("inbox", Superior, At("/tiep-nhan"));
        yield return ("a delivery", Superior, client => LinkAsync(client, "/tiep-nhan", DeliveryLink()));
        yield return ("wall", Superior, At("/theo-doi"));
        yield return ("requests", Superior, At("/dot-bao-cao"));
        yield return ("roll-up", Superior, At("/tong-hop"));
        yield return ("users", "quantri@xahuongson", At("/quan-tri/nguoi-dung"));
        yield return ("periods", "quantri@xahuongson", At("/quan-tri/ky-bao-cao"));
        yield return ("audit, first page", "quantri@xahuongson", At("/quan-tri/nhat-ky"));
        yield return ($"audit, {PagesDeep} pages deep", "quantri@xahuongson", client => DeepAsync(client, "/quan-tri/nhat-ky", PagesDeep));
        yield return ("audit, search with hits", "quantri@xahuongson", At("/quan-tri/nhat-ky?tim=hoat%20dong"));
        yield return ("audit, search without hit", "quantri@xahuongson", At("/quan-tri/nhat-ky?tim=khongcogi"));
    }

    private static Func<HttpClient, Task<string>> At(string url) => _ => Task.FromResult(url);

    private static async Task<string> DeepAsync(HttpClient client, string url, int pages)
    {
        for (var i = 0; i < pages; i++)
        {
            using var answer = await client.GetAsync(url);
            if (NextLink().Match(await answer.Content.ReadAsStringAsync()) is not { Success: true } next)
            {
                break;
            }

            url = WebUtility.HtmlDecode(next.Groups[1].Value);
        }

        return url;
    }

    private static async Task<string> OptionAsync(HttpClient client, string name)
    {
        var page = await client.GetStringAsync("/hoat-dong");
        var select = page[page.IndexOf($"name=\"{name}\"", StringComparison.Ordinal)..];
        return $"/hoat-dong?{name}={OptionValue().Match(select).Groups[1].Value}";
    }

    private static async Task<string> LinkAsync(HttpClient client, string url, Regex link) => link.Match(await client.GetStringAsync(url)).Groups[1].Value;

    private static async Task TimeAsync(PortalProcess portal, (HttpClient Client, string Url) page, Samples? samples)
    {
        var (watch, before) = (Stopwatch.StartNew(), portal.ProcessorTime);
        using var answer = await page.Client.GetAsync(page.Url);
        await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{page.Url}: {(int)answer.StatusCode}");
        }

        samples?.Wall.Add(watch.Elapsed.TotalMilliseconds);
        samples?.Processor.Add((portal.ProcessorTime - before).TotalMilliseconds);
    }

    private static async Task<HttpStatusCode> StatusAsync((HttpClient Client, string Url) page)
    {
        using var answer = await page.Client.GetAsync(page.Url);
        return answer.StatusCode;
    }

    private static string Columns(List<double> little, List<double> much) =>
        $"{Column(little),-18}{Column(much),-18}{$"{much.Min() / little.Min():0.0} ({Median(much) / Median(little):0.0})",-12}";

    private static string Column(List<double> samples) => $"{samples.Min():0.0} ({Median(samples):0.0})";

    private static double Median(List<double> samples) => samples.Order().ElementAt(samples.Count / 2);

    [GeneratedRegex("""<a (?=[^>]*rel="next")[^>]*href="([^"]+)""")]
    private static partial Regex NextLink();

    [GeneratedRegex("""<option[^>]* value="(\d+)""")]
    private static partial Regex OptionValue();

    [GeneratedRegex("""href="(/hoat-dong/\d+)["/?]""")]
    private static partial Regex ActivityLink();

    [GeneratedRegex("""href="(/bao-cao/\d+)"[^>]*>[^<]*2026""")]
    private static partial Regex ReportLink();

    [GeneratedRegex("""href="(/bao-cao/\d+)"[^>]*>[^<]*2025""")]
    private static partial Regex ReceivedLink();

    [GeneratedRegex("""href="(/tiep-nhan/\d+)["/?]""")]
    private static partial Regex DeliveryLink();

    private sealed record Samples
    {
        public List<double> Wall { get; } = [];

        public List<double> Processor { get; } = [];
    }
}

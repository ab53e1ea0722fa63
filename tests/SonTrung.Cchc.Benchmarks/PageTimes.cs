using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace SonTrung.Cchc.Benchmarks;

/// <summary>
/// Starts the portal twice, on little and on much, and asks both for the same pages in turn, so that whatever else the machine does
/// falls on both. Prints medians and their ratio.
/// </summary>
internal static partial class PageTimes
{
    private const int Warm = 5;
    private const int PagesDeep = 15;

    public static async Task RunAsync(Amount little, Amount much, int requests)
    {
        var root = Directory.CreateTempSubdirectory("cchc-pages-");
        try
        {
            var template = Path.Combine(root.FullName, "template");
            using (await PortalProcess.StartAsync(template, 5990, loadSamples: true))
            {
            }

            using var small = await FillAsync(template, Path.Combine(root.FullName, "little"), little, 5991);
            using var large = await FillAsync(template, Path.Combine(root.FullName, "much"), much, 5992);
            Console.WriteLine($"{little.Activities:N0} activities against {much.Activities:N0} ({much.Communes} communes, {much.Years} years, {much.PerYear:N0} each); {requests} requests of each page.");
            Console.WriteLine($"{"",-40}{"on the wall",29}{"processor",32}");
            Console.WriteLine($"{"page",-40}{"little",11}{"much",11}{"ratio",7}{"little",13}{"much",11}{"ratio",7}");
            foreach (var (name, user, find) in Pages())
            {
                var first = await small.AsAsync(user, find);
                var second = await large.AsAsync(user, find);
                if (await StatusAsync(first) is not HttpStatusCode.OK and var status)
                {
                    Console.WriteLine($"{name,-40}  {first.Url}: {(int)status}");
                    continue;
                }

                for (var i = 0; i < Warm; i++)
                {
                    await TimeAsync(first);
                    await TimeAsync(second);
                }

                var before = (Little: small.ProcessorTime, Much: large.ProcessorTime);
                var (a, b) = await CompareAsync(first, second, requests);
                var (p, q) = ((small.ProcessorTime - before.Little).TotalMilliseconds / requests, (large.ProcessorTime - before.Much).TotalMilliseconds / requests);
                Console.WriteLine($"{name,-40}{a,8:0.0} ms{b,8:0.0} ms{b / a,7:0.00}{p,10:0.0} ms{q,8:0.0} ms{q / p,7:0.00}");
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            root.Delete(recursive: true);
        }
    }

    /// <summary>The pages, and how each is found from the portal itself.</summary>
    private static IEnumerable<(string Name, string User, Func<HttpClient, Task<string>> Find)> Pages()
    {
        const string Staff = "canbo@xahuongson";
        yield return ("home, staff", Staff, At("/"));
        yield return ("home, chairman", "chutich@xahuongson", At("/"));
        yield return ("home, superior office", "sonoivu@hatinh", At("/"));
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
        yield return ("one activity", Staff, client => LinkAsync(client, "/hoat-dong", ActivityLink()));
        yield return ("the form for a new one", Staff, At("/hoat-dong/nhap"));
        yield return ("plan with its progress", Staff, At("/ke-hoach/2026"));
        yield return ("plans", Staff, At("/ke-hoach"));
        yield return ("reports", Staff, At("/bao-cao"));
        yield return ("the report of 2026", Staff, client => LinkAsync(client, "/bao-cao", ReportLink()));
        yield return ("documents", Staff, At("/van-ban-can-cu"));
        yield return ("inbox", "sonoivu@hatinh", At("/tiep-nhan"));
        yield return ("audit, first page", "quantri@xahuongson", At("/quan-tri/nhat-ky"));
        yield return ($"audit, {PagesDeep} pages deep", "quantri@xahuongson", client => DeepAsync(client, "/quan-tri/nhat-ky", PagesDeep));
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

    private static async Task<(double Little, double Much)> CompareAsync((HttpClient Client, string Url) little, (HttpClient Client, string Url) much, int requests)
    {
        var (a, b) = (new List<double>(), new List<double>());
        for (var i = 0; i < requests; i++)
        {
            a.Add(await TimeAsync(little));
            b.Add(await TimeAsync(much));
        }

        return (Median(a), Median(b));
    }

    private static async Task<double> TimeAsync((HttpClient Client, string Url) page)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await page.Client.GetAsync(page.Url);
        await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{page.Url}: {(int)answer.StatusCode}");
    }

    private static async Task<HttpStatusCode> StatusAsync((HttpClient Client, string Url) page)
    {
        using var answer = await page.Client.GetAsync(page.Url);
        return answer.StatusCode;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static async Task<PortalProcess> FillAsync(string template, string data, Amount amount, int port)
    {
        Directory.CreateDirectory(data);
        foreach (var file in Directory.EnumerateFiles(template, "cchc.db*"))
        {
            File.Copy(file, Path.Combine(data, Path.GetFileName(file)));
        }

        using (var generator = new ActivityGenerator(Path.Combine(data, "cchc.db")))
        {
            generator.Fill(amount);
        }

        return await PortalProcess.StartAsync(data, port, loadSamples: false);
    }

    [GeneratedRegex("""<a (?=[^>]*rel="next")[^>]*href="([^"]+)""")]
    private static partial Regex NextLink();

    [GeneratedRegex("""<option[^>]* value="(\d+)""")]
    private static partial Regex OptionValue();

    [GeneratedRegex("""href="(/hoat-dong/\d+)["/?]""")]
    private static partial Regex ActivityLink();

    [GeneratedRegex("""href="(/bao-cao/\d+)"[^>]*>[^<]*2026""")]
    private static partial Regex ReportLink();
}

using System.Text.RegularExpressions;
using AngleSharp.Dom;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Structure;

/// <summary>A first visit over a commune's line: page, styles, scripts, icons and every font file it names, compressed.</summary>
public sealed partial class FirstLoadTests(Portal portal) : IClassFixture<Portal>
{
    private const int Limit = 150_000;

    [Theory]
    [InlineData("/dang-nhap", null)]
    [InlineData("/", "canbo@xahuongson")]
    public async Task Page_WithEmptyCache_StaysBelowTheLimit(string url, string? userName)
    {
        using var session = userName is null ? portal.Visit() : await portal.SignInAsync(userName);
        var page = await session.PageAsync(url);
        var assets = page.QuerySelectorAll("link[href], script[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Concat(page.QuerySelectorAll("use").Select(use => use.GetAttribute("href")!.Split('#')[0]))
            .Distinct().ToList();

        var total = (await CompressedAsync(url)).Length;
        foreach (var asset in assets)
        {
            Assert.StartsWith("/", asset, StringComparison.Ordinal);
            total += (await CompressedAsync(asset)).Length;
            if (asset.Contains(".css", StringComparison.Ordinal))
            {
                var css = await (await session.GetAsync(asset)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                foreach (Match file in Address().Matches(css))
                {
                    total += (await CompressedAsync(new Uri(new Uri("http://x" + asset), file.Groups[1].Value).AbsolutePath)).Length;
                }
            }
        }

        Assert.True(assets.Count >= 3, "The page names its assets.");
        Assert.InRange(total, 10_000, Limit);
    }

    private async Task<byte[]> CompressedAsync(string url)
    {
        using var client = new HttpClient { BaseAddress = portal.Address };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        var answer = await client.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{url}: {(int)answer.StatusCode}");
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"url\([""']?((?!data:)[^)""'#]+)[""']?\)")]
    private static partial Regex Address();
}

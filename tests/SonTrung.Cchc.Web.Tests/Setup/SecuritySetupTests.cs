using System.Net.Http.Headers;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Setup;

public sealed class SecuritySetupTests : IAsyncLifetime
{
    private ShellHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ShellHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("/thu/status?ma=200")]
    [InlineData("/thu/fail")]
    [InlineData("/khong-co")]
    [InlineData("/css/site.css")]
    public async Task Get_AnyAnswer_HasTheSecurityHeaders(string path)
    {
        var response = await _host.Client.GetAsync(path, Cancellation);

        var policy = Header(response, "Content-Security-Policy");
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';", policy, StringComparison.Ordinal);
        Assert.EndsWith("base-uri 'none'; frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("data:", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(response, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
        Assert.Equal("DENY", Header(response, "X-Frame-Options"));
        Assert.Contains("camera=()", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Get_FramedAction_MayBeFramedByThePortalAlone()
    {
        var response = await _host.Client.GetAsync("/thu/framed", Cancellation);

        Assert.EndsWith("frame-ancestors 'self'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", Header(response, "X-Frame-Options"));
    }

    [Theory]
    [InlineData("/thu/framed", "no-store")]
    [InlineData("/css/site.css", "no-cache")]
    [InlineData("/css/site.css?v=1", "public, max-age=31536000, immutable")]
    [InlineData("/fonts/be-vietnam-pro/be-vietnam-pro-latin-400-normal.woff2", "public, max-age=31536000, immutable")]
    public async Task Get_PageOrFile_IsCachedByItsKind(string path, string expected)
    {
        var response = await _host.Client.GetAsync(path, Cancellation);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(CacheControlHeaderValue.Parse(expected), response.Headers.CacheControl);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Get_EverythingAFirstPageLoads_StaysUnder150KbCompressed(string encoding)
    {
        var fonts = Directory.GetFiles(Path.Combine(ShellHost.WebFolder, "wwwroot/fonts"), "*.woff2", SearchOption.AllDirectories)
            .Select(file => "/" + Path.GetRelativePath(Path.Combine(ShellHost.WebFolder, "wwwroot"), file));
        string[] paths =
        [
            "/css/site.css", "/css/document.css", "/js/site.js", "/lib/htmx/htmx.min.js", "/img/icons.svg", "/img/favicon.svg", "/img/select.svg",
            "/img/check.svg", .. fonts,
        ];

        var sum = 0;
        foreach (var path in paths)
        {
            sum += await TransferredAsync(path, encoding);
        }

        // The page itself has 15 KB left.
        Assert.InRange(sum, 50_000, 135_000);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));

    private async Task<int> TransferredAsync(string path, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        var response = await _host.Client.SendAsync(request, Cancellation);
        Assert.True(response.IsSuccessStatusCode, path);
        if (path.EndsWith(".css", StringComparison.Ordinal) || path.EndsWith("icons.svg", StringComparison.Ordinal))
        {
            Assert.Equal(encoding, Assert.Single(response.Content.Headers.ContentEncoding));
        }

        return (await response.Content.ReadAsByteArrayAsync(Cancellation)).Length;
    }
}

using System.Net;
using SonTrung.Cchc.Web.Setup;
using SonTrung.Cchc.Web.Tests.Infrastructure;

namespace SonTrung.Cchc.Web.Tests.Setup;

/// <summary>Seen through the brake on signing in, which counts by address.</summary>
public sealed class ProxySetupTests
{
    private const string Setting = "Cchc:Proxies";

    [Theory]
    [InlineData(PortalOptions.UsualProxies)]
    [InlineData("10.0.0.7, 127.0.0.0/8, ::1")]
    public async Task SignIn_ThroughAProxyThatIsNamed_IsCountedByTheSendersAddress(string proxies)
    {
        using var portal = Portal.With(TimeProvider.System, (Setting, proxies), ("Cchc:SignInsPerMinute", "2"));

        Assert.Equal([false, false, true, false], await BrakedAsync(portal, "203.0.113.1", "203.0.113.1", "203.0.113.1", "203.0.113.2"));
    }

    [Theory]
    [InlineData("10.0.0.7")]
    [InlineData("")]
    public async Task SignIn_ThroughAnybodyElse_IsCountedByTheConnection(string proxies)
    {
        using var portal = Portal.With(TimeProvider.System, (Setting, proxies), ("Cchc:SignInsPerMinute", "2"));

        Assert.Equal([false, false, true, true], await BrakedAsync(portal, "203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4"));
    }

    [Fact]
    public async Task Answer_ThroughAProxyWithHttps_MaySendNothingWithoutIt()
    {
        using var portal = Portal.InProduction();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(portal.Address, "/healthz"));
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Host = "cchc.example";

        using var response = await client.SendAsync(request, Cancellation);

        Assert.True(response.Headers.Contains("Strict-Transport-Security"));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<List<bool>> BrakedAsync(Portal portal, params string[] senders)
    {
        using var client = new HttpClient();
        var braked = new List<bool>();
        foreach (var sender in senders)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(portal.Address, "/dang-nhap")) { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("X-Forwarded-For", sender);
            using var response = await client.SendAsync(request, Cancellation);
            braked.Add(response.StatusCode == HttpStatusCode.TooManyRequests);
        }

        return braked;
    }
}

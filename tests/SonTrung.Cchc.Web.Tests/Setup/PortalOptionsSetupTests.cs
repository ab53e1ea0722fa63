using Microsoft.AspNetCore.Builder;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Tests.Setup;

public sealed class PortalOptionsSetupTests
{
    [Theory]
    [InlineData("127.0.0.1:8987")]
    [InlineData("https://127.0.0.1:8987/")]
    [InlineData("wss://ky.example:8987/")]
    [InlineData("wss://127.0.0.1.example:8987/")]
    [InlineData("wss://127.0.0.1:8987/SignApproved")]
    [InlineData("wss://127.0.0.1:8987/?x=1")]
    public void SigningPlugin_NotOfThePersonsOwnComputer_StopsTheStart(string address)
    {
        var problem = Assert.Throws<PortalSettingsException>(() => Read(address));

        Assert.Contains($"Cchc:SigningPlugin phải là địa chỉ WebSocket trên chính máy người dùng như wss://127.0.0.1:8987/, không phải “{address}”", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wss://127.0.0.1:8987", "wss://127.0.0.1:8987/")]
    [InlineData("wss://localhost:9443/", "wss://localhost:9443/")]
    [InlineData("ws://[::1]:8987/", "ws://[::1]:8987/")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void SigningPlugin_OfThePersonsOwnComputer_OrNone_IsTaken(string? address, string? taken) =>
        Assert.Equal(taken, Read(address).SigningPluginAddress?.AbsoluteUri);

    [Fact]
    public void SigningPlugin_NotSet_IsTheProgramsUsualAddress() => Assert.Equal("wss://127.0.0.1:8987/", new PortalOptions().SigningPluginAddress?.AbsoluteUri);

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("127.0.0.1, proxy.example")]
    [InlineData("192.168.1.0/33")]
    public void Proxies_NeitherAddressNorNetwork_StopTheStart(string proxies)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Cchc:Proxies"] = proxies;

        Assert.Contains("Cchc:Proxies nhận địa chỉ IP hoặc mạng", Assert.Throws<PortalSettingsException>(() => builder.ReadPortalOptions()).Message, StringComparison.Ordinal);
    }

    /// <summary>A report's QR code leads to the portal that printed it, whatever port it was started on; in production only to what was set.</summary>
    [Theory]
    [InlineData("Development", "http://localhost:5311", "", "http://localhost:5311")]
    [InlineData("Development", "http://localhost:5311/;https://localhost:5312", "", "http://localhost:5311")]
    [InlineData("Development", "http://localhost:5311", "https://cchc.example.vn", "https://cchc.example.vn")]
    [InlineData("Development", "http://127.0.0.1:0", "", "")]
    [InlineData("Development", "http://*:5080", "", "")]
    [InlineData("Development", null, "", "")]
    [InlineData("Production", "http://localhost:5311", "", "")]
    public void PublicAddress_NotSet_IsTheOwnOneOnlyInDevelopment(string environment, string? urls, string set, string taken)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration["urls"] = urls;
        builder.Configuration["Cchc:PublicAddress"] = set;

        Assert.Equal(taken, builder.ReadPortalOptions().Options.PublicAddress);
    }

    private static PortalOptions Read(string? address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Cchc:SigningPlugin"] = address;
        return builder.ReadPortalOptions().Options;
    }
}

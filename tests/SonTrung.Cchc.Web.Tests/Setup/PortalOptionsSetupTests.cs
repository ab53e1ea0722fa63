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

    private static PortalOptions Read(string? address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Cchc:SigningPlugin"] = address;
        return builder.ReadPortalOptions().Options;
    }
}

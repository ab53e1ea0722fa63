using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using SonTrung.Cchc.Web.Infrastructure;
using IPNetwork = System.Net.IPNetwork;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>
/// Whose word is taken for where a request came from and whether it came by HTTPS: that of the proxies named in <c>Cchc:Proxies</c>, and of nobody else.
/// Without it all visitors behind a proxy would share the brakes of one address.
/// </summary>
internal static class ProxySetup
{
    public static WebApplicationBuilder AddCchcProxies(this WebApplicationBuilder builder)
    {
        var proxies = Networks(builder.Configuration.GetValue("Cchc:Proxies", PortalOptions.UsualProxies)!);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in proxies)
            {
                options.KnownIPNetworks.Add(network);
            }

            if (proxies.Count == 0)
            {
                // Lists left empty would mean that everybody is believed.
                options.ForwardedHeaders = ForwardedHeaders.None;
            }
        });
        return builder;
    }

    /// <summary>Addresses and networks ("10.0.0.7, 192.168.1.0/24").</summary>
    /// <exception cref="PortalSettingsException">One of them is neither.</exception>
    public static List<IPNetwork> Networks(string setting) =>
        setting.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text =>
            IPNetwork.TryParse(text, out var network) ? network
            : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new PortalSettingsException(StartUpTexts.WrongProxy.Fill(text))).ToList();
}

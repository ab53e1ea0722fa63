namespace SonTrung.Cchc.Web.Setup;

/// <summary>Where the portal listens unless it is told otherwise by <c>--urls</c> or the environment.</summary>
internal static class AddressSetup
{
    public const string Default = "http://localhost:5080";

    public static void AddCchcAddress(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey])
            && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(Default);
        }
    }
}

using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>The portal's shell (MVC, binders, headers, error pages, files) around probe actions, without database and sign-in.</summary>
public sealed class ShellHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ShellHost(WebApplication app)
    {
        _app = app;
        Client = app.GetTestClient();
    }

    public static string WebFolder { get; } = Path.GetFullPath(Path.Combine(Here(), "../../../src/SonTrung.Cchc.Web"));

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<ShellHost> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(MvcSetup).Assembly.GetName().Name,
            ContentRootPath = WebFolder,
            EnvironmentName = "Production",
        });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.AddCchcCulture();
        builder.AddCchcSecurity();
        builder.AddCchcMvc();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthorization();
        builder.Services.AddControllers().AddApplicationPart(typeof(ShellHost).Assembly);
        var app = builder.Build();
        app.UseCchcSecurity();
        app.UseCchcErrorPages();
        app.UseCchcCulture();
        app.UseRouting();
        app.MapCchcErrorPages();
        app.MapControllerRoute("probe", "thu/{action}/{ngay?}", new { controller = "Probe" });
        await app.StartAsync();
        return new ShellHost(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

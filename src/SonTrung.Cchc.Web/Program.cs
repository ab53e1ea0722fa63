using Serilog;
using SonTrung.Cchc.Web.Authorization;
using SonTrung.Cchc.Web.Commands;
using SonTrung.Cchc.Web.Features.Api;
using SonTrung.Cchc.Web.Features.Signing;
using SonTrung.Cchc.Web.Infrastructure;
using SonTrung.Cchc.Web.Setup;

LoggingSetup.StartCchcLogging();
try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddCchcAddress();
    builder.AddCchcLogging();
    builder.AddCchcCulture();
    if (args is [BackupCommand.Name or RestoreCommand.Name, ..])
    {
        var (options, folders) = builder.ReadPortalOptions();
        return args[0] == BackupCommand.Name
            ? await BackupCommand.RunAsync(args, options, folders, Console.Out, Console.Error)
            : await RestoreCommand.RunAsync(args, options, folders, Console.Out, Console.Error);
    }

    if (args is [CheckCommand.Name, ..])
    {
        return await CheckCommand.RunAsync(args, Console.Out, Console.Error);
    }

    builder.AddCchcProxies();
    builder.AddCchcSecurity();
    builder.AddCchcDatabase();
    builder.AddCchcIdentity();
    builder.AddCchcAuthorization();
    builder.AddCchcRateLimits();
    builder.AddCchcServices();
    builder.AddCchcMvc();
    builder.AddCchcApi();

    var app = builder.Build();
    await app.PrepareDatabaseAsync();
    if (args is [ReportCommand.Name, ..])
    {
        return await ReportCommand.RunAsync(args, app.Services, Console.Out, Console.Error);
    }

    if (args is [AuditCommand.Name, ..])
    {
        return await AuditCommand.RunAsync(args, app.Services, Console.Out, Console.Error);
    }

    app.UseForwardedHeaders();
    app.UseCchcSecurity();
    app.UseCchcRequestLog();
    app.UseCchcErrorPages();
    app.UseCchcCulture();
    app.UseRouting();
    app.UseAuthentication();
    app.UseAccessScope();
    app.UseTemporaryPasswords();
    app.UseRateLimiter();
    app.UseAuthorization();
    app.UseMiddleware<RefusedFormMiddleware>();
    app.MapCchcErrorPages();
    app.MapCchcHealth();
    app.MapControllers();
    app.MapCchcSigningPlugin();
    app.MapCchcApi();
    app.MapCchcApiDocument();
    app.AnnounceWhenStarted();
    await app.RunAsync();
    return 0;
}
catch (PortalSettingsException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 2;
}
finally
{
    await Log.CloseAndFlushAsync();
}

/// <summary>The entry point, visible to the tests that host the portal.</summary>
public partial class Program;

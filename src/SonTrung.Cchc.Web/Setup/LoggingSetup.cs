using System.Globalization;
using Serilog;
using Serilog.Events;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>Logs to standard error and to a file a day. Addresses and times, never names, texts or secrets.</summary>
internal static class LoggingSetup
{
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} {Level:u3} {TraceId} {Message:lj}{NewLine}{Exception}";

    /// <summary>Until the settings are read.</summary>
    public static void StartCchcLogging() => Log.Logger = new LoggerConfiguration()
        .WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose, outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture)
        .CreateBootstrapLogger();

    public static void AddCchcLogging(this WebApplicationBuilder builder) => builder.Services.AddSerilog((services, logging) => logging
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Command", LogEventLevel.Error)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
        .ReadFrom.Configuration(builder.Configuration)
        .WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose, outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture)
        .WriteTo.File(
            Path.Combine(services.GetRequiredService<DataFolders>().Logs, "cchc-.log"),
            outputTemplate: Line,
            formatProvider: CultureInfo.InvariantCulture,
            rollingInterval: RollingInterval.Day,
            retainedFileCountLimit: 31,
            shared: true),
        // Several hosts may live in one process; each has its own logger.
        preserveStaticLogger: true);

    /// <summary>One line a request: method, path without query, answer, time.</summary>
    public static void UseCchcRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} {Elapsed:0.0} ms";
        options.IncludeQueryInRequestPath = false;
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.GetLevel = (context, _, problem) =>
            problem is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : context.Request.Path.StartsWithSegments("/healthz") ? LogEventLevel.Debug
            : LogEventLevel.Information;
    });
}

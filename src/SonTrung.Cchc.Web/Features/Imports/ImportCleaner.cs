using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Imports;

namespace SonTrung.Cchc.Web.Features.Imports;

/// <summary>Every hour forgets the tables of imports whose day is over.</summary>
internal sealed partial class ImportCleaner(IServiceScopeFactory scopes, TimeProvider time, ILogger<ImportCleaner> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentAccess>().Scope = AccessScope.System(ImportTexts.CleanerActor);
                await scope.ServiceProvider.GetRequiredService<ImportCleanup>().RunAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                // The next hour tries again; the portal must not stop for it.
                LogFailure(problem);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Tables of imports could not be forgotten.")]
    private partial void LogFailure(Exception problem);
}

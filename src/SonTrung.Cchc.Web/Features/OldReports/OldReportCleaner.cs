using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.OldReports;

namespace SonTrung.Cchc.Web.Features.OldReports;

/// <summary>Every day forgets old reports that nobody went on with.</summary>
internal sealed partial class OldReportCleaner(IServiceScopeFactory scopes, TimeProvider time, ILogger<OldReportCleaner> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentAccess>().Scope = AccessScope.System(OldReportTexts.CleanerActor);
                await scope.ServiceProvider.GetRequiredService<OldReportCleanup>().RunAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                // The next day tries again; the portal must not stop for it.
                LogFailure(problem);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Old reports could not be forgotten.")]
    private partial void LogFailure(Exception problem);
}

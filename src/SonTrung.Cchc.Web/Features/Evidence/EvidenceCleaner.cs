using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Evidence;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Features.Evidence;

/// <summary>Every hour removes uploaded files whose form was never saved.</summary>
internal sealed partial class EvidenceCleaner(IServiceScopeFactory scopes, FailureLog failures, TimeProvider time, ILogger<EvidenceCleaner> logger) : BackgroundService
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
                scope.ServiceProvider.GetRequiredService<CurrentAccess>().Scope = AccessScope.System(EvidenceTexts.CleanerActor);
                await scope.ServiceProvider.GetRequiredService<EvidenceCleanup>().RunAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                // The next hour tries again; the portal must not stop for it.
                failures.Add(null);
                LogFailure(problem);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Files that were never saved could not be removed.")]
    private partial void LogFailure(Exception problem);
}

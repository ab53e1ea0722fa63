using System.Threading.Channels;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Superior;

namespace SonTrung.Cchc.Web.Infrastructure.Mail;

/// <summary>Sends the e-mails of reminders in the background: at once when somebody reminds, and again every minute while some wait.</summary>
internal sealed partial class ReminderPost(IServiceScopeFactory scopes, IMailer mailer, ILogger<ReminderPost> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to send.</summary>
    public void Wake() => calls.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!mailer.IsConfigured)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using (var scope = scopes.CreateAsyncScope())
                {
                    scope.ServiceProvider.GetRequiredService<CurrentAccess>().Scope = AccessScope.System(MailTexts.Actor);
                    await scope.ServiceProvider.GetRequiredService<ReminderMailing>().RunAsync(stoppingToken);
                }

                await WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                // The next minute tries again; the portal must not stop for it.
                LogFailure(problem);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WaitAsync(CancellationToken stoppingToken)
    {
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        pause.CancelAfter(Pause);
        try
        {
            await calls.Reader.ReadAsync(pause.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // The minute is over.
        }
    }

    [LoggerMessage(LogLevel.Error, "E-mails of reminders could not be sent.")]
    private partial void LogFailure(Exception problem);
}

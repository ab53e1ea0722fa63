using SonTrung.Cchc.Core.Accounts;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>What happens before the first request: the database, the samples, and what the console says.</summary>
internal static class StartUp
{
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Scope = AccessScope.System("start-up");
        await ActivatorUtilities.CreateInstance<DatabaseMigrator>(scope.ServiceProvider).PrepareAsync();
    }

    public static void AnnounceWhenStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
        Console.WriteLine($"Cổng đang chạy tại {string.Join(", ", app.Urls)}"));
}

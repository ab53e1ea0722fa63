using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Samples;
using SonTrung.Cchc.Web.Features.FirstRun;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>What happens before the first request: the database, the samples, and what the console says.</summary>
internal static class StartUp
{
    /// <summary>Of every sample account; samples are never loaded in Production.</summary>
    private const string SamplePassword = "SonTrung#2026";

    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Scope = AccessScope.System(StartUpTexts.StartUpActor);
        await ActivatorUtilities.CreateInstance<DatabaseMigrator>(scope.ServiceProvider).PrepareAsync();
        if (app.Services.GetRequiredService<PortalOptions>().LoadSamples)
        {
            await LoadSamplesAsync(scope.ServiceProvider);
        }

        var db = scope.ServiceProvider.GetRequiredService<CchcDbContext>();
        app.Services.GetRequiredService<SupportLine>().Text = await db.PortalSettings.Select(row => row.SupportLine).SingleOrDefaultAsync();
        if (!await db.Users.AnyAsync())
        {
            app.Services.GetRequiredService<SetupCode>().Open();
        }
    }

    /// <summary>Says where the portal listens and how to get in. On standard output: the log has no business with passwords and codes.</summary>
    public static void AnnounceWhenStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var address = string.Join(", ", app.Urls);
        Console.WriteLine(StartUpTexts.Listening, address);
        if (app.Services.GetRequiredService<SetupCode>().Value is { } code)
        {
            Console.WriteLine(StartUpTexts.SetupCode, $"{app.Urls.FirstOrDefault()}/thiet-lap-ban-dau", code);
        }

        if (app.Services.GetRequiredService<PortalOptions>().LoadSamples)
        {
            Console.WriteLine(StartUpTexts.SampleAccounts, SamplePassword);
            foreach (var account in SampleAccounts.All.Where(account => account.SignsIn))
            {
                Console.WriteLine($"  {account.UserName,-28}{account.FullName}");
            }
        }
    });

    private static async Task LoadSamplesAsync(IServiceProvider services)
    {
        services.GetRequiredService<CurrentAccess>().Scope = AccessScope.System(StartUpTexts.SampleActor);
        var samples = services.GetRequiredService<SampleLoader>();
        await samples.LoadAsync();
        var db = services.GetRequiredService<CchcDbContext>();
        var users = services.GetRequiredService<UserManager<UserAccount>>();
        var agencies = await db.Agencies.ToDictionaryAsync(agency => agency.Code, agency => agency.Id);
        foreach (var account in SampleAccounts.All)
        {
            if (await users.FindByNameAsync(account.UserName) is null)
            {
                await users.CreateOrThrowAsync(
                    new UserAccount
                    {
                        UserName = account.UserName,
                        FullName = account.FullName,
                        AgencyId = account.AgencyCode is { } code ? agencies[code] : null,
                        Duties = account.Duties,
                    },
                    account.SignsIn ? SamplePassword : null);
            }
        }

        await samples.LinkSignersAsync();
        await services.GetRequiredService<SampleReports>().CarryOutAsync();
    }
}

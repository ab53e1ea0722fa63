using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Web.Tests.Infrastructure;

/// <summary>The real portal with the samples, on a port of its own and a data folder that goes with it.</summary>
public sealed class Portal : WebApplicationFactory<Program>
{
    /// <summary>The password of every sample account.</summary>
    public const string Password = "SonTrung#2026";

    /// <summary>A data folder with the samples in it: loaded once, copied for each portal.</summary>
    private static readonly Lazy<DirectoryInfo> Template = new(LoadSamples);

    private readonly DirectoryInfo folder;
    private readonly string environment;
    private readonly bool isOwnFolder;
    private readonly TimeProvider? clock;
    private readonly (string Name, string Value)[] settings;

    public Portal()
        : this("Development")
    {
    }

    /// <summary>A portal before its first run: Production, without samples.</summary>
    public static Portal InProduction() => new("Production");

    /// <summary>A portal in Production on a copy of the samples' data.</summary>
    public static Portal InProductionWithSamples() => new("Production", hasSamples: true);

    /// <summary>A portal on a data folder that somebody else made and deletes.</summary>
    public static Portal On(DirectoryInfo existing) => new("Development", existing);

    /// <summary>A portal with the samples whose clock the test sets.</summary>
    public static Portal At(TimeProvider clock) => new("Development", clock: clock);

    /// <summary>A portal with the samples, a clock that the test sets and settings of its own.</summary>
    public static Portal With(TimeProvider clock, params (string Name, string Value)[] settings) => new("Development", clock: clock, settings: settings);

    private Portal(string environment, DirectoryInfo? existing = null, TimeProvider? clock = null, (string Name, string Value)[]? settings = null, bool hasSamples = false)
    {
        this.environment = environment;
        this.clock = clock;
        this.settings = settings ?? [];
        isOwnFolder = existing is null;
        folder = existing ?? Directory.CreateTempSubdirectory("cchc-test-");
        if ((environment == "Development" || hasSamples) && isOwnFolder)
        {
            Copy(Template.Value);
        }

        UseKestrel(0);
        StartServer();
        Address = new Uri(ClientOptions.BaseAddress.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
    }

    public Uri Address { get; }

    public string DataDirectory => folder.FullName;

    /// <summary>A browserless visitor with cookies of its own.</summary>
    public Session Visit() => new(Address);

    public async Task<Session> SignInAsync(string userName)
    {
        var session = Visit();
        await session.SignInAsync(userName, Password);
        return session;
    }

    /// <summary>Looks into the database as the system itself.</summary>
    public async Task<T> ReadAsync<T>(Func<CchcDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Scope = AccessScope.System("test");
        return await read(scope.ServiceProvider.GetRequiredService<CchcDbContext>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseSetting("Cchc:DataDirectory", folder.FullName);
        builder.UseSetting("Cchc:LoadSamples", environment == "Development" ? "true" : "false");
        builder.UseSetting("Cchc:SignInsPerMinute", "100000");
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        if (clock is not null)
        {
            builder.ConfigureTestServices(services => services.AddSingleton(clock));
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (isOwnFolder)
        {
            folder.Delete(recursive: true);
        }
    }

    private static DirectoryInfo LoadSamples()
    {
        var template = Directory.CreateTempSubdirectory("cchc-template-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => template.Delete(recursive: true);
        using var loading = On(template);
        return template;
    }

    private void Copy(DirectoryInfo template)
    {
        foreach (var file in template.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Extension != ".log"))
        {
            var path = Path.Combine(folder.FullName, Path.GetRelativePath(template.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            file.CopyTo(path);
        }
    }
}

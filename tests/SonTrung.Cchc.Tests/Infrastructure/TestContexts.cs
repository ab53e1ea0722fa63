using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Tests.Infrastructure;

/// <summary>
/// The one place where tests make contexts. The passkey tables are in the model only when the application's services
/// say so, and a context made without them would spoil EF's model cache for the whole process.
/// </summary>
internal static class TestContexts
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .Configure<IdentityOptions>(options =>
        {
            options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            options.Stores.MaxLengthForKeys = 128;
        })
        .BuildServiceProvider();

    public static SqliteCchcDbContext Sqlite(
        string file, AccessScope? scope = null, TimeProvider? time = null, params IInterceptor[] interceptors) =>
        new(
            new DbContextOptionsBuilder<SqliteCchcDbContext>()
                .UseSqlite(ConnectionString(file), sqlite => sqlite.Tuned())
                .UseApplicationServiceProvider(Services)
                .EnableSensitiveDataLogging()
                .ConfigureWarnings(Refuse)
                .AddInterceptors(interceptors)
                .Options,
            new CurrentAccess { Scope = scope ?? AccessScope.System("test") },
            time ?? TimeProvider.System);

    /// <summary>The SQL Server model; nothing connects unless an interceptor lets it.</summary>
    public static CchcDbContext SqlServer(AccessScope? scope = null, TimeProvider? time = null, params IInterceptor[] interceptors) =>
        new(
            new DbContextOptionsBuilder<CchcDbContext>()
                .UseSqlServer("Server=nowhere.invalid;Connect Timeout=1", server => server.Tuned())
                .UseApplicationServiceProvider(Services)
                .ConfigureWarnings(Refuse)
                .AddInterceptors(interceptors)
                .Options,
            new CurrentAccess { Scope = scope ?? AccessScope.System("test") },
            time ?? TimeProvider.System);

    /// <summary>Both databases, for rules that hold on each.</summary>
    public static CchcDbContext For(string provider) => provider switch
    {
        "Sqlite" => Sqlite(":memory:"),
        "SqlServer" => SqlServer(),
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "Sqlite or SqlServer"),
    };

    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, Pooling = false }.ToString();

    /// <summary>Some rows of a list without an order are any rows.</summary>
    private static void Refuse(WarningsConfigurationBuilder warnings) =>
        warnings.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning);
}

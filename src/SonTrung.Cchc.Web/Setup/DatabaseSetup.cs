using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>Registers the database of the settings and the file store beside it.</summary>
internal static class DatabaseSetup
{
    public static void AddCchcDatabase(this WebApplicationBuilder builder)
    {
        var (options, folders) = builder.ReadPortalOptions();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(folders);
        builder.Services.AddSingleton(new Core.Reports.VerificationAddress(options.PublicAddress));
        builder.Services.AddSingleton<BackupHistory>();
        builder.Services.AddSingleton(new FileStore(folders.Files));
        builder.Services.AddSingleton<FileMeter>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped<CurrentAccess>();
        if (options.Database == DatabaseProvider.SqlServer)
        {
            builder.Services.AddDbContext<CchcDbContext>(context =>
                context.UseSqlServer(options.ConnectionString, server => server.EnableRetryOnFailure().Tuned()));
        }
        else
        {
            var connection = new SqliteConnectionStringBuilder { DataSource = folders.Database, Pooling = true, ForeignKeys = true }.ToString();
            builder.Services.AddDbContext<CchcDbContext, SqliteCchcDbContext>(context =>
                context.UseSqlite(connection, sqlite => sqlite.Tuned()).AddInterceptors(new SqliteConnectionSettings()));
        }
    }
}

/// <summary>The places in the data folder.</summary>
/// <param name="Root">The folder, absolute.</param>
public sealed record DataFolders(string Root)
{
    /// <summary>The SQLite file.</summary>
    public string Database => Path.Combine(Root, "cchc.db");

    /// <summary>The file store.</summary>
    public string Files => Path.Combine(Root, "files");

    /// <summary>The certificates of the roots that signatures are judged by.</summary>
    public string Trust => Path.Combine(Root, "trust");

    /// <summary>The revocation lists.</summary>
    /// <param name="folder">The folder that the settings name; empty for the usual one.</param>
    /// <param name="contentRoot">Where relative paths start.</param>
    public string Revocations(string folder, string contentRoot) => folder.Length == 0 ? Path.Combine(Root, "crl") : Path.GetFullPath(folder, contentRoot);

    /// <summary>The server's part of the keys of kept certificates.</summary>
    public string Secret => Path.Combine(Root, "secret.key");

    /// <summary>The log files.</summary>
    public string Logs => Path.Combine(Root, "logs");

    /// <summary>Creates the folder for its owner alone, unless it is there.</summary>
    internal void Create()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Root);
        }
        else
        {
            Directory.CreateDirectory(Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}

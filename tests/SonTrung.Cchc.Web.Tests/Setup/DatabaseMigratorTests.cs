using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Web.Setup;

namespace SonTrung.Cchc.Web.Tests.Setup;

public sealed class DatabaseMigratorTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("cchc-migrator-");

    private string Data => Path.Combine(root.FullName, "data");

    private string Database => Path.Combine(Data, "cchc.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        root.Delete(recursive: true);
    }

    [Fact]
    public async Task PrepareAsync_NoFolderYet_MakesAMigratedDatabaseThatKeepsEveryCommit()
    {
        await PrepareAsync(Data);

        await using var app = Portal(Data);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CchcDbContext>();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.Equal("wal", await PragmaAsync(db, "journal_mode"));
        Assert.Equal("2", await PragmaAsync(db, "synchronous"));
        Assert.Equal("1", await PragmaAsync(db, "foreign_keys"));
        Assert.NotEqual("0", await PragmaAsync(db, "busy_timeout"));
    }

    [Fact]
    public async Task PrepareAsync_RowOfAKilledMigration_DoesNotWaitForEver()
    {
        Directory.CreateDirectory(Data);
        Execute(
            Database,
            "CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL)",
            "INSERT INTO __EFMigrationsLock VALUES (1, '2026-11-23 10:00:00')");

        await PrepareAsync(Data).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.True(IsMigrated(Database));
    }

    [Fact]
    public async Task PrepareAsync_FilesOfAProcessKilledInTheMiddle_MigratesFromTheStart()
    {
        Directory.CreateDirectory(Data);
        var living = Path.Combine(root.FullName, "living.db");
        using (var connection = new SqliteConnection($"Data Source={living};Pooling=False"))
        {
            connection.Open();
            Run(connection, "PRAGMA cache_size = 1; CREATE TABLE Kept (Id INTEGER); BEGIN IMMEDIATE;");
            Run(connection, "CREATE TABLE Agencies (Wrong TEXT);");
            for (var row = 0; row < 200; row++)
            {
                Run(connection, $"INSERT INTO Agencies VALUES ('{new string('x', 2000)}');");
            }

            // What a kill -9 leaves: half the pages written, the journal beside them.
            Assert.True(File.Exists(living + "-journal"));
            File.Copy(living, Database);
            File.Copy(living + "-journal", Database + "-journal");
            Run(connection, "ROLLBACK;");
        }

        await PrepareAsync(Data);

        Assert.True(IsMigrated(Database));
    }

    [Fact]
    public async Task PrepareAsync_FourStartsAtOnce_MigrateOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => PrepareAsync(Data))));

        Assert.True(IsMigrated(Database));
    }

    [Fact]
    public async Task PrepareAsync_AnotherProcessHoldsTheLock_SaysSoAfterWaiting()
    {
        Directory.CreateDirectory(Data);
        await using var other = new FileStream(
            Path.Combine(Data, "migration.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var refusal = await Assert.ThrowsAsync<PortalSettingsException>(() => PrepareAsync(Data, TimeSpan.FromMilliseconds(300)));

        Assert.Contains("Một tiến trình khác đang cập nhật cơ sở dữ liệu", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public async Task PrepareAsync_DatabaseOfANewerProgram_IsRefusedAndLeftAlone()
    {
        await PrepareAsync(Data);
        Execute(Database, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Future', '99.0.0')");

        var refusal = await Assert.ThrowsAsync<PortalSettingsException>(() => PrepareAsync(Data));

        Assert.Contains("29990101000000_Future", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrepareAsync_FolderIsAFile_SaysWhichFolder()
    {
        await File.WriteAllTextAsync(Data, "", TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<PortalSettingsException>(() => PrepareAsync(Data));

        Assert.Contains(Data, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DriveType.Network, "NTFS", true)]
    [InlineData(DriveType.Unknown, "nfs4", true)]
    [InlineData(DriveType.Unknown, "cifs", true)]
    [InlineData(DriveType.Unknown, "smb2", true)]
    [InlineData(DriveType.Fixed, "ext4", false)]
    [InlineData(DriveType.Fixed, "NTFS", false)]
    [InlineData(DriveType.Ram, "tmpfs", false)]
    public void IsNetwork_DriveAndFormat_TellsShares(DriveType type, string format, bool expected) =>
        Assert.Equal(expected, NetworkShare.IsNetwork(type, format));

    [Fact]
    public void Holds_UncPathOrTemporaryFolder_TellsThemApart()
    {
        Assert.True(NetworkShare.Holds(@"\\may-chu\chung\cchc"));
        Assert.False(NetworkShare.Holds(root.FullName));
    }

    [Fact]
    public void MissingScripts_FirstAppliedSecondNot_NamesTheSecondInOneLine()
    {
        string[] all = ["20261124120745_Initial", "20270105080000_MoreFields"];

        var refusal = DatabaseMigrator.MissingScripts(all, ["20261124120745_Initial"]);

        Assert.Contains("docs/sql/0002_morefields.sql", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("0001", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal!);
        Assert.Null(DatabaseMigrator.MissingScripts(all, all));
    }

    [Fact]
    public void ScriptName_EveryMigrationOfSqlServer_IsAFileOfDocsSql()
    {
        var migrations = typeof(CchcDbContext).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(CchcDbContext))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal);
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "docs", "sql")))
        {
            folder = folder.Parent;
        }

        Assert.Equal(
            migrations.Select((id, index) => DatabaseMigrator.ScriptName(id, index + 1)),
            Directory.EnumerateFiles(Path.Combine(folder.FullName, "docs", "sql"), "*.sql").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SaveChangesAsync_EightWritersAtOnce_AllCommit()
    {
        await PrepareAsync(Data);
        await using var app = Portal(Data);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var row = 0; row < 20; row++)
            {
                await using var scope = app.Services.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentAccess>().Scope = AccessScope.System("test");
                var db = scope.ServiceProvider.GetRequiredService<CchcDbContext>();
                db.Add(new Agency { Code = $"xa-{writer}-{row}", Name = "UBND xã", Kind = AgencyKind.Commune });
                await db.SaveChangesAsync();
            }
        })));

        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM Agencies";
        Assert.Equal(160L, count.ExecuteScalar());
    }

    private static WebApplication Portal(string data)
    {
        var builder = WebApplication.CreateBuilder([$"--Cchc:DataDirectory={data}", "--environment", "Production", "--Logging:LogLevel:Default=Warning"]);
        builder.AddCchcDatabase();
        builder.AddCchcIdentity();
        return builder.Build();
    }

    private static async Task PrepareAsync(string data, TimeSpan? patience = null)
    {
        await using var app = Portal(data);
        await using var scope = app.Services.CreateAsyncScope();
        var migrator = new DatabaseMigrator(
            scope.ServiceProvider.GetRequiredService<CchcDbContext>(),
            scope.ServiceProvider.GetRequiredService<DataFolders>())
        {
            Patience = patience ?? TimeSpan.FromSeconds(30),
        };
        await migrator.PrepareAsync();
    }

    private static async Task<string?> PragmaAsync(CchcDbContext db, string name)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static bool IsMigrated(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT (SELECT COUNT(*) FROM __EFMigrationsHistory) = 1 AND (SELECT COUNT(*) FROM pragma_table_info('Agencies') WHERE name = 'Code') = 1";
        return command.ExecuteScalar() is 1L;
    }

    private static void Execute(string file, params string[] statements)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        foreach (var statement in statements)
        {
            Run(connection, statement);
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

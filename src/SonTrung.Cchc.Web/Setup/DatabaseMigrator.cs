using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Web.Infrastructure;

namespace SonTrung.Cchc.Web.Setup;

/// <summary>
/// Brings the database to the version of the program before the first request: SQLite by itself, one process at a time;
/// SQL Server never, there it only says which script is missing.
/// </summary>
internal sealed class DatabaseMigrator(CchcDbContext db, DataFolders folders)
{
    /// <summary>How long to wait for another process that is migrating.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <exception cref="PortalSettingsException">The database cannot be used; the message is one line for the person who started the portal.</exception>
    public async Task PrepareAsync(CancellationToken cancellation = default)
    {
        PrepareFolder();
        if (!db.Database.IsSqlite())
        {
            await CheckSqlServerAsync(cancellation);
            return;
        }

        if (NetworkShare.Holds(folders.Root))
        {
            throw new PortalSettingsException(
                StartUpTexts.NetworkShare.Fill(folders.Root));
        }

        await using var fileLock = await TakeLockAsync(cancellation);
        // First of all: it also rolls back what a killed process left, which EF's first, read-only look could not.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellation);
        RefuseNewer(await db.Database.GetAppliedMigrationsAsync(cancellation));
        await ClearStaleLockAsync(cancellation);
        await db.Database.MigrateAsync(cancellation);
    }

    /// <summary>What a start on SQL Server is refused with, or null when the database is as new as the program.</summary>
    public static string? MissingScripts(IReadOnlyList<string> all, IEnumerable<string> applied)
    {
        var scripts = all.Select((id, index) => (Id: id, Script: ScriptName(id, index + 1)))
            .ExceptBy(applied, migration => migration.Id).Select(migration => $"docs/sql/{migration.Script}").ToList();
        return scripts.Count == 0
            ? null
            : StartUpTexts.ScriptsMissing.Fill(string.Join(", ", scripts));
    }

    /// <summary>"20261124120745_Initial", the first, is "0001_initial.sql".</summary>
    public static string ScriptName(string migrationId, int ordinal) =>
        $"{ordinal:0000}_{migrationId[(migrationId.IndexOf('_', StringComparison.Ordinal) + 1)..].ToLowerInvariant()}.sql";

    private void PrepareFolder()
    {
        try
        {
            folders.Create();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(problem);
        }
    }

    private PortalSettingsException NotWritable(Exception problem) =>
        new(StartUpTexts.NotWritable.Fill(folders.Root, problem.Message));

    private async Task CheckSqlServerAsync(CancellationToken cancellation)
    {
        IEnumerable<string> applied;
        try
        {
            applied = await db.Database.GetAppliedMigrationsAsync(cancellation);
        }
        catch (Exception problem) when (problem.GetBaseException() is SqlException reason)
        {
            throw new PortalSettingsException(StartUpTexts.NoSqlServer.Fill(reason.Message));
        }

        RefuseNewer(applied);
        if (MissingScripts(db.Database.GetMigrations().ToList(), applied) is { } refusal)
        {
            throw new PortalSettingsException(refusal);
        }
    }

    private void RefuseNewer(IEnumerable<string> applied)
    {
        if (applied.Except(db.Database.GetMigrations()).FirstOrDefault() is { } unknown)
        {
            throw new PortalSettingsException(
                StartUpTexts.NewerDatabase.Fill(unknown));
        }
    }

    private async Task<FileStream> TakeLockAsync(CancellationToken cancellation)
    {
        var path = Path.Combine(folders.Root, "migration.lock");
        var end = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                // The operating system gives the lock back when the process dies, however it dies.
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (UnauthorizedAccessException problem)
            {
                throw NotWritable(problem);
            }
            catch (IOException) when (Environment.TickCount64 < end)
            {
                await Task.Delay(100, cancellation);
            }
            catch (IOException)
            {
                throw new PortalSettingsException(
                    StartUpTexts.AnotherMigrates.Fill(folders.Root, (int)Patience.TotalSeconds));
            }
        }
    }

    /// <summary>A process killed while migrating leaves its row, and EF would wait for ever. Whoever held it is dead: the file lock is ours.</summary>
    private async Task ClearStaleLockAsync(CancellationToken cancellation)
    {
        var tables = await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellation);
        if (tables > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancellation);
        }
    }
}

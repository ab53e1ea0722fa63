using Microsoft.Data.Sqlite;
using SonTrung.Cchc.Core.Files;

namespace SonTrung.Cchc.Web.Commands.Backups;

/// <summary>A copy of the SQLite database as it was at one moment, taken while others write.</summary>
internal sealed class DatabaseCopy : IDisposable
{
    /// <summary>Hashes of what was never kept as a file: the model's text, and uploads before they were written anew.</summary>
    private static readonly string[] NotFiles = ["EvidenceSha256", "FileSha256", "ModelSha256", "SourceSha256", "TextSha256"];

    private readonly string path;

    private DatabaseCopy(string path) => this.path = path;

    /// <summary>Copies the database into a file of its own and lets SQLite check it.</summary>
    /// <exception cref="CommandException">The database is damaged.</exception>
    public static DatabaseCopy Take(string database, string path)
    {
        var copy = new DatabaseCopy(path);
        try
        {
            using (var source = Open(database, SqliteOpenMode.ReadWrite))
            using (var target = Open(path, SqliteOpenMode.ReadWriteCreate))
            {
                source.BackupDatabase(target);
            }

            // One file, without a journal beside it.
            copy.Query("PRAGMA journal_mode = DELETE", row => row.GetString(0));
            return copy.Query("PRAGMA quick_check(1)", row => row.GetString(0)) is ["ok"]
                ? copy
                : throw new CommandException(CommandTexts.DatabaseDamaged);
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    public Stream OpenRead() => File.OpenRead(path);

    public IReadOnlyList<string> Migrations() =>
        Query("SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId", row => row.GetString(0));

    public IReadOnlyDictionary<string, long> Rows() => Tables()
        .ToDictionary(table => table, table => Query($"SELECT COUNT(*) FROM \"{table}\"", row => row.GetInt64(0))[0]);

    /// <summary>Where the audit stood; null in a database from before its entries were chained.</summary>
    public AuditAnchor? AuditHead() => Tables().Contains("AuditChainHeads")
        ? Query("SELECT \"Count\", LOWER(HEX(\"Hash\")) FROM AuditChainHeads", row => new AuditAnchor(row.GetInt64(0), row.GetString(1))).SingleOrDefault()
        : null;

    /// <summary>The files of the store that rows refer to.</summary>
    public IReadOnlySet<string> FileHashes() => Tables()
        .SelectMany(table => Query($"SELECT name FROM pragma_table_info('{table}')", row => row.GetString(0))
            .Where(column => column.EndsWith("Sha256", StringComparison.Ordinal) && !NotFiles.Contains(column))
            .SelectMany(column => Query($"SELECT DISTINCT \"{column}\" FROM \"{table}\" WHERE LENGTH(\"{column}\") = {FileStore.HashLength}", row => row.GetString(0))))
        .ToHashSet();

    public void Dispose()
    {
        foreach (var file in new[] { path, $"{path}-journal", $"{path}-wal", $"{path}-shm" })
        {
            File.Delete(file);
        }
    }

    private IReadOnlyList<string> Tables() =>
        Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name", row => row.GetString(0));

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = Open(path, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}

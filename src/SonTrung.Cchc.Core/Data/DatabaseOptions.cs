using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace SonTrung.Cchc.Core.Data;

/// <summary>What both databases are told, measured in docs/performance.md.</summary>
public static class DatabaseOptions
{
    /// <summary>
    /// A list of keys goes to the database as one parameter (JSON). As a parameter for each key, which is the usual way of EF Core 10, naming them takes a time that grows
    /// with their square: two seconds for the thousand activities behind a report.
    /// </summary>
    private const ParameterTranslationMode Lists = ParameterTranslationMode.Parameter;

    /// <summary>Rows that go to the database at once: what EF Core itself uses on SQL Server, where SQLite gets each by itself.</summary>
    private const int RowsAtOnce = 42;

    /// <summary>For SQLite.</summary>
    /// <param name="database">Its options.</param>
    public static SqliteDbContextOptionsBuilder Tuned(this SqliteDbContextOptionsBuilder database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.UseParameterizedCollectionMode(Lists).MaxBatchSize(RowsAtOnce);
    }

    /// <summary>For SQL Server.</summary>
    /// <param name="database">Its options.</param>
    public static SqlServerDbContextOptionsBuilder Tuned(this SqlServerDbContextOptionsBuilder database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.UseParameterizedCollectionMode(Lists).MaxBatchSize(RowsAtOnce);
    }
}

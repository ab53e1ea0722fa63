using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace SonTrung.Cchc.Core.Data;

/// <summary>What both databases are told.</summary>
public static class DatabaseOptions
{
    /// <summary>Rows that go to the database at once: what EF Core itself uses on SQL Server, where SQLite gets each by itself.</summary>
    private const int RowsAtOnce = 42;

    /// <summary>
    /// A list of keys goes to the database as one parameter (JSON). As a parameter for each key, which is the usual way of EF Core 10, naming them takes a time that grows
    /// with their square: two seconds for the thousand activities behind a report. And rows are written several at once (docs/performance.md).
    /// </summary>
    /// <param name="database">The options of a database.</param>
    public static TBuilder Tuned<TBuilder, TExtension>(this RelationalDbContextOptionsBuilder<TBuilder, TExtension> database)
        where TBuilder : RelationalDbContextOptionsBuilder<TBuilder, TExtension>
        where TExtension : RelationalOptionsExtension, new() =>
        database.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter).MaxBatchSize(RowsAtOnce);
}

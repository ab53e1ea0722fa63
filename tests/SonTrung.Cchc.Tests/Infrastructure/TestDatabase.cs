using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;

namespace SonTrung.Cchc.Tests.Infrastructure;

/// <summary>
/// A SQLite file of its own, made by the real migrations. Open a context per step, as requests do:
/// <c>await using var db = database.Open(scope)</c>. Without a scope it is the system's.
/// </summary>
internal sealed class TestDatabase : IDisposable
{
    private static readonly Lazy<byte[]> Template = new(Migrated);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cchc-test-");

    public TestDatabase() => System.IO.File.WriteAllBytes(File, Template.Value);

    public string File => Path.Combine(folder.FullName, "cchc.db");

    /// <summary>A folder for a file store; deleted with the database.</summary>
    public string Files => Path.Combine(folder.FullName, "files");

    /// <summary>23/11/2026, 09:00 in Việt Nam, until a test moves it.</summary>
    public ManualTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));

    public SqliteCchcDbContext Open(AccessScope? scope = null, params IInterceptor[] interceptors) =>
        TestContexts.Sqlite(File, scope, Time, interceptors);

    /// <summary>Adds rows in the system's scope.</summary>
    public T Add<T>(T row) where T : class
    {
        using var db = Open();
        db.Add(row);
        db.SaveChanges();
        return row;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static byte[] Migrated()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var db = TestContexts.Sqlite(path))
            {
                db.Database.Migrate();
            }

            return System.IO.File.ReadAllBytes(path);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }
}

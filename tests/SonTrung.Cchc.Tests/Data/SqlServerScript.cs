using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Data;

/// <summary>The script that a database administrator applies, as the migrations make it.</summary>
internal static class SqlServerScript
{
    public const string CommittedPath = "docs/sql/0001_initial.sql";

    public static string Generate()
    {
        using var db = TestContexts.SqlServer();
        return Normal(db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));
    }

    public static string Committed() => Normal(File.ReadAllText(Path.Combine(RepositoryRoot(), CommittedPath)));

    public static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SonTrung.Cchc.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("No solution above the tests.");
        }

        return folder.FullName;
    }

    private static string Normal(string script) => script.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd() + "\n";
}

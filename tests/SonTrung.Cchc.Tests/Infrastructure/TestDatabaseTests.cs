using Microsoft.EntityFrameworkCore;

namespace SonTrung.Cchc.Tests.Infrastructure;

public sealed class TestDatabaseTests
{
    [Fact]
    public async Task Open_NewDatabase_HasEveryMigrationAndThePasskeyTable()
    {
        using var database = new TestDatabase();
        await using var db = database.Open();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.Contains(db.Model.GetEntityTypes(), type => type.ClrType.Name.Contains("Passkey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_TwoDatabases_ShareNothing()
    {
        using var one = new TestDatabase();
        using var other = new TestDatabase();
        Given.Agency(one, "son-trung");

        await using var db = other.Open();
        Assert.False(await db.Agencies.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void SqlServer_Model_HasThePasskeyTable()
    {
        using var db = TestContexts.SqlServer();

        Assert.Contains(db.Model.GetEntityTypes(), type => type.ClrType.Name.Contains("Passkey", StringComparison.Ordinal));
    }
}

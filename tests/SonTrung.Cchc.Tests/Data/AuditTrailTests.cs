using System.Text.Json;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Data;

public sealed class AuditTrailTests : IDisposable
{
    /// <summary>Rows of the machinery: no person decides on them.</summary>
    private static readonly Type[] Unaudited = [typeof(AuditEntry), typeof(AuditChainHead), typeof(FormReceipt), typeof(DataProtectionKey), typeof(Core.Register.NumberCounter)];

    private readonly TestDatabase database = new();
    private readonly Agency agency;
    private readonly UserAccount user;

    public AuditTrailTests()
    {
        agency = Given.Agency(database, "son-trung");
        user = Given.User(database, agency);
    }

    public static TheoryData<string> Kinds()
    {
        using var db = TestContexts.Sqlite(":memory:");
        return new TheoryData<string>(db.Model.GetEntityTypes()
            .Where(type => !type.IsOwned() && !type.ClrType.IsAbstract && !Unaudited.Contains(type.ClrType)).Select(type => type.Name));
    }

    public void Dispose() => database.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Save_RowAddedAndRemoved_LeavesAnEntryOfEachWithoutSecrets(string kind)
    {
        using var db = database.Open(AccessScope.System("test"));
        var type = db.Model.FindEntityType(kind)!;
        var row = new ModelRows(db).Of(type.ClrType, agency);
        db.SaveChanges();
        db.Remove(row);
        db.SaveChanges();

        var name = type.ClrType.Name.Split('`')[0];
        var removed = Assert.Single(Entries(db), entry => entry.Entity == name && entry.Action == AuditAction.Removed);
        // A part that comes with its owner is told in the owner's entry.
        var added = Assert.Single(Entries(db), entry => entry.Action == AuditAction.Added
            && ((entry.EntityId == removed.EntityId && entry.Entity == name) || JsonDocument.Parse(entry.After!).RootElement.TryGetProperty(name, out _)));
        Assert.Null(added.Before);
        Assert.Null(removed.After);
        Assert.NotEmpty(JsonDocument.Parse(added.After!).RootElement.EnumerateObject());
        Assert.NotEmpty(JsonDocument.Parse(removed.Before!).RootElement.EnumerateObject());
        Assert.Equal("test", removed.UserName);
    }

    [Fact]
    public void Save_ChangedValue_TellsWhoWhenAndWhatWasThereBefore()
    {
        using var db = Open();
        var row = db.Add(NewShortcoming()).Entity;
        db.SaveChanges();
        row.Text = "Chưa đối thoại lần 2";
        db.SaveChanges();

        var entry = Assert.Single(Entries(db), entry => entry.Action == AuditAction.Changed);
        Assert.Equal(("Shortcoming", row.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), (entry.Entity, entry.EntityId));
        Assert.Equal((user.Id, user.UserName, agency.Id), (entry.UserId, entry.UserName, entry.AgencyId));
        Assert.Equal(database.Time.Now.UtcDateTime, entry.AtUtc);
        Assert.Equal("""{"Text":"Chưa đối thoại"}""", entry.Before);
        Assert.Equal("""{"Text":"Chưa đối thoại lần 2"}""", entry.After);
    }

    [Fact]
    public void Save_SameValueAgain_LeavesNoEntry()
    {
        using var db = Open();
        var row = db.Add(NewShortcoming()).Entity;
        db.SaveChanges();
        db.Entry(row).Property(item => item.Text).IsModified = true;
        db.SaveChanges();

        Assert.DoesNotContain(Entries(db), entry => entry.Action == AuditAction.Changed);
    }

    [Fact]
    public void Save_RowHandedOverWhole_ComparesWithWhatIsStored()
    {
        var stored = database.Add(NewShortcoming());
        stored.Text = "Khác";
        using var db = Open();
        db.Update(stored);
        db.SaveChanges();

        Assert.Equal("""{"Text":"Chưa đối thoại"}""", Assert.Single(Entries(db), entry => entry.Action == AuditAction.Changed).Before);
    }

    [Fact]
    public void Save_RowHiddenAndRestored_SaysSo()
    {
        using var db = Open();
        var row = db.Add(NewShortcoming()).Entity;
        db.SaveChanges();
        row.DeletedUtc = database.Time.Now.UtcDateTime;
        db.SaveChanges();
        row.DeletedUtc = null;
        db.SaveChanges();

        Assert.Equal(
            [AuditAction.Added, AuditAction.Hidden, AuditAction.Restored],
            Entries(db).Where(entry => entry.Entity == nameof(Shortcoming)).Select(entry => entry.Action));
    }

    [Fact]
    public async Task Save_RolledBack_TakesTheEntryWithIt()
    {
        await using var db = Open();
        await Assert.ThrowsAsync<TimeoutException>(() => db.InTransactionAsync<bool>(
            async () =>
            {
                db.Add(NewShortcoming());
                await db.SaveChangesAsync(TestContext.Current.CancellationToken);
                throw new TimeoutException();
            },
            TestContext.Current.CancellationToken));

        Assert.DoesNotContain(Entries(db), entry => entry.Entity == nameof(Shortcoming));
        // The turn to write was given back too.
        db.Add(NewShortcoming());
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Save_FailedAndTriedAgain_LeavesOneEntry()
    {
        using var db = Open();
        var row = NewShortcoming(planItemId: 1);
        db.Add(row);
        Assert.Throws<DbUpdateException>(() => db.SaveChanges());
        row.PlanItemId = null;
        db.SaveChanges();

        Assert.DoesNotContain("\"PlanItemId\":1", Assert.Single(Entries(db), entry => entry.Entity == nameof(Shortcoming)).After, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_PasswordChanged_IsAuditedWithoutTheHash()
    {
        using var db = Open();
        var account = db.Users.Single(row => row.Id == user.Id);
        account.PasswordHash = "AQAAAA-hash";
        db.SaveChanges();

        var entry = Assert.Single(Entries(db), entry => entry.Action == AuditAction.Changed);
        Assert.Contains(AuditTrail.Secret, entry.After, StringComparison.Ordinal);
        Assert.DoesNotContain("AQAAAA", entry.Before + entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_TokenOfAnAccount_IsAuditedWithoutItsValue()
    {
        using var db = Open();
        db.Add(new IdentityUserToken<long> { UserId = user.Id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "KEY123" });
        db.SaveChanges();

        var entry = Assert.Single(Entries(db), entry => entry.Entity == "IdentityUserToken");
        Assert.Equal(agency.Id, entry.AgencyId);
        Assert.DoesNotContain("KEY123", entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_ChangedOrRemovedEntry_IsRefusedEvenForTheSystem()
    {
        using var db = database.Open();
        var entry = db.AuditEntries.First();
        db.Remove(entry);
        Assert.Throws<AgencyIsolationException>(() => db.SaveChanges());
        db.Entry(entry).State = EntityState.Modified;
        Assert.Throws<AgencyIsolationException>(() => db.SaveChanges());
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET UserName = 'ai đó'")]
    [InlineData("DELETE FROM AuditEntries")]
    [InlineData("REPLACE INTO AuditEntries SELECT * FROM AuditEntries")]
    public void Sql_ChangingEntriesPastThePortal_IsRefusedByTheDatabase(string sql)
    {
        using var connection = new SqliteConnection(TestContexts.ConnectionString(database.File));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        Assert.Equal(19, Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()).SqliteErrorCode);
    }

    [Fact]
    public void Read_OtherAgencysEntries_AreNotShown()
    {
        using var own = Open();
        using var other = database.Open(AccessScope.ForUser(9, "khac", Given.Agency(database, "xa-khac").Id));
        using var administrator = database.Open(AccessScope.ForUser(8, "hethong", null));
        database.Add(NewShortcoming());

        Assert.Contains(own.AuditEntries, entry => entry.Entity == nameof(Shortcoming));
        Assert.DoesNotContain(other.AuditEntries, entry => entry.AgencyId == agency.Id);
        Assert.DoesNotContain(administrator.AuditEntries, entry => entry.AgencyId != null);
    }

    private SqliteCchcDbContext Open() => database.Open(Given.Scope(user));

    private Shortcoming NewShortcoming(long? planItemId = null) =>
        new() { AgencyId = agency.Id, Year = 2026, Position = 1, Text = "Chưa đối thoại", PlanItemId = planItemId };

    private static List<AuditEntry> Entries(CchcDbContext db) => db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Id).ToList();
}

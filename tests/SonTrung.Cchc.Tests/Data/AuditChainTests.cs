using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Audit;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Shortcomings;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Data;

public sealed class AuditChainTests : IDisposable
{
    private readonly TestDatabase database = new();
    private readonly Agency agency;

    public AuditChainTests()
    {
        agency = Given.Agency(database, "son-trung");
        for (var i = 1; i <= 9; i++)
        {
            database.Time.Now += TimeSpan.FromMinutes(1);
            database.Add(new Shortcoming { AgencyId = agency.Id, Year = 2026, Position = i, Text = $"Tồn tại {i}" });
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Verify_Untouched_IsWholeAndNamesItsHead()
    {
        var verdict = await VerifyAsync();

        Assert.Null(verdict.Breach);
        Assert.Equal(Sequences().Count, verdict.Count);
        Assert.Equal(Enumerable.Range(1, (int)verdict.Count).Select(number => (long)number), Sequences());
        await using var db = database.Open();
        var head = await new AuditVerifier(db).HeadAsync(Cancellation);
        Assert.Equal((verdict.Count, AuditChain.Write(verdict.Hash)), (head.Count, AuditChain.Write(head.Hash)));
    }

    [Fact]
    public async Task Hash_OfAnEntry_IsWhatTheDecisionSays()
    {
        await using var db = database.Open();
        var entry = await db.AuditEntries.AsNoTracking().SingleAsync(row => row.Sequence == 3, Cancellation);
        var fields = new[]
        {
            "3", entry.Id.ToString(CultureInfo.InvariantCulture), entry.AtUtc.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture), null, "test",
            agency.Id.ToString(CultureInfo.InvariantCulture), "Added", "Shortcoming", entry.EntityId, null, entry.After, entry.CorrelationId,
        };
        var input = Encoding.UTF8.GetBytes("SonTrung.Cchc audit 1\n").Concat(entry.PreviousHash)
            .Concat(Encoding.UTF8.GetBytes(string.Concat(fields.Select(field => field is null ? "-," : $"{Encoding.UTF8.GetByteCount(field)}:{field},"))));

        Assert.Contains("Tồn tại", entry.After, StringComparison.Ordinal);
        Assert.Equal(SHA256.HashData(input.ToArray()), entry.Hash);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET UserName = 'người khác' WHERE Sequence = 5", AuditBreachKind.Changed, 5, null)]
    [InlineData("UPDATE AuditEntries SET AtUtc = '2026-01-01 00:00:00' WHERE Sequence = 5", AuditBreachKind.Changed, 5, null)]
    [InlineData("UPDATE AuditEntries SET After = NULL WHERE Sequence = 1", AuditBreachKind.Changed, 1, null)]
    [InlineData("UPDATE AuditEntries SET Before = '' WHERE Sequence = 10", AuditBreachKind.Changed, 10, null)]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 5", AuditBreachKind.Removed, 5, 5)]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence IN (1, 2)", AuditBreachKind.Removed, 1, 2)]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence > 7", AuditBreachKind.Removed, 8, 10)]
    [InlineData("DELETE FROM AuditEntries", AuditBreachKind.Removed, 1, 10)]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 5; UPDATE AuditEntries SET Sequence = -Sequence + 1 WHERE Sequence > 5; UPDATE AuditEntries SET Sequence = -Sequence WHERE Sequence < 0", AuditBreachKind.Removed, 5, 5)]
    [InlineData("UPDATE AuditEntries SET Sequence = 100 WHERE Sequence = 4; UPDATE AuditEntries SET Sequence = 4 WHERE Sequence = 7; UPDATE AuditEntries SET Sequence = 7 WHERE Sequence = 100", AuditBreachKind.Reordered, 4, 7)]
    [InlineData("UPDATE AuditChainHeads SET Hash = zeroblob(32)", AuditBreachKind.HeadChanged, 10, null)]
    [InlineData("UPDATE AuditChainHeads SET Count = 8", AuditBreachKind.Inserted, 9, null)]
    public async Task Verify_Tampered_NamesTheFirstEntryConcerned(string sql, AuditBreachKind kind, long sequence, int? other)
    {
        Tamper(sql);

        var breach = (await VerifyAsync()).Breach!;

        Assert.Equal((kind, sequence, (long?)other), (breach.Kind, breach.Sequence, breach.Other));
    }

    [Fact]
    public async Task Verify_EntryWrittenAnewWithItsHash_NamesIt()
    {
        // Who knows how hashes are made mends the entry's own, and not that of all that follow.
        Tamper("UPDATE AuditEntries SET UserName = 'người khác' WHERE Sequence = 5");
        await using var db = database.Open();
        var entry = await db.AuditEntries.AsNoTracking().SingleAsync(row => row.Sequence == 5, Cancellation);
        Tamper($"UPDATE AuditEntries SET Hash = X'{Convert.ToHexString(AuditChain.HashOf(entry, 5))}' WHERE Sequence = 5");

        var breach = (await VerifyAsync()).Breach!;

        Assert.Equal((AuditBreachKind.Changed, 5L, "người khác"), (breach.Kind, breach.Sequence, breach.Entry!.UserName));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Verify_EntrySlippedIn_NamesIt(bool fits)
    {
        Tamper(
            """
            UPDATE AuditEntries SET Sequence = -Sequence - 1 WHERE Sequence >= 5;
            UPDATE AuditEntries SET Sequence = -Sequence WHERE Sequence < 0;
            """);
        Insert(fits);

        var breach = (await VerifyAsync()).Breach!;

        Assert.Equal((AuditBreachKind.Inserted, 5L, "kẻ lạ"), (breach.Kind, breach.Sequence, breach.Entry!.UserName));
    }

    [Fact]
    public async Task Verify_NotedHash_IsFoundUntilTheEndIsCutOff()
    {
        var noted = (await VerifyAsync()).Hash;
        database.Add(new Shortcoming { AgencyId = agency.Id, Year = 2026, Position = 10, Text = "Sau khi ghi ra giấy" });
        Assert.Equal((10L, 11L), ((await VerifyAsync(noted)).NotedAt, (await VerifyAsync(noted)).Count));

        // The head goes back with the entries: the chain alone does not show it, the paper does.
        Tamper("DELETE FROM AuditEntries WHERE Sequence > 8; UPDATE AuditChainHeads SET Count = 8, Hash = (SELECT Hash FROM AuditEntries WHERE Sequence = 8)");
        var verdict = await VerifyAsync(noted);

        Assert.Null(verdict.Breach);
        Assert.Null(verdict.NotedAt);
    }

    [Fact]
    public async Task Save_FailedWithinATransactionThatGoesOn_LeavesNoGap()
    {
        await using var db = database.Open();
        await db.InTransactionAsync(
            async () =>
            {
                db.Add(new Shortcoming { AgencyId = agency.Id, Year = 2026, Position = 20, Text = "Hỏng", PlanItemId = 1 });
                await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancellation));
                db.ChangeTracker.Clear();
                db.Add(new Shortcoming { AgencyId = agency.Id, Year = 2026, Position = 21, Text = "Được" });
                return await db.SaveChangesAsync(Cancellation);
            },
            Cancellation);

        var verdict = await VerifyAsync();

        Assert.Null(verdict.Breach);
        Assert.Equal(11, verdict.Count);
    }

    [Fact]
    public async Task Save_ByManyAtOnce_IsOneChain()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; i < 10; i++)
                {
                    await using var db = database.Open();
                    db.Add(new Shortcoming { AgencyId = agency.Id, Year = 2026, Position = (100 * writer) + i + 100, Text = $"{writer}/{i}" });
                    await db.SaveChangesAsync(Cancellation);
                }
            },
            Cancellation)));

        var verdict = await VerifyAsync();

        Assert.Null(verdict.Breach);
        Assert.Equal(90, verdict.Count);
    }

    [Fact]
    public async Task Verify_MoreEntriesThanOneReading_WalksThemAll()
    {
        await using (var db = database.Open())
        {
            db.AddRange(Enumerable.Range(0, 2500).Select(i => new Shortcoming { AgencyId = agency.Id, Year = 2026, Position = 1000 + i, Text = $"Nhiều {i}" }));
            await db.SaveChangesAsync(Cancellation);
        }

        Assert.Equal((2510L, null), ((await VerifyAsync()).Count, (await VerifyAsync()).Breach));
        Tamper("DELETE FROM AuditEntries WHERE Sequence = 2222");
        Assert.Equal(2222, (await VerifyAsync()).Breach!.Sequence);
    }

    [Theory]
    [InlineData("UPDATE AuditChainHeads SET Count = 3")]
    [InlineData("DELETE FROM AuditChainHeads")]
    [InlineData("INSERT INTO AuditChainHeads (Id, Count, Hash) VALUES (2, 0, zeroblob(32))")]
    public void Sql_TakingTheHeadBack_IsRefusedByTheDatabase(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        Assert.Equal(19, Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()).SqliteErrorCode);
    }

    [Fact]
    public void Save_OfTheHeadItself_IsRefused()
    {
        using var db = database.Open();
        db.Entry(db.AuditChainHeads.Single()).State = EntityState.Modified;

        Assert.Throws<AgencyIsolationException>(() => db.SaveChanges());
    }

    [Theory]
    [InlineData("ab cd", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("0123456789ABCDEF 0123456789abcdef 0123456789abcdef 0123456789abcdef", true)]
    [InlineData("g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    public void Read_HashFromPaper_TakesSpacesAndCapitals(string? written, bool isHash) => Assert.Equal(isHash, AuditChain.Read(written) is not null);

    [Fact]
    public async Task SearchKey_OfAnEntry_HoldsWhoAndWhatWithoutMarksButNoHashes()
    {
        await using var db = database.Open();
        var entry = await db.AuditEntries.AsNoTracking().SingleAsync(row => row.Sequence == 3, Cancellation);

        Assert.Contains("ton tai 2", entry.SearchKey, StringComparison.Ordinal);
        Assert.StartsWith("test ", entry.SearchKey, StringComparison.Ordinal);
    }

    private async Task<AuditVerdict> VerifyAsync(byte[]? noted = null)
    {
        await using var db = database.Open();
        return await new AuditVerifier(db).VerifyAsync(noted, Cancellation);
    }

    private List<long> Sequences()
    {
        using var db = database.Open();
        return db.AuditEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Sequence).ToList();
    }

    /// <summary>An entry of somebody's own between the fourth and the fifth, with or without the right hashes.</summary>
    private void Insert(bool fits)
    {
        using var db = database.Open();
        var previous = db.AuditEntries.AsNoTracking().Single(entry => entry.Sequence == 4);
        var entry = new AuditEntry
        {
            Id = 77,
            AtUtc = previous.AtUtc,
            UserName = "kẻ lạ",
            Action = AuditAction.Changed,
            Entity = "Shortcoming",
            EntityId = "1",
            After = "{}",
        };
        entry.Link(5, fits ? previous.Hash : AuditChain.Start);
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            INSERT INTO AuditEntries (Id, AtUtc, UserName, Action, Entity, EntityId, After, Sequence, PreviousHash, Hash, SearchKey)
            VALUES (77, $at, 'kẻ lạ', 'Changed', 'Shortcoming', '1', '{}', 5, $previous, $hash, '')
            """;
        command.Parameters.AddWithValue("$at", entry.AtUtc);
        command.Parameters.AddWithValue("$previous", entry.PreviousHash);
        command.Parameters.AddWithValue("$hash", fits ? entry.Hash : new byte[32]);
        command.ExecuteNonQuery();
    }

    /// <summary>Who has the file drops the triggers first.</summary>
    private void Tamper(string sql)
    {
        using var connection = Connect();
        using var triggers = connection.CreateCommand();
        triggers.CommandText = "SELECT group_concat('DROP TRIGGER \"' || name || '\"', ';') FROM sqlite_master WHERE type = 'trigger'";
        var drop = triggers.ExecuteScalar() as string ?? "";
        using var command = connection.CreateCommand();
        command.CommandText = $"{drop};{sql}";
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(TestContexts.ConnectionString(database.File));
        connection.Open();
        return connection;
    }
}

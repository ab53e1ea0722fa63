using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Files;
using SonTrung.Cchc.Core.Register;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Register;

/// <summary>Numbers of outgoing documents (Điều 15.1): unique in the calendar year, in the order of their dates, never given twice.</summary>
public sealed class NumberSeriesTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private readonly TestDatabase database = new();
    private readonly Agency agency;
    private readonly AccessScope clerk;

    public NumberSeriesTests()
    {
        agency = Given.Agency(database, "huong-son");
        clerk = Given.Scope(Given.User(database, agency, "vanthu", Duties.Clerk));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData(NumberScope.PerKind)]
    [InlineData(NumberScope.Common)]
    public async Task OwnSeries_FiftyAtOnce_GetFiftyConsecutiveNumbers(NumberScope scope)
    {
        Settle(NumberSource.OwnSeries, scope);

        // Five names of one file are five queues of writers: what keeps the numbers apart is the database.
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(
            async () =>
            {
                await using var db = OpenAs(string.Concat(Enumerable.Repeat($".{Path.DirectorySeparatorChar}", i % 5)));
                return await Register(db).CreateAsync(Guid.NewGuid(), Input("Công văn", null), null, Cancellation);
            },
            Cancellation)));

        Assert.Equal(Enumerable.Range(1, 50), results.Select(result => result.Row!.Number).Order());
        using var stored = database.Open();
        Assert.Equal(50, stored.OutgoingDocuments.Select(row => row.Number).Distinct().Count());
        Assert.Equal(50, stored.NumberCounters.Single().Last);
    }

    [Fact]
    public async Task OwnSeries_PerKind_CountsEachKind_AndCommonCountsAll()
    {
        Settle(NumberSource.OwnSeries, NumberScope.PerKind);
        int[] perKind = [await GivenAsync("Báo cáo"), await GivenAsync("BÁO CÁO"), await GivenAsync("Kế hoạch")];
        Assert.Equal([1, 2, 1], perKind);

        Settle(NumberSource.OwnSeries, NumberScope.Common);

        int[] common = [await GivenAsync("Kế hoạch"), await GivenAsync("Báo cáo")];
        Assert.Equal([3, 4], common);
    }

    [Fact]
    public async Task OwnSeries_NextCalendarYear_BeginsAtOne()
    {
        Settle(NumberSource.OwnSeries, NumberScope.PerKind);
        Assert.Equal(1, await GivenAsync("Báo cáo"));

        database.Time.Now = new DateTimeOffset(2027, 1, 4, 2, 0, 0, TimeSpan.Zero);

        Assert.Equal(1, await GivenAsync("Báo cáo", new DateOnly(2027, 1, 4)));
        Assert.Equal(2, await GivenAsync("Báo cáo", new DateOnly(2026, 12, 31)));
    }

    [Fact]
    public async Task OwnSeries_AfterTypedNumbers_GoesOnBehindThem()
    {
        await CreateAsync("Công văn", 37);
        Settle(NumberSource.OwnSeries, NumberScope.PerKind);

        Assert.Equal(38, await GivenAsync("Công văn"));
        Assert.Equal(NumberRefusal.GivenByPortal, (await CreateAsync("Công văn", 60)).Refusal);
        Assert.Equal(35, (await CreateAsync("Công văn", 35)).Row!.Number);
        Assert.Equal(39, await GivenAsync("Công văn"));
    }

    [Fact]
    public async Task OwnSeries_NumberGivenUp_IsNeitherGivenAgainNorDeleted()
    {
        Settle(NumberSource.OwnSeries, NumberScope.PerKind);
        await GivenAsync("Công văn");
        await using var db = Open();
        var register = Register(db);

        var skipped = (await register.CancelNumberAsync(Guid.NewGuid(), Input("Công văn", null), "Bản in hỏng", Cancellation)).Row!;
        var deleted = await register.DeleteAsync(skipped.Id, skipped.Version, Cancellation);

        Assert.Equal((2, "Bản in hỏng"), (skipped.Number, skipped.CancelReason));
        Assert.Equal(SaveOutcome.InUse, deleted.Outcome);
        Assert.Equal(3, await GivenAsync("Công văn"));
    }

    [Theory]
    [InlineData(14, "UBND", "23/11/2026", NumberRefusal.Taken)]
    [InlineData(15, "UBND", "19/11/2026", NumberRefusal.DateOutOfOrder)]
    [InlineData(13, "UBND", "21/11/2026", NumberRefusal.DateOutOfOrder)]
    [InlineData(15, "UBND", "24/11/2026", NumberRefusal.DateInFuture)]
    [InlineData(13, "UBND", "20/11/2026", null)]
    [InlineData(15, "UBND-VHXH", "20/11/2026", null)]
    public async Task TypedIn_IsCheckedAgainstTheYear(int number, string symbol, string day, NumberRefusal? expected)
    {
        await CreateAsync("Công văn", 14, new DateOnly(2026, 11, 20), "UBND");
        var date = DateOnly.ParseExact(day, "dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

        var result = await CreateAsync("Công văn", number, date, symbol);

        Assert.Equal(expected, result.Refusal);
        Assert.Equal(expected is null, result.Row is not null);
    }

    [Fact]
    public async Task TypedIn_WithoutNumber_IsAskedFor() =>
        Assert.Equal(NumberRefusal.Missing, (await CreateAsync("Công văn", null)).Refusal);

    [Fact]
    public async Task TypedIn_SameNumberAndSymbolUnderAnotherKind_IsTaken()
    {
        await CreateAsync("Thông báo", 3, symbol: "TB-UBND");

        Assert.Equal(NumberRefusal.Taken, (await CreateAsync("Kết luận", 3, symbol: "TB-UBND")).Refusal);
        Assert.Null((await CreateAsync("Kết luận", 3, symbol: "KL-UBND")).Refusal);
    }

    [Fact]
    public async Task TypedIn_AnotherAgency_HasItsOwnNumbers()
    {
        await CreateAsync("Công văn", 3);
        var neighbour = Given.Agency(database, "son-tay");
        var theirs = Given.Scope(Given.User(database, neighbour, "vanthu", Duties.Clerk));
        await using var db = database.Open(theirs);

        Assert.Null((await Register(db).CreateAsync(Guid.NewGuid(), Input("Công văn", 3), null, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Restore_NumberOfAnotherMeanwhile_IsRefused()
    {
        var row = (await CreateAsync("Công văn", 7)).Row!;
        await using (var db = Open())
        {
            await Register(db).DeleteAsync(row.Id, row.Version, Cancellation);
        }

        await CreateAsync("Công văn", 7);
        await using var after = Open();

        Assert.Equal(NumberRefusal.Taken, (await Register(after).RestoreAsync(row.Id, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Offer_NamesTheLastNumberAndTheNext()
    {
        await CreateAsync("Báo cáo", 14, new DateOnly(2026, 11, 20), "BC-UBND");
        await CreateAsync("Công văn", 90, new DateOnly(2026, 11, 20));
        await using var db = Open();

        var offer = await new NumberSeries(db, database.Time).OfferAsync("BÁO CÁO", 2026, Cancellation);

        Assert.Equal(new NumberOffer(NumberSource.TypedIn, NumberScope.PerKind, new LastNumber(14, "BC-UBND", new DateOnly(2026, 11, 20)), 15, "BC-UBND"), offer);
    }

    [Fact]
    public async Task Take_OutsideOfATransaction_IsABug()
    {
        await using var db = Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new NumberSeries(db, database.Time).TakeAsync(new NumberRequest("Công văn", "UBND", Today, 1), Cancellation));
    }

    /// <summary>
    /// What SQL Server is asked to hold: the counter's row is written before anything is read, and a written row stays locked until the transaction ends.
    /// </summary>
    [Fact]
    public async Task Lock_OnSqlServer_WritesTheCounterFirst()
    {
        var commands = new Written();
        await using var db = TestContexts.SqlServer(AccessScope.ForUser(1, "vanthu", 1), null, commands, new NoConnection());

        await new NumberSeries(db, TimeProvider.System).LockAsync("bao cao", 2026, Cancellation);

        Assert.StartsWith("UPDATE [n]\r\nSET [n].[Last] = [n].[Last]\r\nFROM [NumberCounters] AS [n]", Assert.Single(commands.Texts).ReplaceLineEndings("\r\n"), StringComparison.Ordinal);
    }

    private static RegisterInput Input(string kind, int? number, DateOnly? day = null, string symbol = "UBND") => new()
    {
        Kind = kind,
        Number = number,
        Symbol = symbol,
        IssuedOn = day ?? Today,
        Subject = "thử",
        Signer = "Phan Văn Mẫu",
        Recipients = "Sở Nội vụ",
    };

    private OutgoingRegister Register(CchcDbContext db) => new(db, new NumberSeries(db, database.Time), new FileStore(database.Files), database.Time);

    private SqliteCchcDbContext Open() => database.Open(clerk);

    /// <summary>The same file under a name of its own, which the process's queue of writers takes for another.</summary>
    private SqliteCchcDbContext OpenAs(string detour) => TestContexts.Sqlite(
        Path.Combine(Path.GetDirectoryName(database.File)!, detour + Path.GetFileName(database.File)), clerk, database.Time);

    private void Settle(NumberSource source, NumberScope scope)
    {
        using var db = database.Open();
        var settings = db.AgencySettings.SingleOrDefault(row => row.AgencyId == agency.Id);
        if (settings is null)
        {
            settings = new AgencySettings { AgencyId = agency.Id };
            db.Add(settings);
        }

        (settings.NumberSource, settings.NumberScope) = (source, scope);
        db.SaveChanges();
    }

    private async Task<RegisterResult> CreateAsync(string kind, int? number, DateOnly? day = null, string symbol = "UBND")
    {
        await using var db = Open();
        return await Register(db).CreateAsync(Guid.NewGuid(), Input(kind, number, day, symbol), null, Cancellation);
    }

    private async Task<int> GivenAsync(string kind, DateOnly? day = null) =>
        (await CreateAsync(kind, null, day, $"{kind[..2].ToUpperInvariant()}-UBND")).Row!.Number;

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }

    private sealed class Written : DbCommandInterceptor
    {
        public List<string> Texts { get; } = [];

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Texts.Add(command.CommandText);
            return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(1));
        }
    }
}

using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Catalogues;
using SonTrung.Cchc.Core.Connections;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Connections;

public sealed class SystemTokenServiceTests : IDisposable
{
    private readonly TestDatabase database = new();
    private readonly Agency commune;
    private readonly Agency office;
    private readonly UserAccount administrator;

    public SystemTokenServiceTests()
    {
        commune = Given.Agency(database, "xa");
        office = Given.Agency(database, "so", AgencyKind.SuperiorOffice);
        administrator = Given.User(database, commune, "quantri", Duties.Administrator);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DateOnly Tomorrow => new(2026, 11, 24);

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Recognize_Token_UntilItsLastDayIsOver()
    {
        var token = (await CreateAsync("A", ApiScopes.Reports, Tomorrow)).Token!;

        Assert.Equal("A", (await RecognizeAsync(token))!.Name);
        Assert.Null(await RecognizeAsync(token.ToUpperInvariant()));
        Assert.Null(await RecognizeAsync(token[SystemTokenService.Prefix.Length..]));
        // 23:59 on the last day in Việt Nam, and a minute later.
        database.Time.Now = new DateTimeOffset(2026, 11, 24, 16, 59, 0, TimeSpan.Zero);
        Assert.NotNull(await RecognizeAsync(token));
        database.Time.Now += TimeSpan.FromMinutes(1);
        Assert.Null(await RecognizeAsync(token));
    }

    [Fact]
    public async Task Create_ForASuperiorOffice_GivesReportsAndCataloguesOnly()
    {
        var person = Given.User(database, office, "quantri", Duties.Administrator);

        Assert.Equal(SystemTokenOutcome.ScopesWrong, (await CreateAsync("A", ApiScopes.Reports | ApiScopes.Activities, Tomorrow, person)).Outcome);
        Assert.Equal(SystemTokenOutcome.Done, (await CreateAsync("A", ApiScopes.Reports | ApiScopes.Catalogues, Tomorrow, person)).Outcome);
    }

    [Fact]
    public async Task Create_MoreThanAnAgencyMayHave_IsRefused()
    {
        for (var i = 0; i < SystemToken.MostPerAgency; i++)
        {
            Assert.Equal(SystemTokenOutcome.Done, (await CreateAsync($"Hệ thống {i}", ApiScopes.Reports, Tomorrow)).Outcome);
        }

        Assert.Equal(SystemTokenOutcome.TooMany, (await CreateAsync("Thêm nữa", ApiScopes.Reports, Tomorrow)).Outcome);
        database.Time.Now += TimeSpan.FromDays(3);
        Assert.Equal(SystemTokenOutcome.Done, (await CreateAsync("Thêm nữa", ApiScopes.Reports, Tomorrow.AddDays(9))).Outcome);
    }

    [Fact]
    public async Task RecordUse_ManyTimes_IsKeptToTheMinuteAndAuditedOnceADay()
    {
        var id = (await CreateAsync("A", ApiScopes.Reports, Tomorrow.AddDays(9))).Id;
        foreach (var pause in new[] { 0, 10, 120, 3600, 24 * 3600 })
        {
            database.Time.Now += TimeSpan.FromSeconds(pause);
            await using var db = database.Open(AccessScope.ForSystem("A", commune.Id));
            await new SystemTokenService(db, database.Time).RecordUseAsync(id, Cancellation);
        }

        await using var all = database.Open();
        Assert.Equal(database.Time.Now.UtcDateTime, (await all.SystemTokens.SingleAsync(Cancellation)).LastUsedUtc);
        Assert.Equal(2, await all.AuditEntries.CountAsync(entry => entry.Entity == nameof(SystemToken) && entry.UserName == "A", Cancellation));
    }

    [Fact]
    public async Task ScopeOfASystem_WritesNothingElse()
    {
        var id = (await CreateAsync("A", ApiScopes.Reports, Tomorrow)).Id;
        await using var db = database.Open(AccessScope.ForSystem("A", commune.Id));

        db.Departments.Add(new Department { AgencyId = commune.Id, Name = "x", Position = 1, ValidFrom = DateOnly.MinValue });
        await Assert.ThrowsAsync<AgencyIsolationException>(() => db.SaveChangesAsync(Cancellation));
        db.ChangeTracker.Clear();
        (await db.SystemTokens.SingleAsync(row => row.Id == id, Cancellation)).RevokedUtc = DateTime.UtcNow;
        await Assert.ThrowsAsync<AgencyIsolationException>(() => db.SaveChangesAsync(Cancellation));
        db.ChangeTracker.Clear();
        db.Topics.Add(new Topic { Code = "x", Name = "x", Position = 1, ValidFrom = DateOnly.MinValue });
        await Assert.ThrowsAsync<AgencyIsolationException>(() => db.SaveChangesAsync(Cancellation));
    }

    private async Task<SystemTokenResult> CreateAsync(string name, ApiScopes scopes, DateOnly last, UserAccount? person = null)
    {
        await using var db = database.Open(Given.Scope(person ?? administrator));
        return await new SystemTokenService(db, database.Time).CreateAsync(Guid.NewGuid(), new SystemTokenInput(name, scopes, last), Cancellation);
    }

    private async Task<SystemToken?> RecognizeAsync(string token)
    {
        await using var db = database.Open(AccessScope.Nobody);
        return await new SystemTokenService(db, database.Time).RecognizeAsync(token, Cancellation);
    }
}

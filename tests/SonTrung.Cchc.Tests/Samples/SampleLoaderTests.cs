using Microsoft.EntityFrameworkCore;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Samples;
using SonTrung.Cchc.Tests.Infrastructure;
using SonTrung.Cchc.Tests.Reports;

namespace SonTrung.Cchc.Tests.Samples;

public sealed class SampleLoaderTests
{
    [Fact]
    public async Task Load_Twice_AddsNothingTheSecondTime()
    {
        using var samples = new SampleDatabase();
        var before = await CountAsync(samples);

        await using (var db = samples.Database.Open())
        {
            await SampleDatabase.Loader(samples.Database, db).LoadAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(before, await CountAsync(samples));
    }

    [Fact]
    public async Task LoadStartingPoint_EmptyPortal_HasCataloguesAndOneOutlineAndNoAgency()
    {
        using var database = new TestDatabase();
        await using var db = database.Open();

        await SampleDatabase.Loader(database, db).LoadStartingPointAsync(TestContext.Current.CancellationToken);

        Assert.Equal(7, await db.Topics.CountAsync(TestContext.Current.CancellationToken));
        Assert.True(await db.Indicators.AnyAsync(TestContext.Current.CancellationToken));
        Assert.Single(await db.OutlineTemplates.ToListAsync(TestContext.Current.CancellationToken));
        Assert.False(await db.Agencies.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Load_OutsideTheSystemScope_IsRefused()
    {
        using var database = new TestDatabase();
        await using var db = database.Open(AccessScope.ForUser(1, "canbo", 1));

        await Assert.ThrowsAsync<AgencyIsolationException>(() => SampleDatabase.Loader(database, db).LoadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Load_ReportOf2023_IsReenteredAndHasNoSubmission()
    {
        using var samples = new SampleDatabase();
        await using var db = samples.Database.Open();

        var report = await db.AnnualReports.Include(row => row.Versions).SingleAsync(row => row.Year == 2023, TestContext.Current.CancellationToken);

        Assert.True(report.IsReentered);
        Assert.Equal(ReportStatus.Draft, report.Status);
        Assert.Null(report.IssueMark);
        Assert.Empty(report.Versions);
        Assert.False(await db.ActivityMeasures.AnyAsync(
            row => db.PropagandaActivities.Any(activity => activity.Id == row.ActivityId && activity.Year == 2023), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task LinkSigners_ChairmanOf2026HasAnAccount_LinksNobodyElse()
    {
        using var samples = new SampleDatabase();
        var chairman = Given.User(samples.Database, samples.Agency("xa-huong-son"), "chutich", Duties.Chairman);
        await using var db = samples.Database.Open();
        var account = await db.Users.SingleAsync(TestContext.Current.CancellationToken);
        account.UserName = "chutich@xahuongson";
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        await SampleDatabase.Loader(samples.Database, db).LinkSignersAsync(TestContext.Current.CancellationToken);

        var signers = await db.Signers.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(chairman.Id, signers.Single(row => row.FullName == "Lê Văn Mẫu").UserId);
        Assert.Null(signers.Single(row => row.FullName == "Nguyễn Tiến Thích").UserId);
    }

    [Fact]
    public void Accounts_OfEveryAgency_AreMarkedAsSamplesAndNobodyReal()
    {
        using var samples = new SampleDatabase();
        using var db = samples.Database.Open();
        var codes = db.Agencies.Select(row => row.Code).ToHashSet();

        Assert.Equal(20, SampleAccounts.All.Count(account => account.SignsIn));
        Assert.All(SampleAccounts.All, account => Assert.Contains("mẫu", account.FullName, StringComparison.OrdinalIgnoreCase));
        Assert.All(SampleAccounts.All, account => Assert.True(account.AgencyCode is null || codes.Contains(account.AgencyCode)));
    }

    private static async Task<int[]> CountAsync(SampleDatabase samples)
    {
        await using var db = samples.Database.Open();
        return
        [
            await db.Agencies.CountAsync(), await db.PropagandaChannels.CountAsync(), await db.OutlineTemplates.CountAsync(),
            await db.PlanItems.CountAsync(), await db.PropagandaActivities.CountAsync(), await db.ReportLines.CountAsync(),
        ];
    }
}

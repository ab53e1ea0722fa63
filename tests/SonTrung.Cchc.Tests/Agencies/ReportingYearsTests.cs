using System.Globalization;
using SonTrung.Cchc.Core.Accounts;
using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Data;
using SonTrung.Cchc.Core.Text;
using SonTrung.Cchc.Tests.Infrastructure;

namespace SonTrung.Cchc.Tests.Agencies;

/// <summary>To which reporting year a day belongs, with periods, past the last one and without any.</summary>
public sealed class ReportingYearsTests : IDisposable
{
    private readonly TestDatabase database = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData(2026, 12, 14, 2026)]
    [InlineData(2026, 12, 15, 2027)]
    [InlineData(2026, 12, 31, 2027)]
    [InlineData(2027, 1, 1, 2027)]
    [InlineData(2027, 12, 14, 2027)]
    [InlineData(2028, 12, 15, 2029)]
    public async Task ReportingYear_WithoutPeriodsOrPastThem_TurnsOnTheFifteenthOfDecember(int year, int month, int day, int expected)
    {
        var (none, some) = (Given.Agency(database, "khong-ky"), Given.Agency(database, "co-ky"));
        Given.Period(database, some, 2026);

        Assert.Equal(expected, await YearAsync(none, new DateOnly(year, month, day)));
        Assert.Equal(expected, await YearAsync(some, new DateOnly(year, month, day)));
        Assert.Equal(expected, ReportingPeriod.StandardYearOf(new DateOnly(year, month, day)));
    }

    [Theory]
    [InlineData(2026, 12, 15, 2026)]
    [InlineData(2026, 12, 31, 2026)]
    [InlineData(2027, 1, 1, 2027)]
    [InlineData(2028, 12, 31, 2028)]
    [InlineData(2025, 12, 31, 2026)]
    public async Task ReportingYear_OfAnAgencyThatCountsByTheCalendar_TurnsAtNewYear(int year, int month, int day, int expected)
    {
        var agency = Given.Agency(database, "theo-lich");
        database.Add(new ReportingPeriod
        {
            AgencyId = agency.Id,
            Year = 2026,
            From = new DateOnly(2026, 1, 1),
            To = new DateOnly(2026, 12, 31),
            DueOn = new DateOnly(2027, 1, 5),
        });

        Assert.Equal(expected, await YearAsync(agency, new DateOnly(year, month, day)));
    }

    [Fact]
    public async Task ReportingYear_PeriodEndingOnTheTwentyNinthOfFebruary_GoesOnWithoutDrift()
    {
        var agency = Given.Agency(database, "thang-hai");
        database.Add(new ReportingPeriod
        {
            AgencyId = agency.Id,
            Year = 2028,
            From = new DateOnly(2027, 3, 1),
            To = new DateOnly(2028, 2, 29),
            DueOn = new DateOnly(2028, 3, 5),
        });

        Assert.Equal(2029, await YearAsync(agency, new DateOnly(2029, 2, 28)));
        Assert.Equal(2030, await YearAsync(agency, new DateOnly(2029, 3, 1)));
        Assert.Equal(2032, await YearAsync(agency, new DateOnly(2032, 2, 29)));
    }

    [Theory]
    [InlineData("2026-12-14T16:59:59Z", 2026)]
    [InlineData("2026-12-14T17:00:00Z", 2027)]
    public async Task Next_FirstPeriodOfAnAgency_IsTheRunningReportingYear(string utc, int expected)
    {
        var agency = Given.Agency(database, "moi");
        database.Time.Now = DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture);
        await using var db = database.Open(Given.Scope(Given.User(database, agency)));

        var next = await new PeriodService(db, database.Time).NextAsync(Cancellation);

        Assert.Equal(expected, next.Year);
        Assert.InRange(database.Time.Today(), next.From, next.To);
    }

    private async Task<int> YearAsync(Agency agency, DateOnly day)
    {
        await using var db = database.Open(AccessScope.ForUser(1, "canbo", agency.Id));
        return await db.ReportingYearAsync(day, Cancellation);
    }
}

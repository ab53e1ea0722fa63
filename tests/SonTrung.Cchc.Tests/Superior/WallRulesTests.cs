using SonTrung.Cchc.Core.Agencies;
using SonTrung.Cchc.Core.Reports;
using SonTrung.Cchc.Core.Superior;
using SonTrung.Cchc.Core.Text;

namespace SonTrung.Cchc.Tests.Superior;

public sealed class WallRulesTests
{
    private const long Commune = 7;

    private static readonly RequestedPeriod Year = RequestedPeriod.Whole(2026);
    private static readonly Duty Due = new(new DateOnly(2026, 12, 17), 3, 1);

    [Theory]
    [InlineData("2026-12-17", WallState.NotYet, 0)]
    [InlineData("2026-12-20", WallState.NotYet, 0)]
    [InlineData("2026-12-21", WallState.Overdue, 1)]
    [InlineData("2027-01-10", WallState.Overdue, 21)]
    public void Judge_NothingCame_IsLateAfterTheGraceOnly(string today, WallState state, int late)
    {
        var cell = Judge(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), Due);

        Assert.Equal((state, late), (cell.State, cell.DaysLate));
        Assert.True(cell.IsOwed);
    }

    [Fact]
    public void Judge_DeliveredAtElevenInTheEveningOfTheLastDay_IsInTime()
    {
        // 16:59 UTC is 23:59 in Việt Nam; a minute later it is the next day.
        var inTime = Judge(new DateOnly(2027, 1, 1), Due, [Sent(1, new DateTime(2026, 12, 20, 16, 59, 0, DateTimeKind.Utc))]);
        var late = Judge(new DateOnly(2027, 1, 1), Due, [Sent(1, new DateTime(2026, 12, 20, 17, 0, 0, DateTimeKind.Utc))]);

        Assert.Equal((WallState.Sent, 0), (inTime.State, inTime.DaysLate));
        Assert.Equal((WallState.Sent, 1), (late.State, late.DaysLate));
    }

    [Fact]
    public void Judge_ReturnedAndReplaced_CountsTheNewestAndTheFirstDay()
    {
        var first = Sent(1, new DateTime(2026, 12, 10, 3, 0, 0, DateTimeKind.Utc), DeliveryStatus.Returned);
        var second = Sent(2, new DateTime(2026, 12, 28, 3, 0, 0, DateTimeKind.Utc), DeliveryStatus.Acknowledged);

        Assert.Equal(WallState.Returned, Judge(new DateOnly(2026, 12, 12), Due, [first]).State);
        var replaced = Judge(new DateOnly(2026, 12, 29), Due, [second, first]);
        Assert.Equal((WallState.Received, new DateOnly(2026, 12, 10), 0, 2L), (replaced.State, replaced.ArrivedOn, replaced.DaysLate, replaced.DeliveryId));
    }

    [Fact]
    public void Judge_RecalledReport_CountsAsNeverSent()
    {
        var recalled = Sent(1, new DateTime(2026, 12, 10, 3, 0, 0, DateTimeKind.Utc)) with { Report = ReportStatus.Recalled };

        Assert.Equal(WallState.Overdue, Judge(new DateOnly(2026, 12, 30), Due, [recalled]).State);
    }

    [Fact]
    public void Judge_PaperAfterAReturn_AnswersIt_AndPaperBeforeItDoesNot()
    {
        var returned = Sent(1, new DateTime(2026, 12, 10, 3, 0, 0, DateTimeKind.Utc), DeliveryStatus.Returned);

        Assert.Equal(WallState.Outside, Judge(new DateOnly(2026, 12, 30), Due, [returned], [Paper(new DateOnly(2026, 12, 15))]).State);
        Assert.Equal(WallState.Returned, Judge(new DateOnly(2026, 12, 30), Due, [returned], [Paper(new DateOnly(2026, 12, 1))]).State);
        var alone = Judge(new DateOnly(2026, 12, 30), Due, [], [Paper(new DateOnly(2026, 12, 22))]);
        Assert.Equal((WallState.Outside, "21/BC-UBND", 2), (alone.State, alone.Number, alone.DaysLate));
    }

    [Fact]
    public void DutyOf_ARequestForThePeriod_AsksThoseItNamesAndNobodyElse()
    {
        var usual = new Duty(new DateOnly(2026, 12, 17), 0, null);
        var older = Request(1, new DateOnly(2026, 11, 2), new DateOnly(2026, 12, 10), Commune);
        var newer = Request(2, new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 14), Commune);

        Assert.Equal(usual, WallRules.DutyOf(Year, [], Commune, usual));
        Assert.Equal(new Duty(new DateOnly(2026, 12, 14), 0, 2), WallRules.DutyOf(Year, [newer, older], Commune, usual));
        Assert.Null(WallRules.DutyOf(Year, [newer], 8, usual));
        Assert.Equal(usual, WallRules.DutyOf(RequestedPeriod.Whole(2025), [newer], 8, usual));
    }

    [Theory]
    [InlineData("2026-09-17", false)]
    [InlineData("2026-09-18", true)]
    [InlineData("2027-06-15", true)]
    [InlineData("2027-06-16", false)]
    public void Usual_OfAYear_IsAskedForAroundItsDayOnly(string today, bool isAsked)
    {
        var day = DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(isAsked, WallRules.Usual(Year, new PortalSettings(), day, _ => true) is not null);
        Assert.Null(WallRules.Usual(Year, new PortalSettings(), new DateOnly(2026, 12, 1), _ => false));
        Assert.Null(WallRules.Usual(new RequestedPeriod(2026, PeriodKind.Quarter, 4), new PortalSettings(), new DateOnly(2026, 12, 1), _ => true));
    }

    [Theory]
    [InlineData(17, 12, "2026-12-17")]
    [InlineData(31, 11, "2026-11-30")]
    [InlineData(5, 1, "2027-01-05")]
    public void DueOn_OfTheUsualDay_StaysInItsMonth(int day, int month, string due) => Assert.Equal(
        DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), new PortalSettings { DueDay = day, DueMonth = month }.DueOn(2026));

    [Fact]
    public void Periods_WrittenAndReadAgain_AreTheSame_AndInTheOrderInWhichTheyEnd()
    {
        var all = RequestedPeriod.Spans.Select(span => new RequestedPeriod(2026, span.Kind, span.Ordinal)).ToList();

        Assert.All(all, period => Assert.Equal(period, RequestedPeriod.Of(period.Code)));
        Assert.Equal(["q1", "q2", "6t1", "q3", "q4", "6t2", "nam"], all.Order().Select(period => period.Span));
        Assert.All(new[] { "", "2026", "2026-q5", "1900-nam", "x-nam", "2026-nam-1" }, code => Assert.Null(RequestedPeriod.Of(code)));
        Assert.True(RequestedPeriod.Whole(2025) < all[0] && all[0] > all[1]);
    }

    [Fact]
    public void Only_ByNameAndState_LeavesTheCountsOfAll()
    {
        var cells = new[] { Judge(new DateOnly(2026, 12, 30), Due), Judge(new DateOnly(2026, 12, 30), Due, [Sent(1, new DateTime(2026, 12, 1, 3, 0, 0, DateTimeKind.Utc))]) };
        var counts = cells.GroupBy(cell => cell.State).ToDictionary(group => group.Key, group => group.Count());
        var wall = new ReportWall(
            [new WallPeriod(Year, Due, counts, 1)], [new WallRow(1, "UBND xã Đức Thọ", [cells[0]]), new WallRow(2, "UBND xã Sơn Tây", [cells[1]])], new DateOnly(2026, 12, 30));

        Assert.Equal("UBND xã Đức Thọ", Assert.Single(wall.Only("duc tho").Rows).Name);
        Assert.Equal("UBND xã Sơn Tây", Assert.Single(wall.Only(state: WallState.Sent).Rows).Name);
        var period = Assert.Single(wall.Only("không có").Periods);
        Assert.Equal((2, 1, 1), (period.Asked, period.In, period.Owed));
    }

    [Fact]
    public void Only_WhoOwesNothing_IsShownWhenLookedFor()
    {
        var today = new DateOnly(2026, 12, 30);
        var wall = new ReportWall(
            [new WallPeriod(Year, Due, new Dictionary<WallState, int>(), 0)],
            [new WallRow(1, "UBND xã Đức Thọ", [Judge(today, Due)]), new WallRow(2, "UBND xã Sơn Tây", [Judge(today, null)])], today);

        Assert.Equal(WallState.NotAsked, wall.Rows[1].Cells[0].State);
        Assert.Equal("UBND xã Đức Thọ", Assert.Single(wall.Only().Rows).Name);
        Assert.Equal("UBND xã Sơn Tây", Assert.Single(wall.Only("son tay").Rows).Name);
    }

    private static WallCell Judge(DateOnly today, Duty? duty, List<ArrivedReport>? sent = null, List<OutsideReport>? outside = null) =>
        WallRules.Judge(Commune, Year, duty, sent ?? [], outside ?? [], null, today);

    private static ArrivedReport Sent(long id, DateTime utc, DeliveryStatus status = DeliveryStatus.Sent) =>
        new(id, Commune, Year, ReportStatus.Issued, 15, "BC-UBND", VietnamTime.DayOf(utc), utc, status);

    private static OutsideReport Paper(DateOnly arrived) => new()
    {
        AgencyId = 1,
        CommuneId = Commune,
        Year = 2026,
        PeriodKind = PeriodKind.Year,
        PeriodOrdinal = 1,
        Number = "21/BC-UBND",
        IssuedOn = arrived,
        ArrivedOn = arrived,
        ArrivedBy = ArrivalWay.Paper,
    };

    private static ReportRequest Request(long id, DateOnly issuedOn, DateOnly dueOn, long commune)
    {
        var request = new ReportRequest
        {
            Id = id,
            AgencyId = 1,
            Number = $"{id}/SNV",
            IssuedOn = issuedOn,
            Subject = "báo cáo",
            Year = 2026,
            PeriodKind = PeriodKind.Year,
            PeriodOrdinal = 1,
            DueOn = dueOn,
        };
        request.Communes.Add(new ReportRequestCommune { AgencyId = 1, CommuneId = commune });
        return request;
    }
}
